/** Faults of a record as lines of text, under the list they are in. */
import type { CheckRule } from "../src/data/check.ts";
import type { Fault, FaultRule } from "../src/data/faults.ts";
import { inCollection } from "../src/model/words/en/check.ts";

export const faultLines = (faults: readonly Fault<FaultRule | CheckRule>[]): readonly string[] => {
  const lines: string[] = [];
  for (const collection of new Set(faults.map((fault) => fault.collection))) {
    lines.push(`  ${collection}`);
    for (const fault of faults) if (fault.collection === collection) lines.push(`    ${inCollection(fault)}`);
  }
  return lines;
};
