import fc from "fast-check";
import { afterEach, beforeEach, expect, vi } from "vitest";
// Words that are tested by themselves say dates of every form.
import "../src/lib/edtf-dates.ts";

// Without this a text "of at most 600 characters" has ten, and a property of limits cannot fail.
fc.configureGlobal({ defaultSizeToMaxWhenMaxSpecified: true });

/** An unexpected warning or error on the console fails the test it came from. */
beforeEach(() => {
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});
afterEach(() => {
  const said = [...vi.mocked(console.warn).mock.calls, ...vi.mocked(console.error).mock.calls];
  vi.restoreAllMocks();
  expect(said, "unexpected console output").toEqual([]);
});
