import { describe, it } from "vitest";
import { DARK, LIGHT } from "#charts/kit/theme.ts";
import { TopicsMatrix } from "#charts/topics/TopicsMatrix.tsx";
import { describeTopics } from "#charts/topics/topics.describe.ts";
import { layoutTopics, type TopicsOptions } from "#charts/topics/topics.layout.ts";
import type { MatrixAnswer } from "#model/questions.ts";
import { en } from "#model/words/en/index.ts";
import { bigMatrix, emptyMatrix, matrix, matrixOf } from "../fixtures/matrix.ts";
import { draw } from "./harness.tsx";

const drawn = (state: string, answer: MatrixAnswer, more: Partial<TopicsOptions> = {}) => {
  const options: TopicsOptions = {
    width: 660,
    theme: LIGHT,
    words: en,
    lit: new Set<string>(),
    selectedPartners: [],
    selectedTopics: [],
    pointed: null,
    ...more,
  };
  return draw(
    "topics",
    state,
    <TopicsMatrix
      geometry={layoutTopics(answer, options)}
      theme={options.theme}
      label={describeTopics(answer, en).alt.short}
    />,
  );
};

const longer = (label: string): string => `${label} and whatever else a long name may hold`;
const long = (rows: MatrixAnswer["partners"]) => rows.map((row) => ({ ...row, label: longer(row.label) }));

describe("topics", () => {
  it("record", () => drawn("record", matrix));
  it("dark", () => drawn("record-dark", matrix, { theme: DARK, pointed: { partner: "KR", topic: "terrorism" } }));
  it("wide", () => drawn("wide", matrix, { width: 1100 }));
  it("narrow", () => drawn("narrow", matrix, { width: 440 }));
  it("phone", () => drawn("phone", matrix, { width: 320 }));
  it("smallest", () => drawn("smallest", matrix, { width: 256 }));
  it("none", () => drawn("none", emptyMatrix));
  it("one", () =>
    drawn(
      "one",
      matrixOf(matrix.partners.slice(0, 1), matrix.topics.slice(0, 1), () => 3),
    ));
  it("many", () => drawn("many", bigMatrix(60, 30), { width: 900 }));
  it("long names", () =>
    drawn(
      "long-names",
      matrixOf(long(matrix.partners), long(matrix.topics), (row, column) => (row * column) % 4),
    ));
  it("selected", () => drawn("selected", matrix, { selectedPartners: ["KR"], lit: new Set(["e0", "e11"]) }));
  it("selected topic in the dark", () =>
    drawn("selected-dark", matrix, { theme: DARK, selectedTopics: ["terrorism"] }));
});
