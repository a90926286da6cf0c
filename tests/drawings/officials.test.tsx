import { describe, it } from "vitest";
import { DARK, LIGHT } from "#charts/kit/theme.ts";
import { Officials } from "#charts/officials/Officials.tsx";
import { describeOfficials } from "#charts/officials/officials.describe.ts";
import { layoutOfficials } from "#charts/officials/officials.layout.ts";
import type { OfficialAnswer, OfficialsAnswer } from "#model/questions.ts";
import { en } from "#model/words/en/index.ts";
import { LONG_TITLE, officialRow } from "../fixtures/answers.ts";
import { draw } from "./harness.tsx";

const answerOf = (rows: readonly OfficialAnswer[]): OfficialsAnswer => ({
  total: rows.length,
  people: rows.filter((row) => row.kind === "person").length,
  seats: rows.filter((row) => row.kind === "seat").length,
  rows,
  span: rows.length ? { start: 17600, end: 18230 } : null,
});

const drawn = (state: string, answer: OfficialsAnswer, { theme = LIGHT, width = 1100 } = {}) =>
  draw(
    "officials",
    state,
    <Officials
      layout={layoutOfficials(answer, { width, words: en })}
      theme={theme}
      label={describeOfficials(answer, en).alt.short}
    />,
  );

const day = (start: number, end = start) => ({ start, end });
const partner = (id: string) => ({ id, label: id, count: 1 });
const rows = [
  officialRow({
    id: "a",
    name: "Nguyễn Thị Ví Dụ",
    partner: "VN",
    rank: "General",
    role: "Minister",
    meetings: 10,
    partners: ["KR", "RU", "LA"].map(partner),
    counterparts: ["Hong Gil-dong", "Иван Иванов", "Somsak Phom"].map((label) => ({ id: label, label })),
    moreCounterparts: true,
    days: [day(17634), day(17925), day(18085), day(18086), day(18184, 18187), day(18227)],
    signed: 1,
    said: 12,
  }),
  officialRow({
    id: "b",
    name: "Hong Gil-dong",
    native: "홍길동",
    side: "partner",
    partner: "KR",
    role: "Prosecutor General",
    organization: "Supreme Prosecutors’ Office",
    counterparts: [{ id: "a", label: "Nguyễn Thị Ví Dụ" }],
    days: [day(17925)],
    printedAs: ["Hong Gildong"],
  }),
  officialRow({
    id: "c",
    kind: "seat",
    name: "Minister, Ministry of Harbours",
    side: "partner",
    partner: "LA",
    role: null,
    organization: "Ministry of Harbours",
    days: [day(18184, 18187)],
  }),
  officialRow({
    id: "d",
    name: "Iwan Iwanow",
    native: "Иван Иванов",
    side: "partner",
    partner: "RU",
    rank: "Colonel General",
    role: "First Deputy Minister of the Interior with a rather long title",
    organization: "Ministry of Internal Affairs",
    days: [day(18184, 18187)],
    selected: true,
  }),
  officialRow({
    id: "e",
    name: "Ana Example",
    side: "partner",
    partner: "INTERPOL",
    role: "President",
    organization: "INTERPOL",
  }),
];

describe("officials", () => {
  it("none", () => drawn("none", answerOf([])));
  it("one", () => drawn("one", answerOf(rows.slice(0, 1)), { width: 360 }));
  it("many", () => drawn("many", answerOf(rows)));
  it("middling", () => drawn("many-700", { ...answerOf(rows), total: 4000, people: 3990, seats: 10 }, { width: 700 }));
  it("phone", () => drawn("phone", answerOf(rows.slice(0, 3)), { width: 320 }));
  it("dark", () => drawn("many-dark", answerOf(rows), { theme: DARK }));
  it("undated", () => drawn("undated", { ...answerOf([officialRow({ days: [] })]), span: null }, { width: 360 }));
  it("long names", () =>
    drawn(
      "long-names",
      answerOf([
        officialRow({
          name: LONG_TITLE,
          role: LONG_TITLE,
          native: LONG_TITLE,
          printedAs: [LONG_TITLE],
          organization: LONG_TITLE,
        }),
        officialRow({ id: "x", name: "\u202e<b>Evil</b>", side: "partner", partner: "__proto__" }),
      ]),
      { width: 560 },
    ));
});
