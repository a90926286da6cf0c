/**
 * What a PNG says of itself: its size on paper, its title, description, source, terms and address. The pixels are a
 * renderer's; no library that is kept up adds notes in UTF-8 without drawing the picture anew.
 */

export interface PngNotes {
  /** Px in a metre of paper. */
  readonly perMetre: number;
  /** By keyword of the PNG specification (`Title`, `Description`, `Copyright`, …); empty values are left out. */
  readonly texts: Readonly<Record<string, string>>;
}

export const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Length, type and checksum of a chunk around its data. */
const AROUND = 12;

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

/** CRC-32 as PNG and ZIP have it (ISO 3309). */
export const crc32 = (bytes: Uint8Array): number => {
  let value = 0xffffffff;
  for (const byte of bytes) value = (CRC[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
};

/** A chunk of a PNG: its length, type, data and checksum. */
export const chunkOf = (type: string, data: Uint8Array): Uint8Array => {
  const out = new Uint8Array(data.length + AROUND);
  const view = new DataView(out.buffer);
  view.setUint32(0, data.length);
  out.set(new TextEncoder().encode(type), 4);
  out.set(data, 8);
  view.setUint32(out.length - 4, crc32(out.subarray(4, out.length - 4)));
  return out;
};

const density = (perMetre: number): Uint8Array => {
  const data = new Uint8Array(9);
  const view = new DataView(data.buffer);
  view.setUint32(0, Math.round(perMetre));
  view.setUint32(4, Math.round(perMetre));
  data[8] = 1;
  return chunkOf("pHYs", data);
};

/** International text: keyword, not compressed, no language, no translated keyword, UTF-8. */
const note = (keyword: string, text: string): Uint8Array =>
  chunkOf("iTXt", new TextEncoder().encode(`${keyword}\0\0\0\0\0${text.replaceAll("\0", " ")}`));

const typeAt = (png: Uint8Array, at: number): string => String.fromCharCode(...png.subarray(at + 4, at + 8));

/** Chunks of a PNG, its signature left out. Throws a RangeError where the file is none. */
export const chunksOf = (png: Uint8Array): readonly { readonly type: string; readonly bytes: Uint8Array }[] => {
  if (SIGNATURE.some((byte, at) => png[at] !== byte)) throw new RangeError("this is no PNG");
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const chunks: { type: string; bytes: Uint8Array }[] = [];
  for (let at = SIGNATURE.length; at + AROUND <= png.length; ) {
    const end = at + view.getUint32(at) + AROUND;
    chunks.push({ type: typeAt(png, at), bytes: png.subarray(at, end) });
    at = end;
  }
  return chunks;
};

/** The same picture with notes before its data. Throws a RangeError where the bytes are no PNG. */
export const annotatedPng = (png: Uint8Array, { perMetre, texts }: PngNotes): Uint8Array => {
  const [head, ...rest] = chunksOf(png).filter(({ type }) => type !== "pHYs");
  const notes = Object.entries(texts).filter(([, text]) => text !== "");
  const parts = [
    Uint8Array.from(SIGNATURE),
    head?.bytes ?? new Uint8Array(),
    density(perMetre),
    ...notes.map(([keyword, text]) => note(keyword, text)),
    ...rest.map(({ bytes }) => bytes),
  ];
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
};
