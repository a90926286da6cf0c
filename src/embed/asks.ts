import { COLOURS } from "#model/look.ts";

const STATE = [
  "partner",
  "topic",
  "type",
  "official",
  "place",
  "certainty",
  "from",
  "to",
  "q",
  "event",
  "window",
  "lanes",
];

/** Whether a query says anything of the state: then the picture that came with the page is not the one asked for. */
export const asksState = (search: string): boolean => {
  const keys = new Set(new URLSearchParams(search).keys());
  return STATE.some((key) => keys.has(key));
};

/** Whether it asks for colours of the host's own. */
export const asksColours = (search: string): boolean => {
  const keys = new URLSearchParams(search);
  return COLOURS.some((key) => keys.has(key));
};
