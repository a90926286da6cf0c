/** The schema's codes in words. Every code has a label; the type says so. */
import type { SCHEMA_ENUMS } from "#data/schema.ts";

type Labels<K extends keyof typeof SCHEMA_ENUMS> = Readonly<Record<(typeof SCHEMA_ENUMS)[K][number], string>>;

export const eventType: Labels<"eventType"> = {
  meeting: "meeting",
  talks: "talks",
  "courtesy-call": "courtesy call",
  conference: "conference",
  visit: "visit",
  "embassy-visit": "embassy visit",
};
export const eventStatus: Labels<"eventStatus"> = { held: "held", announced: "announced", recalled: "recalled" };
export const certainty: Labels<"certainty"> = { stated: "stated", inferred: "inferred", disputed: "disputed" };
export const basis: Labels<"basis"> = {
  text: "text of the release",
  caption: "caption in the release",
  dateline: "dateline of the release",
  "cross-source": "another release",
  outside: "outside source",
};
export const agreementType: Labels<"agreementType"> = {
  mou: "memorandum of understanding",
  "cooperation-agreement": "cooperation agreement",
  "intergovernmental-agreement": "intergovernmental agreement",
  plan: "plan",
  "plan-of-action": "plan of action",
  "joint-statement": "joint statement",
  treaty: "treaty",
};
export const agreementStatus: Labels<"agreementStatus"> = {
  proposed: "proposed",
  "under-negotiation": "under negotiation",
  "ready-to-sign": "ready to sign",
  signed: "signed",
  adopted: "adopted",
  "in-force": "in force",
  "existing-undated": "recalled",
};
export const commitmentAct: Labels<"commitmentAct"> = {
  asks: "asked",
  hopes: "hoped",
  urges: "urged",
  suggests: "suggested",
  proposes: "proposed",
  invites: "invited",
  offers: "offered",
  "agrees-in-principle": "agreed in principle",
  "shares-view": "shared view",
  pledges: "pledged",
  "ready-to": "ready to",
  "will-consider": "will consider",
  commits: "committed",
};
export const commitmentStatus: Labels<"commitmentStatus"> = {
  requested: "requested",
  proposed: "proposed",
  "under-consideration": "under consideration",
  "agreed-in-principle": "agreed in principle",
  pledged: "pledged",
  delivered: "delivered",
  lapsed: "lapsed",
  unknown: "outcome not known",
};
export const indicator: Labels<"indicator"> = {
  "trafficking-cases": "trafficking cases",
  "trafficking-suspects": "trafficking suspects",
  "trafficking-victims": "trafficking victims",
  "drug-cases": "drug cases",
  "drug-arrests": "people arrested over drugs",
  "drug-seizure": "drugs seized",
};
export const unit: Labels<"unit"> = { kg: "kg", pills: "pills", persons: "persons", cases: "cases" };
export const mechanismKind: Labels<"mechanismKind"> = {
  "conference-series": "conference series",
  dialogue: "dialogue",
  "working-group": "working group",
  "liaison-network": "liaison network",
  plan: "plan",
  campaign: "campaign",
  "agreement-framework": "framework",
};
export const side: Labels<"side"> = { home: "home side", partner: "partner side" };
