import type { LiaisonRecord } from "#data/schema.ts";

const CODING = { event: "CONSULT", mode: "meet", auxiliary: null, contexts: ["crime"], actors: [], recipients: [] };

/** Breaks what only all rows together can show: ids twice, references to nothing, events that lie in themselves. */
export const broken = (record: LiaisonRecord, at: number): LiaisonRecord => {
  const events = record.events.map((event, row) => {
    if (row !== at % Math.max(1, record.events.length)) return event;
    const other = record.events[(row + 1) % record.events.length] ?? event;
    return [
      { ...event, id: other.id },
      { ...event, partners: [...event.partners, "nobody"] },
      { ...event, partOf: event.id },
      { ...event, evidence: ["nothing"] },
      { ...event, date: "2019-13-45" },
      { ...event, participants: event.participants.map((one) => ({ ...one, person: "nobody" })) },
      { ...event, participants: event.participants.map((one) => ({ ...one, evidence: ["nothing"] })) },
      { ...event, plover: [{ ...CODING, recipients: ["nobody"] }] },
      { ...event, openEnded: true },
      event,
    ][at % 10] as typeof event;
  });
  return { ...record, events };
};
