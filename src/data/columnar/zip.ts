/**
 * Files in a ZIP archive, the plain kind: no encryption, no parts, under 4 GB. Stored files are told while they arrive;
 * compressed ones, and those whose length only stands behind them, by the directory at the end.
 * Layout: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
import type { StoredFile } from "../stored-file.ts";

export const LOCAL = 0x04034b50;
export const CENTRAL = 0x02014b50;
export const END = 0x06054b50;
export const LOCAL_LENGTH = 30;
export const CENTRAL_LENGTH = 46;
export const END_LENGTH = 22;
/** Bit of the flags: the lengths stand behind the file. */
const LENGTHS_BEHIND = 8;
/** Bit of the flags: the name is in UTF-8. */
export const UTF8_NAMES = 0x0800;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;
/** A length that is told elsewhere, since it takes more than 32 bits. */
const ELSEWHERE = 0xffffffff;
const LONGEST_COMMENT = 0xffff;

export interface Entry {
  readonly name: string;
  readonly crc: number;
  readonly method: number;
  readonly encrypted: boolean;
  /** Where its bytes lie in the archive. */
  readonly from: number;
  readonly packed: number;
  readonly size: number;
}

export class NotZip extends Error {}

const decoder = new TextDecoder();

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32 of bytes, after those that `before` is the one of. */
export const crc32 = (bytes: Uint8Array, before = 0): number => {
  let crc = ~before;
  for (let at = 0; at < bytes.length; at++) crc = (TABLE[(crc ^ (bytes[at] as number)) & 0xff] as number) ^ (crc >>> 8);
  return ~crc >>> 0;
};

export type Header =
  /** `direct`: its bytes stand as they are right behind the header. */
  | { readonly entry: Entry; readonly direct: boolean }
  /** The files are over; the directory begins. */
  | "directory";

/** What begins at `at` in bytes that begin at `base` in the archive; null where more bytes are needed. @throws NotZip */
export const headerAt = (bytes: Uint8Array, at: number, base: number): Header | null => {
  if (bytes.length < at + 4) return null;
  const view = viewOf(bytes);
  const mark = view.getUint32(at, true);
  if (mark === CENTRAL || mark === END) return "directory";
  if (mark !== LOCAL) throw new NotZip("no file where one should begin");
  if (bytes.length < at + LOCAL_LENGTH) return null;
  const [flags, method] = [view.getUint16(at + 6, true), view.getUint16(at + 8, true)];
  const [packed, size] = [view.getUint32(at + 18, true), view.getUint32(at + 22, true)];
  const length = view.getUint16(at + 26, true);
  const from = at + LOCAL_LENGTH + length + view.getUint16(at + 28, true);
  if (bytes.length < from) return null;
  const name = decoder.decode(bytes.subarray(at + LOCAL_LENGTH, at + LOCAL_LENGTH + length));
  const encrypted = (flags & ENCRYPTED) !== 0;
  const direct =
    method === STORED && !encrypted && !(flags & LENGTHS_BEHIND) && packed !== ELSEWHERE && packed === size;
  return {
    entry: { name, crc: view.getUint32(at + 14, true), method, encrypted, from: base + from, packed, size },
    direct,
  };
};

/** Place of the directory's end in the last bytes of an archive, or -1. */
export const endIn = (tail: Uint8Array): number => {
  const view = viewOf(tail);
  for (let at = tail.length - END_LENGTH; at >= 0; at--)
    if (view.getUint32(at, true) === END && at + END_LENGTH + view.getUint16(at + 20, true) === tail.length) return at;
  return -1;
};

/** The files of an archive by its directory, in the order they lie. @throws NotZip */
export const readDirectory = async (file: StoredFile): Promise<readonly Entry[]> => {
  const tail = await file.read(Math.max(0, file.size - END_LENGTH - LONGEST_COMMENT), file.size);
  const end = endIn(tail);
  if (end < 0) throw new NotZip("no directory");
  const last = viewOf(tail);
  const [size, start] = [last.getUint32(end + 12, true), last.getUint32(end + 16, true)];
  if (start + size > file.size) throw new NotZip("a directory beyond the end");
  const bytes = await file.read(start, start + size);
  const view = viewOf(bytes);
  const entries: Entry[] = [];
  for (let at = 0; at + CENTRAL_LENGTH <= bytes.length; ) {
    if (view.getUint32(at, true) !== CENTRAL) throw new NotZip("a damaged directory");
    const length = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    const header = viewOf(await file.read(local, local + LOCAL_LENGTH));
    if (header.byteLength < LOCAL_LENGTH || header.getUint32(0, true) !== LOCAL)
      throw new NotZip("a damaged directory");
    entries.push({
      name: decoder.decode(bytes.subarray(at + CENTRAL_LENGTH, at + CENTRAL_LENGTH + length)),
      crc: view.getUint32(at + 16, true),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & ENCRYPTED) !== 0,
      from: local + LOCAL_LENGTH + header.getUint16(26, true) + header.getUint16(28, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
    });
    at += CENTRAL_LENGTH + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries.sort((a, b) => a.from - b.from);
};

/** The bytes of a file in an archive, unpacked and held to their checksum. @throws NotZip */
export const readEntry = async (file: StoredFile, entry: Entry): Promise<Uint8Array<ArrayBuffer>> => {
  if (entry.encrypted || (entry.method !== STORED && entry.method !== DEFLATED)) throw new NotZip("packed otherwise");
  const packed = await file.read(entry.from, entry.from + entry.packed);
  let bytes = new Uint8Array(packed);
  if (entry.method === DEFLATED) {
    try {
      const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
      bytes = new Uint8Array(await new Response(unpacked).arrayBuffer());
    } catch (error) {
      throw new NotZip("damaged", { cause: error });
    }
  }
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) throw new NotZip("damaged");
  return bytes;
};
