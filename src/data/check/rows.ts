/** Rows nobody refers to, entries named twice, fields of spaces, and ids that would be taken for each other. */
import { ESSENTIAL, OTHER } from "../references.ts";
import type { CollectionName, LiaisonRecord } from "../schema.ts";
import type { Index, Report } from "./context.ts";

type Loose = Record<string, unknown>;

/** Collections whose rows serve others. Events, papers, promises and figures stand for themselves. */
const SERVING = [
  "sources",
  "partners",
  "places",
  "organizations",
  "people",
  "topics",
  "mechanisms",
  "evidence",
] as const satisfies readonly CollectionName[];

const collect = (value: unknown, path: readonly string[], into: Set<string>): void => {
  if (value === null || value === undefined) return;
  const [step, ...rest] = path;
  if (step === undefined) into.add(value as string);
  else if (step === "[]") for (const each of value as unknown[]) collect(each, rest, into);
  else collect((value as Loose)[step], rest, into);
};

const checkUnused = (record: LiaisonRecord, report: Report): void => {
  const used = Object.fromEntries(SERVING.map((name) => [name, new Set<string>()])) as Record<string, Set<string>>;
  used.organizations?.add(record.meta.focus);
  for (const references of [ESSENTIAL, OTHER])
    for (const [collection, list] of Object.entries(references))
      for (const reference of list) {
        const into = used[reference.to];
        // A row does not use itself.
        if (into && reference.to !== collection)
          for (const row of record[collection as CollectionName]) collect(row, reference.path, into);
      }
  for (const name of ["organizations", "topics"] as const)
    for (const { parent } of record[name]) if (parent !== null) used[name]?.add(parent);
  for (const name of SERVING)
    for (const { id } of record[name]) if (!used[name]?.has(id)) report(name, id, "", undefined, "unused");
};

/** Entries of lists that are named twice, and texts without a letter. */
const checkTwice = (record: LiaisonRecord, report: Report): void => {
  const lists = (collection: CollectionName, row: Loose, at: string): void => {
    for (const [field, value] of Object.entries(row)) {
      if (typeof value === "string" && value !== "" && value.trim() === "")
        report(collection, String(row.id ?? ""), `${at}${field}`, value, "blank");
      if (!Array.isArray(value)) continue;
      const seen = new Set<unknown>();
      for (const [place, each] of value.entries()) {
        const where = `${at}${field}[${place}]`;
        if (typeof each === "string") {
          if (seen.has(each)) report(collection, String(row.id ?? ""), where, each, "twice");
          seen.add(each);
        } else if (typeof each === "object" && each !== null && !Array.isArray(each))
          lists(collection, { ...each, id: row.id }, `${where}.`);
      }
    }
  };
  for (const name of Object.keys(record) as (keyof LiaisonRecord)[]) {
    const rows = record[name];
    if (Array.isArray(rows)) for (const row of rows) lists(name as CollectionName, row, "");
  }
};

export const checkRows = ({ record }: Index, report: Report): void => {
  checkUnused(record, report);
  checkTwice(record, report);
  for (const { id, name, aliases, weakAliases } of record.people)
    for (const field of ["aliases", "weakAliases"] as const)
      for (const [at, alias] of { aliases, weakAliases }[field].entries())
        if (alias === name || (field === "weakAliases" && aliases.includes(alias)))
          report("people", id, `${field}[${at}]`, alias, "same-as-name");
  // A seat without a name is addressed as `organization.seat`, beside people, in the address bar.
  const people = new Set(record.people.map(({ id }) => id));
  for (const { id, participants } of record.events)
    for (const [at, { person, organization, seat }] of participants.entries())
      if (person === null && people.has(`${organization}.${seat}`))
        report("events", id, `participants[${at}].seat`, seat, "seat-is-person", `${organization}.${seat}`);
};
