/** Rules of the complete check in words. Only the command says them, so they stay out of the page's catalogue. */
import type { CheckRule } from "#data/check.ts";
import type { Fault, FaultRule } from "#data/faults.ts";
import { rule as loadingRule, rowName } from "./faults.ts";

const RULE: Readonly<Record<CheckRule, (detail: string) => string>> = {
  "date-precision": (date) =>
    date
      ? `does not fit the date ${date} (1 day, 2 two to six days, 3 week, 4 month, 5 year)`
      : "must be null where there is no date",
  "place-precision": (place) => (place ? `is missing for the place ${place}` : "must be null where there is no place"),
  "outside-whole": (whole) => `lies outside the event it is part of (${whole})`,
  "before-announced": () => "lies before the source that announces it",
  "after-source": () => "lies after the source that reports it",
  "outside-event": (event) => `lies outside the event ${event}`,
  "due-before-said": (event) => `lies before the event where it was said (${event})`,
  "as-of-before-period": (period) => `lies before the period ${period}`,
  "as-of-after-source": () => "lies after the source that gives the figure",
  "release-before-source": (release) => `lies after the release of the record (${release})`,
  "no-date": (status) => `is missing though the paper is ${status}`,
  "status-not-said": (said) => `is said of it at no event; its mentions say ${said}`,
  "not-a-country": () => "is not a country code of ISO 3166-1",
  "country-code-of-igo": () => "is the code of a country, but the partner is no state",
  "outside-country": (country) => `lies outside ${country}`,
  "wrong-unit": (indicator) => `is no unit of ${indicator}`,
  "drug-missing": () => "is missing for a seizure",
  "drug-unwanted": () => "does not belong to this indicator",
  "printed-number": (printed) => `is not the number printed, "${printed}"`,
  "not-whole": (unit) => `is not a whole number, though ${unit} are counted`,
  "no-side": (side) => `has nobody on the ${side} side`,
  "empty-seat": () => "has neither a person nor a body nor anything printed",
  "seat-twice": () => "sits at the table twice",
  "not-there": (event) => `took no part in the event ${event}`,
  "foreign-home": (partner) => `sits on the home side but belongs to ${partner}`,
  "other-partner": (partner) => `belongs to ${partner}, which is no partner of the event`,
  "partner-absent": () => "is a partner of whom nobody took part",
  "person-of-other-partner": (partner) => `belongs to another partner than the body (${partner})`,
  "home-as-partner": () => "is the home state, not a partner",
  "embassy-partner": () => "cannot be met at one's own embassy",
  "no-home": () => "belongs to no partner, so the home side is not known",
  "no-container": (type) => `is a ${type}; only a visit or a conference has parts`,
  "no-evidence": () => "names no evidence",
  "outside-alone": () => "rests on outside evidence alone: no release reports it",
  "no-note": (certainty) => `is missing though the evidence is ${certainty}`,
  "outside-without-address": () => "is missing for an outside source",
  "outside-with-pointer": () => "does not go with an outside basis",
  "pointer-missing": (source) => `is missing for a passage in ${source}`,
  "basis-outside": () => 'must be "outside" where no source is given',
  "end-before-start": (start) => `does not lie after the start, ${start}`,
  "in-clutter": (range) => `lies in page furniture (${range})`,
  "fragment-words": () => "has more than four words at one end",
  "fragment-code": () => "is not percent-encoded",
  mode: (event) => `is no mode of ${event}`,
  auxiliary: (status) => `is no auxiliary mode of what is ${status}`,
  "no-actor": () => "names nobody",
  "actor-and-recipient": () => "is among the actors too",
  "no-recipient": (mode) => `names nobody, though the mode is ${mode}`,
  "recipient-unwanted": (mode) => `is not named where the mode is ${mode}: all are actors`,
  "actor-elsewhere": (event) => `takes no part in the event ${event}`,
  "same-side": (actor) => `is on the same side as ${actor}`,
  "speaker-of-other-side": (actor) => `speaks for another side than ${actor}`,
  "same-as-name": () => "repeats a name the person has already",
  twice: () => "is named twice",
  blank: () => "holds nothing but spaces",
  "seat-is-person": (id) => `makes the id ${id}, which is a person's`,
  unused: () => "is referred to by nothing",
};

const known = (rule: string): rule is CheckRule => Object.hasOwn(RULE, rule);

/** The rule broken, to be read after the value. */
export const rule = (fault: Fault<FaultRule | CheckRule>): string =>
  known(fault.rule) ? RULE[fault.rule](fault.detail) : loadingRule(fault as Fault);

/** The fault without its collection: `e-x: date "2019-13-45" is not a date in EDTF (ISO 8601-2)`. */
export const inCollection = (fault: Fault<FaultRule | CheckRule>): string => {
  const what = [fault.field, fault.value].filter(Boolean).join(" ");
  const where = rowName(fault.record);
  return [where && what ? `${where}:` : where, what, rule(fault)].filter(Boolean).join(" ");
};
