import { useState } from "react";
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
  readonly save: (format: string, make: (tell: (share: number) => void) => Promise<MadeFile>) => void;
}

/** Makes files and hands them over, one after the other; says so when it begins, ends and fails. */
export const useSaving = (): Saving => {
  const words = useAllWords();
  const [busy, setBusy] = useState<string | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const { making, made, failed, tooMany } = words.export;
  const save: Saving["save"] = (format, make) => {
    setBusy(format);
    announce(making(format));
    void make(setShare)
      .then((file) => {
        saveFile(file);
        announce(made(file.name), { show: true });
      })
      .catch((fault: unknown) => {
        console.info(fault);
        const said = fault instanceof TooManyRows ? tooMany(format, fault.rows, MOST_EVENTS) : failed(format);
        announce(said, { show: true });
      })
      .finally(() => {
        setBusy(null);
        setShare(null);
      });
  };
  return { busy, share, save };
};
