/** What `docs/embedding.md` promises to host pages is what the code takes and tells. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { COLOURS, PLAIN_LOOK, readLook } from "#model/look.ts";
import { addressParsers } from "#model/url.ts";
import { type Order, readOrder, type Said, type Told } from "../../../src/embed/messages.ts";

const text = readFileSync("docs/embedding.md", "utf8");
const named = new Set([...text.matchAll(/`"?([\w]+)"?`/g)].map(([, name]) => name));

/** Every name, so that a new one that is not told of fails to compile here. */
const ORDERS: Readonly<Record<Order["type"], unknown>> = {
  setState: { partner: ["KR", "RU"], from: "2019" },
  getState: undefined,
  getAlt: undefined,
  setTheme: { theme: "dark", ground: "#fff" },
};
const TOLD: Readonly<Record<keyof Told, true>> = {
  ready: true,
  state: true,
  select: true,
  deselect: true,
  height: true,
  alt: true,
};
const SAID: Readonly<Record<keyof Said, true>> = {
  title: true,
  short: true,
  medium: true,
  long: true,
  source: true,
  citation: true,
};

describe("the page for those who embed", () => {
  it("names every order, and each is taken as it is written there", () => {
    for (const [type, data] of Object.entries(ORDERS)) {
      expect(named, type).toContain(type);
      expect(readOrder({ target: "liaison", v: 1, type, data }), type).toMatchObject({ type });
    }
  });
  it("names all that is told", () => {
    for (const type of Object.keys(TOLD)) expect(named, type).toContain(type);
    const alt = /\| `alt` \| `\{ (.+?) \}`/.exec(text)?.[1]?.split(", ");
    expect(alt).toEqual(Object.keys(SAID));
  });
  it("names every key of the address and of the look", () => {
    const page = ["theme", "lang", "data"];
    for (const key of Object.keys(addressParsers)) if (!page.includes(key)) expect(named, key).toContain(key);
    for (const key of [...Object.keys(PLAIN_LOOK), ...COLOURS])
      if (key !== "colours") expect(named, key).toContain(key);
  });
  it("writes addresses and values that are read", () => {
    const addresses = [...text.matchAll(/src="https:\/\/your\.site\/embed\/[a-z]+\/(\?[^"]*)?"/g)];
    expect(addresses.length).toBeGreaterThan(3);
    for (const [, query = ""] of addresses) expect(readLook(query).unread).toEqual([]);
    const rows = [...text.matchAll(/^\| `(\w+)` \| ((?:`\w+`(?:, )?)+) \|/gm)];
    expect(rows.length).toBeGreaterThan(6);
    for (const [, key, values = ""] of rows)
      for (const [, value] of values.matchAll(/`(\w+)`/g))
        if (value !== "rrggbb") expect(readLook(`?${key}=${value}`).unread, `${key}=${value}`).toEqual([]);
  });
});
