/**
 * Starts the worker and tells it what to open. Small, because the page's first script does it: the record is on its way
 * before there is anything to draw it.
 */
import type { ToWorker } from "./protocol.ts";

/** After this a worker that neither runs nor fails is given up; its script may come over a slow line. */
const STARTS_WITHIN_MS = 20_000;

/** Hands one end of a channel to whoever hosts records. */
type Hand = (port: MessagePort) => void;

/** A worker that hosts records, or null where the page may have none: an opaque origin, a policy, an old browser. */
const startWorker = async (): Promise<Hand | null> => {
  try {
    const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
    const here = await new Promise<boolean>((resolve) => {
      worker.addEventListener("message", () => resolve(true), { once: true });
      worker.addEventListener("error", () => resolve(false), { once: true });
      setTimeout(() => resolve(false), STARTS_WITHIN_MS);
    });
    if (here) return (port) => worker.postMessage(null, [port]);
    worker.terminate();
  } catch {
    // As below.
  }
  return null;
};

/** The same on the page itself, in stretches short enough to keep it alive. */
const startHere = async (): Promise<Hand> => {
  const { host } = await import("./host.ts");
  return (port) => {
    host(port);
    port.start();
  };
};

/** One for all records. */
let hosting: Promise<Hand> | null = null;

const newPort = async (from: string | Blob, base: string): Promise<MessagePort> => {
  hosting ??= startWorker().then((hand) => hand ?? startHere());
  const { port1, port2 } = new MessageChannel();
  const open: ToWorker = { kind: "open", from, base };
  // Waits in the channel until somebody hosts its other end.
  port1.postMessage(open);
  try {
    (await hosting)(port2);
  } catch (fault) {
    // Its script did not come; the next record asks for it again.
    hosting = null;
    throw fault;
  }
  return port1;
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
