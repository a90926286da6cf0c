import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { annotatedPng, chunksOf, crc32 } from "#export/png.ts";

const part = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};
const head = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0]);
const dot = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  part("IHDR", head),
  part("pHYs", new Uint8Array(9)),
  part("IDAT", deflateSync(Buffer.from([0, 1, 2, 3, 255]))),
  part("IEND", new Uint8Array()),
]);

const notesOf = (png: Uint8Array): Record<string, string> =>
  Object.fromEntries(
    chunksOf(png)
      .filter(({ type }) => type === "iTXt")
      .map(({ bytes }) => {
        const text = new TextDecoder().decode(bytes.subarray(8, -4));
        const [keyword = "", , , , , said = ""] = text.split("\0");
        return [keyword, said];
      }),
  );

describe("crc32", () => {
  it("is the checksum of ISO 3309", () => {
    expect(crc32(new TextEncoder().encode("123456789"))).toBe(0xcbf43926);
    expect(crc32(new Uint8Array())).toBe(0);
  });
});

describe("annotatedPng", () => {
  const texts = { Title: "Họp với Nga", Description: "Тимур 문무일", Empty: "" };
  const made = annotatedPng(dot, { perMetre: 7559.1, texts });
  it("keeps the picture, says its size once and puts notes before the data", () => {
    expect(chunksOf(made).map(({ type }) => type)).toEqual(["IHDR", "pHYs", "iTXt", "iTXt", "IDAT", "IEND"]);
    const density = chunksOf(made)[1]?.bytes ?? new Uint8Array();
    expect(Buffer.from(density).readUInt32BE(8)).toBe(7559);
    expect(density[16]).toBe(1);
  });
  it("gives every chunk a true checksum", () => {
    for (const { bytes } of chunksOf(made))
      expect(Buffer.from(bytes).readUInt32BE(bytes.length - 4)).toBe(crc32(bytes.subarray(4, -4)));
  });
  it("writes any text so that it can be read again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (said) => {
        const wanted = said.replaceAll("\0", " ");
        expect(notesOf(annotatedPng(dot, { perMetre: 1, texts: { Title: said } }))).toEqual({ Title: wanted });
      }),
    );
  });
  it("refuses what is no PNG", () => {
    expect(() => annotatedPng(new Uint8Array(8), { perMetre: 1, texts: {} })).toThrow(RangeError);
  });
});
