import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Contents by path. */
export type Files = ReadonlyMap<string, string | Uint8Array>;

/** Writes files by their path below a folder. */
export const writeInto = (
  folder: string,
  files: Iterable<readonly [path: string, content: string | Uint8Array]>,
): void => {
  for (const [path, content] of files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
};
