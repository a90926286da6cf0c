import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { toAtom, toJsonFeed } from "#export/feed.ts";
import { gatherEverything } from "#export/records/gather.ts";
import { info, store } from "./info.ts";

// jsdom has no types; an XML reader is all that is wanted of it.
const { JSDOM } = createRequire(import.meta.url)("jsdom") as {
  readonly JSDOM: new (text: string, options: { readonly contentType: string }) => { readonly window: Window };
};
const PLACE = { feed: "https://example.org/feeds/NO.atom", home: "https://example.org/?partner=NO&a=b", name: "NO" };
const events = async () => (await gatherEverything(store())).events;

describe("feeds", () => {
  it("begin with the newest event and name every one once", async () => {
    const { items } = JSON.parse(toJsonFeed(await events(), info(), PLACE)) as {
      items: { id: string; date_published?: string }[];
    };
    expect(new Set(items.map((item) => item.id)).size).toBe((await events()).length);
    const days = items.flatMap((item) => item.date_published ?? []);
    expect(days.length).toBeGreaterThan(3);
    expect(days).toEqual([...days].sort().reverse());
  });

  it("date an entry by the release that reported it, not by the meeting", async () => {
    const [first] = await events();
    if (!first) throw new Error("no event");
    const of = (...published: (string | null)[]) => ({
      ...first,
      evidence: published.map((day) => {
        const [row] = first.evidence;
        if (!row?.source) throw new Error("no source");
        return { ...row, source: { ...row.source, published: day } };
      }),
    });
    const dated = (detail: typeof first): unknown =>
      JSON.parse(toJsonFeed([detail], info(), PLACE)).items[0].date_published;
    expect(dated(of("2021-11-04", "2021-07-02"))).toBe("2021-07-02T00:00:00Z");
    expect(dated(of("2021-11-04", null))).toBeUndefined();
    expect(dated(of(null, "2021-11-04"))).toBeUndefined();
    expect(dated(of())).toBeUndefined();
  });

  it("are well-formed Atom with an id, a title and a time for each entry", async () => {
    const [first, ...rest] = await events();
    if (!first) throw new Error("no event");
    const hostile = { ...first, event: { ...first.event, title: 'A <b>&"\u0000 ]]>', summary: "<script>" } };
    const feed = new JSDOM(toAtom([hostile, ...rest], info(), PLACE), { contentType: "text/xml" }).window.document;
    const entries = [...feed.getElementsByTagName("entry")];
    expect(entries).toHaveLength(rest.length + 1);
    for (const entry of entries)
      for (const name of ["id", "title", "updated"]) expect(entry.getElementsByTagName(name)).toHaveLength(1);
    expect(entries.map((entry) => entry.getElementsByTagName("title")[0]?.textContent)).toContain('A <b>&"  ]]>');
    expect(feed.querySelector("link[rel=alternate]")?.getAttribute("href")).toBe(PLACE.home);
  });

  it("keep an event's id from release to release", async () => {
    const ids = (text: string) => text.match(/urn:liaison:[^<"]+/gu);
    const all = await events();
    expect(ids(toAtom(all, info({ release: "20990101-00000000" }), PLACE))).toEqual(ids(toAtom(all, info(), PLACE)));
  });

  it("name no address of a site that is not known: neither reader of feeds is sent anywhere", async () => {
    const place = { feed: "NO.atom", home: "../?partner=NO", name: "NO" };
    const [json, atom] = [toJsonFeed([], info(), place), toAtom([], info(), place)];
    expect(JSON.parse(json)).not.toHaveProperty("feed_url");
    expect(JSON.parse(json)).not.toHaveProperty("home_page_url");
    expect(JSON.parse(toJsonFeed([], info(), PLACE))).toMatchObject({
      feed_url: PLACE.feed,
      home_page_url: PLACE.home,
    });
    expect(atom).toContain('href="../?partner=NO"');
    expect(atom).toMatch(/<id>urn:liaison:[^<]+<\/id>/);
    const id = (feed: string) => /<id>.*<\/id>/.exec(feed)?.[0];
    expect(id(toAtom([], info(), PLACE))).toBe(id(atom));
  });
});
