import { expect, it, vi } from "vitest";
import { Spans } from "#store/worker/spans.ts";

const read = vi.hoisted(() => vi.fn());
vi.mock("#lib/edtf-dates.ts", async (original) => {
  const dates = await original<typeof import("#lib/edtf-dates.ts")>();
  return { ...dates, parseDate: read.mockImplementation(dates.parseDate) };
});

it("tells the dates in what is said that are not plain, each once, and reads no ids in vain", () => {
  const spans = new Spans();
  const said = {
    sources: [{ id: "s1234", published: "2019-01-29" }, { id: "S-0001" }, { id: "E.2019" }],
    rows: [{ edtf: "2019-07?" }, { edtf: "../2019" }, { edtf: "Y17E7" }, { edtf: "2019-07?" }, { edtf: "%2019-05" }],
  };
  const dates = ["2019-07?", "../2019", "Y17E7", "%2019-05"];
  expect(spans.in(said).map(({ edtf }) => edtf)).toEqual(dates.filter((date) => date !== "Y17E7"));
  expect(read.mock.calls.map(([text]) => text)).toEqual(dates);
  expect(spans.in(said)).toEqual([]);
});
