import type { EvidenceDetail } from "#model/questions.ts";
import type { Words } from "#model/words/en/index.ts";

type Evidence = EvidenceDetail["evidence"];
export type Weakest = Evidence["certainty"];
export type About = NonNullable<Evidence["about"]>[number];

const PARTS: readonly About[] = ["status", "title", "participants", "place", "date"];

/** The weakest certainty of all that supports a row; stated where nothing is given. */
export const weakestOf = (evidence: readonly EvidenceDetail[]): Weakest => {
  const all = evidence.map((detail) => detail.evidence.certainty);
  return all.includes("disputed") ? "disputed" : all.includes("inferred") ? "inferred" : "stated";
};

/** Whether a piece of evidence speaks of this part of its row; of every part where it does not say. */
const speaksOf = ({ evidence }: EvidenceDetail, part: About): boolean =>
  evidence.about ? evidence.about.includes(part) : part === "record";

/**
 * Flags for what the evidence of a row leaves in doubt: one for the whole row where that is, else one a part. Parts that
 * are said elsewhere in the row (a date that is written with its doubt) are left out.
 */
export const doubtFlags = (
  evidence: readonly EvidenceDetail[],
  words: Words,
  saidElsewhere: readonly About[] = [],
): readonly string[] => {
  const of = (part: About): Weakest => weakestOf(evidence.filter((detail) => speaksOf(detail, part)));
  const whole = of("record");
  if (whole !== "stated") return [words.doubts.flag("record", whole)];
  return PARTS.filter((part) => !saidElsewhere.includes(part)).flatMap((part) => {
    const certainty = of(part);
    return certainty === "stated" ? [] : [words.doubts.flag(part, certainty)];
  });
};
