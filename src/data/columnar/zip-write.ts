/** Writes a ZIP archive of stored files, each with its length before it, so that it can be read while it arrives. */
import { CENTRAL, CENTRAL_LENGTH, crc32, END, END_LENGTH, LOCAL, LOCAL_LENGTH, UTF8_NAMES } from "./zip.ts";

const VERSION = 20;
/** 1 January 1980, the first day the format knows: the same record gives the same bytes. */
const DAY = 0x21;
export const MOST_BYTES = 0xffffffff;

interface Written {
  readonly name: Uint8Array;
  readonly crc: number;
  readonly size: number;
  readonly at: number;
}

const encoder = new TextEncoder();

/** The fields that both headers of a file have in a row. */
const describe = (view: DataView, at: number, { name, crc, size }: Omit<Written, "at">): void => {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 2, UTF8_NAMES, true);
  view.setUint16(at + 8, DAY, true);
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, size, true);
  view.setUint32(at + 18, size, true);
  view.setUint16(at + 22, name.length, true);
};

export class ZipWriter {
  private readonly files: Written[] = [];
  private readonly write: (bytes: Uint8Array) => void;
  private at = 0;

  constructor(write: (bytes: Uint8Array) => void) {
    this.write = write;
  }

  private put(bytes: Uint8Array): void {
    this.at += bytes.length;
    if (this.at > MOST_BYTES) throw new RangeError("the archive would be larger than 4 GB");
    this.write(bytes);
  }

  /** @param each hands on the bytes of the file; called twice, the first time to measure them */
  file(name: string, each: (write: (bytes: Uint8Array) => void) => void): void {
    let [crc, size] = [0, 0];
    each((bytes) => {
      crc = crc32(bytes, crc);
      size += bytes.length;
    });
    const file = { name: encoder.encode(name), crc, size, at: this.at };
    const header = new DataView(new ArrayBuffer(LOCAL_LENGTH));
    header.setUint32(0, LOCAL, true);
    describe(header, 4, file);
    this.files.push(file);
    this.put(new Uint8Array(header.buffer));
    this.put(file.name);
    each((bytes) => this.put(bytes));
  }

  end(): void {
    const start = this.at;
    for (const file of this.files) {
      const header = new DataView(new ArrayBuffer(CENTRAL_LENGTH));
      header.setUint32(0, CENTRAL, true);
      header.setUint16(4, VERSION, true);
      describe(header, 6, file);
      header.setUint32(42, file.at, true);
      this.put(new Uint8Array(header.buffer));
      this.put(file.name);
    }
    const end = new DataView(new ArrayBuffer(END_LENGTH));
    end.setUint32(0, END, true);
    end.setUint16(8, this.files.length, true);
    end.setUint16(10, this.files.length, true);
    end.setUint32(12, this.at - start, true);
    end.setUint32(16, start, true);
    this.put(new Uint8Array(end.buffer));
  }
}
