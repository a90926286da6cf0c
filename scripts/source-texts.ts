/** Reads a record and the texts of its sources from disk, for the commands that compare them. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { decoderFor } from "#data/json.ts";
import { fileOf } from "#data/passages.ts";
import { type LiaisonRecord, recordSchema } from "#data/schema.ts";
import { err, ok, type Result } from "#lib/result.ts";

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const decoded = (bytes: Uint8Array): string => decoderFor(bytes).decode(bytes);

/** A whole record, or a sentence on why it cannot be read; what is wrong within it is for `data:check` to say. */
export const readRecord = (file: string): Result<LiaisonRecord> => {
  try {
    const parsed = recordSchema.safeParse(JSON.parse(decoded(readFileSync(file))));
    if (parsed.success) return ok(parsed.data);
    const [issue] = parsed.error.issues;
    return err(
      `${file} is no sound record (${issue?.path.join(".")}: ${issue?.message}). Run npm run data:check first.`,
    );
  } catch (error) {
    return err(`${file} cannot be read: ${reason(error)}`);
  }
};

/** Source id → text, for each id that one file of the folder belongs to. */
export const readTexts = (dir: string, ids: readonly string[]): Result<ReadonlyMap<string, string>> => {
  try {
    const names = readdirSync(dir);
    const texts = new Map<string, string>();
    for (const id of ids) {
      const name = fileOf(id, names);
      if (name !== null) texts.set(id, readFileSync(join(dir, name), "utf8"));
    }
    return ok(texts);
  } catch (error) {
    return err(`The folder ${dir} cannot be read: ${reason(error)}`);
  }
};
