/** Chromium, and how much memory a page of it takes. */
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { type Browser, type CDPSession, chromium } from "playwright-core";

const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Nothing but the plain server answers.
  "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
];

/** A browser that has just begun is at work for itself for a while, and takes both cores for it. */
const SETTLED_MS = 1_500;

export const launch = async (executablePath: string): Promise<Browser> => {
  const browser = await chromium.launch({ executablePath, headless: true, args: ARGS });
  await sleep(SETTLED_MS);
  return browser;
};

interface HeapUsage {
  readonly usedSize: number;
  readonly backingStorageSize?: number;
}

/** Buffers count: the columns of a store are buffers. */
const held = ({ usedSize, backingStorageSize = 0 }: HeapUsage): number => usedSize + backingStorageSize;

interface Messages {
  on(event: "Target.attachedToTarget", listener: (of: { sessionId: string }) => void): void;
  on(event: "Target.receivedMessageFromTarget", listener: (of: { sessionId: string; message: string }) => void): void;
}

/** Asks each worker of the page, after a collection. */
const workersHeap = async (session: CDPSession): Promise<number> => {
  const workers: string[] = [];
  const waiting = new Map<number, (result: unknown) => void>();
  const events = session as unknown as Messages;
  events.on("Target.attachedToTarget", ({ sessionId }) => workers.push(sessionId));
  events.on("Target.receivedMessageFromTarget", ({ message }) => {
    const { id, result } = JSON.parse(message) as { id?: number; result?: unknown };
    if (id !== undefined) waiting.get(id)?.(result);
  });
  const ask = (sessionId: string, method: string): Promise<unknown> =>
    new Promise((answered, failed) => {
      const id = waiting.size + 1;
      waiting.set(id, answered);
      session.send("Target.sendMessageToTarget", { sessionId, message: JSON.stringify({ id, method }) }).catch(failed);
    });
  const attach = (autoAttach: boolean): Promise<unknown> =>
    session.send("Target.setAutoAttach", { autoAttach, waitForDebuggerOnStart: false, flatten: false });
  await attach(true);
  const usages = await Promise.all(
    workers.map(async (sessionId) => {
      // A collection is a task of its own: only its answer says that it has been.
      await ask(sessionId, "HeapProfiler.collectGarbage");
      return (await ask(sessionId, "Runtime.getHeapUsage")) as HeapUsage;
    }),
  );
  await attach(false);
  return usages.reduce((sum, usage) => sum + held(usage), 0);
};

/** JavaScript heap of a page and its workers with the buffers they hold, after a collection, in bytes. */
export const heapOf = async (session: CDPSession): Promise<number> => {
  await session.send("HeapProfiler.collectGarbage");
  const page = (await session.send("Runtime.getHeapUsage")) as HeapUsage;
  return held(page) + (await workersHeap(session));
};

const anonymousBytes = (process: number): number => {
  try {
    const kilobytes = /RssAnon:\s+(\d+)/.exec(readFileSync(`/proc/${process}/status`, "utf8"))?.[1];
    return Number(kilobytes ?? 0) * 1024;
  } catch {
    return 0;
  }
};

/**
 * Memory that the page's process keeps for itself, workers and buffers included, in bytes; null where the system does
 * not tell. The largest of the browser's renderers is the page: a run has one page.
 */
export const memoryOf = async (browser: Browser): Promise<number | null> => {
  const session = await browser.newBrowserCDPSession();
  try {
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    const renderers = processInfo.filter(({ type }) => type === "renderer");
    return Math.max(0, ...renderers.map(({ id }) => anonymousBytes(id))) || null;
  } finally {
    await session.detach();
  }
};
