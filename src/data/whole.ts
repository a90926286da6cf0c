/** Reads a record's file as a whole: all of its text at once. */
import { err, ok, type Result } from "#lib/result.ts";
import type { LoadFailure } from "./failures.ts";
import { decoderFor, parseJson } from "./json.ts";
import { type Loaded, parseRecord } from "./load.ts";

/** More than a browser can hold as one text. */
export const LARGEST = 500_000_000;

/** Text to record. */
export const readText = (text: string): Result<Loaded, LoadFailure> => {
  const json = parseJson(text);
  if (!json.ok) return json;
  const parsed = parseRecord(json.value);
  return parsed.failure ? err(parsed.failure) : ok(parsed);
};

/** Bytes to record. Rejects where they cannot be read. */
export const readBytes = async (blob: Blob): Promise<Result<Loaded, LoadFailure>> => {
  if (blob.size > LARGEST) return err({ kind: "too-big", detail: "" });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return readText(decoderFor(bytes).decode(bytes));
};
