import { describe, it } from "vitest";
import { DARK, LIGHT } from "#charts/kit/theme.ts";
import { Overview } from "#charts/timeline/Overview.tsx";
import { layoutStrip, withFrame } from "#charts/timeline/overview.layout.ts";
import { Timeline } from "#charts/timeline/Timeline.tsx";
import { boundsOf } from "#charts/timeline/timeline.controller.ts";
import { layoutTimeline, type TimelineOptions } from "#charts/timeline/timeline.layout.ts";
import type { TimelineAnswer, TimelineMark } from "#model/questions.ts";
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

const LONG =
  "Working meeting with the Deputy Chairperson of the Standing Committee for International Legal Co-operation and Mutual Assistance";
const TEN = ["KR", "RU", "LA", "UN", "JP", "NO", "IS", "KH", "ASEAN", "INTERPOL"];
const typeLanes = { laneOf: (mark: TimelineMark) => [mark.type], laneLabel: (id: string) => id };
const TOPICS = ["drug crime", "terrorism", "high-technology crime", "training", "human trafficking"];
const topicLanes = {
  laneOf: (mark: TimelineMark) => [TOPICS[mark.index % 5] ?? "", TOPICS[(mark.index + 2) % 5] ?? ""],
  laneLabel: (id: string) => id,
};
const OFFICIALS = ["Tô Lâm", "Nguyễn Văn Thành", "Moon Moo-il", "Head of the delegation, Ministry of Public Security"];
const officialLanes = {
  laneOf: (mark: TimelineMark) => [OFFICIALS[mark.index % 4] ?? ""],
  laneLabel: (id: string) => id,
};

describe("timeline", () => {
  it("none", () => drawn("none", answerOf([])));
  it("one", () => drawn("one", answerOf([{ edtf: "2019-01-29", title: "Talks with the Prosecutor General" }])));
  it("the releases", () => drawn("releases", answerOf(RELEASES, fitted)));
  it("the releases, dark", () => drawn("releases-dark", answerOf(RELEASES, fitted), { theme: DARK }));
  it("the releases on a phone", () => drawn("releases-phone", answerOf(RELEASES, fitted), { width: 340 }));
  it("the releases on the smallest phone, dark", () =>
    drawn("releases-small-dark", answerOf(RELEASES, fitted), { width: 320, theme: DARK }));
  it("with what is recalled", () => drawn("recalled", answerOf([...RECALLED, ...RELEASES], held)));
  it("days", () => drawn("days", answerOf(RELEASES, { ...held, window: ["2019-10-08", "2019-10-24"] })));
  it("statuses and certainties of every type", () =>
    drawn(
      "looks",
      answerOf(
        (["meeting", "courtesy-call", "conference", "visit", "embassy-visit"] as const).flatMap((type) => [
          { edtf: "2019-01-10", type, title: "held" },
          { edtf: "2019-03-10", type, title: "inferred", dateCertainty: "inferred" as const },
          { edtf: "2019-05-10", type, title: "announced", status: "announced" as const },
          { edtf: "2019-07-10", type, title: "recalled", status: "recalled" as const },
          { edtf: "2019-09-04/2019-09-28", type, title: "a span" },
          { edtf: "2019-11", type, title: "a month, announced", status: "announced" as const },
        ]),
        { ...typeLanes, heldUntil: "2019-10-31", window: ["2018-12-20", "2020-01-20"] },
      ),
      { lanes: "type" },
    ));
  it("announced", () =>
    drawn(
      "announced",
      answerOf(
        [
          { edtf: "2021-03-04", title: "Visit planned", status: "announced" },
          { edtf: "2021", title: "Seat on the Council", status: "announced", partners: ["UN"], type: "conference" },
        ],
        { heldUntil: "2019-11-28", window: ["2020-10-01", "2022-02-01"] },
      ),
    ));
  it("containers with parts", () =>
    drawn(
      "containers",
      answerOf(
        [
          { edtf: "2019-05-02/2019-05-20", type: "visit", container: true, title: "Long visit" },
          { edtf: "2019-05-04", title: "First part" },
          { edtf: "2019-05-15", title: "Second part", type: "courtesy-call" },
          { edtf: "2019-06-05/2019-06-09", type: "visit", container: true, title: "Visit without parts here" },
          { edtf: "2019-06-20/2019-06-26", type: "conference", container: true, title: "Conference", partners: ["RU"] },
          { edtf: "2019-06-20/2019-06-26", title: "On its margins", partners: ["RU"] },
          { edtf: "2019-06-22", title: "Its opening", partners: ["RU"], type: "conference" },
        ],
        { window: ["2019-04-20", "2019-07-20"] },
      ),
    ));
  it("papers", () =>
    drawn(
      "papers",
      answerOf([
        { edtf: "2019-02-01", title: "One paper", papers: ["Memorandum"] },
        { edtf: "2019-05-01", title: "Three papers", papers: ["a", "b", "c"], partners: ["RU"] },
        { edtf: "2019-12-20", title: "Five papers at the edge", papers: ["a", "b", "c", "d", "e"], type: "conference" },
      ]),
    ));
  it("several partners", () =>
    drawn(
      "shared",
      answerOf([
        { edtf: "2019-02-01", title: "Two partners", partners: ["KR", "RU"] },
        { edtf: "2019-05-01", title: "Three, a conference", partners: ["KR", "RU", "LA"], type: "conference" },
        { edtf: "2019-08-01", title: "Four, inferred", partners: ["KR", "RU", "LA", "UN"], dateCertainty: "inferred" },
        { edtf: "2019-10-01", title: "Five, a call", partners: [...TEN].slice(0, 5), type: "courtesy-call" },
      ]),
    ));
  it("long names", () =>
    drawn(
      "long-names",
      answerOf(
        [
          { edtf: "2019-02-01", title: LONG, partners: ["a"] },
          { edtf: "2019-06-01", title: LONG, partners: ["b"] },
          { edtf: "2019-12-01", title: LONG, partners: ["b"] },
        ],
        { laneLabel: (id) => `Interdepartmental commission for co-operation, section ${id}` },
      ),
    ));
  it("right edge", () =>
    drawn(
      "right-edge",
      answerOf(
        [
          { edtf: "2019-12-31", title: "On the last day", papers: ["a", "b"] },
          { edtf: "2019-12-29", title: "Two days before", type: "conference", partners: ["RU"] },
          { edtf: "2019-12-20/2020-02-20", title: "Beyond the edge", type: "conference", partners: ["LA"] },
          { edtf: "2018-11/2019-02", title: "From before", partners: ["UN"] },
        ],
        { window: ["2019-01-01", "2019-12-31"], heldUntil: null },
      ),
    ));
  it("one day's crowd", () =>
    drawn(
      "same-day",
      answerOf([
        ...Array.from({ length: 9 }, (_, at) => ({ edtf: "2019-06-12", title: `Meeting ${at + 1} of the day` })),
        ...Array.from({ length: 30 }, (_, at) => ({ edtf: "2019-06-12", title: `Meeting ${at}`, partners: ["RU"] })),
        { edtf: "2019-01-12" },
        { edtf: "2019-12-12" },
      ]),
    ));
  it("ten partners", () => drawn("ten-partners", answerOf(crowd(80, 21, TEN, ["2018-01-01", "2019-12-31"]))));
  it("ten partners on a phone, dark", () =>
    drawn("ten-partners-phone-dark", answerOf(crowd(40, 21, TEN, ["2018-01-01", "2019-12-31"])), {
      width: 340,
      theme: DARK,
    }));
  it("by topic", () => drawn("by-topic", answerOf(RELEASES, { ...fitted, ...topicLanes }), { lanes: "topic" }));
  it("by type", () => drawn("by-type", answerOf(RELEASES, { ...fitted, ...typeLanes }), { lanes: "type" }));
  it("by official", () =>
    drawn("by-official", answerOf(RELEASES, { ...fitted, ...officialLanes }), { lanes: "official" }));
  it("decades", () => drawn("decades", answerOf(crowd(90, 4, ["KR", "RU"], ["1955-01-01", "2019-12-31"]))));
  it("crowd", () => drawn("crowd", answerOf(crowd(160, 7, ["KR", "RU", "LA"], ["2018-01-01", "2019-12-31"]))));
  it("density", () =>
    drawn("density", answerOf(crowd(2600, 3, ["KR", "RU", "LA", "KH"], ["2012-01-01", "2019-12-31"]))));
  it("density on a phone, dark", () =>
    drawn("density-phone-dark", answerOf(crowd(2600, 3, ["KR", "RU", "LA", "KH"], ["2012-01-01", "2019-12-31"])), {
      width: 340,
      theme: DARK,
    }));
});

const strip = (state: string, answer: TimelineAnswer, width = 1120, theme = LIGHT) =>
  draw(
    "timeline",
    state,
    <Overview
      layout={withFrame(
        layoutStrip(answer, {
          width,
          left: width < 560 ? 0 : 180,
          words: en,
          bounds: boundsOf(answer.full, answer.extent, answer.window),
        }),
        answer.window,
      )}
      theme={theme}
      words={en}
      window={answer.window}
      bounds={answer.full}
    />,
  );

describe("overview", () => {
  it("with what is recalled", () => strip("overview", answerOf([...RECALLED, ...RELEASES], fitted)));
  it("crowd, dark", () =>
    strip(
      "overview-crowd-dark",
      answerOf(crowd(900, 9, TEN, ["2001-01-01", "2019-12-31"]), { window: ["2010-01-01", "2011-12-31"] }),
      1120,
      DARK,
    ));
  it("phone", () => strip("overview-phone", answerOf([...RECALLED, ...RELEASES], fitted), 340));
});
