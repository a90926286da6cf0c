import type { EvidenceDetail } from "#model/questions.ts";

export type Weakest = EvidenceDetail["evidence"]["certainty"];

/** The weakest certainty of all that supports a row; stated where nothing is given. */
export const weakestOf = (evidence: readonly EvidenceDetail[]): Weakest => {
  const all = evidence.map((detail) => detail.evidence.certainty);
  return all.includes("disputed") ? "disputed" : all.includes("inferred") ? "inferred" : "stated";
};
