import { useRef, useState } from "react";
import { MOST_EVENTS, TooManyRows } from "#export/records/gather.ts";
import { announce } from "#ui/announce.ts";
import type { MadeFile } from "./make-data.ts";
import { saveFile } from "./save.ts";
import { useAllWords } from "./words.ts";

/** What is being made, and how to begin making another file. */
export interface Saving {
  /** Name of the format; null while nothing is made. */
  readonly busy: string | null;
  /** How far it is, from 0 to 1; null where that is not known, or soon done. */
  readonly share: number | null;
  /** Ends what is being made where it says how far it is; nothing is handed over. */
  readonly stop: () => void;
  readonly save: (format: string, make: (tell: (share: number) => void) => Promise<MadeFile>) => void;
}

class Stopped extends Error {}

/** Makes files and hands them over, one after the other; says so when it begins, ends, fails and is stopped. */
export const useSaving = (): Saving => {
  const words = useAllWords();
  const [busy, setBusy] = useState<string | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const work = useRef<AbortController | null>(null);
  const { making, made, failed, tooMany, stopped } = words.export;
  const saidOf = (format: string, fault: unknown): string => {
    if (fault instanceof Stopped) return stopped(format);
    return fault instanceof TooManyRows ? tooMany(format, fault.rows, MOST_EVENTS) : failed(format);
  };
  const save: Saving["save"] = (format, make) => {
    const mine = new AbortController();
    work.current = mine;
    const unlessStopped = (): void => {
      if (mine.signal.aborted) throw new Stopped();
    };
    setBusy(format);
    setShare(null);
    announce(making(format));
    const tell = (far: number): void => {
      unlessStopped();
      if (work.current === mine) setShare(far);
    };
    void make(tell)
      .then((file) => {
        unlessStopped();
        saveFile(file);
        announce(made(file.name), { show: true });
      })
      .catch((fault: unknown) => {
        if (!(fault instanceof Stopped)) console.info(fault);
        announce(saidOf(format, fault), { show: true });
      })
      .finally(() => {
        // Another may have been begun meanwhile.
        if (work.current !== mine) return;
        setBusy(null);
        setShare(null);
      });
  };
  return { busy, share, stop: () => work.current?.abort(), save };
};
