/** How many rows a page must show, counted from the generator and not from any page. */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { madeCatalog } from "./catalog.ts";
import { eachEvent } from "./events.ts";
import { mulberry32 } from "./random.ts";
import type { Subject } from "./subjects.ts";

export interface Counts {
  readonly events: number;
  readonly dated: number;
  readonly meetings: number;
}

/** Of the whole record, and of the events with South Korea. */
export interface Expected {
  readonly all: Counts;
  readonly korea: Counts;
}

/** Counts a record again as it is made: the same size and seed give the same events. */
export const expectedOf = (size: number, seed: number): Expected => {
  const random = mulberry32(seed);
  const containers = new Set<string>();
  const held: { readonly id: string; readonly korea: boolean }[] = [];
  const all = { events: 0, dated: 0, meetings: 0 };
  const korea = { events: 0, dated: 0, meetings: 0 };
  eachEvent(random, size, madeCatalog(random, size), (event) => {
    const with_ = event.partners.includes("KR");
    for (const counts of with_ ? [all, korea] : [all]) {
      counts.events += 1;
      if (event.date !== null) counts.dated += 1;
    }
    if (event.partOf !== null) containers.add(event.partOf);
    if (event.status === "held" && event.type !== "visit") held.push({ id: event.id, korea: with_ });
  });
  for (const meeting of held) {
    if (containers.has(meeting.id)) continue;
    all.meetings += 1;
    if (meeting.korea) korea.meetings += 1;
  }
  return { all, korea };
};

/** The same, kept in a file beside the data it was made with, since a large record takes a while to count. */
export const keptCounts = (size: number, seed: number, data: string, path: string): Expected => {
  const kept: Record<string, Expected> = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {};
  const key = `${size} events, seed ${seed}, made ${statSync(data).mtime.toISOString()}`;
  const counts = kept[key] ?? expectedOf(size, seed);
  if (!kept[key]) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify({ ...kept, [key]: counts }));
  }
  return counts;
};

/** Whether a page showed all rows, and all rows with the partner chosen; null where it did not get so far. */
export const isRight = (
  { all, korea }: Expected,
  { counts }: Pick<Subject, "counts">,
  count: number | null,
  chosen: number | null,
): boolean | null => (count === null ? null : count === all[counts] && (chosen === null || chosen === korea[counts]));
