/** Whose pages stand behind the rows of a figure: what its footer names, and no more. */
import type { Filter } from "#model/filter.ts";
import type { DayWindow, EventStore, EvidenceDetail } from "#model/questions.ts";

/** Rows that bring their evidence; or events that stand for it: those of the filter, or some of them by id. */
export type Behind =
  | { readonly rows: readonly { readonly evidence: readonly EvidenceDetail[] }[] }
  | { readonly events: "matching" | readonly string[] };

/** More events than this are not asked for one by one. */
const MOST = 2000;

const idsOf = async (store: EventStore, filter: Filter, window: DayWindow | null): Promise<readonly string[]> => {
  const { total, rows } = await store.events(filter, { offset: 0, limit: MOST + 1 });
  const within = ({ edtf, start, end }: (typeof rows)[number]): boolean =>
    window === null || (edtf !== null && (start ?? -Infinity) <= window.end && (end ?? Infinity) >= window.start);
  return total > MOST ? rows.map(({ id }) => id) : rows.filter(within).map(({ id }) => id);
};

/**
 * Publishers in the order their rows are met, each once. Null where the rows rest on too many events to ask for each:
 * then the record's publishers stand for them. `window` narrows the matching events of a timeline.
 */
export const publishersBehind = async (
  store: EventStore,
  behind: Behind,
  filter: Filter,
  window: DayWindow | null,
): Promise<readonly string[] | null> => {
  let evidence: readonly EvidenceDetail[];
  if ("rows" in behind) evidence = behind.rows.flatMap((row) => row.evidence);
  else {
    const { events } = behind;
    const ids = new Set(events === "matching" ? await idsOf(store, filter, window) : events);
    if (ids.size > MOST) return null;
    const details = await Promise.all([...ids].map((id) => store.event(id, filter)));
    evidence = details.flatMap((detail) => detail?.evidence ?? []);
  }
  return [...new Set(evidence.flatMap(({ source }) => (source ? [source.publisher] : [])))];
};
