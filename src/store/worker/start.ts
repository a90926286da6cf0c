/**
 * Starts the worker and tells it what to open. Small, because the page's first script does it: the record is on its way
 * before there is anything to draw it.
 */
import type { ToWorker } from "./protocol.ts";

/** After this a worker that neither runs nor fails is given up; its script may come over a slow line. */
const STARTS_WITHIN_MS = 20_000;

interface Host {
  /** Hands over one end of a channel. */
  readonly hand: (port: MessagePort) => void;
  /** Whether it runs; what was handed to one that does not is lost. */
  readonly runs: Promise<boolean>;
}

/** A worker that hosts records, or null where the page may have none: an opaque origin, a policy, an old browser. */
const startWorker = (): Host | null => {
  try {
    const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
    const runs = new Promise<boolean>((resolve) => {
      worker.addEventListener("message", () => resolve(true), { once: true });
      worker.addEventListener("error", () => resolve(false), { once: true });
      setTimeout(() => resolve(false), STARTS_WITHIN_MS);
    });
    return { hand: (port) => worker.postMessage(null, [port]), runs };
  } catch {
    return null;
  }
};

/** The same on the page itself, in stretches short enough to keep it alive. Rejects where its script does not come. */
const startHere = async (): Promise<Host> => {
  const { host } = await import("./host.ts");
  const hand = (port: MessagePort): void => {
    host(port);
    port.start();
  };
  return { hand, runs: Promise.resolve(true) };
};

/** One for all records; null where there can be none, undefined before the first. */
let worker: Host | null | undefined;

/** A channel whose one end is handed to a host and whose other end has been told what to open. */
const opened = (host: Host, open: ToWorker): MessagePort => {
  const { port1, port2 } = new MessageChannel();
  port1.postMessage(open);
  host.hand(port2);
  return port1;
};

const newPort = async (from: string | Blob, base: string): Promise<MessagePort> => {
  const open: ToWorker = { kind: "open", from, base };
  if (worker === undefined) worker = startWorker();
  if (worker) {
    // Its script may still be on its way: what it is told waits for it.
    const port = opened(worker, open);
    if (await worker.runs) return port;
    worker = null;
  }
  return opened(await startHere(), open);
};

let ahead: { readonly from: string; readonly base: string; readonly port: Promise<MessagePort> } | null = null;

/** Opens the record at an address before anybody listens. What the worker says waits in the channel. */
export const openAhead = (from: string, base: string): void => {
  ahead = { from, base, port: newPort(from, base) };
  ahead.port.catch(() => undefined);
};

/**
 * A port to a record that is being opened; an address must be of the site of the page at `base`. Rejects where neither
 * the worker's script nor what takes its place could be had.
 */
export const portTo = (from: string | Blob, base: string): Promise<MessagePort> => {
  const opened = ahead;
  ahead = null;
  return opened?.from === from && opened.base === base ? opened.port : newPort(from, base);
};
