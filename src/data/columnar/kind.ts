/** What kind of file this is, by its first bytes. */

const MAGIC = [0x41, 0x52, 0x52, 0x4f, 0x57, 0x31];

/** An Arrow file: one table. */
export const isArrow = (bytes: Uint8Array): boolean => MAGIC.every((byte, at) => bytes[at] === byte);

/** A ZIP archive, or an empty one. */
const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6));

/** What the columnar reader has to judge. */
export const isColumnar = (bytes: Uint8Array): boolean => isZip(bytes) || isArrow(bytes);
