/** Workers that parse and check events of a large file beside the one that keeps them. */
import { BlockParser, type BlockRead, type BlockReader } from "#data/blocks.ts";
import { buffersOf, EventColumnsReader } from "#data/event-columns.ts";
import { batchTaker } from "../local/batches.ts";
import type { MakeTaker } from "../streamed.ts";

/** Some hundred events: few enough not to be waited for, many enough for what is said of them once. */
const BLOCK_BYTES = 1 << 19;

interface Asked {
  readonly id: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly ends: readonly number[];
}

interface Told {
  readonly id: number;
  readonly read: ReturnType<BlockParser["read"]>;
}

/** Reads every block that comes through a port, from now on. */
export const readFor = (port: MessagePort): void => {
  const parser = new BlockParser();
  port.onmessage = ({ data: { id, bytes, ends } }: MessageEvent<Asked>) => {
    const read = parser.read(bytes, ends);
    const told: Told = { id, read };
    port.postMessage(told, read.kind === "columns" ? buffersOf(read.columns) : []);
  };
};

interface Waiting {
  readonly resolve: (read: BlockRead) => void;
  readonly reject: (reason: Error) => void;
}

class Reader {
  private readonly waiting = new Map<number, Waiting>();
  private readonly port: MessagePort;
  private readonly columns = new EventColumnsReader();
  private asked = 0;
  gone = false;

  constructor(port: MessagePort) {
    this.port = port;
    port.onmessage = ({ data: { id, read } }: MessageEvent<Told>) => {
      const rows = read.kind === "columns" ? { ...read, columns: this.columns.rows(read.columns) } : read;
      this.waiting.get(id)?.resolve(rows);
      this.waiting.delete(id);
    };
  }

  get load(): number {
    return this.gone ? Number.POSITIVE_INFINITY : this.waiting.size;
  }

  read(bytes: Uint8Array<ArrayBuffer>, ends: readonly number[]): Promise<BlockRead> {
    return new Promise((resolve, reject) => {
      if (this.gone) return reject(new Error("gone"));
      this.asked += 1;
      this.waiting.set(this.asked, { resolve, reject });
      const asked: Asked = { id: this.asked, bytes, ends };
      this.port.postMessage(asked, [bytes.buffer]);
    });
  }

  end(): void {
    this.gone = true;
    this.port.close();
    for (const { reject } of this.waiting.values()) reject(new Error("gone"));
    this.waiting.clear();
  }
}

export interface Beside {
  readonly reader: BlockReader;
  readonly makeTaker: MakeTaker;
  readonly end: () => void;
}

/** Not more than there are cores for, beside the page and the worker that keeps the record; nor than keep one busy. */
const countFor = (cores: number): number => Math.min(3, Math.max(1, cores - 1));

/**
 * Starts workers to read beside this one.
 * @param start starts one of the same script
 * @returns null where there can be none; resolves once the first runs
 */
export const startBeside = async (
  start: () => Worker,
  cores = globalThis.navigator?.hardwareConcurrency ?? 1,
): Promise<Beside | null> => {
  const readers: Reader[] = [];
  const workers: Worker[] = [];
  const open = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = start();
      workers.push(worker);
      let reader: Reader | null = null;
      worker.addEventListener("error", (event) => {
        // Dealt with here: no fault of the page.
        event.preventDefault();
        reader?.end();
        reject(new Error("does not run"));
      });
      worker.addEventListener(
        "message",
        () => {
          const { port1, port2 } = new MessageChannel();
          worker.postMessage("read", [port2]);
          reader = new Reader(port1);
          readers.push(reader);
          resolve();
        },
        { once: true },
      );
    });
  const end = (): void => {
    for (const reader of readers) reader.end();
    for (const worker of workers) worker.terminate();
  };
  try {
    await Promise.any(Array.from({ length: countFor(cores) }, open));
  } catch {
    end();
    return null;
  }
  const read: BlockReader["read"] = async (bytes, ends) => {
    const [first, ...rest] = readers;
    if (!first) throw new Error("gone");
    return rest.reduce((least, one) => (one.load < least.load ? one : least), first).read(bytes, ends);
  };
  return { reader: { atOnce: workers.length, bytes: BLOCK_BYTES, read }, makeTaker: batchTaker, end };
};
