import { readFileSync } from "node:fs";
import { create } from "fontkit";
import { describe, expect, it } from "vitest";
import { LIGHT } from "#charts/kit/theme.ts";
import { fileFor, fontFiles, kindOf, lettered, uncovered } from "#export/lettering.ts";
import { readSvg } from "#export/svg-tree.ts";

const run = { family: LIGHT.sans, weight: 400, italic: false };

describe("the files that figures are lettered from", () => {
  it("have every character that the list says", () => {
    for (const { file, points } of fontFiles()) {
      const has = new Set(create(readFileSync(`src/export/fonts/${file}`)).characterSet);
      expect([file, [...points].filter((point) => !has.has(point))]).toEqual([file, []]);
    }
  });
});

describe("lettered", () => {
  it("tells serif from sans by the first family", () => {
    expect([LIGHT.sans, LIGHT.serif].map(kindOf)).toEqual(["sans", "serif"]);
  });
  it("takes the face that is asked for, and another only where it must", () => {
    expect(fileFor("ễ", run)?.file).toBe("sans.ttf");
    expect(fileFor("ễ", { ...run, weight: 600 })?.file).toBe("sans-bold.ttf");
    expect(fileFor("Ж", { family: LIGHT.serif, weight: 600 })?.file).toBe("serif-bold.ttf");
    expect(fileFor("ក", run)).toBeNull();
  });
  it("cuts a run where the script changes and loses no letter", () => {
    const pieces = lettered({ ...run, text: "Moon 무 Мун" });
    expect(pieces.map(({ text }) => text).join("")).toBe("Moon 무 Мун");
    expect(new Set(pieces.map(({ file }) => file.file)).size).toBe(2);
  });
  it("names what no file has", () => {
    expect(uncovered(readSvg("<svg><text>a ក</text></svg>"))).toEqual(["ក U+1780"]);
    expect(uncovered(readSvg("<svg><title>ក</title><text>Nguyễn 무일 Горовой 孟</text></svg>"))).toEqual([]);
  });
});
