/**
 * The messages a frame and the page around it exchange, version 1. Going out: `{source:"liaison", v:1, figure, type,
 * data}` with the types of `Told`. Coming in: `{target:"liaison", v:1, type, data}` with the types of `Order`; whatever
 * is not exactly that is left aside without an answer.
 */
import { COLOURS, type Colours } from "#model/look.ts";
import type { RawFilter, ViewChoices } from "#model/url.ts";

export const VERSION = 1;

/** What a host may set: clauses of the filter and keys of the view, by the names they have in an address. */
export interface State extends RawFilter {
  readonly event: ViewChoices["event"];
  readonly window: ViewChoices["window"];
  readonly lanes: ViewChoices["lanes"];
}

export const TINTS = ["light", "dark", "auto"] as const;
export type Tint = (typeof TINTS)[number];

/**
 * A look with colours of the host's own: keys and values as in an address, all that are not named are given up. Whether
 * a text is a colour, and whether the colours can be read, is seen when they are put on: the reader is told.
 */
export interface HostLook extends Colours {
  readonly theme?: Tint;
}

/** What the parent may ask of the frame. */
export type Order =
  /** Sets the named keys and leaves the others; an empty list or null takes a clause away. */
  | { readonly type: "setState"; readonly data: Partial<State> }
  | { readonly type: "getState" }
  | { readonly type: "getAlt" }
  /** A theme alone leaves colours as they are. */
  | { readonly type: "setTheme"; readonly data: Tint | HostLook };

/** Alternatives of the figure as it is now, and where it comes from. */
export interface Said {
  readonly title: string;
  readonly short: string;
  readonly medium: string;
  readonly long: string;
  readonly source: string;
  /** One line: the data set under this filter, its release, today, the figure's address. */
  readonly citation: string;
}

/** What the frame tells its parent of its own accord or when asked. */
export interface Told {
  readonly ready: { readonly release: string; readonly state: State };
  readonly state: { readonly state: State; readonly address: string };
  /** With a partner where it is a topic with that one, a cell of the matrix. */
  readonly select: { readonly kind: string; readonly id: string; readonly partner?: string };
  /** What was chosen has been let go; where another is chosen instead, `select` alone says so. */
  readonly deselect: Told["select"];
  readonly height: { readonly height: number };
  readonly alt: Said;
}

/** The longest text, and the most values of one clause, that are read out of a message. */
const LONGEST = 200;
const MOST = 100;

const LISTS = ["partner", "topic", "type", "official", "place", "certainty"] as const;
const TEXTS = ["from", "to", "event", "window"] as const;

const isText = (value: unknown): value is string => typeof value === "string" && value.length <= LONGEST;
const isList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length <= MOST && value.every(isText);

/** A plain object of a message: those that were copied by `postMessage` have no other prototype. */
const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
};

/** The keys of a state that a message sets, or null where one of them is unknown or no value of its key. */
const readState = (data: unknown): Partial<State> | null => {
  if (!isPlain(data)) return null;
  const state: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(data)) {
    if ((LISTS as readonly string[]).includes(key)) {
      if (value !== null && !isList(value)) return null;
      state[key] = value === null ? [] : [...(value as readonly string[])];
    } else if ((TEXTS as readonly string[]).includes(key)) {
      if (value !== null && !isText(value)) return null;
      state[key] = value === "" ? null : value;
    } else if (key === "q" || key === "lanes") {
      if (!isText(value)) return null;
      state[key] = value;
    } else return null;
  }
  return state as Partial<State>;
};

const isTint = (value: unknown): value is Tint => (TINTS as readonly unknown[]).includes(value);

const readHostLook = (data: unknown): HostLook | null => {
  if (!isPlain(data)) return null;
  const known = ([key, value]: readonly [string, unknown]): boolean =>
    key === "theme" ? isTint(value) : (COLOURS as readonly string[]).includes(key) && isText(value);
  return Object.entries(data).every(known) ? { ...data } : null;
};

/** Reads a message that came in. Null where it is not for a frame of ours, or not as this version has it. */
export const readOrder = (message: unknown): Order | null => {
  if (!isPlain(message) || message.target !== "liaison" || message.v !== VERSION) return null;
  switch (message.type) {
    case "getState":
    case "getAlt":
      return { type: message.type };
    case "setTheme": {
      const data = isTint(message.data) ? message.data : readHostLook(message.data);
      return data && { type: "setTheme", data };
    }
    case "setState": {
      const data = readState(message.data);
      return data && { type: "setState", data };
    }
    default:
      return null;
  }
};

export interface Talk {
  readonly tell: <T extends keyof Told>(type: T, data: Told[T]) => void;
  readonly stop: () => void;
}

/**
 * Listens to the parent alone and tells it what happens. Where the page is not framed nothing is heard or told.
 * `onOrder` is called with orders that have been checked; the page they come from is known only as the parent.
 */
export const startTalk = (window: Window, figure: string, onOrder: (order: Order) => void): Talk => {
  const { parent } = window;
  if (parent === window) return { tell: () => undefined, stop: () => undefined };
  const onMessage = (event: MessageEvent): void => {
    if (event.source !== parent) return;
    const order = readOrder(event.data);
    if (order) onOrder(order);
  };
  window.addEventListener("message", onMessage);
  return {
    tell: (type, data) => parent.postMessage({ source: "liaison", v: VERSION, figure, type, data }, "*"),
    stop: () => window.removeEventListener("message", onMessage),
  };
};
