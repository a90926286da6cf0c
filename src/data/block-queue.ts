/** Blocks of a file that are read beside it, taken in the order of the file; and the way back where one is wrong. */
import type { BlockRead, BlockReader } from "./blocks.ts";
import { type Block, NotScannable, type Scanner } from "./scan.ts";
import type { StoredFile } from "./stored-file.ts";

/** Where a slice of rows lies in its file. */
export type SliceRange = readonly [from: number, to: number];

/** Takes what was read of a block. */
export interface BlockTaker {
  /** Takes all slices by their columns; false where it has taken none. */
  columns(read: Extract<BlockRead, { kind: "columns" }>, slices: readonly SliceRange[]): boolean;
  /** Takes a slice row by row. Rejects with `NotScannable` where it is not made of whole rows. */
  rows(slice: SliceRange): Promise<void>;
}

/** Bytes of the file that are read again at one time. */
const PIECE = 1 << 20;

export class BlockQueue {
  /** Set by who has one. */
  reader: BlockReader | null = null;
  private readonly scanner: Scanner;
  private readonly file: StoredFile;
  private readonly taker: BlockTaker;
  /** Ends of the blocks that are not taken yet, in the order of the file. */
  private readonly behind: Promise<void>[] = [];
  /** Whether the file has to be judged as a whole. */
  private broken = false;
  /** Bytes of the file so far. */
  private received = 0;
  /** How often blocks were found to be wrong, and whether those bytes are being scanned again. */
  private round = 0;
  private goingBack = false;

  /** @param file where the bytes pushed can be read again */
  constructor(scanner: Scanner, file: StoredFile, taker: BlockTaker) {
    this.scanner = scanner;
    this.file = file;
    this.taker = taker;
  }

  /** The next bytes. @throws NotScannable */
  push(bytes: Uint8Array): void {
    if (this.broken) throw new NotScannable("a block that is not JSON");
    this.received += bytes.length;
    if (!this.goingBack) this.scanner.push(bytes);
  }

  /** Waits while more is being read than should be: a block waits for each reader, beside the one it reads. */
  room(): Promise<void> | null {
    if (this.scanner.stalled) return this.settled();
    return this.reader && this.behind.length > this.reader.atOnce * 2 ? (this.behind[0] as Promise<void>) : null;
  }

  /** Ends the file. @returns whether all of it was scanned and taken. Never rejects */
  async end(): Promise<boolean> {
    await this.settled();
    try {
      this.scanner.end();
    } catch {
      this.broken = true;
    }
    await this.settled();
    return !this.broken;
  }

  add({ bytes, ...block }: Block): void {
    const read = (this.reader as BlockReader).read(bytes, block.ends).catch(() => ({ kind: "rows" }) as const);
    this.behind.push(this.inTurn(block, read, this.round, this.behind.at(-1)));
  }

  /** Waits until all blocks are taken. Never rejects. */
  private async settled(): Promise<void> {
    while (this.behind.length > 0) await this.behind.at(-1);
    try {
      if (this.scanner.stalled) this.scanner.resume();
    } catch {
      this.broken = true;
    }
  }

  /** Takes a block once those before it are taken. Never rejects: what is broken is told by `push` and `end`. */
  private async inTurn(
    block: Omit<Block, "bytes">,
    read: Promise<BlockRead>,
    round: number,
    before?: Promise<void>,
  ): Promise<void> {
    await before;
    try {
      if (!this.broken && round === this.round) await this.take(block, await read);
    } catch {
      this.broken = true;
    }
    this.behind.shift();
  }

  private async take({ ends, from, guessed }: Omit<Block, "bytes">, read: BlockRead): Promise<void> {
    const slices = ends.map((end, at): SliceRange => [from + (at ? (ends[at - 1] as number) + 1 : 0), from + end]);
    if (read.kind === "columns" && this.taker.columns(read, slices)) return;
    for (const slice of slices)
      try {
        await this.taker.rows(slice);
      } catch (error) {
        if (!guessed || !(error instanceof NotScannable)) throw error;
        return this.goBack(slice[0]);
      }
  }

  /** Scans the file again from where a slice begins that does not end where it was thought to. */
  private async goBack(from: number): Promise<void> {
    this.round += 1;
    this.goingBack = true;
    this.scanner.back(from);
    for (let at = from; at < this.received; ) {
      const to = Math.min(at + PIECE, this.received);
      this.scanner.push(await this.file.read(at, to));
      at = to;
    }
    this.goingBack = false;
  }
}
