/** Who asked or promised what to whom: groups, rows, threads and their description. */
import type { Commitment } from "#data/schema.ts";
import type { CommitmentThread } from "../../questions.ts";
import { isolated } from "../isolate.ts";
import { date } from "./dates.ts";
import { commitmentAct, commitmentStatus } from "./labels.ts";
import { count, list } from "./numbers.ts";

export const direction = (actor: string, addressee: string, mutual: boolean): string =>
  mutual ? `${isolated(actor)} and ${isolated(addressee)}, jointly` : `${isolated(actor)} → ${isolated(addressee)}`;
export const directionSaid = (actor: string, addressee: string, mutual: boolean): string =>
  mutual ? `${isolated(actor)} and ${isolated(addressee)} jointly` : `${isolated(actor)} to ${isolated(addressee)}`;
/** The verb as printed, or the kind of act where the source's verb is not on record. */
export const verb = (commitment: Pick<Commitment, "verbPrinted" | "act">): string =>
  commitment.verbPrinted || commitmentAct[commitment.act];
/** The source's own verb where it is not the word for the kind of act, or null. */
export const printedVerb = ({ verbPrinted, act }: Pick<Commitment, "verbPrinted" | "act">): string | null =>
  verbPrinted && verbPrinted.toLowerCase() !== commitmentAct[act] ? `in print: “${verbPrinted}”` : null;
export const meta = (
  commitment: Pick<Commitment, "status" | "due" | "verbPrinted" | "act">,
  speaker: string | null,
): string =>
  [
    printedVerb(commitment),
    `status: ${commitmentStatus[commitment.status]}`,
    commitment.due ? `due ${date(commitment.due)}` : null,
    speaker ? `said by ${speaker}` : null,
  ]
    .filter((part) => part !== null)
    .join(" · ");
export const when = (edtf: string | null): string => (edtf ? date(edtf) : "no date given");
/** What a thread leads to, without a word on whether anything was kept. */
export const threadLead = ({ kind, sameEvent }: Pick<CommitmentThread, "kind" | "sameEvent">): string => {
  if (kind === "agreement") return "The paper";
  if (kind === "event") return "See also";
  return sameEvent ? "At the same meeting" : "Taken up";
};
export const thread = (next: CommitmentThread): string =>
  `${threadLead(next)}: ${next.label}${next.note ? ` (${next.note})` : ""}`;
export const more = (left: number): string => `and ${left} more`;
export const moreRows = (left: number): string => `and ${count(left, "more row")}, not drawn`;
export const none = "Nothing was asked or promised in what is shown.";
export const footnote =
  "Where the source’s own verb differs from the kind of act, it stands in quotation marks. Status is as of the source; delivery is never inferred.";

export const title = (total: number): string =>
  count(total, "request, offer or pledge", "requests, offers and pledges");
export const altShort = (total: number, groups: readonly string[]): string =>
  groups.length ? `${title(total)}: ${list(groups)}` : title(total);
export const groupCount = (label: string, rows: number): string => `${label} ${rows}`;
export const groupSaid = (label: string, rows: readonly string[]): string => `${label}: ${rows.join("; ")}.`;
export const rowSaid = (verb: string, summary: string, when: string): string =>
  `${verb}: ${summary.replace(/\.$/, "")} (${when})`;
export const columns = {
  actor: "Who",
  addressee: "To whom",
  verb: "Verb as printed",
  act: "Kind of act",
  summary: "What",
  status: "Status as of the source",
  due: "Due",
  date: "Said on",
  event: "Said at",
  followUp: "Leads to",
} as const;
export const howWeCount =
  "One row is one request, offer, pledge, invitation or proposal as a source reports it, from one side to the other. Several verbs about one matter stay one row only if the source says them in one breath. Whether a promise was kept is not inferred: a thread leads to the paper a row speaks of, to an event, or to words that take it up at the same meeting or later.";
