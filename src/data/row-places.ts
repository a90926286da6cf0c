/** Where the rows of a long list lie in its file, and how to read one again. */

/** Rows that were read together. */
interface Slice {
  row(at: number): unknown;
}

interface Place {
  readonly slice: number;
  /** Place of the row among those of its slice. */
  readonly at: number;
}

/** Slices of a list in order, and the rows of each that were kept; rows are counted over all slices from 0. */
export class RowPlaces {
  private readonly firsts: number[] = [];
  private readonly ranges: number[] = [];
  /** Of slices with rows left out: the places of those kept. */
  private readonly gaps = new Map<number, Uint32Array>();
  length = 0;

  /** @param kept places of the rows kept, or their number where all were */
  add(from: number, to: number, kept: number | readonly number[]): void {
    if (typeof kept !== "number") this.gaps.set(this.firsts.length, Uint32Array.from(kept));
    this.firsts.push(this.length);
    this.ranges.push(from, to);
    this.length += typeof kept === "number" ? kept : kept.length;
  }

  place(row: number): Place {
    let [low, high] = [0, this.firsts.length];
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((this.firsts[middle] as number) <= row) low = middle;
      else high = middle;
    }
    const at = row - (this.firsts[low] as number);
    return { slice: low, at: this.gaps.get(low)?.[at] ?? at };
  }

  range(slice: number): readonly [from: number, to: number] {
    return [this.ranges[slice * 2] as number, this.ranges[slice * 2 + 1] as number];
  }
}

/** Slices kept parsed: a page of rows lies in one or two of them, the evidence of a page of papers in a dozen. */
const SLICES_KEPT = 16;

/** Reads rows again by their number. */
export class RowReader {
  private readonly kept = new Map<number, Promise<Slice>>();
  private readonly rowsAt: (from: number, to: number) => Promise<Slice>;
  private readonly places: RowPlaces;
  private readonly slices: number;

  /** @param slices how many are kept */
  constructor(rowsAt: (from: number, to: number) => Promise<Slice>, places: RowPlaces, slices = SLICES_KEPT) {
    this.rowsAt = rowsAt;
    this.slices = slices;
    this.places = places;
  }

  /** The row as the file has it. Rejects where the file can no longer be read. */
  async row(number: number): Promise<unknown> {
    const { slice, at } = this.places.place(number);
    const known = this.kept.get(slice);
    if (known) return (await known).row(at);
    const [from, to] = this.places.range(slice);
    const rows = this.rowsAt(from, to);
    this.kept.set(slice, rows);
    // Not before it is read: rows asked for together share slices, however many there are.
    rows.then(
      () => this.forget(),
      () => this.kept.delete(slice),
    );
    return (await rows).row(at);
  }

  private forget(): void {
    for (const slice of this.kept.keys()) {
      if (this.kept.size <= this.slices) return;
      this.kept.delete(slice);
    }
  }
}
