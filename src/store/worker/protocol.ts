/** What a page and the worker that holds its record tell each other. */
import type { LoadFailure } from "#data/failures.ts";
import type { DateSpan } from "#lib/dates.ts";
import type { EventStore } from "#model/questions.ts";
import type { About } from "../streamed.ts";

export type QuestionName = keyof EventStore;

export interface Ask {
  readonly id: number;
  readonly name: QuestionName;
  readonly asked: readonly unknown[];
}

export type Answered =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly message: string };

export type ToWorker =
  /** Address of a record on the site of the page at `base`; or a file of the reader's. One record a worker. */
  | { readonly kind: "open"; readonly from: string | Blob; readonly base: string }
  /** All that the page asks at one time. */
  | { readonly kind: "ask"; readonly asks: readonly Ask[] }
  /** The answer is no longer wanted. */
  | { readonly kind: "drop"; readonly id: number }
  /** Nothing more is wanted: reading ends, and the record is let go. */
  | { readonly kind: "close" };

export type FromWorker =
  | { readonly kind: "progress"; readonly loaded: number; readonly total: number | null }
  /** Nothing has come for a while. */
  | { readonly kind: "slow" }
  /** From now on answers are over these rows; `whole` once all are there. */
  | {
      readonly kind: "store";
      readonly about: About;
      readonly events: number;
      readonly whole: boolean;
      readonly spans: readonly DateSpan[];
    }
  | { readonly kind: "failed"; readonly failure: LoadFailure }
  /** Together as far as they are ready together, so that the page draws once for all; with the dates in them. */
  | { readonly kind: "answers"; readonly answers: readonly Answered[]; readonly spans: readonly DateSpan[] };

/** One end of what joins the page to one record in the worker, as of a `MessagePort`. */
export interface Port<In, Out> {
  postMessage(message: Out): void;
  addEventListener(type: "message", listener: (event: { readonly data: In }) => void): void;
}
