// @vitest-environment jsdom
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frameTag, pictureTag, reportSnippet, stateQuery, webSnippet } from "#export/snippet.ts";
import { NO_FILTER } from "#model/filter.ts";
import { writeLook } from "#model/look.ts";
import { readAddress, toFilter } from "#model/url.ts";

const linked = {
  src: "https://example.org/embed/map/?partner=KR&q=a%22b",
  href: "https://example.org/?partner=KR",
  title: 'Map of "places" <b>',
  alt: "Hà Nội & Seoul, 4 meetings",
  height: 431.2,
  picture: { src: "https://example.org/embed/map/KR/map.svg", width: 680, height: 420 },
};
const parsed = (html: string): Document => new DOMParser().parseFromString(`<body>${html}</body>`, "text/html");

describe("a snippet", () => {
  it("for a page keeps a linked picture with its words when script and tag are taken out", () => {
    const html = webSnippet(linked, "https://example.org/liaison-embed.js");
    const document = parsed(html.replace(/<script.*?<\/script>/gs, "").replace(/<\/?liaison-figure[^>]*>/g, ""));
    const image = document.querySelector("a > img");
    expect(image?.getAttribute("alt")).toBe(linked.alt);
    expect([image?.getAttribute("width"), image?.getAttribute("height")]).toEqual(["680", "420"]);
    expect(image?.closest("a")?.href).toBe(linked.href);
    expect(document.body.children).toHaveLength(1);
  });
  it("of a plain frame has name, sandbox, lazy loading and no script", () => {
    const [frame] = parsed(frameTag(linked)).querySelectorAll("iframe");
    expect(frame?.title).toBe(linked.title);
    expect(frame?.getAttribute("src")).toBe(linked.src);
    expect(frame?.getAttribute("height")).toBe("432");
    expect(frame?.getAttribute("loading")).toBe("lazy");
    expect(frame?.getAttribute("sandbox")).not.toContain("same-origin");
  });
  it("for a report says whose it is and where it stays", () => {
    const document = parsed(reportSnippet(linked, ["Where they met", "Source: somebody"]));
    expect(document.querySelector("figcaption")?.textContent).toContain("Source: somebody");
    expect(document.querySelector("figcaption a")?.getAttribute("href")).toBe(linked.src);
  });
  it("lets no text out of its attribute", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (title, alt) => {
        const document = parsed(frameTag({ ...linked, title }) + pictureTag({ ...linked, alt }));
        expect(document.querySelectorAll("*")).toHaveLength(3 + 3);
      }),
      { numRuns: 60 },
    );
  });
});

describe("an address in a snippet", () => {
  const look = writeLook({});
  it("has every parameter in one order, empty and usual ones too", () => {
    expect(stateQuery({ filter: NO_FILTER, event: null, window: null, lanes: "partner" }, look)).toBe(
      "?partner=&topic=&type=&official=&place=&certainty=&from=&to=&q=&event=&window=&lanes=partner&lang=en&dark=false&plain=false&static=false&transparent=false&logo=on&fitchart=false&hideControls=false",
    );
  });
  it("reads as it was meant", () => {
    const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 10 });
    const filter = fc.record({
      partner: fc.uniqueArray(text, { maxLength: 3 }),
      topic: fc.uniqueArray(text, { maxLength: 3 }),
      from: fc.option(text),
      q: fc.string({ unit: "grapheme", maxLength: 10 }),
    });
    fc.assert(
      fc.property(filter, (some) => {
        const whole = { ...NO_FILTER, ...some };
        const { raw } = readAddress(stateQuery({ filter: whole, event: null, window: null, lanes: "partner" }, look));
        // A comma in a value is written doubly escaped, and a value that reads as that escape comes back as a comma.
        fc.pre(![...some.partner, ...some.topic].some((value) => value.includes("%2C")));
        expect(toFilter(raw)).toEqual(whole);
      }),
    );
  });
});
