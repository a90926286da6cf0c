/** What a row's evidence leaves in doubt, for the flags beside it. */
import type { Evidence } from "#data/schema.ts";
import { certainty as certainties } from "./labels.ts";

type About = NonNullable<Evidence["about"]>[number];
type Weak = Exclude<Evidence["certainty"], "stated">;

const PARTS: Readonly<Record<About, string>> = {
  record: "",
  date: "date",
  place: "place",
  participants: "participants",
  title: "title",
  status: "status",
};

/** "inferred" where the whole row is, "status disputed" where one part of it is. */
export const flag = (about: About, certainty: Weak): string =>
  [PARTS[about], certainties[certainty]].filter((part) => part !== "").join(" ");
