/** Which acts ask for something and which give one's word; a shared view is neither. */
import type { Commitment } from "#data/schema.ts";

export const ASKING_ACTS: ReadonlySet<Commitment["act"]> = new Set([
  "asks",
  "hopes",
  "urges",
  "suggests",
  "proposes",
  "invites",
]);

export const PLEDGING_ACTS: ReadonlySet<Commitment["act"]> = new Set([
  "offers",
  "agrees-in-principle",
  "pledges",
  "ready-to",
  "will-consider",
  "commits",
]);
