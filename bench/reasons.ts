/** Why a figure is not reached and what would move it, by what is measured; the latest finding, to be kept current. */
export const REASONS: Readonly<Record<string, string>> = {
  "load, JSON":
    "The floor ships 3 kB and draws three pictures. Here come scripts, fonts, land shapes and nine panels, and the page is ready when the last of them is painted; calling it ready with the first screen may move it; not tried.",
  "load, JSON 1000000":
    "Not profiled at this size. Rows are checked against the schema as they are read, which the floor does not do.",
  "partner = KR":
    "Nine panels are drawn anew by React, some 3 000 elements in a dozen steps as answers come from the worker. One message with all answers, and panels out of sight after those in sight, may move it; not tried.",
  clear: "As for partner = KR.",
  "pan and zoom, p95 frame":
    "Each step asks the store, writes the address and draws the lanes again. Moving the picture that is there until the hand rests may move it; not tried.",
  "DOM nodes": "Texts count as nodes of their own here.",
  "JS heap after load": "Not looked into yet: no heap snapshot was taken.",
};
