import { zipSync } from "fflate";

export interface File {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** The earliest time a ZIP can hold, in whatever zone it is read: the same files give the same bytes. */
const ALWAYS = new Date(1980, 0, 1);

const encoder = new TextEncoder();

/** Files as a ZIP, in the order given. */
export const zipped = (files: readonly File[]): Uint8Array<ArrayBuffer> =>
  zipSync(
    Object.fromEntries(
      files.map(({ name, content }) => [name, typeof content === "string" ? encoder.encode(content) : content]),
    ),
    { mtime: ALWAYS, level: 6 },
  );
