/** References between rows: those that lead nowhere are taken out, rings are cut. */
import { type Fault, type FaultLog, fieldPath, shortValue } from "./faults.ts";
import { ESSENTIAL, OTHER, PARENTS, type Reference } from "./references.ts";
import type { CollectionName } from "./schema.ts";

type Loose = Record<string, unknown>;
/** Ids that are known. */
export interface Known {
  has(id: string): boolean;
}
/** Rows of each collection after the schema check, every one with an id of its own. */
export type RowsById = Readonly<Record<CollectionName, Map<string, Loose>>>;

/** Whether every id at `path` under `value` is known. */
const resolves = (value: unknown, path: readonly string[], depth: number, known: Known): boolean => {
  if (value === null || value === undefined) return true;
  const step = path[depth];
  if (step === undefined) return known.has(value as string);
  if (step !== "[]") return resolves((value as Loose)[step], path, depth + 1, known);
  for (const each of value as unknown[]) if (!resolves(each, path, depth + 1, known)) return false;
  return true;
};

interface Job {
  readonly collection: CollectionName;
  readonly id: string;
  readonly reference: Reference;
  readonly known: Known;
  readonly log: FaultLog;
}

const note = (job: Job, pointer: string, value: unknown, severity: "left-out" | "noted"): void =>
  job.log.add({
    collection: job.collection,
    record: job.id,
    field: fieldPath(pointer),
    value: shortValue(value),
    rule: "unknown-reference",
    detail: job.reference.to,
    severity,
  });

/** Takes what does not resolve out of `holder`, a part of a row that may be changed. */
const takeOut = (holder: Loose, depth: number, pointer: string, job: Job): void => {
  const { path, loss } = job.reference;
  const step = path[depth] ?? "";
  const value = holder[step];
  const here = `${pointer}/${step}`;
  if (value === null || value === undefined) return;
  if (path[depth + 1] !== "[]") {
    if (path.length > depth + 1) takeOut(value as Loose, depth + 1, here, job);
    else if (!job.known.has(value as string)) {
      note(job, here, value, "noted");
      if (loss === "drop") delete holder[step];
      else holder[step] = null;
    }
    return;
  }
  const entries = value as unknown[];
  if (path.length > depth + 2) {
    entries.forEach((each, at) => {
      takeOut(each as Loose, depth + 2, `${here}/${at}`, job);
    });
    return;
  }
  holder[step] = entries.filter((each, at) => {
    const found = job.known.has(each as string);
    if (!found) note(job, `${here}/${at}`, each, "noted");
    return found;
  });
};

const leaveOutUnresolved = (rows: RowsById, log: FaultLog): void => {
  for (const [name, references] of Object.entries(ESSENTIAL)) {
    const collection = name as CollectionName;
    for (const [id, row] of rows[collection]) {
      for (const reference of references) {
        const known = rows[reference.to];
        if (resolves(row, reference.path, 0, known)) continue;
        const job: Job = { collection, id, reference, known, log };
        const field = reference.path[0] ?? "";
        if (Array.isArray(row[field])) {
          // Some of a list may be unknown; the row goes only when nothing of it is left.
          const copy = structuredClone(row);
          takeOut(copy, 0, "", job);
          rows[collection].set(id, copy);
          if ((copy[field] as unknown[]).length) continue;
          log.add({ collection, record: id, field, value: "", rule: "no-party", detail: "", severity: "left-out" });
        } else note(job, `/${field}`, row[field], "left-out");
        rows[collection].delete(id);
        log.leftOut += 1;
        break;
      }
    }
  }
};

/**
 * One row without the references that lead nowhere, those it cannot do without left aside.
 * @returns the row itself where all lead somewhere, else a copy
 */
export const withoutUnresolved = <Row extends object>(
  collection: CollectionName,
  id: string,
  row: Row,
  known: Readonly<Record<CollectionName, Known>>,
  log: FaultLog,
): Row => {
  let copy: Loose | null = null;
  for (const reference of OTHER[collection] ?? []) {
    const to = known[reference.to];
    if (resolves(row, reference.path, 0, to)) continue;
    copy ??= structuredClone(row) as Loose;
    takeOut(copy, 0, "", { collection, id, reference, known: to, log });
  }
  if (copy && collection === "events" && copy.place === null) copy.placePrecision = null;
  return (copy ?? row) as Row;
};

/** Events that are not in `rows` but were read one by one: told when their turn comes, so that faults keep their order. */
export interface EventsElsewhere {
  /** To report references of events that lead nowhere. */
  unresolved(): void;
  /** To report events that lie in themselves. */
  rings(): void;
}

const takeOutUnresolved = (rows: RowsById, log: FaultLog, elsewhere: EventsElsewhere | null): void => {
  for (const name of Object.keys(OTHER)) {
    const collection = name as CollectionName;
    if (collection === "events") elsewhere?.unresolved();
    for (const [id, row] of rows[collection]) {
      const kept = withoutUnresolved(collection, id, row, rows, log);
      if (kept !== row) rows[collection].set(id, kept);
    }
  }
};

const FOLLOW_UP = { event: "events", agreement: "agreements", commitment: "commitments" } as const;

/** `followUp` names the collection of each entry in the entry itself. */
const takeOutFollowUps = (rows: RowsById, log: FaultLog): void => {
  for (const [id, row] of rows.commitments) {
    const entries = row.followUp as { kind: keyof typeof FOLLOW_UP; id: string }[] | undefined;
    if (!entries || entries.every((each) => rows[FOLLOW_UP[each.kind]].has(each.id))) continue;
    const followUp = entries.filter((each, at) => {
      const to = FOLLOW_UP[each.kind];
      if (rows[to].has(each.id)) return true;
      const reference: Reference = { path: [], to, loss: "entry" };
      note({ collection: "commitments", id, reference, known: rows[to], log }, `/followUp/${at}/id`, each.id, "noted");
      return false;
    });
    rows.commitments.set(id, { ...row, followUp });
  }
};

export const ring = (collection: CollectionName, record: string, field: string, next: string): Fault => ({
  collection,
  record,
  field,
  value: shortValue(next),
  rule: "cycle",
  detail: "",
  severity: "noted",
});

/** Follows each row to its topmost one; where the way comes back to itself, the last step is cut. */
const cutRings = (rows: RowsById, log: FaultLog, elsewhere: EventsElsewhere | null): void => {
  for (const [name, field] of Object.entries(PARENTS)) {
    const collection = name as CollectionName;
    if (collection === "events") elsewhere?.rings();
    const clear = new Set<string>();
    for (const first of rows[collection].keys()) {
      const way = new Set<string>();
      let id: string | null = first;
      while (id !== null && !clear.has(id)) {
        way.add(id);
        const row: Loose | undefined = rows[collection].get(id);
        const next: string | null = (row?.[field] as string | null | undefined) ?? null;
        if (next !== null && way.has(next)) {
          log.add(ring(collection, id, field, next));
          rows[collection].set(id, { ...row, [field]: null });
          break;
        }
        id = next;
      }
      for (const each of way) clear.add(each);
    }
  }
};

/** Leaves every reference in `rows` leading to a row, and no row above itself; changes the maps, never a row. */
export const resolveReferences = (rows: RowsById, log: FaultLog, elsewhere: EventsElsewhere | null = null): void => {
  leaveOutUnresolved(rows, log);
  takeOutUnresolved(rows, log, elsewhere);
  takeOutFollowUps(rows, log);
  cutRings(rows, log, elsewhere);
};
