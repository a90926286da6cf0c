import { describe, it } from "vitest";
import { DARK, LIGHT } from "#charts/kit/theme.ts";
import { Timeline } from "#charts/timeline/Timeline.tsx";
import { layoutTimeline, type TimelineOptions } from "#charts/timeline/timeline.layout.ts";
import type { TimelineAnswer } from "#model/questions.ts";
import { en } from "#model/words/en/index.ts";
import { answerOf, crowd, nameOf, RECALLED, RELEASES } from "../fixtures/timeline-answers.ts";
import { draw } from "./harness.tsx";

type Options = Partial<TimelineOptions> & { theme?: typeof LIGHT };

const drawn = (state: string, answer: TimelineAnswer, { theme = LIGHT, ...options }: Options = {}) =>
  draw(
    "timeline",
    state,
    <Timeline
      layout={layoutTimeline(answer, { width: 1120, words: en, lanes: "partner", ...options })}
      theme={theme}
      words={en}
      label={en.timeline.figure}
      partnerName={nameOf}
      legend
    />,
  );

const held = { heldUntil: "2019-11-28" } as const;
const fitted = { ...held, window: ["2018-03-01", "2020-12-31"] } as const;

describe("timeline", () => {
  it("none", () => drawn("none", answerOf([])));
  it("one", () => drawn("one", answerOf([{ edtf: "2019-01-29", title: "Talks with the Prosecutor General" }])));
  it("releases", () => drawn("releases", answerOf(RELEASES, fitted)));
  it("releases, dark", () => drawn("releases-dark", answerOf(RELEASES, fitted), { theme: DARK }));
  it("releases, phone", () => drawn("releases-phone", answerOf(RELEASES, fitted), { width: 340 }));
  it("releases, narrow", () => drawn("releases-narrow", answerOf(RELEASES, fitted), { width: 320, theme: DARK }));
  it("with what is recalled", () => drawn("recalled", answerOf([...RECALLED, ...RELEASES], held)));
  it("days", () => drawn("days", answerOf(RELEASES, { ...held, window: ["2019-10-08", "2019-10-24"] })));
  it("crowd", () => drawn("crowd", answerOf(crowd(160, 7, ["KR", "RU", "LA"], ["2018-01-01", "2019-12-31"]))));
  it("density", () =>
    drawn("density", answerOf(crowd(2600, 3, ["KR", "RU", "LA", "KH"], ["2012-01-01", "2019-12-31"]))));
});
