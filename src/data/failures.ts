/** Why nothing of a file can be shown. Its words are in the catalogue (`words.faults.failure`). */

export type FailureKind =
  | "offline"
  | "not-found"
  | "http"
  | "empty"
  | "truncated"
  | "not-json"
  | "not-columnar"
  | "wrong-shape"
  | "wrong-version"
  | "refused"
  | "too-big"
  | "unreadable"
  | "aborted";

export interface LoadFailure {
  readonly kind: FailureKind;
  /**
   * What completes the kind: the status of an answer (http), line and column (not-json), the list of a columnar file that
   * cannot be read, "no-" before what it lacks, or what kind of file it is (not-columnar), the first thing missing
   * (wrong-shape), the version found (wrong-version), a `RefusalReason` (refused); else empty.
   */
  readonly detail: string;
}

/** Why an address for data is not opened. */
export type RefusalReason = "empty" | "not-an-address" | "scheme" | "other-site" | "credentials";
