import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { FIGURES } from "#figures/names.ts";

const CHARTS = join(import.meta.dirname, "../../../src/charts");

const areasIn = (folder: string): readonly string[] =>
  readdirSync(join(CHARTS, folder)).flatMap((file) => {
    const text = readFileSync(join(CHARTS, folder, file), "utf8");
    const named = [...text.matchAll(/\bwords\.(\w+)/g)].map(([, area]) => area ?? "");
    const taken = [...text.matchAll(/\{([^{}]+)\} = (?:\w+\.)?words\b/g)].flatMap(([, names]) =>
      (names ?? "").split(",").map((name) => name.trim()),
    );
    return [...named, ...taken];
  });

describe("the script of an embed, which holds no other figure's words", () => {
  it.each(FIGURES)("%s says none of them", (figure) => {
    const said = areasIn(figure);
    expect(said).toContain(figure);
    expect(said.filter((area) => area !== figure && (FIGURES as readonly string[]).includes(area))).toEqual([]);
  });
  it("nor does what all figures are made of", () => {
    expect(areasIn("kit").filter((area) => (FIGURES as readonly string[]).includes(area))).toEqual([]);
  });
});
