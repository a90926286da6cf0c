/** Packs the pixels of a drawing: without the channel that a ground makes useless, and unfiltered, as suits flat areas. */
import { deflateSync } from "node:zlib";
import { chunkOf, SIGNATURE } from "#export/png.ts";

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Four bytes a pixel, row by row. */
  readonly pixels: Uint8Array;
}

/** Colour types of the PNG specification, with their bytes a pixel. */
const OPAQUE = { type: 2, bytes: 3 } as const;
const WITH_ALPHA = { type: 6, bytes: 4 } as const;

/** Where a pixel is clear in part, a renderer leaves its colour multiplied by its alpha: every channel is at most that. */
const straight = (value: number, alpha: number): number =>
  alpha === 0 ? 0 : Math.min(255, Math.round((value * 255) / alpha));

/** A PNG of 8 bits a channel. The same pixels give the same bytes in one version of Node. */
export const packedPng = ({ width, height, pixels }: Pixels, opaque: boolean): Uint8Array => {
  const { type, bytes } = opaque ? OPAQUE : WITH_ALPHA;
  const rows = Buffer.alloc(height * (width * bytes + 1));
  let to = 0;
  for (let y = 0; y < height; y++) {
    // Each row begins with the number of its filter: none.
    to += 1;
    for (let from = y * width * 4, end = from + width * 4; from < end; from += 4, to += bytes) {
      const red = pixels[from] as number;
      const green = pixels[from + 1] as number;
      const blue = pixels[from + 2] as number;
      const alpha = pixels[from + 3] as number;
      const whole = alpha === 255;
      rows[to] = whole ? red : straight(red, alpha);
      rows[to + 1] = whole ? green : straight(green, alpha);
      rows[to + 2] = whole ? blue : straight(blue, alpha);
      if (bytes === 4) rows[to + 3] = alpha;
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, type], 8);
  return Buffer.concat([
    Uint8Array.from(SIGNATURE),
    chunkOf("IHDR", head),
    chunkOf("IDAT", deflateSync(rows, { level: 5 })),
    chunkOf("IEND", new Uint8Array()),
  ]);
};
