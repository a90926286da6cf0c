/** Brings a record from its address, or from a file of the reader's, and says what stood in the way. */
import { err, ok, type Result } from "#lib/result.ts";
import { resolveDataAddress } from "./address.ts";
import type { LoadFailure } from "./failures.ts";
import { decoderFor } from "./json.ts";
import type { Loaded } from "./load.ts";
import { LARGEST, readBytes, readText } from "./whole.ts";

const SLOW_AFTER_MS = 8_000;

export interface Progress {
  /** Bytes so far. */
  readonly loaded: number;
  /** Bytes in all; null where the server does not say. */
  readonly total: number | null;
}

export interface FetchOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Called each time nothing has come for `slowAfter` ms, so that the page can say so; loading goes on. */
  readonly onSlow?: () => void;
  readonly slowAfter?: number;
  /** Address of the page; data from another site is refused. Default: the address itself. */
  readonly base?: string;
  /** In place of the global `fetch`, for tests. */
  readonly fetch?: typeof globalThis.fetch;
}

const fail = (kind: LoadFailure["kind"], detail = ""): Result<never, LoadFailure> => err({ kind, detail });

const lengthOf = (response: Response): number | null => {
  // A compressed answer states its compressed length, but its bytes are counted unpacked.
  if (response.headers.get("content-encoding")) return null;
  const length = Number(response.headers.get("content-length") ?? Number.NaN);
  return Number.isSafeInteger(length) && length > 0 ? length : null;
};

/** What an exception of `fetch` means: it throws alike for a dead network and for a refusal. */
const thrown = (signal: AbortSignal | undefined, begun: boolean): Result<never, LoadFailure> => {
  if (signal?.aborted) return fail("aborted");
  return fail(begun ? "truncated" : "offline");
};

/** Takes bytes of a file, in order; `false` wants no more of them. Reading waits for it. */
export type OnBytes = (bytes: Uint8Array<ArrayBuffer>) => boolean | Promise<boolean>;

export interface BytesOptions extends FetchOptions {
  /** Called before the first bytes with the length of the whole, where it is known; `false` wants none of them. */
  readonly onLength?: (total: number) => boolean;
}

/**
 * Loads the bytes at `url` and hands them on as they come. Never throws: whatever goes wrong is a failure with its
 * kind. A slow answer is no failure; `onSlow` tells of it and loading goes on until `signal` ends it.
 * @returns whether all bytes were handed on
 */
export const fetchBytes = async (
  url: string,
  options: BytesOptions,
  onBytes: OnBytes,
): Promise<Result<boolean, LoadFailure>> => {
  const { signal, onProgress, onSlow, slowAfter = SLOW_AFTER_MS, base = url, fetch = globalThis.fetch } = options;
  if (!URL.canParse(url, base)) return fail("refused", "not-an-address");
  const address = resolveDataAddress(url, base);
  if (!address.ok) return fail("refused", address.error);
  let timer = 0 as unknown as ReturnType<typeof setTimeout>;
  const waitAgain = () => {
    clearTimeout(timer);
    if (onSlow)
      timer = setTimeout(() => {
        onSlow();
        waitAgain();
      }, slowAfter);
  };
  let begun = false;
  try {
    waitAgain();
    const response = await fetch(address.value, {
      // Also refuses to be led on to another site.
      mode: "same-origin",
      credentials: "same-origin",
      ...(signal ? { signal } : {}),
    });
    if (response.status === 404 || response.status === 410) return fail("not-found", String(response.status));
    if (!response.ok) return fail("http", String(response.status));
    const total = lengthOf(response);
    const reader = response.body?.getReader();
    if (total !== null && options.onLength?.(total) === false) {
      await reader?.cancel();
      return ok(false);
    }
    let loaded = 0;
    while (reader) {
      const { done, value } = await reader.read();
      if (done) break;
      begun = true;
      loaded += value.byteLength;
      waitAgain();
      onProgress?.({ loaded, total });
      const wanted = onBytes(value as Uint8Array<ArrayBuffer>);
      if ((wanted instanceof Promise ? await wanted : wanted) === false) {
        await reader.cancel();
        return ok(false);
      }
    }
    return ok(true);
  } catch {
    return thrown(signal, begun);
  } finally {
    clearTimeout(timer);
  }
};

/**
 * Loads the record at `url` as a whole, where its file has at most `most` bytes. Never throws.
 * @returns the record, or null where the file is larger: then a reader must take it row by row
 */
export const fetchSmallRecord = async (
  url: string,
  most: number,
  options: FetchOptions = {},
): Promise<Result<Loaded | null, LoadFailure>> => {
  const parts: string[] = [];
  let decoder: TextDecoder | null = null;
  let loaded = 0;
  const onBytes: OnBytes = (bytes) => {
    loaded += bytes.byteLength;
    if (loaded > most) return false;
    decoder ??= decoderFor(bytes);
    parts.push(decoder.decode(bytes, { stream: true }));
    return true;
  };
  const read = await fetchBytes(url, { ...options, onLength: (total) => total <= most }, onBytes);
  if (!read.ok) return read;
  if (!read.value) return ok(null);
  parts.push((decoder as TextDecoder | null)?.decode() ?? "");
  return readText(parts.join(""));
};

/** Loads the record at `url` as a whole, whatever its size. Never throws: whatever goes wrong is a failure. */
export const fetchRecord = async (url: string, options: FetchOptions = {}): Promise<Result<Loaded, LoadFailure>> => {
  const read = await fetchSmallRecord(url, LARGEST, options);
  if (!read.ok) return read;
  return read.value ? ok(read.value) : fail("too-big");
};

/** Reads a file that was dropped on the page or chosen; nothing leaves the browser. Never throws. */
export const readFile = async (file: Blob): Promise<Result<Loaded, LoadFailure>> => {
  try {
    return await readBytes(file);
  } catch {
    return fail("unreadable");
  }
};

const PIECE = 1 << 20;

/** Hands on the bytes of a file of the reader's, as `fetchBytes` does. Never throws. */
export const readBlob = async (
  file: Blob,
  onProgress: (progress: Progress) => void,
  onBytes: OnBytes,
): Promise<Result<boolean, LoadFailure>> => {
  try {
    for (let from = 0; from < file.size; from += PIECE) {
      const bytes = new Uint8Array(await file.slice(from, from + PIECE).arrayBuffer());
      onProgress({ loaded: from + bytes.length, total: file.size });
      const wanted = onBytes(bytes);
      if ((wanted instanceof Promise ? await wanted : wanted) === false) return ok(false);
    }
    return ok(true);
  } catch {
    return fail("unreadable");
  }
};
