/** Makes pages in a process of its own: told a job, then one place after the other. See `parallel.ts`. */
import { type Job, makePlace, type Place } from "./make.ts";
import { openRecord } from "./record.ts";
import { writeInto } from "./write.ts";

/** What it is told first. */
export interface Start {
  readonly record: string;
  readonly out: string;
  readonly job: Job;
}

let start: (Start & { readonly opened: ReturnType<typeof openRecord> }) | null = null;

const make = async (place: Place): Promise<number> => {
  if (!start) throw new Error("a place came before the job");
  const files = await makePlace(start.opened, start.job, place);
  writeInto(start.out, files);
  return files.size;
};

process.on("message", (told: Start | Place) => {
  if ("job" in told) {
    start = { ...told, opened: openRecord(told.record) };
    process.send?.({ files: 0 });
    return;
  }
  make(told).then(
    (files) => process.send?.({ files }),
    (fault: unknown) =>
      process.send?.({ fault: `${told.folder}: ${fault instanceof Error ? fault.message : String(fault)}` }),
  );
});
// Whoever started it is gone.
process.on("disconnect", () => process.exit(0));
