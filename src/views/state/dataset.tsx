import { createContext, type ReactNode, use } from "react";
import type { Fault } from "#data/faults.ts";
import type { Meta, Source } from "#data/schema.ts";
import type { EventStore } from "#model/questions.ts";

/** Where the record on the page comes from. */
export type Origin =
  | { readonly kind: "site" }
  | { readonly kind: "address"; readonly address: string }
  | { readonly kind: "file"; readonly name: string };

/** A record that is open: who answers questions about it, and what had to be left out of it. */
export interface Dataset {
  /** Tells answers about this record from those about another in the query cache. */
  readonly key: string;
  /** The same for all states of one record while it is being read. */
  readonly page: string;
  /** False while rows are still to come: then another dataset follows. */
  readonly whole: boolean;
  readonly store: EventStore;
  /** Whether the answers that the page begins with are in the cache already. */
  readonly answered: boolean;
  /** Takes a question back by the promise of its answer, where the store works through a queue. */
  readonly drop?: (answer: Promise<unknown>) => void;
  readonly meta: Meta;
  readonly sources: readonly Source[];
  readonly faults: readonly Fault[];
  /** How many rows are not shown, and how many values in what is shown were set aside. */
  readonly leftOut: number;
  readonly noted: number;
  readonly origin: Origin;
}

const DatasetContext = createContext<Dataset | null>(null);

export const DatasetProvider = ({ dataset, children }: { dataset: Dataset; children: ReactNode }): ReactNode => (
  <DatasetContext value={dataset}>{children}</DatasetContext>
);

/** The open record. Only views below `DatasetProvider` may ask. */
export const useDataset = (): Dataset => {
  const dataset = use(DatasetContext);
  if (!dataset) throw new Error("useDataset outside of DatasetProvider");
  return dataset;
};
