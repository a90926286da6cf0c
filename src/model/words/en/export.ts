/** Words of files for reports: citations, data files, calendars, documents, and the menus that offer them. */

import { date, meetingDate } from "./dates.ts";
import { count, list, number } from "./numbers.ts";

export { dataSet, isoDayWords, publisher, release, retrieved, titled } from "./citing.ts";

export const everything = "everything on record";
export const behind = "Pages behind the rows";
export const noDate = "no date";
export const published = (edtf: string): string => date(edtf);
export const quoted = (title: string): string => `“${title}”`;
export const licensedAs = (license: string): string => `Licence: ${license}`;

/** Said in a calendar, where a whole span is marked though the meeting took one day of it. */
export const spanNote = (edtf: string): string =>
  `The day is not known. The meeting was ${meetingDate(edtf)}; the whole span is marked.`;
export const stayNote = (edtf: string): string => `Lasted: ${date(edtf)}.`;
export const doubtNote = (certainty: string): string => `The date is ${certainty}.`;
export const announcedNote = "Announced, not yet held when the source was written.";
export const recalledNote = "Recalled in the source as background.";
export const partnersNote = (names: readonly string[]): string => `With ${list(names)}.`;
export const sourceNote = (address: string): string => `Source: ${address}`;
export const calendarNote = (left: number): string =>
  left === 0
    ? "All-day entries; a span marks a meeting whose day is not known."
    : `All-day entries; a span marks a meeting whose day is not known. ${count(left, "event")} without a bounded date ${left === 1 ? "is" : "are"} left out.`;

export const figureWord = "Figure";
export const source = "Source";

/** What each column of a data file holds. */
export const columns = {
  act: "Kind of act",
  act_in_words: "Kind of act, in words",
  actor: "Id of the body that asked or promised",
  actor_name: "Name of the body that asked or promised",
  addressee: "Id of the body it was said to",
  addressee_name: "Name of the body it was said to",
  agreements: "Ids of agreements made or mentioned here",
  announced: "Announced events, not counted",
  as_of_edtf: "Day up to which the figure counts, in EDTF (ISO 8601-2)",
  as_of_from: "First day of that date (ISO 8601)",
  as_of_to: "Last day of that date (ISO 8601)",
  basis: "What the row rests on: text, caption or dateline of a release, another release, an outside page",
  certainty: "Weakest certainty of its evidence: stated, inferred or disputed",
  commitments: "Ids of requests, offers and promises made here",
  counted: "True where it is counted as a meeting",
  country: "Country, ISO 3166-1 alpha-2: where it is, not who was met",
  date_certainty: "Certainty of the date",
  date_edtf: "Date in EDTF (ISO 8601-2), with its doubts",
  date_from: "First day it may fall on (ISO 8601)",
  date_in_words: "Date in words",
  date_precision: "UCDP GED date_prec: 1 day, 2 two to six days, 3 week, 4 month, 5 year",
  date_to: "Last day it may fall on, inclusive (ISO 8601)",
  drug: "Drug",
  drug_printed: "Drug as printed",
  due_edtf: "When it is due, in EDTF (ISO 8601-2)",
  due_from: "First day of that date (ISO 8601)",
  due_to: "Last day of that date (ISO 8601)",
  event: "Id of the event",
  event_status: "Held, announced or recalled",
  event_title: "Title of the event",
  events: "Ids of events counted, 64 at most",
  evidence_ids: "Ids of the evidence in the record",
  evidence_note: "Why a value is inferred or disputed",
  geonames: "GeoNames id of the place",
  id: "Stable id of the record",
  implements: "Id of the agreement it implements",
  implements_title: "Title of the agreement it implements",
  indicator: "What is counted",
  kind: "State or organisation of states",
  latitude: "Degrees north, WGS 84",
  longitude: "Degrees east, WGS 84",
  mechanisms: "Dialogues, plans and conference series it belongs to",
  meetings: "Number of meetings",
  meetings_inferred: "Meetings whose place is inferred or disputed",
  mentioned_at: "Events where it is mentioned, with its status then",
  mutual: "True where both sides said it of both",
  name: "Canonical name",
  name_native: "Name in native script",
  name_printed: "Name as printed",
  note: "Note on the row",
  official: "Id of the person, or of the unnamed seat",
  organization: "Id of the body",
  organization_name: "Name of the body",
  organizations: "Bodies at the table",
  part_of: "Id of the visit or conference it is part of",
  parties: "Ids of the parties",
  partner: "Id of the partner: a state (ISO 3166-1 alpha-2) or an organisation of states",
  partner_meetings: "Meetings with each partner, in the order of the partners",
  partner_name: "Name of the partner",
  partner_names: "Names of the partners",
  partners: "Ids of the partners: who was met, never where",
  party_names: "Names of the parties",
  people: "Officials named, by canonical name",
  period_edtf: "Period it covers, in EDTF (ISO 8601-2)",
  period_from: "First day of the period (ISO 8601)",
  period_to: "Last day of the period (ISO 8601)",
  place: "Place",
  place_certainty: "Certainty of the place",
  place_precision: "UCDP GED where_prec: 1 exact place to 6 country only",
  plover: "PLOVER event and mode, one entry a code",
  plover_actors: "Acting partners of each code",
  plover_auxiliary: "PLOVER auxiliary mode of each code",
  plover_contexts: "PLOVER contexts",
  plover_recipients: "Receiving partners of each code",
  plover_score: "PLOVER score of each code, where its manual gives one",
  rank_printed: "Rank as printed",
  recalled: "Recalled events, not counted",
  reporter: "Body that reported the figure",
  retrieved: "Day this file was made",
  role: "Title as of the event",
  role_printed: "Title as printed",
  seat: "Place at the table",
  side: "Home or partner side",
  signatories: "Who signed",
  source_published: "When the page was published (EDTF)",
  source_publisher: "Publisher of the page",
  source_title: "Title of the page",
  source_url: "Address of the passage",
  source_urls: "Addresses of all passages",
  speaker: "Who said it",
  statistics: "Ids of figures reported here",
  status: "Status as of the source",
  strength: "1 wish to 5 firm",
  summary: "What happened, in the record's own words",
  leads_to: "Papers, events and rows that a thread leads to",
  title: "Title",
  title_printed: "Title as printed",
  topic: "Id of the topic",
  topic_label: "Topic",
  topics: "Topics",
  type: "Kind",
  unit: "Unit; kilograms and pills are never added",
  value: "Value",
  value_printed: "Value as printed",
  verb_printed: "Verb as printed",
} as const;

export const tables = {
  events: "Events: visits, conferences and the meetings within them",
  participants: "Who sat at each event, with the title of that day",
  places: "Places with their numbers of meetings",
  agreements: "Agreements, one row an instrument",
  commitments: "What was asked for, offered and promised",
  statistics: "Figures as they were reported",
  partners: "Partners with their numbers of meetings",
  topics: "Meetings by partner and topic, zeros included",
} as const;

export const readme = {
  what: "What this is",
  shown: (filter: string): string => (filter === "" ? "Everything on record." : `Limited to: ${filter}.`),
  window: (from: string, to: string): string => `The timeline showed ${from} to ${to}; what lies outside is left out.`,
  files: "Files",
  rows: (value: number): string => count(value, "row"),
  columns: (table: string): string => `Columns of ${table}`,
  column: "Column",
  holds: "What it holds",
  counting: "How meetings are counted",
  figureCounting: "How this figure counts",
  coverage: "What is covered",
  reading: "How to read the files",
  notes: [
    "CSV files are UTF-8 with a byte order mark, comma-separated, one line a record. Lists are joined by “ | ”.",
    "A cell that a spreadsheet would run as a formula begins with an apostrophe.",
    "Dates stand three times: first day, last day (both ISO 8601) and EDTF (ISO 8601-2), which keeps their doubts.",
    "Texts of the releases are not copied here: source_url opens the publisher's page at the passage.",
    "Titles and ranks are those of the day of the event.",
  ],
  sources: "Sources",
  cite: "How to cite",
  licence: "Licence",
  places: "Coordinates: GeoNames, CC BY 4.0.",
} as const;

export const scopes = { seen: "What I see", all: "Everything on record" } as const;
export const formats = {
  csv: "CSV",
  json: "JSON",
  geojson: "GeoJSON",
  ics: "iCalendar",
  zip: "ZIP of all data files",
} as const;
export const formatHints = {
  csv: "Spreadsheet: one row a record, with its source address",
  json: "The same rows for programs",
  geojson: "Events with their coordinates, for maps",
  ics: "All-day entries for a calendar",
  zip: "CSV, JSON, metadata, read-me and citation",
} as const;
export const offer = (format: string, scope: string): string =>
  `${format}: ${scope.charAt(0).toLowerCase()}${scope.slice(1)}`;
export const making = (format: string): string => `Making ${format}`;
export const made = (name: string): string => `${name} is ready`;
export const stop = "Stop";
export const stopHint = "Nothing is kept of it";
export const stopMaking = (format: string): string => `Stop making ${format}`;
export const stopped = (format: string): string => `Stopped making ${format}. Nothing was kept of it.`;
export const tooMany = (format: string, rows: number, most: number): string =>
  `${format} was not made: ${number(rows)} events are more than the ${number(most)} that a file of rows may hold. Narrow the filter or the window, or take the record's own file.`;
export const failed = (format: string): string => `${format} could not be made. The figure on the page is unharmed.`;

export const cite = "Cite";
export const citeTitle = "Cite this figure";
export const citeFormats = {
  text: "Text",
  short: "For a slide",
  bibtex: "BibTeX",
  ris: "RIS",
  csl: "CSL-JSON",
} as const;
export const citeWhat = "Format of the citation";
export const citeMaking = "Looking up what each event rests on";
export const citeFailed = "The citation could not be made. The figure on the page is unharmed.";
export const citeFrozen = "The address keeps this state: it will show the figure as it is now.";
export const citeLive = "This state of the record is not kept: its address shows whatever the record holds later.";
export const citeLocal = "This record was opened from your device and has no address.";
export const copy = "Copy";
export const copied = "Copied";
export const copyFailed = "Could not be copied. Select the text instead.";
export const downloadAs = (extension: string): string => `Download .${extension}`;
export const close = "Close";
export const latexFonts =
  "Names carry Vietnamese and other letters: use lualatex or xelatex of TeX Live 2022 or later.";

export const download = "Download";
export const downloadOf = (figure: string): string => `Download ${figure}`;
/** Headings of what can be downloaded, and what the files under them have in common. */
export const groups = {
  picture: { heading: "Picture", detail: "as it stands, with title and source" },
  document: { heading: "Document", detail: "with caption, source and citation" },
  seen: { heading: "Data: what I see", detail: "the rows behind this figure" },
  all: { heading: "Data: everything", detail: "the whole record, unfiltered" },
} as const;
export const drawn = {
  svg: "SVG for the web",
  "office.svg": "SVG for Word and PowerPoint",
  pdf: "PDF",
  docx: "Word document",
  tex: "LaTeX (ZIP)",
  html: "Web page in one file",
} as const;
export const pngAt = (scale: number): string => (scale === 1 ? "PNG" : `PNG, ${number(scale)} times`);
export const drawnHints = {
  svg: "fonts inside, links live",
  "office.svg": "plain, in Arial widths",
  png: { 1: "for a message", 2: "for a report", 4: "for print" },
  pdf: "vector, text can be selected",
  docx: "picture with alt text, numbered caption",
  tex: "figure environment, PDF, .bib",
  html: "opens from disk, with its table",
} as const;
/** Parts of a figure that is a web page in one file. */
export const sheet = {
  inWords: "In words",
  rows: (value: number): string => `Table, ${count(value, "row")}`,
  live: "Open the live figure",
  frozen: "Open the figure as it was kept",
} as const;

export const forReport = "For a report…";
export const forReportHint = "choose size, ground and format";
export const reportTitle = (figure: string): string => `${figure} for a report`;
export const size = "Size";
export const sizes = {
  "a4-column": "A4, one column (8 cm)",
  "a4-full": "A4, full width (16 cm)",
  slide: "Slide, 16:9",
  square: "Square",
  web: "Web page",
} as const;
export const ground = "Ground";
export const grounds = { light: "Light", dark: "Dark", none: "None" } as const;
export const frame = "Title and source";
export const frames = { with: "With", without: "Without" } as const;
export const preview = "Preview";
