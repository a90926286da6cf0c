/** The ledger of agreements: groups, rows and their description. */
import type { Agreement } from "#data/schema.ts";
import { date } from "./dates.ts";
import { agreementStatus, agreementType } from "./labels.ts";
import { count, list, number } from "./numbers.ts";

export const groups = {
  done: "Signed or adopted",
  open: "Ready to sign, proposed or under negotiation",
  past: "Recalled as background",
} as const;
export const undated = "no date given";
export const between = (parties: readonly string[]): string => list(parties);
export const kind = (type: Agreement["type"]): string => agreementType[type];
export const printedAs = (title: string): string => `printed as “${title}”`;
export const implementing = (title: string): string => `Implements: ${title}`;
export const implementedBy = (titles: readonly string[]): string => `Implemented by: ${list(titles)}`;
/** A mention does not repeat the act: a paper recalled as signed was not signed again. */
export const mention = (status: Agreement["status"], event: string | null, edtf: string | null): string => {
  const where = [event, edtf ? date(edtf) : null].filter((part) => part !== null).join(", ");
  return where ? `Mentioned as ${agreementStatus[status]}: ${where}` : `Mentioned as ${agreementStatus[status]}`;
};
export const more = (left: number): string => `and ${count(left, "more mention")}`;
export const moreRows = (left: number): string => `and ${count(left, "more agreement")}, not drawn`;
export const none = "No agreement is named in what is shown.";
export const footnote =
  "Status as of the latest mention. One row per instrument; a later mention is not another agreement.";

export const title = (total: number): string => count(total, "agreement");
/** "3 agreements: 1 signed, 2 ready to sign". */
export const altShort = (total: number, byStatus: readonly (readonly [Agreement["status"], number])[]): string =>
  byStatus.length
    ? `${count(total, "agreement")}: ${list(byStatus.map(([status, rows]) => `${number(rows)} ${agreementStatus[status]}`))}`
    : count(total, "agreement");
export const rowSaid = (name: string, status: Agreement["status"], parties: readonly string[], when: string): string =>
  `“${name}”, ${agreementStatus[status]}, ${[list(parties), when].filter((part) => part !== "").join(", ")}.`;
export const columns = {
  title: "Title",
  kind: "Kind",
  status: "Status",
  parties: "Parties",
  date: "Date",
  implements: "Implements",
  mentions: "Mentioned in",
} as const;
export const howWeCount =
  "One row is one instrument, however often it is mentioned. Signed and adopted are kept apart from what was only said to be ready, proposed or under negotiation, and from older papers that are recalled as background. No status is inferred beyond what a source prints.";
