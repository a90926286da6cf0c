/** The HTML around a figure's body, and what says of it to others what it is. */
import { createHash } from "node:crypto";
import type { FigureText } from "#charts/kit/figure-text.ts";
import type { LiaisonRecord } from "#data/schema.ts";
import { licenceAddress } from "#figures/credit.ts";
import { en } from "#model/words/en/index.ts";
import { FACTS_ID, type PageFacts } from "../../src/embed/page.ts";
import type { FigureFacts } from "./oembed.ts";

export const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** JSON inside of a script element: nothing in it may end the element. */
const json = (value: unknown): string => JSON.stringify(value).replaceAll("<", "\\u003c");

export interface PageParts {
  readonly facts: PageFacts;
  readonly text: FigureText;
  readonly body: string;
  readonly style: string;
  /** Addresses from the page. */
  readonly scripts: { readonly before: string; readonly deferred: readonly string[] };
  /** Absolute address of the page; empty where it is not known, so that the files beside it are named from the page. */
  readonly address: string;
  readonly record: LiaisonRecord;
  /** Address of the data file, absolute where the page's is. */
  readonly data: string;
  readonly picture: FigureFacts["picture"];
  readonly card: FigureFacts["card"];
}

const linkedData = ({ address, text, record, data, facts, picture, card }: PageParts): unknown => ({
  "@context": "https://schema.org",
  "@graph": [
    {
      "@type": "Dataset",
      "@id": data,
      name: record.meta.title,
      description: record.meta.coverage ?? record.meta.counting,
      license: licenceAddress(record.meta.license) ?? record.meta.license,
      version: facts.release,
      dateModified: record.meta.release,
      distribution: { "@type": "DataDownload", encodingFormat: "application/json", contentUrl: data },
      isBasedOn: record.sources.map((source) => source.url),
    },
    {
      "@type": "ImageObject",
      "@id": address || "./",
      name: text.title,
      description: text.alt.medium,
      caption: text.alt.short,
      contentUrl: `${address}${picture.src}`,
      thumbnailUrl: `${address}${card.src}`,
      isPartOf: { "@id": data },
      license: licenceAddress(record.meta.license) ?? record.meta.license,
    },
  ],
});

const policy = (style: string): string => {
  const hash = createHash("sha256").update(style).digest("base64");
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'sha256-${hash}'`,
    "img-src 'self' data:",
    "font-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
};

/** The whole page. Its only inline style is named in its policy by its digest; its scripts are files. */
export const pageHtml = (parts: PageParts): string => {
  const { facts, text, body, style, scripts, address } = parts;
  const meta = (name: string, content: string, kind = "name"): string =>
    `<meta ${kind}="${name}" content="${escaped(content)}">`;
  return [
    "<!doctype html>",
    `<html lang="${en.lang}" data-state="loading" data-revision="0">`,
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy(style)}">`,
    meta("viewport", "width=device-width, initial-scale=1"),
    meta("referrer", "no-referrer"),
    `<title>${escaped(text.title)}</title>`,
    meta("description", text.alt.medium),
    `<link rel="canonical" href="${escaped(address || "./")}">`,
    `<link rel="alternate" type="application/json+oembed" href="${escaped(`${address}${facts.figure}.oembed.json`)}" title="${escaped(text.title)}">`,
    meta("og:type", "article", "property"),
    meta("og:site_name", en.export.publisher, "property"),
    meta("og:title", text.title, "property"),
    meta("og:description", text.alt.medium, "property"),
    ...(address === "" ? [] : [meta("og:url", address, "property")]),
    meta("og:image", `${address}${parts.card.src}`, "property"),
    meta("og:image:type", "image/png", "property"),
    meta("og:image:width", String(parts.card.width), "property"),
    meta("og:image:height", String(parts.card.height), "property"),
    meta("og:image:alt", text.alt.medium, "property"),
    meta("twitter:card", "summary_large_image"),
    '<link rel="icon" href="data:,">',
    `<style>${style}</style>`,
    `<script src="${scripts.before}"></script>`,
    ...scripts.deferred.map((src) => `<script defer src="${src}"></script>`),
    `<script type="application/ld+json">${json(linkedData(parts))}</script>`,
    "</head>",
    "<body>",
    `<main>${body}</main>`,
    `<script type="application/json" id="${FACTS_ID}">${json(facts)}</script>`,
    "</body>",
    "</html>",
    "",
  ].join("\n");
};
