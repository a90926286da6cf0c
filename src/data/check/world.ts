/** Codes of countries, coordinates, units and printed numbers. */
import type { LiaisonRecord, Statistic } from "../schema.ts";
import type { Report, World } from "./context.ts";

const UNITS: Readonly<Record<Statistic["indicator"], readonly Statistic["unit"][]>> = {
  "trafficking-cases": ["cases"],
  "trafficking-suspects": ["persons"],
  "trafficking-victims": ["persons"],
  "drug-cases": ["cases"],
  "drug-arrests": ["persons"],
  "drug-seizure": ["kg", "pills"],
};

/** First number in a text, thousands parted by commas or spaces: "some 1,755.74 kg" is 1755.74; null without one. */
export const printedNumber = (text: string): number | null => {
  const found = /\d[\d,\u00a0\u202f]*(?:\.\d+)?/.exec(text);
  return found ? Number(found[0].replace(/[,\u00a0\u202f]/g, "")) : null;
};

const checkStatistic = (row: Statistic, world: World, report: Report): void => {
  const { id, indicator, unit, drug, value, valuePrinted, country } = row;
  if (!UNITS[indicator].includes(unit)) report("statistics", id, "unit", unit, "wrong-unit", indicator);
  if (indicator === "drug-seizure" && drug === null) report("statistics", id, "drug", drug, "drug-missing");
  if (indicator.startsWith("trafficking") && drug !== null) report("statistics", id, "drug", drug, "drug-unwanted");
  const printed = printedNumber(valuePrinted);
  if (printed !== null && printed !== value) report("statistics", id, "value", value, "printed-number", valuePrinted);
  if (unit !== "kg" && !Number.isInteger(value)) report("statistics", id, "value", value, "not-whole", unit);
  if (!world.isCountry(country)) report("statistics", id, "country", country, "not-a-country");
};

export const checkWorld = (record: LiaisonRecord, world: World, report: Report): void => {
  for (const { id, country, lat, lon } of record.places) {
    if (!world.isCountry(country)) report("places", id, "country", country, "not-a-country");
    else if (world.inCountry(country, lat, lon) === false)
      report("places", id, "lat, lon", `${lat}, ${lon}`, "outside-country", country);
  }
  for (const { id, kind } of record.partners) {
    if (kind === "state" && !world.isCountry(id)) report("partners", id, "id", id, "not-a-country");
    if (kind === "igo" && world.isCountry(id)) report("partners", id, "id", id, "country-code-of-igo");
  }
  for (const row of record.statistics) checkStatistic(row, world, report);
};
