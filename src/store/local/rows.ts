import type { EngagementEvent, Evidence } from "#data/schema.ts";

/** Where whole rows come from when one is opened or printed. Positions are those of the columns. */
export interface RowSource {
  /** True where a row takes a reading of its file: then as few are asked for as will do. */
  readonly far?: boolean;
  title(at: number): string;
  event(at: number): EngagementEvent | Promise<EngagementEvent>;
  evidence(id: string): Evidence | null | Promise<Evidence | null>;
}

/** Rows that are all in memory; `rows[at]` is the row of the record at position `at`. */
export const rowsInMemory = (
  events: readonly EngagementEvent[],
  evidence: readonly Evidence[],
  rows: Uint32Array,
): RowSource => {
  const byId = new Map<string, Evidence>();
  for (const row of evidence) if (!byId.has(row.id)) byId.set(row.id, row);
  const event = (at: number): EngagementEvent => events[rows[at] as number] as EngagementEvent;
  return { event, title: (at) => event(at).title, evidence: (id) => byId.get(id) ?? null };
};
