import fc from "fast-check";
import * as nuqs from "nuqs/server";
import { createLoader, createSerializer } from "nuqs/server";
import { describe, expect, it } from "vitest";
import { changed, questionOf, readState, writeState } from "#embed/address.ts";
import { asksState } from "#embed/asks.ts";
import edtf from "#embed/edtf.ts";
import * as own from "#embed/parsers.ts";
import { parseDate } from "#lib/edtf-dates.ts";
import { NO_FILTER } from "#model/filter.ts";
import { readLook, writeLook } from "#model/look.ts";
import { createLocalStore } from "#store/local/store.ts";
import { record } from "../../fixtures/record.ts";

const parsersOf = (made: Pick<typeof nuqs, "createParser" | "parseAsString" | "parseAsArrayOf">) => ({
  partner: made.parseAsArrayOf(made.parseAsString, ",").withDefault([]),
  from: made.parseAsString,
  to: made.createParser({ parse: (text) => (text === "" ? null : text), serialize: (text: string) => text }),
  q: made.parseAsString.withDefault(""),
  lanes: made.parseAsString.withDefault("partner"),
});
const theirs = parsersOf(nuqs);
const ours = parsersOf(own as unknown as typeof nuqs) as unknown as Parameters<typeof own.createLoader>[0];

describe("the embed's own address parsers", () => {
  const text = fc.string({ unit: "grapheme", maxLength: 12 });
  const values = fc.record({
    partner: fc.option(fc.array(text, { maxLength: 4 })),
    from: fc.option(text),
    to: fc.option(text),
    q: text,
    lanes: fc.oneof(fc.constant("partner"), text),
  });
  it("write what nuqs writes", () => {
    fc.assert(
      fc.property(values, (given) => {
        expect(own.createSerializer(ours)(given)).toBe(createSerializer(theirs)(given));
      }),
    );
  });
  it("read what nuqs reads", () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), values, (query, given) => {
        for (const search of [query, createSerializer(theirs)(given)])
          expect(own.createLoader(ours)(new URLSearchParams(search))).toEqual(
            createLoader(theirs)(new URLSearchParams(search)),
          );
      }),
    );
  });
});

describe("the embed's own dates", () => {
  const two = (most: number) => fc.integer({ min: 1, max: most }).map((value) => String(value).padStart(2, "0"));
  const mark = fc.constantFrom("", "", "?", "~", "%");
  const date = fc
    .tuple(fc.constantFrom("2018", "2019", "1975", "201X"), two(13), two(31), fc.nat(2), mark)
    .map(([year, month, day, parts, after]) => [year, month, day].slice(0, parts + 1).join("-") + after);
  const any = fc.oneof(
    date,
    fc.tuple(date, date).map(([a, b]) => `${a}/${b}`),
    date.map((a) => `${a}/..`),
    date.map((a) => `${a}/`),
    fc.constantFrom("2019?-07-08", "2018-XX", "2019-02-XX", "2019-?07-08"),
  );
  it("have the same days as edtf.js has wherever they are read", () => {
    let read = 0;
    fc.assert(
      fc.property(any, (text) => {
        let small: { readonly min: number; readonly max: number };
        try {
          small = edtf(text);
        } catch {
          return;
        }
        const whole = parseDate(text);
        if (!whole.ok) return;
        read += 1;
        expect([text, Math.floor(small.min / 86_400_000), Math.floor(small.max / 86_400_000)]).toEqual([
          text,
          whole.value.start,
          whole.value.end,
        ]);
      }),
      { numRuns: 400 },
    );
    expect(read).toBeGreaterThan(100);
  });
  it.each([
    "",
    "2019-13",
    "2019-02-30",
    "2019-21",
    "[2018,2019]",
    "2019/2020/2021",
    "../..",
    "yesterday",
  ])("are refused where they are none: %s", (text) => expect(() => edtf(text)).toThrow(SyntaxError));
});

describe("an embed's address", () => {
  it("stands over the page's own, key by key", () => {
    expect(readState("?partner=KR", "?from=2019").partner).toEqual(["KR"]);
    expect(readState("?partner=KR", "?partner=RU").partner).toEqual(["RU"]);
    expect(readState("?partner=KR", "?partner=").partner).toEqual([]);
  });
  it("may write out every key, empty ones too", () => {
    const state = readState("", "?partner=&topic=&from=&to=&q=&event=&window=&lanes=");
    expect(writeState(state)).toBe("");
    expect([state.event, state.window, state.lanes]).toEqual([null, null, "partner"]);
  });
  it("comes back as it was written", () => {
    const state = changed(readState("", ""), { partner: ["KR", "RU"], from: "2019", lanes: "topic", q: "a,b & c" });
    expect(readState("", writeState(state))).toEqual(state);
  });
  it("is told what it asks for in vain, and the rest is asked", async () => {
    const known = record();
    const store = createLocalStore(known);
    const partner = known.partners[0]?.id ?? "";
    const state = readState("", `?partner=${partner},XX&from=soon&event=nothing&window=a..b&lanes=x&certainty=sure`);
    const { filter, view, unknown } = await questionOf(state, { theme: "auto", lang: "xx" }, store, ["en"]);
    expect(filter).toEqual({ ...NO_FILTER, partner: [partner] });
    expect(view).toEqual({ lanes: "partner", window: null, event: null });
    expect(unknown.map(({ key, value }) => `${key}=${value}`).sort()).toEqual(
      ["certainty=sure", "event=nothing", "from=soon", "lang=xx", "lanes=x", "partner=XX", "window=a..b"].sort(),
    );
  });
  it("says whether the picture on the page is the one asked for", () => {
    expect(["", "?dark=true&childId=1", "?partner=KR", "?event="].map(asksState)).toEqual([false, false, true, true]);
  });
});

describe("the look", () => {
  it("is read by the names of Datawrapper's flags", () => {
    const { look, unread } = readLook("?dark=auto&plain=true&logo=off&fitchart=1&hideControls=true&imWidth=600");
    expect(look).toMatchObject({
      dark: "auto",
      plain: true,
      logo: false,
      fitchart: true,
      hideControls: true,
      imWidth: 600,
    });
    expect(unread).toEqual([]);
  });
  it("takes the page's own theme, and dark before it", () => {
    expect(readLook("?theme=dark").look.dark).toBe("true");
    expect(readLook("?theme=dark&dark=false").look.dark).toBe("false");
  });
  it("leaves aside and tells what is no value", () => {
    const { look, unread } = readLook("?dark=night&plain=maybe&imWidth=9999999&imHeight=-3");
    expect(look).toEqual(readLook("").look);
    expect(unread.map(({ key }) => key)).toEqual(["dark", "plain", "imWidth", "imHeight"]);
  });
  it("is written with every flag, and reads as it was", () => {
    const look = { ...readLook("").look, dark: "auto" as const, logo: false, plain: true };
    const query = writeLook(look).map(([key, value]) => `${key}=${value}`);
    expect(query).toHaveLength(7);
    expect(readLook(`?${query.join("&")}`).look).toEqual(look);
  });
});
