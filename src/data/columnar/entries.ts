/** The files of an archive as they arrive: each in pieces, in the order they lie. */
import { type Entry, endIn, headerAt } from "./zip.ts";

export interface EntryListener {
  /** A file begins, `begin` in the archive. */
  begin(entry: Entry): void;
  /** Some of its bytes; they may be changed afterwards. */
  bytes(bytes: Uint8Array): void;
  end(): void;
}

/** Takes the bytes of an archive piece by piece. */
export class EntryStream {
  private readonly listener: EntryListener;
  /** Bytes of a header, or of the directory, that is not complete. */
  private pending = new Uint8Array();
  /** The archive's bytes before `pending`. */
  private base = 0;
  /** Bytes of the file that have not come; -1 between files. */
  private left = -1;
  private state: "files" | "directory" | "indirect" = "files";

  constructor(listener: EntryListener) {
    this.listener = listener;
  }

  /** False once a file came that only the directory tells how to read. */
  get direct(): boolean {
    return this.state !== "indirect";
  }

  /** Whether the archive came to its end. */
  get complete(): boolean {
    return this.state === "directory" && endIn(this.pending) >= 0;
  }

  private put(bytes: Uint8Array): void {
    const joined = new Uint8Array(this.pending.length + bytes.length);
    joined.set(this.pending);
    joined.set(bytes, this.pending.length);
    this.pending = joined;
  }

  /** @throws NotZip */
  push(bytes: Uint8Array): void {
    let at = 0;
    while (at < bytes.length && this.state !== "indirect") {
      if (this.left >= 0) {
        const to = Math.min(bytes.length, at + this.left);
        this.listener.bytes(bytes.subarray(at, to));
        this.left -= to - at;
        this.base += to - at;
        at = to;
        if (this.left === 0) this.close();
      } else {
        this.put(bytes.subarray(at));
        at = bytes.length;
        this.headers();
      }
    }
  }

  private close(): void {
    this.left = -1;
    this.listener.end();
  }

  /** Reads headers out of what is pending; what follows the last one is pushed again. */
  private headers(): void {
    if (this.state === "directory") return;
    const header = headerAt(this.pending, 0, this.base);
    if (header === null) return;
    if (header === "directory") {
      this.state = "directory";
      return;
    }
    if (!header.direct) {
      this.state = "indirect";
      return;
    }
    const { entry } = header;
    const rest = this.pending.subarray(entry.from - this.base);
    this.pending = new Uint8Array();
    this.base = entry.from;
    this.left = entry.size;
    this.listener.begin(entry);
    if (this.left === 0) this.close();
    this.push(rest);
  }
}
