/**
 * The site's answer to its kept figures: how many meetings were added to what they show. It is made with the record as it
 * is now and changes with it, so that a page which is kept for ever need not know how a later record is written.
 */
import type { LiaisonRecord } from "#data/schema.ts";
import type { EventStore } from "#model/questions.ts";
import { readAddress, toFilter, withoutUnknown } from "#model/url.ts";
import { date } from "#model/words/en/dates.ts";
import { added, asItIs, changed } from "#model/words/en/since.ts";
import { createLocalStore } from "#store/local/store.ts";
import type { Kept, Since } from "./newer.ts";

const PAGE = 500;

/** Meetings that match the kept figure's question and that it does not know. */
export const addedTo = async (store: EventStore, { events, query }: Kept): Promise<number> => {
  const known = new Set(events);
  const asked = toFilter(readAddress(query).raw);
  const filter = withoutUnknown(asked, await store.unknown(asked));
  let fresh = 0;
  for (let offset = 0; ; offset += PAGE) {
    const { total, rows } = await store.events(filter, { offset, limit: PAGE });
    fresh += rows.filter(({ id, counted }) => counted && !known.has(id)).length;
    if (rows.length === 0 || offset + rows.length >= total) return fresh;
  }
};

/** The sentence and its link's words. The figure of one event has no meetings added to it. */
export const sinceOf = async (record: LiaisonRecord, store: EventStore, kept: Kept): Promise<Since> => {
  const fresh = kept.figure === "event" ? 0 : await addedTo(store, kept);
  return { text: fresh ? added(fresh) : changed, link: asItIs(date(record.meta.release)) };
};

if (typeof window !== "undefined") {
  // A kept page has its own record under this name until the site's comes.
  const record = window.liaisonRecord;
  if (record) {
    const store = createLocalStore(record);
    window.liaisonSince = (kept) => sinceOf(record, store, kept);
  }
}
