/** Who sat on which side, and who spoke for whom. */
import type { EngagementEvent } from "../schema.ts";
import type { Index, Report } from "./context.ts";

const CONTAINERS: readonly EngagementEvent["type"][] = ["visit", "conference"];

const checkSides = (event: EngagementEvent, isWhole: boolean, index: Index, report: Report): void => {
  const { id, partners, participants } = event;
  for (const [at, seat] of participants.entries()) {
    const where = `participants[${at}]`;
    const partner = index.organizations.get(seat.organization ?? "")?.partner ?? null;
    const person = index.people.get(seat.person ?? "");
    const told = seat.person ?? seat.organization ?? seat.rolePrinted ?? seat.namePrinted;
    if (told === null) report("events", id, where, undefined, "empty-seat");
    if (seat.side === "home" && partner !== null && partner !== index.home)
      report("events", id, `${where}.organization`, seat.organization, "foreign-home", partner);
    if (seat.side === "partner" && partner !== null && !partners.includes(partner))
      report("events", id, `${where}.organization`, seat.organization, "other-partner", partner);
    if (person?.partner && partner !== null && person.partner !== partner)
      report("events", id, `${where}.person`, seat.person, "person-of-other-partner", partner);
    if (seat.person !== null && participants.findIndex(({ person: other }) => other === seat.person) < at)
      report("events", id, `${where}.person`, seat.person, "seat-twice");
  }
  if (event.status !== "held" || isWhole || event.type === "visit" || partners.length === 0) return;
  for (const side of ["home", "partner"] as const)
    if (!participants.some((seat) => seat.side === side))
      report("events", id, "participants", undefined, "no-side", side);
  // At a conference not every delegation is named; at a table of two every partner is.
  if (event.type === "conference") return;
  for (const partner of partners) {
    const there = participants.some((seat) => index.organizations.get(seat.organization ?? "")?.partner === partner);
    if (!there) report("events", id, "partners", partner, "partner-absent");
  }
};

/** Whether somebody has no seat at an event. Of a conference not every seat is on record. */
const isElsewhere = (person: string | null | undefined, event: EngagementEvent | undefined): boolean =>
  typeof person === "string" &&
  event !== undefined &&
  event.type !== "conference" &&
  !event.participants.some((seat) => seat.person === person);

export const checkSidesOf = (index: Index, report: Report): void => {
  const { record, home } = index;
  if (home === null) report("meta", "", "focus", record.meta.focus, "no-home");
  const wholes = new Set(record.events.map(({ partOf }) => partOf));
  for (const event of record.events) {
    checkSides(event, wholes.has(event.id), index, report);
    if (home !== null && event.partners.includes(home)) report("events", event.id, "partners", home, "home-as-partner");
    if (event.type === "embassy-visit" && event.partners.length)
      report("events", event.id, "partners", event.partners[0], "embassy-partner");
    const whole = index.events.get(event.partOf ?? "");
    if (whole && !CONTAINERS.includes(whole.type))
      report("events", event.id, "partOf", event.partOf, "no-container", whole.type);
  }
  const partnerOf = (organization: string) => index.organizations.get(organization)?.partner ?? null;
  for (const { id, actor, addressee, event, mutual, speaker } of record.commitments) {
    const allowed = new Set([home, null, ...(index.events.get(event)?.partners ?? [])]);
    for (const [field, organization] of Object.entries({ actor, addressee }))
      if (!allowed.has(partnerOf(organization)))
        report("commitments", id, field, organization, "actor-elsewhere", event);
    if (partnerOf(actor) !== null && partnerOf(actor) === partnerOf(addressee))
      report("commitments", id, "addressee", addressee, "same-side", actor);
    const voice = index.people.get(speaker ?? "")?.partner ?? null;
    if (!mutual && voice !== null && partnerOf(actor) !== null && voice !== partnerOf(actor))
      report("commitments", id, "speaker", speaker, "speaker-of-other-side", actor);
    if (isElsewhere(speaker, index.events.get(event)))
      report("commitments", id, "speaker", speaker, "not-there", event);
  }
  for (const { id, event, signatories } of record.agreements)
    for (const [at, person] of (signatories ?? []).entries())
      if (isElsewhere(person, index.events.get(event ?? "")))
        report("agreements", id, `signatories[${at}]`, person, "not-there", event ?? "");
};
