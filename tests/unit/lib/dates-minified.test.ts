import { Interval, List } from "edtf";
import { afterEach, beforeEach, expect, it } from "vitest";
import { parseDate } from "#lib/edtf-dates.ts";

// A minified build gives classes other names, and edtf.js takes the type of a date from the name of its class.
const names = new Map<object, string>([
  [Interval, "Interval"],
  [List, "List"],
]);
const rename = (to: (name: string) => string): void => {
  for (const [made, name] of names) Object.defineProperty(made, "name", { value: to(name), configurable: true });
};
beforeEach(() => rename(() => "e"));
afterEach(() => rename((name) => name));

it("reads spans and refuses sets whatever the classes are called", () => {
  const span = parseDate("2031-10-15?/2031-10-18~");
  expect(span.ok && [span.value.interval, span.value.to?.day, span.value.end - span.value.start]).toEqual([
    true,
    18,
    3,
  ]);
  expect(parseDate("[2031-10-15..2031-10-18]").ok).toBe(false);
  expect(parseDate("{2031-10-15,2031-10-18}").ok).toBe(false);
});
