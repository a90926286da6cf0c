/** Figures that a source reports: their headings, what they stand for, and their description. */
import type { Statistic } from "#data/schema.ts";
import { date } from "./dates.ts";
import { indicator as indicators, unit as units } from "./labels.ts";
import { count, country, list, number } from "./numbers.ts";

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const UNIT_NAMES: Readonly<Record<Statistic["unit"], string>> = {
  kg: "kilograms",
  pills: "pills",
  persons: "persons",
  cases: "cases",
};

/** Over a block of rows that share indicator and unit: "Drugs seized, kilograms". */
export const heading = (indicator: Statistic["indicator"], unit: Statistic["unit"]): string =>
  `${capital(indicators[indicator])}, ${UNIT_NAMES[unit]}`;
export const counts = "Counts reported";

const asOfSaid = (edtf: string): string =>
  edtf.startsWith("../") ? `as of ${date(edtf.slice(3))}, start not printed` : `as of ${date(edtf)}`;
/** When a figure holds: its period, its as-of date, or both; a cut-off without a start says so. */
export const period = (span: string | null, asOf: string | null): string => {
  const cutOff = span?.startsWith("../") ? asOfSaid(span) : null;
  const same = cutOff !== null && (asOf === null || span?.slice(3) === asOf || span === asOf);
  if (same) return cutOff;
  const parts = [span === null ? null : (cutOff ?? date(span)), asOf === null ? null : asOfSaid(asOf)];
  return parts.filter((part) => part !== null).join(", ") || "no period given";
};
export const reportedBy = (reporter: string): string => `according to ${reporter}`;
/** The notes of its rows stand after what they share, each once: a year told in November is not a full one. */
export const context = (
  code: string,
  when: string,
  reporter: string | null,
  notes: readonly (string | null)[] = [],
): string =>
  [
    [country(code), when, reporter ? reportedBy(reporter) : null].filter((part) => part !== null).join(" · "),
    ...new Set(notes.filter((note) => note !== null)),
  ]
    .join(". ")
    .replaceAll(/\.\. /g, ". ");

/** What was counted or weighed: the substance, the printed word where it has no canonical name, else the indicator. */
export const what = (statistic: Statistic): string => {
  if (statistic.drug) return statistic.drug;
  return statistic.drugPrinted ? `“${statistic.drugPrinted}” (as printed)` : indicators[statistic.indicator];
};
/** Under a numeral, where there is no heading that says the unit. */
export const counted = (statistic: Statistic): string => {
  const substance = statistic.drug ?? (statistic.drugPrinted ? `“${statistic.drugPrinted}”` : "");
  const unit = statistic.unit === "pills" || statistic.unit === "kg" ? UNIT_NAMES[statistic.unit] : "";
  if (unit) return substance ? `${unit} of ${substance}` : `${indicators[statistic.indicator]}, ${unit}`;
  return substance ? `${indicators[statistic.indicator]}, ${substance}` : indicators[statistic.indicator];
};
export const told = (label: string, when: string): string => `${label}, told ${when}`;
export const value = (amount: number, unit: Statistic["unit"]): string => `${number(amount)} ${units[unit]}`;

export const none = "No figures are reported in what is shown.";
export const footnote = "Each figure as reported. Kilograms and pills are different measures and are never added up.";

export const title = (total: number): string => count(total, "reported figure");
export const altShort = (total: number, drawn: readonly string[]): string =>
  `${count(total, "reported figure")}${drawn.length ? `: ${list(drawn)}` : ""}`;
export const blockSaid = (head: string, where: string, rows: readonly string[]): string =>
  `${head} (${where}): ${rows.join("; ")}.`;
export const rowSaid = (label: string, said: string): string => `${label} ${said}`;
export const columns = {
  indicator: "Indicator",
  what: "Of what",
  value: "Value",
  unit: "Unit",
  printed: "As printed",
  country: "Country",
  period: "Period",
  reporter: "Reported by",
  event: "Told at",
  note: "Note",
} as const;
export const howWeCount =
  "Every row is one figure as its source prints it. Nothing is added up, converted or set against another period: kilograms, pills, cases and persons stay apart, and so do figures with different periods, as-of dates, countries or reporters.";
