import { expect, it } from "vitest";
import { own } from "#lib/own.ts";

it("gives a table's own entries only", () => {
  expect(own({ KR: "Korea" }, "KR")).toBe("Korea");
  for (const key of ["constructor", "__proto__", "toString", "RU"]) expect(own({ KR: "Korea" }, key)).toBeUndefined();
});
