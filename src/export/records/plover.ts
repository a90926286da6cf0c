/**
 * Event codes for researchers who join this record to POLECAT or its kind, as extra columns of the event table: PLOVER
 * (openeventdata/PLOVER, manual) and UCDP GED precision codes, which the plain columns already hold.
 */
import type { EventDetail } from "#model/questions.ts";
import type { Shape } from "./table.ts";

type Code = EventDetail["event"]["plover"][number];

const SCORES: Readonly<Record<string, number>> = {
  "CONSULT visit": 4,
  "CONSULT multilateral": 4,
  "CONSULT third-party": 1,
  CONSULT: 2.5,
  AGREE: 2.5,
  SUPPORT: 5,
};

/** PLOVER's scale of cooperation for a code, null where the manual's list used here has none. */
const score = ({ event, mode }: Code): number | null => SCORES[`${event} ${mode}`] ?? SCORES[event] ?? null;

const coded = (code: Code): string => [code.event, code.mode].filter((part) => part !== null).join(" ");

/** Lists with one entry a code, in the order of the record. */
export const ploverCells: Shape<EventDetail>["cells"] = {
  plover: ({ event }) => event.plover.map(coded),
  plover_auxiliary: ({ event }) => event.plover.map((code) => code.auxiliary ?? ""),
  plover_contexts: ({ event }) => [...new Set(event.plover.flatMap((code) => code.contexts))],
  plover_actors: ({ event }) => event.plover.map((code) => code.actors.join(" ")),
  plover_recipients: ({ event }) => event.plover.map((code) => code.recipients.join(" ")),
  plover_score: ({ event }) => event.plover.map((code) => String(score(code) ?? "")),
};
