/** Words of the page around the figures: header, filter, states, help. */
import { isolated } from "../isolate.ts";
import { count, number } from "./numbers.ts";

export const product = "Liaison";
export const skip = "Skip to the record";
export const search = "Search people, places, topics";
export const searchLabel = "Search the record";
export const searching = "Searching";
export const nothingFound = (text: string): string => `Nothing in the record matches “${isolated(text)}”.`;
export const searchFreely = (text: string): string => `Filter by the words “${isolated(text)}”`;
export const hitKinds = {
  person: "People",
  seat: "Unnamed seats",
  organization: "Bodies",
  partner: "Partners",
  place: "Places",
  mechanism: "Mechanisms",
  topic: "Topics",
  agreement: "Agreements",
  event: "Events",
} as const;
export const meetingsHint = (value: number): string => count(value, "meeting");
export const alsoWritten = (text: string): string => `also written: ${isolated(text)}`;

export const filter = "Filter";
export const partner = "Partner";
export const topic = "Topic";
export const type = "Kind";
export const place = "Place";
export const certainty = "Certainty";
export const official = "Official";
export const dates = "Dates";
export const from = "From";
export const to = "To";
export const datesHint = "A year, a month or a day: 2019, 2019-07 or 2019-07-08";
export const badDate = (text: string): string =>
  `“${isolated(text)}” is not a date. Write 2019, 2019-07 or 2019-07-08.`;
export const apply = "Apply";
export const all = "All";
export const morePartners = (value: number): string => `${number(value)} more`;
export const findPartner = "Find a partner";
export const findOption = (label: string): string => `Find in ${label.toLowerCase()}`;
export const noOption = "None by that name";
export const clear = "Clear";
export const reset = "Clear all filters";
export const active = "Active filters";
export const remove = (key: string, value: string): string => `Remove ${key.toLowerCase()}: ${isolated(value)}`;
export const words = "Words";

export const share = "Copy link";
export const copied = "Link copied";
export const copyFailed = "The link could not be copied. It is in the address bar.";
export const print = "Print";
export const help = "Keys and help";
export const openFile = "Open a record";
export const more = "More";
export const theme = { auto: "Theme: as the system", light: "Theme: light", dark: "Theme: dark" } as const;

export const timeline = "Timeline";
export const timelineHint = "scroll to zoom, drag to move, arrows step";
export const timelineTouchHint = "pinch to zoom, drag to move, tap to open";
export const lanesBy = "Lanes by";
export const lanes = { partner: "Partner", topic: "Topic", official: "Official", type: "Kind" } as const;
export const map = "Where they met";
export const mapHint = "rings show partners; size, number of meetings";
export const record = "Record";
export const recordHint = (value: number): string => count(value, "event");
export const officials = "Officials";
export const officialsHint = (people: number, seats: number): string =>
  `${number(people)} named, ${count(seats, "unnamed seat")}; titles as of the meeting`;
export const ledger = "Asked and promised";
export const ledgerHint = "by who asked whom; the printed verb, status as of the source";
export const agreements = "Agreements";
export const agreementsHint = "what was signed, apart from what was recalled or only ready to sign";
export const matrix = "Who talks about what";
export const matrixHint = "meetings by partner and topic";
export const statistics = "Reported figures";
export const statisticsHint = "as told at the meeting; kilograms and pills are never added";
export const table = "Table";
export const figure = "Figure";
export const howWeCount = "How we count";
export const close = "Close";
export const menuOf = (figure: string): string => `More on ${figure}`;

export const sortBy = "Sort by";
export const sorts = { meetings: "most meetings", name: "name", latest: "latest meeting" } as const;
export const sides = { all: "Both sides", home: "Home side", partner: "Partners" } as const;
export const side = "Side";
export const body = "Body";
export const allBodies = "All bodies";
export const findOfficial = "Find an official";
export const noOfficials = "No official matches.";
export const unnamed = "not named";

export const emptyTitle = "Nothing matches";
export const emptyBody = "No event in the record fits all of these filters together.";
export const loading = "Opening the record";
export const loadingBytes = (read: string, whole: string | null): string =>
  whole === null ? `${read} read` : `${read} of ${whole} read`;
/** Under the page while a large record comes in; `percent` is null where its length is not known. */
export const stillLoading = (percent: number | null): string =>
  percent === null ? "Still loading the record" : `Still loading the record, ${percent} %`;
export const slow = "This takes longer than usual.";
export const tryAgain = "Try again";
export const openOther = "Open a file";
export const backToRecord = "Back to the record";
export const localFile = (name: string): string =>
  `You are looking at “${isolated(name)}”, opened from this device and sent nowhere.`;
export const otherData = (address: string): string => `You are looking at the record at ${isolated(address)}.`;
export const dropHere = "Drop a record (JSON or columnar) to open it on this page";
export const leftOut = (value: number): string =>
  `${count(value, "record")} ${value === 1 ? "was" : "were"} left out because ${value === 1 ? "it breaks" : "they break"} a rule of the format`;
export const noted = (value: number): string => `${count(value, "value")} ${value === 1 ? "was" : "were"} set aside`;
export const showFaults = "Show what and why";
export const unknownValue = (key: string, value: string): string =>
  `The address asks for “${key}=${isolated(value)}”, which this record does not know. It is left aside.`;
export const unknownEvent = (id: string): string =>
  `The address opens the event “${isolated(id)}”, which this record does not have.`;
export const dropUnknown = "Take it out of the address";
export const crashed = "This part of the page could not be drawn";
export const crashedBody = "The rest of the page still works. The record itself is unharmed.";

export const eventPanel = "Event";
export const previous = "Previous event";
export const next = "Next event";
export const previousShort = "Previous";
export const nextShort = "Next";
export const toList = "All events";
export const seatTitle = "At the table";
export const papers = "Papers";
export const asksAndPledges = "Asked and promised";
export const figures = "Figures reported";
export const topicsTitle = "Topics";
export const mechanismsTitle = "Mechanisms";
export const whoTitle = "Who is meant";
export const partsTitle = "Meetings within";
export const partOf = "Part of";
export const evidenceTitle = "Evidence";
export const noEvidence = "No passage is given.";
export const paragraph = (value: number): string => `paragraph ${number(value)}`;
export const opensPassage = "opens the release at the passage";
export const opensOutside = "opens an outside source";
export const notCounted = {
  container: "Not counted: a visit or an event with parts; its meetings are counted.",
  announced: "Not counted: announced, not yet held at the time of the source.",
  recalled: "Not counted: recalled as background.",
  openEnded: "Not counted: the source gives no number of meetings.",
} as const;
export const embassy = "Among the ministry and its own embassy: counted as a meeting, with no partner.";

export const sourcesTitle = "Sources";
export const licence = "Licence";
export const release = "Record released";
export const places = "Coordinates: GeoNames, CC BY 4.0. Land shapes: Natural Earth, public domain.";

export const figuresForReport = "Figures for a report";

export const helpTitle = "Keys and help";
export const helpKeys: readonly (readonly [keys: string, does: string])[] = [
  ["/", "Go to search"],
  ["?", "Open this help"],
  ["Esc", "Close what is open"],
  ["← →", "Previous or next event on the timeline; next place on the map"],
  ["↑ ↓", "Move between lanes of the timeline"],
  ["+ −", "Zoom the timeline or the map"],
  ["Shift+← Shift+→ Shift+↑ Shift+↓", "Move the map"],
  ["0", "Fit the timeline or the map to what is shown"],
  ["Home End", "First or last event"],
  ["Enter", "Open the event, or filter by what has focus; once more, go to the open event"],
  ["Alt ←", "Undo: every choice is a step in the browser's history"],
];
export const helpShortcuts = "The single keys / and ? act from anywhere on the page";
export const helpReading = "How to read the marks";

export const dateWord = "date";
export const placeWord = "place";
export const doubt = (what: string, certainty: string): string => (what ? `${what} ${certainty}` : certainty);
export const undated = "no date given";

const host = (address: string): string => {
  try {
    return new URL(address).hostname.replace(/^www\./, "");
  } catch {
    return address;
  }
};
export const outside = (address: string | null): string =>
  address === null ? "Outside source" : `Outside source: ${host(address)}`;
export const sourceOne = "source ↗";
/** Links to several sources side by side: "source 1 ↗ 2 ↗ 3 ↗". */
export const sourceShort = (at: number): string => (at === 1 ? `source ${number(at)} ↗` : `${number(at)} ↗`);
export const sourceLink = (at: number, title: string | null): string =>
  `Source ${number(at)}: ${isolated(title ?? "outside source")}, opens in a new tab`;
export const titledThen = "Titles as of that day";
export const unnamedSeat = "not named";
export const due = (date: string): string => `due ${date}`;
export const implementsPaper = (title: string): string => `Implements: ${isolated(title)}`;
export const implementedBy = (title: string): string => `Implemented by: ${isolated(title)}`;
export const mentioned = "Mentioned";
export const betweenBoth = "said of both sides";
export const saidTo = (actor: string, addressee: string): string => `${isolated(actor)} → ${isolated(addressee)}`;
export const moreOf = (value: number): string => `Show ${number(value)} more`;

/** How papers are grouped in the ledger, in the order a reader should meet them. */
export const paperGroups = [
  { id: "made", label: "Signed or adopted", statuses: ["signed", "adopted"] },
  {
    id: "ahead",
    label: "Not signed: ready, negotiated or proposed",
    statuses: ["ready-to-sign", "under-negotiation", "proposed"],
  },
  { id: "before", label: "Recalled as already there", statuses: ["in-force", "existing-undated"] },
] as const;

export const helpMarks: readonly string[] = [
  "A filled shape is a meeting that was held; its shape tells the kind, its colour the partner.",
  "A bar is a span: the meeting fell on some day within it.",
  "A dashed outline means that the date or the place is inferred; the event says why.",
  "A hollow shape was announced and not yet held when the source was written; a faint one is recalled from before.",
  "A diamond is a paper signed or adopted there.",
  "A partner is whom they met, never where: a meeting with INTERPOL in Lyon is not a meeting with France.",
];
export const notPrinted = (value: number): string =>
  `${count(value, "further event")} not printed; narrow the filter to print them.`;
export const chosen = (value: number): string => `${number(value)} chosen`;
export const zoomIn = "Zoom in";
export const zoomOut = "Zoom out";
export const fit = "Fit";
