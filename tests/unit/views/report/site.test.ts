import { describe, expect, it } from "vitest";
import { NO_FILTER } from "#model/filter.ts";
import { addressesOf, readReleases } from "#views/report/site.ts";

const BASE = "https://example.org/liaison/?partner=RU";
const ID = "20261121-3f9a1c2e";
const shown = {
  figure: "timeline",
  filter: { ...NO_FILTER, partner: ["KR", "RU"], from: "2019" },
  view: { lanes: "topic", window: { start: 17_600, end: 18_000 }, event: null },
} as const;
const site = { kind: "site" } as const;

describe("addresses of a figure", () => {
  it("are frozen where the release is kept, with filter, window and lanes", () => {
    const query = "?partner=KR,RU&from=2019&window=2018-03-10..2019-04-14&lanes=topic";
    expect(addressesOf(site, { current: ID, kept: ["20250101-00000000", ID] }, BASE, shown)).toEqual({
      frozen: `https://example.org/liaison/r/${ID}/embed/timeline/${query}`,
      live: `https://example.org/liaison/embed/timeline/${query}`,
    });
  });

  it("are only live where it is not kept", () => {
    expect(addressesOf(site, { current: ID, kept: [] }, BASE, shown).frozen).toBeNull();
    expect(addressesOf(site, { current: null, kept: [ID] }, BASE, shown).frozen).toBeNull();
  });

  it("lead to the data where the whole record is meant", () => {
    expect(addressesOf(site, { current: ID, kept: [ID] }, BASE, null)).toEqual({
      frozen: `https://example.org/liaison/r/${ID}/data/engagements.json`,
      live: "https://example.org/liaison/",
    });
  });

  it("name another record, and are none for a file from the device", () => {
    const other = addressesOf(
      { kind: "address", address: "data/example.json" },
      { current: ID, kept: [ID] },
      BASE,
      shown,
    );
    expect(other.frozen).toBeNull();
    expect(new URL(other.live ?? "").searchParams.get("data")).toBe("data/example.json");
    expect(addressesOf({ kind: "file", name: "mine.json" }, { current: ID, kept: [ID] }, BASE, shown)).toEqual({
      frozen: null,
      live: null,
    });
  });
});

describe("the list of releases", () => {
  it("is read where it is one, and is empty else", () => {
    expect(readReleases({ current: ID, kept: [ID, 3, "../x"] })).toEqual({ current: ID, kept: [ID] });
    for (const other of [null, "x", [], { current: "../..", kept: "all" }])
      expect(readReleases(other)).toEqual({ current: null, kept: [] });
  });
});
