import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { escapeText, foldLine, toCalendar } from "#export/records/calendar.ts";
import { gatherEverything } from "#export/records/gather.ts";
import { ODD } from "../../../fixtures/record.ts";
import { info, store } from "../info.ts";

const octets = (line: string): number => new TextEncoder().encode(line).length;
const line = fc.string({ unit: "grapheme", maxLength: 400 }).map((text) => text.replace(/[\r\n]/gu, ""));

const calendar = async (): Promise<string> => toCalendar((await gatherEverything(store())).events, info());
const entries = async () =>
  new Map(
    new ICAL.Component(ICAL.parse(await calendar()) as unknown[] as never)
      .getAllSubcomponents("vevent")
      .map((component) => [String(component.getFirstPropertyValue("uid")), component]),
  );
const entry = async (id: string) => {
  const found = (await entries()).get(`${id}@o-harbour.liaison.invalid`);
  if (!found) throw new Error(`no entry ${id}`);
  return found;
};
const value = (component: Awaited<ReturnType<typeof entry>>, name: string): string =>
  String(component.getFirstPropertyValue(name));

describe("folding of content lines", () => {
  it("keeps every line within 75 octets and loses nothing", () => {
    fc.assert(
      fc.property(line, (text) => {
        const folded = foldLine(text);
        for (const one of folded.split("\r\n")) expect(octets(one)).toBeLessThanOrEqual(75);
        expect(folded.replaceAll("\r\n ", "")).toBe(text);
      }),
    );
  });

  it("does not cut a letter of several octets", () => {
    const folded = foldLine(`SUMMARY:${"Đặng".repeat(60)}`);
    for (const one of folded.split("\r\n")) expect(one).not.toContain("\uFFFD");
    expect(folded.split("\r\n").length).toBeGreaterThan(4);
  });
});

describe("text values", () => {
  it("come back from another reader as they went in", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("\\", ";", ",", "\n", "n", "N", ":", '"', "a", "문", "\u0007") }),
        (text) => {
          const lines = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", foldLine(`SUMMARY:${escapeText(text)}`), "END:VEVENT"];
          const read = new ICAL.Component(ICAL.parse([...lines, "END:VCALENDAR"].join("\r\n")) as never);
          const said = read.getFirstSubcomponent("vevent")?.getFirstPropertyValue("summary");
          expect(said).toBe(text.replaceAll("\u0007", ""));
        },
      ),
    );
  });
});

describe("events as a calendar", () => {
  it("ends lines with CRLF and nothing else", async () => {
    const text = await calendar();
    expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/u);
  });

  it("marks whole days, the end being the day after", async () => {
    const talks = await entry("e-talks");
    expect(value(talks, "dtstart")).toBe("2021-06-01");
    expect(value(talks, "dtend")).toBe("2021-06-02");
    const visit = await entry(ODD.container);
    expect([value(visit, "dtstart"), value(visit, "dtend")]).toEqual(["2021-06-01", "2021-06-04"]);
  });

  it("says so where the day is not known, and not of a stay", async () => {
    expect(value(await entry(ODD.span), "description")).toMatch(/The day is not known.*on a day within/u);
    expect(value(await entry(ODD.container), "description")).not.toContain("not known");
  });

  it("tells announced from held, and says what is in doubt", async () => {
    expect(value(await entry(ODD.announced), "status")).toBe("TENTATIVE");
    expect(value(await entry("e-talks"), "status")).toBe("CONFIRMED");
    expect(value(await entry(ODD.yearInferred), "description")).toContain("The date is inferred.");
  });

  it("points a meeting to its visit, and every entry to its page", async () => {
    expect(value(await entry("e-talks"), "related-to")).toBe("e-visit@o-harbour.liaison.invalid");
    expect(value(await entry("e-talks"), "url")).toContain("#:~:text=");
  });

  it("leaves out what has no bounded date and counts it", async () => {
    const all = await entries();
    expect(all.has(`${ODD.undated}@o-harbour.liaison.invalid`)).toBe(false);
    const { events } = await gatherEverything(store());
    const left = events.length - all.size;
    expect(left).toBeGreaterThan(0);
    expect((await calendar()).replaceAll("\r\n ", "")).toContain(`${left} event`);
  });
});
