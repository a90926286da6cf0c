import fc from "fast-check";
import { expect, it } from "vitest";
import { textOf } from "#lib/utf8.ts";

it("reads back any text, long or short, plain or not, with the mark it may begin with", () => {
  const plain = fc.string({ maxLength: 600 });
  const any = fc.string({ unit: "binary", maxLength: 300 });
  fc.assert(
    fc.property(fc.oneof(plain, any, fc.constantFrom("", "\ufeffa", "Công an", "문")), (text) => {
      expect(textOf(new TextEncoder().encode(text))).toBe(text);
    }),
  );
});

it("reads bytes that are no text as the browser does", () => {
  expect(textOf(Uint8Array.of(0x61, 0xff, 0x62))).toBe("a\ufffdb");
});
