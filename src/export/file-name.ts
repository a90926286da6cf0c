/** Names of the files that figures are saved under. */
import type { Filter } from "#model/filter.ts";

export interface FileName {
  readonly figure: string;
  readonly filter: Filter;
  /** The event of the figure `event`; null elsewhere. */
  readonly event?: string | null;
  /** First and last year drawn where the filter has none; null where nothing has a date. */
  readonly years: readonly [from: number, to: number] | null;
  /** Release id; empty where there is none. */
  readonly release: string;
  readonly plain?: boolean;
  readonly dark?: boolean;
  /** Px of a picture for each px of the figure. */
  readonly scale?: number;
  /** With what stands before the last dot: `svg`, `office.svg`, `metadata.json`. */
  readonly extension: string;
}

const SITE = "liaison";
const LONGEST = 100;

/** Lower-case ASCII letters, digits and single hyphens. */
const plainWord = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");

/** FNV-1a, 24 bit: tells long filters apart in a name, and is no secret. */
const shortHash = (text: string): string => {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193);
  return ((value >>> 0) & 0xffffff).toString(16).padStart(6, "0");
};

const filterPart = ({ filter, event }: FileName): string => {
  const { partner, topic, type, official, place, certainty, q } = filter;
  // An event is one row, whatever the filter that it was found with.
  const lists = event ? [[event]] : [partner, topic, type, official, place, certainty, q.trim() === "" ? [] : [q]];
  // Each value is marked by its clause in what is hashed, so that a topic and a place of one name differ.
  const whole = JSON.stringify(lists);
  const words = lists.flat().map(plainWord);
  const readable = words.filter((word) => word !== "").join("-");
  return words.includes("") || readable.length > LONGEST ? `filter-${shortHash(whole)}` : readable;
};

const day = (edtf: string): string => plainWord(edtf);

const periodPart = ({ filter: { from, to }, years, event }: FileName): string => {
  if (event) return "";
  const [first, last] = [
    from ? day(from) : years ? String(years[0]) : "",
    to ? day(to) : years ? String(years[1]) : "",
  ];
  return first === "" && last === "" ? "" : `${first}-${last}`;
};

/**
 * `liaison_timeline_kr-ru_2018-2019_20261121-3f9a1c2e.svg`: site, figure, filter, period, release, then `plain`, `dark`
 * and `@2x` where they apply. Lower-case ASCII and at most 100 characters: a longer filter becomes `filter-` and a hash.
 */
export const fileName = (name: FileName): string => {
  const { figure, release, plain = false, dark = false, scale = 1, extension } = name;
  const tail = `${plain ? "_plain" : ""}${dark ? "_dark" : ""}${scale === 1 ? "" : `@${scale}x`}.${extension}`;
  const build = (filter: string, period: string): string =>
    [SITE, figure, filter, period, release].filter((part) => part !== "").join("_") + tail;
  const period = periodPart(name);
  const hashed = `filter-${shortHash(JSON.stringify([name.filter, name.event]))}`;
  const tries = [build(filterPart(name), period), build(hashed, period), build(hashed, "")];
  return tries.find((made) => made.length <= LONGEST) ?? build(hashed, "");
};
