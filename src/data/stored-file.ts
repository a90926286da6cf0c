/** The bytes of a file that is being read, kept where they cost no JavaScript memory, to look rows up in later. */

/** Bytes of a file by their place. */
export interface StoredFile {
  readonly size: number;
  read(from: number, to: number): Promise<Uint8Array>;
}

/** A file that is there as a whole, such as one dropped on the page; or pieces that a test holds. */
export const storedBlob = (blob: Blob): StoredFile => ({
  size: blob.size,
  read: async (from, to) => new Uint8Array(await blob.slice(from, to).arrayBuffer()),
});

/** Pieces are handed to the browser's own store, disk where memory is short, when they come to this many bytes. */
const SEALED = 1 << 22;

/** A file that grows at its end while earlier parts of it can be read. */
export class GrowingFile implements StoredFile {
  private sealed: { readonly from: number; readonly blob: Blob }[] = [];
  private loose: Uint8Array<ArrayBuffer>[] = [];
  private looseFrom = 0;
  size = 0;

  /** Adds bytes, which must not be changed afterwards. */
  append(bytes: Uint8Array<ArrayBuffer>): void {
    this.loose.push(bytes);
    this.size += bytes.length;
    if (this.size - this.looseFrom >= SEALED) this.seal();
  }

  private seal(): void {
    if (!this.loose.length) return;
    this.sealed.push({ from: this.looseFrom, blob: new Blob(this.loose) });
    this.loose = [];
    this.looseFrom = this.size;
  }

  async read(from: number, to: number): Promise<Uint8Array> {
    if (to > this.looseFrom) this.seal();
    const parts = this.sealed.filter((part) => part.from < to && part.from + part.blob.size > from);
    const blobs = parts.map((part) => part.blob.slice(Math.max(0, from - part.from), to - part.from));
    return new Uint8Array(await (blobs.length === 1 ? (blobs[0] as Blob) : new Blob(blobs)).arrayBuffer());
  }

  /** All bytes so far. */
  whole(): Blob {
    this.seal();
    return new Blob(this.sealed.map((part) => part.blob));
  }
}
