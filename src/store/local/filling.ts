/** The columns of a store while they are filled. */
import type { Catalog } from "../catalog.ts";
import type { EvidenceColumn } from "./evidence.ts";
import type { Growing } from "./growing.ts";
import type { ListColumn } from "./list-column.ts";
import type { ParentColumn } from "./parents.ts";
import type { Titles } from "./phrases.ts";
import type { StringTable } from "./strings.ts";
import type { Codes, Vocabulary } from "./vocabulary.ts";

type Numbers = Growing<Uint8Array> | Growing<Uint32Array> | Growing<Int32Array>;

/** As `RawColumns` has them, one value or list for each row added so far. */
export interface Filling {
  readonly catalog: Catalog;
  readonly vocabulary: Vocabulary;
  readonly ids: StringTable;
  readonly titles: Titles | null;
  readonly start: Numbers;
  readonly end: Numbers;
  readonly type: Numbers;
  readonly status: Numbers;
  readonly flags: Numbers;
  readonly doubts: Numbers;
  readonly place: Numbers;
  readonly dateText: Numbers;
  /** Dates that are no plain days, and their numbers. */
  readonly dates: Map<string, number>;
  readonly partners: ListColumn;
  readonly topics: ListColumn;
  readonly mechanisms: ListColumn;
  readonly officials: ListColumn;
  readonly organizations: ListColumn;
  readonly sides: Numbers;
  readonly seatOrganizations: Numbers;
  readonly seatRoles: Numbers;
  readonly seatRanks: Numbers;
  readonly seatTexts: Codes;
  readonly printedNames: Map<number, Set<string>>;
  readonly printedRoles: Map<number, Set<string>>;
  readonly namedTopics: Set<number>;
  readonly parents: ParentColumn;
  readonly evidence: EvidenceColumn;
}

/** Notes a text under a number, once. */
export const remember = (map: Map<number, Set<string>>, key: number, text: string | null | undefined): void => {
  if (!text) return;
  const known = map.get(key);
  if (known) known.add(text);
  else map.set(key, new Set([text]));
};
