import { afterEach, describe, expect, it, vi } from "vitest";
import type { LoadFailure } from "#data/failures.ts";
import type { LiaisonRecord } from "#data/schema.ts";
import { NO_FILTER } from "#model/filter.ts";
import { createReferenceStore } from "#store/reference/store.ts";
import type { About } from "#store/streamed.ts";
import { createWorkerStore, type WorkerListener } from "#store/worker/client.ts";
import { host, type Others } from "#store/worker/host.ts";
import type { FromWorker, Port, ToWorker } from "#store/worker/protocol.ts";
import { record } from "../../../fixtures/record.ts";
import { forget, others, startHere } from "../others.ts";

/** Both ends of a port in one place; messages are copied on their way, as between page and worker, and written down. */
const joined = (beside: Others | null = null) => {
  const { port1, port2 } = new MessageChannel();
  const sent: ToWorker[] = [];
  const heard: FromWorker[] = [];
  const here: Port<FromWorker, ToWorker> = {
    postMessage: (message) => {
      sent.push(message);
      port1.postMessage(message);
    },
    addEventListener: (type, listener) => port1.addEventListener(type, listener as unknown as (event: Event) => void),
  };
  here.addEventListener("message", ({ data }) => heard.push(data));
  port1.start();
  port2.start();
  host(port2 as unknown as Port<ToWorker, FromWorker>, beside);
  return {
    here,
    sent,
    heard,
    close: () => {
      port1.close();
      port2.close();
    },
  };
};

type Outcome = { readonly about: About; readonly events: number } | { readonly failure: LoadFailure };

const open = (from: string | Blob, beside: Others | null = null) => {
  const { here, sent, heard, close } = joined(beside);
  const parts: number[] = [];
  let settle: (outcome: Outcome) => void = () => undefined;
  const outcome = new Promise<Outcome>((resolve) => {
    settle = resolve;
  });
  const listener: WorkerListener = {
    onProgress: vi.fn(),
    onSlow: vi.fn(),
    onStore: (about, events, whole) => {
      if (whole) settle({ about, events });
      else parts.push(events);
    },
    onFailure: (failure) => settle({ failure }),
  };
  here.postMessage({ kind: "open", from, base: "https://site.example/" });
  const made = createWorkerStore(here, listener, close);
  return { ...made, outcome, parts, listener, sent, heard };
};

const blobOf = (json: unknown): Blob => new Blob([JSON.stringify(json)]);

/** A record of many events, as one whose papers belong to none of them. */
const long = (size: number): LiaisonRecord => {
  const one = record();
  const [first] = one.events;
  if (!first) throw new Error("a record without events");
  const events = Array.from({ length: size }, (_, at) => ({ ...first, id: `e-${at}`, partOf: null }));
  return { ...one, agreements: [], commitments: [], statistics: [], events };
};

afterEach(() => vi.unstubAllGlobals());

describe("a store behind a port", () => {
  it("answers as the plain reference does, from a file", async () => {
    const { store, outcome, close } = open(blobOf(record()));
    const reference = createReferenceStore(record());
    expect(await outcome).toMatchObject({ events: record().events.length, about: { leftOut: 0, meta: record().meta } });
    const korea = { ...NO_FILTER, partner: ["KR"] };
    const timeline = { lanes: "partner", window: null, columns: 40, markLimit: 100, laneLimit: 8 } as const;
    const officials = { sort: "name", offset: 0, limit: 50, text: "", side: null, organization: null } as const;
    for (const filter of [NO_FILTER, korea]) {
      expect(await store.summary(filter)).toEqual(await reference.summary(filter));
      expect(await store.timeline(filter, timeline)).toEqual(await reference.timeline(filter, timeline));
      expect(await store.officials(filter, officials)).toEqual(await reference.officials(filter, officials));
      expect(await store.matrix(filter)).toEqual(await reference.matrix(filter));
      expect(await store.agreements(filter)).toEqual(await reference.agreements(filter));
      expect(await store.commitments(filter)).toEqual(await reference.commitments(filter));
      const page = { offset: 0, limit: 20 };
      expect(await store.events(filter, page)).toEqual(await reference.events(filter, page));
    }
    for (const { id } of record().events)
      expect(await store.event(id, korea)).toEqual(await reference.event(id, korea));
    close();
  });

  it("takes a record from an address of its site", async () => {
    const bytes = new TextEncoder().encode(JSON.stringify(record()));
    const total = bytes.length;
    vi.stubGlobal("fetch", async () => new Response(bytes, { headers: { "content-length": String(total) } }));
    const { outcome, listener, store, close } = open("https://site.example/data.json");
    expect(await outcome).toMatchObject({ events: record().events.length });
    expect(listener.onProgress).toHaveBeenLastCalledWith(expect.objectContaining({ loaded: total, total }));
    expect((await store.summary(NO_FILTER)).total).toBe(
      (await createReferenceStore(record()).summary(NO_FILTER)).total,
    );
    close();
  });

  /** Reading takes long: the clock runs away. */
  const slowly = (): void => {
    let now = 0;
    vi.spyOn(performance, "now").mockImplementation(() => {
      now += 400;
      return now;
    });
  };

  it("keeps a record back that is read before anybody would notice", async () => {
    vi.spyOn(performance, "now").mockReturnValue(0);
    const { outcome, parts, close } = open(blobOf(long(9_000)));
    expect(await outcome).toMatchObject({ events: 9_000 });
    expect(parts).toEqual([]);
    close();
  });

  it("offers a store over the first rows while others come", async () => {
    slowly();
    const { outcome, parts, store, close } = open(blobOf(long(9_000)));
    const early = store.events(NO_FILTER, { offset: 0, limit: 1 });
    expect((await early).rows[0]?.id).toBe("e-0");
    expect(await outcome).toMatchObject({ events: 9_000 });
    expect(parts.length).toBeGreaterThan(0);
    expect(parts.every((events) => events >= 2_000 && events < 9_000)).toBe(true);
    expect((await store.events(NO_FILTER, { offset: 0, limit: 1 })).total).toBe(9_000);
    close();
  });

  const beside: Others = { start: startHere, over: 5_000_000 };

  /** An address whose file comes in two parts, the second when other workers have had time to start. */
  const served = (json: unknown): string => {
    const bytes = new TextEncoder().encode(JSON.stringify(json));
    const body = new ReadableStream<Uint8Array>({
      start: async (stream) => {
        stream.enqueue(bytes.slice(0, 2_500_000));
        await vi.waitFor(() => expect(others.made.length).toBeGreaterThan(0));
        await new Promise((resolve) => setTimeout(resolve, 100));
        for (let at = 2_500_000; at < bytes.length; at += 65_536) stream.enqueue(bytes.slice(at, at + 65_536));
        stream.close();
      },
    });
    vi.stubGlobal("fetch", async () => new Response(body, { headers: { "content-length": String(bytes.length) } }));
    return "https://site.example/data.json";
  };

  it("has a large file read by other workers, and lets them go at its end", async () => {
    forget();
    const { outcome, store, close } = open(served(long(12_000)), beside);
    expect(await outcome).toMatchObject({ events: 12_000, about: { leftOut: 0 } });
    expect(others.blocks).toBeGreaterThan(4);
    const { total, rows } = await store.events(NO_FILTER, { offset: 11_999, limit: 1 });
    expect([total, rows[0]?.id]).toEqual([12_000, "e-11999"]);
    await vi.waitFor(() => {
      for (const worker of others.made) expect(worker.terminate).toHaveBeenCalledOnce();
    });
    close();
  });

  it("reads a large file all the same where no other worker runs", async () => {
    forget();
    others.fates = ["fails", "fails", "fails"];
    const { outcome, close } = open(served(long(12_000)), beside);
    expect(await outcome).toMatchObject({ events: 12_000 });
    expect(others.blocks).toBe(0);
    close();
  });

  it("reads a small file alone", async () => {
    forget();
    const { outcome, close } = open(blobOf(long(4_000)), beside);
    expect(await outcome).toMatchObject({ events: 4_000 });
    expect(others.made).toEqual([]);
    close();
  });

  it("asks together what is asked at one time, and answers together", async () => {
    const { store, outcome, sent, heard, close } = open(blobOf(record()));
    await outcome;
    await Promise.all([store.summary(NO_FILTER), store.partners(NO_FILTER), store.matrix(NO_FILTER)]);
    const asks = sent.flatMap((message) => (message.kind === "ask" ? [message.asks.map(({ name }) => name)] : []));
    expect(asks).toEqual([["summary", "partners", "matrix"]]);
    const answers = heard.flatMap((message) => (message.kind === "answers" ? [message.answers.length] : []));
    expect(answers).toEqual([3]);
    close();
  });

  it("begins the next answer while one waits for its rows", async () => {
    const { store, outcome, close } = open(blobOf(long(9_000)));
    await outcome;
    const read = Blob.prototype.arrayBuffer;
    const slow = vi.spyOn(Blob.prototype, "arrayBuffer").mockImplementation(async function (this: Blob) {
      await new Promise((resolve) => setTimeout(resolve, 120));
      return read.call(this);
    });
    const done: string[] = [];
    await Promise.all([
      store.event("e-8000", NO_FILTER).then(() => done.push("event")),
      store.summary(NO_FILTER).then(() => done.push("summary")),
      store.matrix(NO_FILTER).then(() => done.push("matrix")),
    ]);
    expect(slow).toHaveBeenCalled();
    expect(done).toEqual(["summary", "matrix", "event"]);
    slow.mockRestore();
    close();
  });

  it("sends every date that is not plain with its span, once", async () => {
    const one = record();
    const events = one.events.map((event, at) => (at === 0 ? { ...event, date: "2019?-07-08" } : event));
    const { store, outcome, heard, close } = open(blobOf({ ...one, events }));
    await outcome;
    const spans = () => heard.flatMap((message) => ("spans" in message ? message.spans.map(({ edtf }) => edtf) : []));
    const page = { offset: 0, limit: 50 };
    await store.events(NO_FILTER, page);
    await store.events({ ...NO_FILTER, from: "2001~" }, page);
    expect(spans().filter((text) => text === "2019?-07-08")).toHaveLength(1);
    expect(spans()).toContain("2001~");
    expect(spans()).not.toContain(one.events[1]?.id);
    close();
  });

  it("drops a question that nobody waits for any more", async () => {
    const { store, drop, outcome, sent, close } = open(blobOf(record()));
    const early = store.summary({ ...NO_FILTER, partner: ["RU"] });
    early.catch(() => undefined);
    drop(early);
    const old = store.summary({ ...NO_FILTER, partner: ["KR"] });
    await Promise.resolve();
    const settled = vi.fn();
    old.then(settled, settled);
    const fresh = store.summary(NO_FILTER);
    drop(old);
    await outcome;
    await fresh;
    await store.partners(NO_FILTER);
    expect(settled).not.toHaveBeenCalled();
    expect(sent.filter((message) => message.kind === "drop")).toEqual([{ kind: "drop", id: 2 }]);
    drop(fresh);
    expect(sent.filter((message) => message.kind === "drop")).toHaveLength(1);
    close();
  });

  it("ends reading and answers nothing more once it is closed", async () => {
    const { store, outcome, parts, sent, heard, close } = open(blobOf(long(9_000)));
    const early = store.summary(NO_FILTER);
    close();
    await expect(early).rejects.toThrow("closed");
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(sent.at(-1)).toEqual({ kind: "close" });
    expect(heard.filter(({ kind }) => kind === "store")).toEqual([]);
    expect(parts).toEqual([]);
    void outcome;
  });

  it("tells of a question that cannot be answered, and goes on", async () => {
    const { store, outcome, close } = open(blobOf(record()));
    await outcome;
    await expect(store.summary(null as never)).rejects.toThrow();
    expect((await store.summary(NO_FILTER)).total).toBeGreaterThan(0);
    close();
  });

  it("reads as a whole what cannot be read row by row", async () => {
    const text = JSON.stringify(record());
    // A name twice: JSON takes the last.
    const twice = `{"events":[],${text.slice(1)}`;
    const { outcome, store, close } = open(new Blob([twice]));
    expect(await outcome).toMatchObject({ events: record().events.length });
    expect((await store.summary(NO_FILTER)).total).toBeGreaterThan(0);
    close();
    const wide = new Uint8Array(new Uint16Array([0xfeff, ...[...text].map((char) => char.charCodeAt(0))]).buffer);
    const other = open(new Blob([wide]));
    expect(await other.outcome).toMatchObject({ events: record().events.length });
    other.close();
  });

  it.each([
    ["", "empty"],
    ["<!doctype html>", "not-json"],
    [JSON.stringify(record()).slice(0, 2_000), "truncated"],
    ['{"features":[]}', "wrong-shape"],
    ["hello", "not-json"],
    [JSON.stringify({ ...record(), meta: { version: 9 } }), "wrong-version"],
  ])("says why %.20s cannot be shown", async (text, kind) => {
    const { outcome, close } = open(new Blob([text]));
    expect(await outcome).toMatchObject({ failure: { kind } });
    close();
  });

  it("says why an address cannot be opened", async () => {
    vi.stubGlobal("fetch", async () => new Response("", { status: 404 }));
    const { outcome, close } = open("https://site.example/none.json");
    expect(await outcome).toMatchObject({ failure: { kind: "not-found", detail: "404" } });
    close();
  });
});
