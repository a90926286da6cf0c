/**
 * Blocks of events read beside the file they come from: who scans the file only finds where slices of rows end, and has
 * others parse and check them.
 */
import { type EventColumns, EventColumnsWriter } from "./event-columns.ts";
import { FaultLog } from "./faults.ts";
import { checkRow } from "./rows.ts";
import { NotScannable, rowsIn } from "./scan.ts";
import type { EngagementEvent } from "./schema.ts";

export type BlockRead =
  /** All events of the block, and how many each of its slices has. */
  | { readonly kind: "columns"; readonly columns: EventColumns; readonly counts: readonly number[] }
  /** Something is wrong with a row, or it is none: they must be looked at one by one. */
  | { readonly kind: "rows" };

/** Reads blocks elsewhere, several at a time. */
export interface BlockReader {
  /** How many blocks are read at one time. */
  readonly atOnce: number;
  /** Bytes to a block. */
  readonly bytes: number;
  /** @param ends where each slice of the block ends, in bytes; a comma follows. Rejects where nobody reads it. */
  read(bytes: Uint8Array<ArrayBuffer>, ends: readonly number[]): Promise<BlockRead>;
}

/** What `BlockReader.read` does, here and now. */
export const readBlock = (bytes: Uint8Array, ends: readonly number[]): BlockRead => {
  const writer = new EventColumnsWriter();
  const log = new FaultLog();
  const counts: number[] = [];
  let from = 0;
  try {
    for (const end of ends) {
      const rows = rowsIn(bytes.subarray(from, end));
      if (rows.length === 0) return { kind: "rows" };
      for (const row of rows) {
        if (checkRow("events", row, 0, log) !== row || log.faults.length > 0) return { kind: "rows" };
        writer.add(row as EngagementEvent);
      }
      counts.push(rows.length);
      from = end + 1;
    }
  } catch (error) {
    if (error instanceof NotScannable) return { kind: "rows" };
    throw error;
  }
  return { kind: "columns", columns: writer.done(), counts };
};
