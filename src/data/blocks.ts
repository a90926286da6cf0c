/**
 * Blocks of events read beside the file they come from: who scans the file only finds where slices of rows end, and has
 * others parse and check them.
 */
import { type EventColumns, EventColumnsWriter } from "./event-columns.ts";
import { FaultLog } from "./faults.ts";
import type { ColumnRows } from "./nodes.ts";
import { checkRow } from "./rows.ts";
import { NotScannable, rowsIn } from "./scan.ts";
import type { EngagementEvent } from "./schema.ts";

/** What came of a block. `Columns` are all of its events; `counts`, how many each of its slices has. */
type Read<Columns> =
  | { readonly kind: "columns"; readonly columns: Columns; readonly counts: readonly number[] }
  /** Something is wrong with a row, or it is none: they must be looked at one by one. */
  | { readonly kind: "rows" };

export type BlockRead = Read<ColumnRows>;

/** Reads blocks elsewhere, several at a time. */
export interface BlockReader {
  /** How many blocks are read at one time. */
  readonly atOnce: number;
  /** Bytes to a block. */
  readonly bytes: number;
  /** @param ends where each slice of the block ends, in bytes; a comma follows. Rejects where nobody reads it. */
  read(bytes: Uint8Array<ArrayBuffer>, ends: readonly number[]): Promise<BlockRead>;
}

/** Reads blocks one after the other; what it makes of them is for one `EventColumnsReader`, in the same order. */
export class BlockParser {
  private readonly writer = new EventColumnsWriter();

  read(bytes: Uint8Array, ends: readonly number[]): Read<EventColumns> {
    const counts = this.counted(bytes, ends);
    if (counts) return { kind: "columns", columns: this.writer.done(), counts };
    this.writer.drop();
    return { kind: "rows" };
  }

  private counted(bytes: Uint8Array, ends: readonly number[]): readonly number[] | null {
    const log = new FaultLog();
    const counts: number[] = [];
    let from = 0;
    try {
      for (const end of ends) {
        const rows = rowsIn(bytes.subarray(from, end));
        if (rows.length === 0) return null;
        for (const row of rows) {
          if (checkRow("events", row, 0, log) !== row || log.faults.length > 0) return null;
          this.writer.add(row as EngagementEvent);
        }
        counts.push(rows.length);
        from = end + 1;
      }
    } catch (error) {
      if (error instanceof NotScannable) return null;
      throw error;
    }
    return counts;
  }
}
