/** The least a page has to do: columns, postings per partner, a canvas of time, a map and two lists over one choice. */
import { type FloorColumns, UNDATED } from "./columns.ts";
import { counted, drawMap, drawTimeline, HEIGHT, MAP_HEIGHT, type Rows, WIDTH, type Window } from "./draw.ts";

const surface = (id: string, height: number): { show: () => void; pixels: Uint32Array; canvas: HTMLCanvasElement } => {
  const canvas = Object.assign(document.createElement("canvas"), { id, width: WIDTH, height });
  const context = canvas.getContext("2d", { alpha: false });
  if (!context) throw new Error("no canvas");
  const image = context.createImageData(WIDTH, height);
  document.body.append(canvas);
  return { canvas, pixels: new Uint32Array(image.data.buffer), show: () => context.putImageData(image, 0, 0) };
};

const list = (): HTMLElement => {
  const element = document.createElement("p");
  element.style.cssText = "font: 12px sans-serif; height: 32px; margin: 0; overflow: hidden";
  document.body.append(element);
  return element;
};

document.body.style.margin = "0";
const time = surface("time", HEIGHT);
const map = surface("map", MAP_HEIGHT);
const partners = list();
const people = list();

let columns: FloorColumns | null = null;
let rows: Rows = null;
let bounds: Window = { from: 0, to: 1 };
let shown: Window = bounds;

const draw = (): void => {
  if (!columns) return;
  const range = drawTimeline(time.pixels, columns, rows, shown);
  time.show();
  drawMap(map.pixels, columns, rows, range);
  map.show();
  partners.textContent = counted(columns.partnerNames, columns.partners, rows, range);
  people.textContent = counted(columns.personNames, columns.people, rows, range);
};

let asked = false;
const drawSoon = (): void => {
  if (asked) return;
  asked = true;
  requestAnimationFrame(() => {
    asked = false;
    draw();
  });
};

const inBounds = ({ from, to }: Window): Window => {
  const width = Math.min(to - from, bounds.to - bounds.from);
  const left = Math.max(bounds.from, Math.min(bounds.to - width, from));
  return { from: left, to: left + width };
};

time.canvas.addEventListener(
  "wheel",
  (event) => {
    event.preventDefault();
    const at = shown.from + (event.offsetX / WIDTH) * (shown.to - shown.from);
    const factor = 2 ** (event.deltaY * 0.002);
    shown = inBounds({ from: at + (shown.from - at) * factor, to: at + (shown.to - at) * factor });
    drawSoon();
  },
  { passive: false },
);

let held: { readonly x: number; readonly window: Window } | null = null;
time.canvas.addEventListener("pointerdown", (event) => {
  held = { x: event.clientX, window: shown };
  time.canvas.setPointerCapture(event.pointerId);
});
time.canvas.addEventListener("pointerup", () => {
  held = null;
});
time.canvas.addEventListener("pointermove", (event) => {
  if (!held) return;
  const { x, window } = held;
  const days = ((x - event.clientX) / WIDTH) * (window.to - window.from);
  shown = inBounds({ from: window.from + days, to: window.to + days });
  drawSoon();
});

const dated = ({ start }: FloorColumns): Window => {
  const last = start.findLast((day) => day !== UNDATED) ?? 0;
  return { from: (start[0] ?? 0) - 1, to: last + 2 };
};

/** Loads the file that the address names and puts it on the screen. */
export const show = (read: (response: Response) => Promise<FloorColumns>): void =>
  window.probe.start({
    target: "#time",
    load: async (address) => {
      columns = await read(await fetch(address));
      bounds = dated(columns);
      shown = bounds;
      draw();
    },
    choose: (partner) => {
      rows = partner === null ? null : (columns?.postings.get(partner) ?? null);
      draw();
    },
    count: () => rows?.length ?? columns?.size ?? 0,
  });
