import { beforeEach, expect, it, vi } from "vitest";

/** A page that has not loaded the full reader. */
beforeEach(() => vi.resetModules());

it("reads plain dates without the full reader, and no others", async () => {
  const { parseDate } = await import("#lib/dates.ts");
  expect(parseDate("2019-07-08")).toMatchObject({ ok: true, value: { start: 18_085, end: 18_085 } });
  expect(parseDate("2019?-07-08").ok).toBe(false);
});

it("takes over spans that were read elsewhere", async () => {
  const { parseDate: read } = await import("#lib/edtf-dates.ts");
  const span = read("2019?-07-08");
  if (!span.ok) throw new Error("unread");
  vi.resetModules();
  const { parseDate, rememberSpans } = await import("#lib/dates.ts");
  rememberSpans([structuredClone(span.value)]);
  expect(parseDate("2019?-07-08")).toEqual(span);
});

it("reads all forms once the full reader is there, those refused before too", async () => {
  const { parseDate } = await import("#lib/dates.ts");
  expect(parseDate("2019~").ok).toBe(false);
  await import("#lib/edtf-dates.ts");
  expect(parseDate("2019~").ok).toBe(true);
});
