/** Brings a record from its address, or from a file of the reader's, and says what stood in the way. */
import { err, ok, type Result } from "#lib/result.ts";
import { resolveDataAddress } from "./address.ts";
import type { LoadFailure } from "./failures.ts";
import { decoderFor, parseJson } from "./json.ts";
import { type Loaded, parseRecord } from "./load.ts";

/** More than a browser can hold as one text. */
const LARGEST = 500_000_000;
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

/** Text to record: the way a fetched and a dropped file share. */
export const readText = (text: string): Result<Loaded, LoadFailure> => {
  const json = parseJson(text);
  if (!json.ok) return json;
  const parsed = parseRecord(json.value);
  return parsed.failure ? err(parsed.failure) : ok(parsed);
};

const lengthOf = (response: Response): number | null => {
  // A compressed answer states its compressed length, but its bytes are counted unpacked.
  if (response.headers.get("content-encoding")) return null;
  const length = Number(response.headers.get("content-length") ?? Number.NaN);
  return Number.isSafeInteger(length) && length > 0 ? length : null;
};

const textOf = async (
  response: Response,
  onBytes: (progress: Progress) => void,
): Promise<Result<string, LoadFailure>> => {
  const total = lengthOf(response);
  if ((total ?? 0) > LARGEST) return fail("too-big");
  const reader = response.body?.getReader();
  if (!reader) return ok(await response.text());
  const parts: string[] = [];
  let decoder: TextDecoder | null = null;
  let loaded = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    decoder ??= decoderFor(value);
    parts.push(decoder.decode(value, { stream: true }));
    loaded += value.byteLength;
    if (loaded > LARGEST) {
      await reader.cancel();
      return fail("too-big");
    }
    onBytes({ loaded, total });
  }
  parts.push(decoder?.decode() ?? "");
  return ok(parts.join(""));
};

/** What an exception of `fetch` means: it throws alike for a dead network and for a refusal. */
const thrown = (signal: AbortSignal | undefined, begun: boolean): Result<never, LoadFailure> => {
  if (signal?.aborted) return fail("aborted");
  return fail(begun ? "truncated" : "offline");
};

/**
 * Loads the record at `url`. Never throws: whatever goes wrong is a failure with its kind.
 * A slow answer is no failure; `onSlow` tells of it and loading goes on until `signal` ends it.
 */
export const fetchRecord = async (url: string, options: FetchOptions = {}): Promise<Result<Loaded, LoadFailure>> => {
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
    const text = await textOf(response, (progress) => {
      begun = true;
      waitAgain();
      onProgress?.(progress);
    });
    clearTimeout(timer);
    return text.ok ? readText(text.value) : text;
  } catch {
    return thrown(signal, begun);
  } finally {
    clearTimeout(timer);
  }
};

/** Reads a file that was dropped on the page or chosen; nothing leaves the browser. Never throws. */
export const readFile = async (file: File): Promise<Result<Loaded, LoadFailure>> => {
  if (file.size > LARGEST) return fail("too-big");
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return readText(decoderFor(bytes).decode(bytes));
  } catch {
    return fail("unreadable");
  }
};
