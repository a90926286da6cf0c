/** Makes the pages in as many processes as the machine has cores for. */
import { type ChildProcess, fork } from "node:child_process";
import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Place } from "./make.ts";
import type { Start } from "./worker.ts";

const WORKER = fileURLToPath(new URL("worker.ts", import.meta.url));
const TYPESCRIPT = ["--import", pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href];
/** React's own checks cost as much again as the drawing. */
const ENVIRONMENT = { ...process.env, NODE_ENV: "production" };
/** More would only wait for the disk. */
const MOST = 6;

interface Told {
  readonly files?: number;
  readonly fault?: string;
}

const answerOf = (worker: ChildProcess): Promise<number> =>
  new Promise((resolve, reject) => {
    const end = (): void => {
      worker.off("message", hear);
      worker.off("exit", leave);
    };
    const hear = ({ files = 0, fault }: Told): void => {
      end();
      if (fault === undefined) resolve(files);
      else reject(new Error(fault));
    };
    const leave = (code: number | null): void => {
      end();
      reject(new Error(`a process that makes pages ended with code ${code}`));
    };
    worker.on("message", hear);
    worker.on("exit", leave);
  });

export interface Pages {
  /** Makes and writes all places. Resolves to the number of files; rejects with the first fault. */
  readonly make: (start: Start, places: readonly Place[], onDone: (done: number) => void) => Promise<number>;
}

/** Starts the processes at once, so that their code is loaded while the job is made up. They end with `use`, whatever happens. */
export const withPages = async <T>(use: (pages: Pages) => Promise<T>): Promise<T> => {
  const workers = Array.from({ length: Math.min(MOST, availableParallelism()) }, () =>
    fork(WORKER, { env: ENVIRONMENT, execArgv: TYPESCRIPT }),
  );
  const make: Pages["make"] = async (start, places, onDone) => {
    const waiting = [...places];
    let [files, done] = [0, 0];
    const ask = async (worker: ChildProcess, told: Start | Place): Promise<void> => {
      const answer = answerOf(worker);
      worker.send(told);
      const written = await answer;
      files += written;
    };
    await Promise.all(
      workers.map(async (worker) => {
        await ask(worker, start);
        for (let place = waiting.shift(); place; place = waiting.shift()) {
          await ask(worker, place);
          done += 1;
          onDone(done);
        }
      }),
    );
    return files;
  };
  try {
    return await use({ make });
  } finally {
    for (const worker of workers) worker.kill();
  }
};
