/** The complete check of a record, as `npm run data:check` makes it before a record is published. */
import { type CheckRule, indexOf, reporter, type World } from "./check/context.ts";
import { checkDates } from "./check/dates.ts";
import { checkEvidence } from "./check/evidence.ts";
import { checkPlover } from "./check/plover.ts";
import { checkRows } from "./check/rows.ts";
import { checkSidesOf } from "./check/sides.ts";
import { checkWorld } from "./check/world.ts";
import type { LoadFailure } from "./failures.ts";
import type { Fault, FaultRule } from "./faults.ts";
import { parseRecord } from "./load.ts";
import type { LiaisonRecord } from "./schema.ts";

export type { CheckRule, World } from "./check/context.ts";

export interface Checked {
  /** Null where the file is no record at all; then `failure` says why. */
  readonly record: LiaisonRecord | null;
  readonly failure: LoadFailure | null;
  readonly faults: readonly Fault<FaultRule | CheckRule>[];
}

/**
 * Everything that is wrong with a record: what loading finds, and what only a whole, well-formed record can be asked.
 * The second part looks at the rows that loading kept.
 */
export const checkRecord = (json: unknown, world: World): Checked => {
  const parsed = parseRecord(json);
  if (!parsed.record) return { record: null, failure: parsed.failure, faults: [] };
  const faults: Fault<CheckRule>[] = [];
  const report = reporter(faults);
  const index = indexOf(parsed.record);
  checkDates(index, report);
  checkWorld(parsed.record, world, report);
  checkSidesOf(index, report);
  checkEvidence(index, report);
  checkPlover(index, report);
  checkRows(index, report);
  return { record: parsed.record, failure: null, faults: [...parsed.faults, ...faults] };
};
