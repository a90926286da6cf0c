/** What a link to a figure's page is shown as by who asks for it: oEmbed 1.0 (https://oembed.com/). */
import { frameTag } from "#export/snippet.ts";
import type { FigureName } from "#figures/names.ts";
import { noSite } from "#model/words/en/command.ts";
import { en } from "#model/words/en/index.ts";
import { WIDTH } from "./width.ts";

export interface Sized {
  readonly width: number;
  readonly height: number;
}

/** `figure.json` beside a page: what others need to know of it to show it. */
export interface FigureFacts {
  readonly figure: FigureName;
  /** The query whose question the page answers. */
  readonly base: string;
  readonly release: string;
  readonly title: string;
  /** Says what is shown, `alt.short`. */
  readonly short: string;
  /** Whose pages stand behind it: the first of them. */
  readonly author: { readonly name: string; readonly url: string };
  /** Px that the frame takes at its usual width. */
  readonly height: number;
  readonly picture: Sized & { readonly src: string };
  readonly card: Sized & { readonly src: string };
}

const DAY = 86_400;
const YEAR = 31_536_000;

/** Where a page stands: null where the site's address is not known. */
export interface Standing {
  readonly site: string | null;
  /** Folder of the page, from the site's. */
  readonly folder: string;
  readonly frozen: boolean;
}

/**
 * The answer as a file. A frame and a picture need absolute addresses: where the site's is not known, the answer is of
 * type `link`, which needs none, and says why.
 */
export const oembed = (facts: FigureFacts, { site, folder, frozen }: Standing): string => {
  const about = {
    title: facts.title,
    author_name: facts.author.name,
    author_url: facts.author.url,
    provider_name: en.export.publisher,
    ...(site === null ? {} : { provider_url: site }),
    cache_age: frozen ? YEAR : DAY,
  };
  const address = `${site}${folder}`;
  const answer =
    site === null
      ? { type: "link", version: "1.0", ...about, note: noSite }
      : {
          ...{ type: "rich", version: "1.0", ...about },
          thumbnail_url: `${address}${facts.card.src}`,
          thumbnail_width: facts.card.width,
          thumbnail_height: facts.card.height,
          html: frameTag({ src: address, title: facts.short, height: facts.height }),
          width: WIDTH,
          height: facts.height,
        };
  return `${JSON.stringify(answer, null, 2)}\n`;
};
