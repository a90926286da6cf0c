/**
 * Tells whatever page holds the frame how high it wants to be, in the dialects that host pages listen for. Nothing is
 * sent where the page is not framed: the message would come back to the page itself.
 */

/** What the child is told by the page that frames it, and what its own address says. */
export interface Frame {
  /** The dialects' id of the frame, where the host gave it one in the address (`childId`) or with a message. */
  readonly id: string;
  /** The address of this page, as Embedly's dialect wants it. */
  readonly src: string;
  /** WordPress gives the frame a secret in the part of its address after `#?`. */
  readonly secret: string | null;
}

type Message = string | Readonly<Record<string, unknown>>;

const PYM = "xPYMx";
const RESIZER = "[iFrameSizer]";

const ID = /^[\w.:-]{1,200}$/;

/** Reads `childId` (pym) and `secret` (WordPress) from an address; anything unusual in them is left aside. */
export const frameOf = (address: string): Frame => {
  const { searchParams, hash, pathname } = new URL(address);
  const id = searchParams.get("childId") ?? "";
  const secret = /[#?&]secret=([A-Za-z0-9]{4,64})(?:&|$)/.exec(hash)?.[1] ?? null;
  return { id: ID.test(id) ? id : (pathname.match(/[\w-]+/g)?.join("-") ?? "liaison"), src: address, secret };
};

/** Messages for a height in px that any host may hear without having asked. */
export const unasked = (frame: Frame, height: number): readonly Message[] => [
  { "datawrapper-height": { [frame.id]: height } },
  { sentinel: "amp", type: "embed-size", height },
  JSON.stringify({ src: frame.src, context: "iframe.resize", height }),
  ["pym", frame.id, "height", String(height)].join(PYM),
  ...(frame.secret === null ? [] : [{ secret: frame.secret, message: "height", value: height }]),
  { height },
];

/** A host that has asked, and how it is answered: the first time and from then on. */
export type Dialect = (size: { readonly width: number; readonly height: number }, first: boolean) => Message;

/** Where iframe-resizer's parent says its version, which it wants to hear again in the first answer. */
const VERSION_AT = 20;

/** How iframe-resizer's parent (versions 1 to 5) is answered. */
const resizer = (question: readonly string[]): Dialect => {
  const [name, version = ""] = [question[0], question[VERSION_AT]];
  const hello = /^\d+\.\d+\.\d+$/.test(version) ? `init:${version}` : "init";
  return ({ width, height }, first) => `${RESIZER}${name}:${height}:${width}:${first ? hello : "size"}`;
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/**
 * What a message of the parent asks for: the name of a dialect and how to speak it, or null where it is no question
 * about the size. Messages are a stranger's: nothing in them is trusted beyond its shape.
 */
export const asked = (data: unknown): { readonly name: string; readonly say: Dialect } | null => {
  if (typeof data === "string") {
    if (data.length > 5000) return null;
    if (data.startsWith(RESIZER)) {
      const question = data.slice(RESIZER.length).split(":");
      const name = question[0] ?? "";
      return question.length > 1 && /^[\w.-]{1,200}$/.test(name)
        ? { name: `iframe-resizer ${name}`, say: resizer(question) }
        : null;
    }
    const [kind, id = "", what] = data.split(PYM);
    if (kind !== "pym" || what !== "width" || !ID.test(id)) return null;
    return { name: `pym ${id}`, say: ({ height }) => ["pym", id, "height", String(height)].join(PYM) };
  }
  if (!isObject(data)) return null;
  if (data.type === "iframe-child-init")
    return { name: "open-iframe-resizer", say: (size) => ({ type: "iframe-resized", ...size }) };
  const id = data.id;
  if (data.type === "setHeight" && (typeof id === "number" || (typeof id === "string" && ID.test(id))))
    return { name: "setHeight", say: ({ height }) => ({ type: "setHeight", id, height }) };
  return null;
};

/** Dialects remembered at most: a host that names itself anew each time must not make the frame talk for ever. */
const REMEMBERED = 8;

export interface Resizing {
  /** Measures and tells, even where the size is what it was. */
  readonly tell: () => void;
  readonly stop: () => void;
}

export interface ResizeOptions {
  /** Its border box is the height asked for. */
  readonly element: HTMLElement;
  readonly window: Window;
  /** Called with each height that was told. */
  readonly onHeight?: (height: number) => void;
}

const DEAD_BAND = 1;

/**
 * Keeps the parent told of the element's height: at once when the fonts are there, at every change of more than a px,
 * when the frame comes into sight, and when the parent asks. Returns null where the page is not framed.
 */
export const startResizing = ({ element, window, onHeight }: ResizeOptions): Resizing | null => {
  const { parent, document } = window;
  if (parent === window) return null;
  const frame = frameOf(window.location.href);
  const dialects = new Map<string, Dialect>();
  const greeted = new Set<string>();
  let told = Number.NaN;
  let ready = false;

  const post = (message: Message): void => parent.postMessage(message, "*");
  const size = () => {
    const box = element.getBoundingClientRect();
    return { width: Math.ceil(box.width), height: Math.ceil(box.height) };
  };
  const tell = (): void => {
    const now = size();
    // A frame that is not displayed has no size: its host would fold it up.
    if (!ready || window.innerWidth === 0 || now.width === 0 || now.height === 0) return;
    told = now.height;
    for (const message of unasked(frame, now.height)) post(message);
    for (const [name, say] of dialects) {
      post(say(now, !greeted.has(name)));
      greeted.add(name);
    }
    onHeight?.(now.height);
  };
  const changed = (): void => {
    if (Math.abs(size().height - told) > DEAD_BAND || Number.isNaN(told)) tell();
  };
  const onMessage = (event: MessageEvent): void => {
    if (event.source !== parent) return;
    const dialect = asked(event.data);
    if (!dialect || (dialects.size >= REMEMBERED && !dialects.has(dialect.name))) return;
    dialects.set(dialect.name, dialect.say);
    greeted.delete(dialect.name);
    tell();
  };

  const observer = new ResizeObserver(changed);
  window.addEventListener("message", onMessage);
  window.addEventListener("load", tell);
  void document.fonts.ready.then(() => {
    ready = true;
    observer.observe(element);
    tell();
  });
  return {
    tell,
    stop: () => {
      observer.disconnect();
      window.removeEventListener("message", onMessage);
      window.removeEventListener("load", tell);
    },
  };
};
