/** Words of the timeline. */
import type { TimelineMark } from "#model/questions.ts";
import { isolated } from "../isolate.ts";
import { date, day, eventDate, months } from "./dates.ts";
import { certainty, eventStatus, eventType } from "./labels.ts";
import { count, list, number } from "./numbers.ts";

export const ahead = "announced, not yet held";
export const nothing = "No event matches, or none has a date.";
export const overview = "Overview";
export const windowStart = "First day shown";
export const windowEnd = "Last day shown";
export const figure = "Timeline";
export const keys =
  "Left and right arrows step through events in time, up and down change the lane, plus and minus zoom, Enter opens.";

export const legend = {
  meeting: "meeting or talks",
  courtesyCall: "courtesy call",
  embassyVisit: "embassy visit",
  conference: "conference",
  container: "visit or conference, with its parts",
  visit: "visit",
  paper: "paper signed or adopted",
  within: "on one of these days",
  inferred: "date inferred or disputed",
  announced: "announced",
  recalled: "recalled from before",
  density: "height: number of events",
  shared: "several partners",
} as const;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const said = (mark: TimelineMark): string => {
  const counted = mark.type !== "conference" && mark.type !== "visit";
  const text = eventDate(mark.edtf, { counted, dateCertainty: mark.dateCertainty });
  if (mark.dateCertainty === "stated" || text.includes(certainty[mark.dateCertainty])) return text;
  return `${text}, ${certainty[mark.dateCertainty]}`;
};

/** When, with what is in doubt: "8 July 2019, year inferred". */
export const when = said;

/** What kind, and its status where that is not plainly held: "talks", "conference, announced". */
export const kind = (mark: TimelineMark): string =>
  mark.status === "held" ? eventType[mark.type] : `${eventType[mark.type]}, ${eventStatus[mark.status]}`;

export const placeDoubt = (mark: TimelineMark): string | null =>
  mark.placeCertainty === "stated" ? null : `place ${certainty[mark.placeCertainty]}`;

/** "Hanoi, place inferred"; null where no place is named. */
export const where = (mark: TimelineMark, place: string | null): string | null =>
  place && [place, placeDoubt(mark)].filter((part) => part !== null).join(", ");

export const papers = (mark: TimelineMark): string | null =>
  mark.papers.length === 0 ? null : `${count(mark.papers.length, "paper")} signed or adopted`;

const OPENING = /^(?:working )?(?:meetings?|talks|courtesy call) (?:with|on) (?:the )?/i;

/** A title beside its mark, without what the mark's shape says: "Talks with police chief Min" is "Police chief Min". */
export const markLabel = (mark: Pick<TimelineMark, "type" | "title">): string => {
  const short = mark.type === "conference" || mark.type === "visit" ? mark.title : mark.title.replace(OPENING, "");
  return capital(short || mark.title);
};

/** A mark as a screen reader says it. */
export const markSentence = (mark: TimelineMark, partners: readonly string[], place: string | null): string =>
  [
    isolated(mark.title),
    capital(kind(mark)),
    capital(when(mark)),
    where(mark, place),
    partners.length ? `With ${list(partners)}` : null,
    papers(mark),
  ]
    .filter((part) => part !== null)
    .join(". ")
    .concat(".");

export const laneSentence = (label: string, meetings: number): string =>
  `${isolated(label)}: ${count(meetings, "meeting")}. Show only these.`;
/** Where choosing it only names it, as in a figure of another page. */
export const laneChoosing = (label: string, meetings: number): string =>
  `${isolated(label)}: ${count(meetings, "meeting")}`;

export const span = (start: number, end: number): string => `${day(start)} to ${day(end)}`;

export const densityTip = (events: number, start: number, end: number): string =>
  `${count(events, "event")}, ${start === end ? day(start) : span(start, end)}`;

export const rest = "All others";
export const without = {
  partner: "No partner named",
  topic: "No topic",
  official: "Nobody named",
  type: "No type",
} as const;
/** Name of the lane of a type: "Courtesy call". */
export const typeLane = (type: string): string =>
  capital(Object.hasOwn(eventType, type) ? eventType[type as TimelineMark["type"]] : type);

export const lanesBy = { partner: "by partner", topic: "by topic", official: "by official", type: "by type" } as const;

export const undated = (events: number): string => `${count(events, "event")} without a date not drawn`;

export const title = (by: keyof typeof lanesBy, start: number, end: number): string =>
  `Meetings ${lanesBy[by]}, ${months(start, end)}`;

export const altShort = (by: keyof typeof lanesBy, meetings: number, start: number, end: number): string =>
  `Timeline ${lanesBy[by]}: ${count(meetings, "meeting")}, ${months(start, end)}.`;

export const altShortDense = (by: keyof typeof lanesBy, events: number, start: number, end: number): string =>
  `Timeline ${lanesBy[by]} as density: up to ${count(events, "event")} a lane, ${months(start, end)}.`;

export const altNothing = "Timeline: no event matches.";
export const altLanes = (lanes: readonly { label: string; count: number }[], more: number): string =>
  `Most meetings: ${list([...lanes.map((lane) => `${lane.label} ${number(lane.count)}`), ...(more ? [`${number(more)} more`] : [])])}.`;
export const altPeak = (year: number, events: number): string =>
  `The fullest year is ${year}, with ${count(events, "meeting")}.`;
export const altLatest = (what: string, edtf: string): string => `The latest held: ${what}, ${date(edtf)}.`;
export const altAnnounced = (events: number): string =>
  `${capital(count(events, "event"))} announced, not yet held at the time of the source.`;
export const altDensity = (lanes: number): string =>
  `${capital(count(lanes, "lane"))} with more events than can be drawn apart: shown as density.`;
export const altRow = (cells: { when: string; title: string; kind: string; partners: readonly string[] }): string =>
  `${capital(cells.when)}: ${cells.title} (${[cells.kind, ...(cells.partners.length ? [list(cells.partners)] : [])].join("; ")}).`;

export const columns = ["Date", "Event", "Type", "Status", "Partners", "Place", "Papers", "Certainty"] as const;
/** Cells for a lane drawn as density. */
export const denseRow = (label: string, events: number, start: number, end: number): readonly string[] => [
  span(start, end),
  `${label}: ${count(events, "event")}, drawn as density`,
  ...columns.slice(2).map(() => ""),
];
export const certaintyCell = (mark: TimelineMark): string => {
  const parts = [
    mark.dateCertainty === "stated" ? null : `date ${certainty[mark.dateCertainty]}`,
    placeDoubt(mark),
  ].filter((part) => part !== null);
  return parts.length ? parts.join(", ") : certainty[mark.certainty];
};

export const howWeCount =
  "A lane's number counts meetings held: events that took place and are not visits, have no parts and are not of open number. " +
  "A visit or a conference with parts is a bracket below them and is not counted; neither are events announced or recalled. " +
  "A meeting with two partners stands in both their lanes. Where only a span of days is known, the mark lies on the whole span.";
