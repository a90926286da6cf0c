import { describe, expect, it, vi } from "vitest";
import type { LoadFailure } from "#data/failures.ts";
import { type FetchOptions, fetchRecord, readFile } from "#data/fetch.ts";
import { readText } from "#data/whole.ts";
import { en } from "#model/words/en/index.ts";
import { record } from "../../fixtures/record.ts";

const PAGE = "https://site.example/liaison/";
const DATA = `${PAGE}data/engagements.json`;
const TEXT = JSON.stringify(record());

const answering =
  (body: BodyInit | null, init: ResponseInit = {}): typeof fetch =>
  async () =>
    new Response(body, init);

const failing = async (options: FetchOptions, address = DATA): Promise<LoadFailure> => {
  const result = await fetchRecord(address, { base: PAGE, ...options });
  if (result.ok) throw new Error("loaded");
  expect(en.faults.failure(result.error).text).toMatch(/\.$/);
  return result.error;
};

const inPieces = (bytes: Uint8Array, size: number): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(controller) {
      for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
      controller.close();
    },
  });

describe("fetchRecord", () => {
  it("brings the record, from a relative address too", async () => {
    const asked = vi.fn(answering(TEXT));
    const result = await fetchRecord("data/engagements.json", { base: PAGE, fetch: asked });
    expect(result.ok && result.value.record).toEqual(record());
    expect(asked.mock.calls[0]?.[0]).toBe(DATA);
    expect(asked.mock.calls[0]?.[1]).toMatchObject({ mode: "same-origin" });
  });

  it("reads letters cut in two by the pieces they come in", async () => {
    const bytes = new TextEncoder().encode(TEXT);
    const steps: number[] = [];
    const result = await fetchRecord(DATA, {
      fetch: answering(inPieces(bytes, 7), { headers: { "content-length": String(bytes.length) } }),
      onProgress: ({ loaded, total }) => {
        steps.push(loaded);
        expect(total).toBe(bytes.length);
      },
    });
    expect(result.ok && result.value.record).toEqual(record());
    expect(steps.at(-1)).toBe(bytes.length);
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
  });

  it("does without the length, and does not trust it on a compressed answer", async () => {
    for (const headers of [{}, { "content-length": "10", "content-encoding": "gzip" }] as Record<string, string>[]) {
      const totals = new Set<number | null>();
      const result = await fetchRecord(DATA, {
        fetch: answering(TEXT, { headers }),
        onProgress: ({ total }) => totals.add(total),
      });
      expect(result.ok).toBe(true);
      expect([...totals]).toEqual([null]);
    }
  });

  it.each([
    ["not found", answering("no", { status: 404 }), { kind: "not-found", detail: "404" }],
    ["gone", answering("no", { status: 410 }), { kind: "not-found", detail: "410" }],
    ["forbidden", answering("no", { status: 403 }), { kind: "http", detail: "403" }],
    ["broken server", answering("no", { status: 503 }), { kind: "http", detail: "503" }],
    ["empty", answering(""), { kind: "empty", detail: "" }],
    ["no body", answering(null), { kind: "empty", detail: "" }],
    ["blank", answering(" \n\t"), { kind: "empty", detail: "" }],
    ["a page", answering("<!doctype html><title>Home</title>"), { kind: "not-json", detail: "html" }],
    ["words", answering("hello"), { kind: "not-json" }],
    ["a comma too many", answering('{"a":1,\n "b":2,}'), { kind: "not-json", detail: "2:8" }],
    ["cut short", answering(TEXT.slice(0, 500)), { kind: "truncated" }],
    ["another shape", answering('{"features":[]}'), { kind: "wrong-shape" }],
    ["another version", answering('{"meta":{"version":9},"events":[]}'), { kind: "wrong-shape" }],
    ["later version", answering(TEXT.replace('"version":1', '"version":9')), { kind: "wrong-version", detail: "9" }],
  ])("%s", async (_, fetch, failure) => {
    expect(await failing({ fetch })).toMatchObject(failure);
  });

  it("tells a dead connection", async () => {
    expect(await failing({ fetch: () => Promise.reject(new TypeError("Failed to fetch")) })).toMatchObject({
      kind: "offline",
    });
  });

  it("tells a connection that dies on the way", async () => {
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(TEXT.slice(0, 100)));
      },
      pull(controller) {
        controller.error(new TypeError("network error"));
      },
    });
    expect(await failing({ fetch: answering(body) })).toMatchObject({ kind: "truncated" });
  });

  it("believes the text, not the length stated for it", async () => {
    const headers = { "content-length": String(TEXT.length * 2) };
    expect((await fetchRecord(DATA, { fetch: answering(TEXT, { headers }) })).ok).toBe(true);
  });

  it("refuses a file no browser could hold", async () => {
    const headers = { "content-length": "900000000" };
    expect(await failing({ fetch: answering(TEXT, { headers }) })).toMatchObject({ kind: "too-big" });
  });

  it("asks nothing of an address that is not this site's", async () => {
    const asked = vi.fn(answering(TEXT));
    expect(await failing({ fetch: asked }, "https://other.example/x.json")).toEqual({
      kind: "refused",
      detail: "other-site",
    });
    expect(await failing({ fetch: asked }, "javascript:alert(1)")).toEqual({ kind: "refused", detail: "scheme" });
    expect(asked).not.toHaveBeenCalled();
  });

  it("says so when it is slow, goes on waiting, and stops when told to", async () => {
    vi.useFakeTimers();
    try {
      const slow = vi.fn();
      let answer: (response: Response) => void = () => undefined;
      const late = new Promise<Response>((resolve) => {
        answer = resolve;
      });
      const loading = fetchRecord(DATA, { fetch: () => late, onSlow: slow, slowAfter: 1_000 });
      await vi.advanceTimersByTimeAsync(999);
      expect(slow).toHaveBeenCalledTimes(0);
      await vi.advanceTimersByTimeAsync(1_501);
      expect(slow).toHaveBeenCalledTimes(2);
      answer(new Response(TEXT));
      expect((await loading).ok).toBe(true);
      await vi.advanceTimersByTimeAsync(10_000);
      expect(slow).toHaveBeenCalledTimes(2);
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
    const controller = new AbortController();
    const never: typeof fetch = (_, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener("abort", () => reject(new DOMException("stopped", "AbortError")));
      });
    const stopped = failing({ fetch: never, signal: controller.signal });
    controller.abort();
    expect(await stopped).toMatchObject({ kind: "aborted" });
  });
});

describe("readFile", () => {
  it("reads a file of the reader's, with a byte order mark or in UTF-16", async () => {
    const utf16 = new Uint8Array(Buffer.from(`\uFEFF${TEXT}`, "utf16le"));
    for (const content of [TEXT, `\uFEFF${TEXT}`, utf16]) {
      const result = await readFile(new File([content], "mine.json"));
      expect(result.ok && result.value.record).toEqual(record());
    }
  });

  it.each([
    ["empty", "", "empty"],
    ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 255]), "not-json"],
    ["cut short", TEXT.slice(0, -1), "truncated"],
  ])("%s", async (_, content, kind) => {
    const result = await readFile(new File([content], "mine.json"));
    expect(result).toMatchObject({ ok: false, error: { kind } });
  });

  it("tells a file it may not read", async () => {
    const file = { size: 1, arrayBuffer: () => Promise.reject(new DOMException("no", "NotReadableError")) };
    expect(await readFile(file as unknown as File)).toMatchObject({ ok: false, error: { kind: "unreadable" } });
    expect(await readFile({ size: 1e9 } as File)).toMatchObject({ ok: false, error: { kind: "too-big" } });
  });
});

it("a file cut at any place is truncated or no JSON, never a record and never an exception", () => {
  for (const text of [TEXT, JSON.stringify(record(), null, 2)]) {
    const kinds = new Map<string, number>();
    for (let end = 0; end < text.length; end += 50) {
      const result = readText(text.slice(0, end));
      if (result.ok) throw new Error(`read ${end} of ${text.length} characters as a record`);
      kinds.set(result.error.kind, (kinds.get(result.error.kind) ?? 0) + 1);
    }
    expect([...kinds.keys()].toSorted()).toEqual(["empty", "truncated"]);
  }
});
