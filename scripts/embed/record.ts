/** The record that embeds are made of, opened without a browser. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { parseRecord } from "#data/load.ts";
import type { LiaisonRecord } from "#data/schema.ts";
import { releaseId } from "#figures/release.ts";
import { parseDate } from "#lib/edtf-dates.ts";
import type { EventStore } from "#model/questions.ts";
import { createLocalStore } from "#store/local/store.ts";
import plainEdtf from "../../src/embed/edtf.ts";

export interface Opened {
  readonly record: LiaisonRecord;
  readonly store: EventStore;
  readonly release: string;
  readonly digest: string;
  readonly bytes: Buffer;
}

export const sha256 = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");

/** Opens a record file. Throws a sentence for a person where it cannot be shown whole. */
export const openRecord = (file: string): Opened => {
  const bytes = readFileSync(file);
  const loaded = parseRecord(JSON.parse(bytes.toString("utf8")));
  if (!loaded.record) throw new Error(`${file} is no record: ${loaded.failure.kind} ${loaded.failure.detail}`);
  if (loaded.faults.length) throw new Error(`${file} has ${loaded.faults.length} faults. Run: npm run data:check`);
  const { record } = loaded;
  const digest = sha256(bytes);
  return { record, store: createLocalStore(record), release: releaseId(record.meta.release, digest), digest, bytes };
};

const datesIn = (value: unknown, found: Set<string>): void => {
  if (Array.isArray(value)) for (const one of value) datesIn(one, found);
  else if (typeof value === "object" && value !== null)
    for (const [key, one] of Object.entries(value))
      if (typeof one === "string" && /^(?:date|due|period|asOf|published|release)$/.test(key)) found.add(one);
      else datesIn(one, found);
};

/** Whether the embed's own small reader of dates reads every date of the record as the whole one does. */
export const hasPlainDates = (record: LiaisonRecord): boolean => {
  const dates = new Set<string>();
  datesIn(record, dates);
  return [...dates].every((text) => {
    const whole = parseDate(text);
    if (!whole.ok) return true;
    try {
      const { min, max } = plainEdtf(text);
      const day = (ms: number): number => (Number.isFinite(ms) ? Math.floor(ms / 86_400_000) : ms);
      return day(min) === whole.value.start && day(max) === whole.value.end;
    } catch {
      return text.startsWith("../");
    }
  });
};

/** The record as an embed needs it: where a passage begins and ends, and its digest, are for the page. */
export const lightRecord = (record: LiaisonRecord): unknown => ({
  ...record,
  evidence: record.evidence.map(({ id, source, certainty, basis, about, url, note }) => ({
    id,
    source,
    certainty,
    basis,
    about,
    url,
    note,
  })),
});
