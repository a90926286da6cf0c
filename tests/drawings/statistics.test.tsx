import { describe, it } from "vitest";
import { DARK, LIGHT } from "#charts/kit/theme.ts";
import { Statistics } from "#charts/statistics/Statistics.tsx";
import { describeStatistics } from "#charts/statistics/statistics.describe.ts";
import { layoutStatistics } from "#charts/statistics/statistics.layout.ts";
import type { StatisticRow } from "#model/questions.ts";
import { en } from "#model/words/en/index.ts";
import { evidenceDetail, LONG_TITLE, statisticRow } from "../fixtures/answers.ts";
import { draw } from "./harness.tsx";

const drawn = (state: string, rows: readonly StatisticRow[], { theme = LIGHT, width = 1100 } = {}) => {
  const answer = { total: rows.length, rows };
  const label = describeStatistics(answer, en).alt.short;
  return draw(
    "statistics",
    state,
    <Statistics layout={layoutStatistics(answer, { width, words: en })} theme={theme} label={label} />,
  );
};

const seized = (drug: string | null, value: number, more = {}, row = {}) =>
  statisticRow({ id: `st-${drug}-${value}`, drug, value, valuePrinted: String(value), ...more }, row);
const told = (indicator: StatisticRow["statistic"]["indicator"], unit: "cases" | "persons", value: number, more = {}) =>
  statisticRow({ id: `st-${indicator}`, indicator, unit, drug: null, value, ...more });

const year = { period: "2019", asOf: null };
const many = [
  seized("heroin", 1584.36),
  seized("cocaine", 136.98),
  seized("opium", 196.65),
  seized("dried marijuana", 254.4),
  seized(null, 4.62, { drugPrinted: "weeds" }),
  seized("ketamine", 6.23),
  seized("synthetic drugs", 1755.74),
  seized("synthetic drugs", 1363495, { unit: "pills" }),
  told("drug-cases", "cases", 24552),
  told("drug-arrests", "persons", 37842),
  told("trafficking-cases", "cases", 132, year),
  told("trafficking-suspects", "persons", 284, year),
  told("trafficking-victims", "persons", 229, year),
];

describe("statistics", () => {
  it("none", () => drawn("none", []));
  it("one", () => drawn("one", [seized("heroin", 12)]));
  it("many", () => drawn("many", many));
  it("middling", () => drawn("many-700", many, { width: 700 }));
  it("phone", () => drawn("many-phone", many, { width: 320 }));
  it("dark", () => drawn("many-dark", many, { theme: DARK }));
  it("inferred and disputed", () =>
    drawn("inferred", [
      seized("heroin", 40, {}, { evidence: [evidenceDetail("inferred")] }),
      seized("opium", 90, {}, { evidence: [evidenceDetail("disputed")] }),
      { ...told("drug-cases", "cases", 7), evidence: [evidenceDetail("inferred")] },
    ]));
  it("several periods and reporters", () =>
    drawn("periods", [
      seized("heroin", 40, year),
      seized("heroin", 44, year, { event: { id: "e-2", title: "Later talks", edtf: "2020-02" } }),
      seized("heroin", 30, { period: "2018/2019", asOf: null }, { reporter: null }),
      seized("heroin", 0, { period: null, asOf: "2017-05-01", country: "NO" }),
    ]));
  it("many kinds of pills", () =>
    drawn(
      "pills",
      ["red", "blue", "white", "green"].map((colour, at) => seized(`${colour} pills`, 10 ** at, { unit: "pills" })),
      { width: 560 },
    ));
  it("years of single figures", () =>
    drawn(
      "years",
      [2013, 2014, 2015, 2016, 2017, 2018].flatMap((period) => [
        told("drug-cases", "cases", period * 7, { id: `cases-${period}`, period: String(period), asOf: null }),
        ...(period % 4
          ? []
          : [told("drug-arrests", "persons", period, { id: `in-${period}`, period: `${period}`, asOf: null })]),
      ]),
      { width: 800 },
    ));
  it("long names and large numbers", () =>
    drawn(
      "long-names",
      [
        seized(LONG_TITLE, 1e15, { drugPrinted: LONG_TITLE }, { reporter: LONG_TITLE }),
        seized("heroin", 0.001, {}, { reporter: LONG_TITLE }),
        seized("pills", 9.9e20, { unit: "pills" }),
      ],
      { width: 360 },
    ));
});
