/**
 * Finds the parts of a record in the bytes of its file while they arrive: values of the outermost object, and slices of
 * many rows of the lists in it. Only brackets, quotes and commas are looked at; every part is then read by `JSON.parse`,
 * so that what is accepted is JSON and nothing else.
 */

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const LIST_OPENS = 0x5b;
const LIST_ENDS = 0x5d;
const OBJECT_OPENS = 0x7b;
const OBJECT_ENDS = 0x7d;

/** Rows are cut into slices of about this many bytes. */
const SLICE = 1 << 15;
/** How many bytes are looked through for a place to cut before every byte is. */
const LOOK = 1 << 13;
/** Bytes at the beginning of a list's first row that tell where others begin. */
const OPENING = 8;

export interface RowSlice {
  /** Name of the list. */
  readonly key: string;
  readonly rows: readonly unknown[];
  /** Where the slice lies in the file: rows with commas between them. */
  readonly from: number;
  readonly to: number;
}

/** Slices that lie one behind the other, not parsed. */
export interface Block {
  readonly key: string;
  /** In memory of their own. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where each slice ends, in bytes; a comma follows. */
  readonly ends: readonly number[];
  /** Where the block lies in the file. */
  readonly from: number;
  /** Whether its slices may end in a wrong place: then one of them does not parse, and all after it are wrong too. */
  readonly guessed: boolean;
}

export interface ScanListener {
  /** A value that is no list. */
  value(key: string, value: unknown): void;
  /** A list begins; all its slices come before anything else. */
  list(key: string): void;
  rows(slice: RowSlice): void;
  /** Bytes to a block, where rows of a list are wanted as blocks from here to its end; otherwise 0. */
  inBlocks?(key: string): number;
  block?(block: Block): void;
}

/** Thrown where bytes are not those of one JSON object: the file must then be judged as a whole. */
export class NotScannable extends Error {}

const isSpace = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new NotScannable("a part that is not JSON", { cause: error });
  }
};

/** Rows of a slice as its bytes have them. @throws NotScannable */
export const rowsIn = (bytes: Uint8Array): unknown[] => parsed(`[${decoder.decode(bytes)}]`) as unknown[];

const isBlank = (bytes: Uint8Array): boolean => bytes.every(isSpace);

/** Takes the bytes of a file piece by piece, in order, and tells its listener of each part as soon as it is complete. */
export class Scanner {
  private buffer = new Uint8Array();
  /** The buffer's first byte in the file. */
  private base = 0;
  private used = 0;
  private at = 0;
  /** Where the part being read begins. */
  private part = 0;
  private depth = 0;
  private inString = false;
  private inList = false;
  private slicesOfList = 0;
  /** Bytes to a block, 0 where the list's rows are parsed here, and where the slices of the one being gathered end. */
  private blockBytes = 0;
  private ends: number[] = [];
  private sliceFrom = 0;
  /** Whether ends of slices are no longer guessed in this list. */
  private exact = false;
  private last = false;
  /** Whether it waits for blocks to be seen to be right: no end of a slice can be guessed from here. */
  stalled = false;
  private members = 0;
  private before = true;
  private list = "";
  private opening: Uint8Array = new Uint8Array();
  private readonly seen = new Set<string>();
  private readonly listener: ScanListener;

  constructor(listener: ScanListener) {
    this.listener = listener;
  }

  /** @throws NotScannable */
  push(bytes: Uint8Array): void {
    this.make(bytes.length);
    this.buffer.set(bytes, this.used);
    this.used += bytes.length;
    this.scan(false);
  }

  /** Ends the file and lets its bytes go. @throws NotScannable where it stops in the middle */
  end(): void {
    this.scan(true);
    const rest = this.buffer.subarray(this.part, this.used);
    // Whoever reads rows of the file again may keep what it was scanned by.
    this.buffer = new Uint8Array();
    if (this.before || this.depth > 0) throw new NotScannable("the file stops in the middle");
    if (!isBlank(rest)) throw new NotScannable("something after the end");
  }

  /** Room for more bytes: what was read is let go, the rest moved to the front. */
  private make(more: number): void {
    if (this.used + more <= this.buffer.length) return;
    const kept = this.buffer.subarray(this.part, this.used);
    if (kept.length + more > this.buffer.length) {
      const wider = new Uint8Array(Math.max(this.buffer.length * 2, kept.length + more));
      wider.set(kept);
      this.buffer = wider;
    } else this.buffer.copyWithin(0, this.part, this.used);
    this.base += this.part;
    this.at -= this.part;
    this.sliceFrom -= this.part;
    this.used = kept.length;
    this.part = 0;
  }

  private taken(to: number): Uint8Array {
    return this.buffer.subarray(this.part, to);
  }

  private begin(): void {
    // A byte order mark is left aside.
    if (
      this.base === 0 &&
      this.used > 2 &&
      this.buffer[0] === 0xef &&
      this.buffer[1] === 0xbb &&
      this.buffer[2] === 0xbf
    )
      this.at = 3;
    while (this.at < this.used) {
      const byte = this.buffer[this.at] as number;
      if (byte === OBJECT_OPENS) {
        this.before = false;
        this.depth = 1;
        this.at += 1;
        this.part = this.at;
        return;
      }
      if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) throw new NotScannable("no object");
      this.at += 1;
    }
  }

  /**
   * Where a slice may end from a place on: a comma between the end of an object and bytes that begin as the list's first row does.
   * It may be wrong, inside a row or a text; 0 where there is none.
   */
  private guess(from: number): number {
    const { buffer, opening } = this;
    const to = Math.min(this.used - OPENING, from + LOOK);
    for (let at = from; at < to; at += 1) {
      if (buffer[at] !== COMMA) continue;
      let before = at - 1;
      while (isSpace(buffer[before] as number)) before -= 1;
      if (buffer[before] !== OBJECT_ENDS) continue;
      let next = at + 1;
      while (next < to && isSpace(buffer[next] as number)) next += 1;
      let same = 0;
      while (same < opening.length && buffer[next + same] === opening[same]) same += 1;
      if (same === opening.length) return at;
    }
    return 0;
  }

  /**
   * Hands on slices without looking at every byte. What parses as a list of whole rows from the start of one is just
   * that, so a cut in a wrong place shows; then, and at the end of the file, bytes are looked at one by one.
   * @returns whether it stopped for want of bytes
   */
  private leap(): boolean {
    while (!this.wantsBlocks()) {
      if (this.used - this.part < SLICE + LOOK + OPENING) return true;
      const to = this.opens() ? this.guess(this.part + SLICE) : 0;
      if (to === 0) return false;
      let rows: readonly unknown[];
      try {
        rows = rowsIn(this.taken(to));
      } catch {
        return false;
      }
      this.emit(rows, to);
      this.at = this.part;
    }
    return !this.exact && !this.last && this.leapBlocks();
  }

  private leapFrom(depth: number): boolean {
    [this.at, this.depth, this.inString] = [this.part, depth, false];
    return this.leap();
  }

  /** Notes how the list's first row begins. @returns whether that is an object */
  private opens(): boolean {
    if (this.opening.length > 0) return true;
    let at = this.part;
    while (at < this.used && isSpace(this.buffer[at] as number)) at += 1;
    if (this.buffer[at] !== OBJECT_OPENS) return false;
    this.opening = this.buffer.slice(at, at + OPENING);
    return true;
  }

  /** Hands on blocks whose slices end where they seem to. @returns false where nothing can be guessed about this list */
  private leapBlocks(): boolean {
    const step = Math.min(SLICE, this.blockBytes);
    while (this.used - this.part >= this.blockBytes + step + LOOK + OPENING) {
      this.exact = !this.opens();
      if (this.exact) return false;
      let from = this.part;
      while (from - this.part < this.blockBytes) {
        const to = this.guess(from + step);
        this.stalled = to === 0;
        if (this.stalled) return true;
        this.ends.push(to - this.part);
        from = to + 1;
      }
      this.endBlock(from - 1);
      this.at = this.part;
    }
    return true;
  }

  /** Goes on byte by byte in this list, once all blocks handed on are seen to be right. @throws NotScannable */
  resume(): void {
    this.stalled = false;
    this.exact = true;
    this.ends = [];
    this.sliceFrom = this.part;
    this.scan(false);
  }

  /** Goes back to where a slice of this list begins in the file, to go on from there byte by byte; bytes come anew. */
  back(from: number): void {
    [this.base, this.used, this.at, this.part, this.sliceFrom] = [from, 0, 0, 0, 0];
    [this.depth, this.inString, this.inList, this.exact, this.stalled] = [2, false, true, true, false];
    this.ends = [];
  }

  /** @param last whether no more bytes will come */
  private scan(last: boolean): void {
    this.last = last;
    if (this.inList && this.depth === 2 && !this.inString && this.at === this.part && this.leap() && !last) return;
    if (this.before) {
      // A byte order mark may come in pieces.
      if (this.buffer[0] === 0xef && this.used < 3) return;
      this.begin();
    }
    const { buffer, used } = this;
    let at = this.at;
    let depth = this.depth;
    let inString = this.inString;
    while (at < used) {
      const byte = buffer[at] as number;
      if (inString) {
        if (byte === BACKSLASH) {
          at += 2;
          continue;
        }
        if (byte === QUOTE) inString = false;
      } else if (byte === QUOTE) inString = true;
      else if (byte === COMMA) {
        if (depth === 2 && this.inList) {
          if (this.blockBytes > 0) {
            if (at - this.sliceFrom >= Math.min(SLICE, this.blockBytes)) this.endSlice(at);
          } else if (at - this.part >= SLICE) {
            this.cut(at);
            if (this.leapFrom(depth) && !last) return;
            at = this.at;
            continue;
          }
        } else if (depth === 1) this.member(at);
      } else if (byte === OBJECT_OPENS || byte === LIST_OPENS) {
        depth += 1;
        if (depth === 2 && byte === LIST_OPENS) {
          this.openList(at);
          if (this.wantsBlocks() && this.leapFrom(depth) && !last) return;
        }
        // Nothing may follow the outermost object.
        if (depth === 1) throw new NotScannable("something after the end");
      } else if (byte === OBJECT_ENDS || byte === LIST_ENDS) {
        depth -= 1;
        if (depth === 1 && this.inList) this.closeList(at, byte);
        else if (depth === 0) {
          if (byte !== OBJECT_ENDS) throw new NotScannable("an object ended as a list");
          this.lastMember(at);
        } else if (depth < 0) throw new NotScannable("an end too many");
      }
      at += 1;
    }
    this.at = at;
    this.depth = depth;
    this.inString = inString;
  }

  private named(key: string): void {
    if (this.seen.has(key)) throw new NotScannable("a name twice");
    this.seen.add(key);
    this.members += 1;
  }

  /** `"name": value`, or what is left behind a list. */
  private member(to: number): void {
    const bytes = this.taken(to);
    this.part = to + 1;
    if (this.list) {
      this.list = "";
      if (!isBlank(bytes)) throw new NotScannable("something behind a list");
      return;
    }
    const found = Object.entries(parsed(`{${decoder.decode(bytes)}}`) as object);
    const [entry] = found;
    if (found.length !== 1 || !entry) throw new NotScannable("a comma too many");
    this.named(entry[0]);
    this.listener.value(entry[0], entry[1]);
  }

  private lastMember(to: number): void {
    if (!this.list && this.members === 0 && isBlank(this.taken(to))) this.part = to + 1;
    else this.member(to);
  }

  private openList(at: number): void {
    const found = Object.keys(parsed(`{${decoder.decode(this.taken(at))}[]}`) as object);
    const [key] = found;
    if (found.length !== 1 || key === undefined || this.list) throw new NotScannable("a list without a name");
    this.named(key);
    this.inList = true;
    this.blockBytes = 0;
    this.exact = false;
    this.opening = new Uint8Array();
    this.slicesOfList = 0;
    // An empty name is a name too; the mark only has to be something.
    this.list = `${key} `;
    this.part = at + 1;
    this.listener.list(key);
  }

  private cut(to: number): void {
    const bytes = this.taken(to);
    const rows = rowsIn(bytes);
    if (rows.length === 0) throw new NotScannable("a comma too many");
    this.emit(rows, to);
  }

  private emit(rows: readonly unknown[], to: number): void {
    this.slicesOfList += 1;
    const from = this.base + this.part;
    this.listener.rows({ key: this.list.slice(0, -1), rows, from, to: this.base + to });
    this.part = to + 1;
  }

  /** Asks, where one slice has ended and no other begun, whether rows are wanted as blocks from here on. */
  private wantsBlocks(): boolean {
    if (this.blockBytes > 0) return true;
    this.blockBytes = this.listener.inBlocks?.(this.list.slice(0, -1)) ?? 0;
    this.ends = [];
    this.sliceFrom = this.part;
    return this.blockBytes > 0;
  }

  private endSlice(to: number): void {
    this.exact = true;
    this.ends.push(to - this.part);
    this.sliceFrom = to + 1;
    if (to - this.part >= this.blockBytes) this.endBlock(to);
  }

  private endBlock(to: number): void {
    const from = this.base + this.part;
    this.slicesOfList += this.ends.length;
    this.listener.block?.({
      key: this.list.slice(0, -1),
      bytes: this.buffer.slice(this.part, to),
      ends: this.ends,
      from,
      guessed: !this.exact,
    });
    this.ends = [];
    this.part = to + 1;
  }

  private closeList(to: number, byte: number): void {
    if (byte !== LIST_ENDS) throw new NotScannable("a list ended as an object");
    this.inList = false;
    const isEmpty = this.slicesOfList + this.ends.length === 0 && isBlank(this.taken(to));
    if (this.blockBytes > 0 && !isEmpty) {
      this.exact = true;
      this.ends.push(to - this.part);
      this.endBlock(to);
    } else if (!isEmpty) this.cut(to);
    this.part = to + 1;
  }
}
