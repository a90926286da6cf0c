/** The floor's drawing: counts per pixel for the rows in the window, then one put of the pixels. */
import { type FloorColumns, type Lists, NOWHERE, TYPES } from "./columns.ts";

export const WIDTH = 1200;
const LANE = 60;
export const HEIGHT = TYPES.length * LANE;
export const MAP_HEIGHT = 240;
/** Journeys and whole years begin so many days before they end. */
const LONGEST = 366;
const LISTED = 12;

export interface Window {
  readonly from: number;
  readonly to: number;
}

/** Rows to draw: positions in order of time, or null for all. */
export type Rows = Uint32Array | null;

const ramp = Uint32Array.from({ length: 256 }, (_, at) => {
  if (at === 0) return 0xffffffff;
  const share = at / 255;
  const [red, green, blue] = [235 - 224 * share, 240 - 148 * share, 242 - 135 * share];
  return (0xff000000 | (Math.round(blue) << 16) | (Math.round(green) << 8) | Math.round(red)) >>> 0;
});

/** First position among the rows that starts at `day` or later. */
const firstFrom = (start: Int32Array, rows: Rows, day: number): number => {
  let [low, high] = [0, rows ? rows.length : start.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((start[rows ? (rows[middle] as number) : middle] as number) < day) low = middle + 1;
    else high = middle;
  }
  return low;
};

const lanes = new Int32Array(TYPES.length * (WIDTH + 1));
const cells = new Int32Array(WIDTH * MAP_HEIGHT);

/** Density of each type per pixel of the window. */
export const drawTimeline = (
  pixels: Uint32Array,
  { start, days, type }: FloorColumns,
  rows: Rows,
  { from, to }: Window,
): readonly [first: number, end: number] => {
  const scale = WIDTH / (to - from);
  const first = firstFrom(start, rows, from - LONGEST);
  const end = firstFrom(start, rows, to);
  lanes.fill(0);
  for (let k = first; k < end; k++) {
    const at = rows ? (rows[k] as number) : k;
    const begin = start[at] as number;
    const right = Math.min(WIDTH, Math.trunc((begin + (days[at] as number) - from) * scale));
    if (right < 0) continue;
    const left = Math.max(0, Math.trunc((begin - from) * scale));
    const base = (type[at] as number) * (WIDTH + 1);
    lanes[base + left] = (lanes[base + left] as number) + 1;
    const stop = base + Math.max(left + 1, right);
    lanes[stop] = (lanes[stop] as number) - 1;
  }
  for (let lane = 0; lane < TYPES.length; lane++) {
    const base = lane * (WIDTH + 1);
    let [open, most] = [0, 1];
    for (let x = 0; x < WIDTH; x++) {
      open += lanes[base + x] as number;
      lanes[base + x] = open;
      if (open > most) most = open;
    }
    const shade = 255 / Math.log1p(most);
    const top = lane * LANE * WIDTH;
    for (let x = 0; x < WIDTH; x++) {
      const count = lanes[base + x] as number;
      pixels[top + x] = ramp[count ? Math.max(24, Math.trunc(Math.log1p(count) * shade)) : 0] as number;
    }
    for (let y = 1; y < LANE; y++) pixels.copyWithin(top + y * WIDTH, top, top + WIDTH);
  }
  return [first, end];
};

/** Events per pixel of a plain map of the world. */
export const drawMap = (
  pixels: Uint32Array,
  { place, lat, lon }: FloorColumns,
  rows: Rows,
  [first, end]: readonly [number, number],
): void => {
  const at = Int32Array.from(lat, (north, k) => {
    const x = Math.trunc((((lon[k] as number) + 180) / 360) * WIDTH + WIDTH) % WIDTH;
    const y = Math.max(0, Math.min(MAP_HEIGHT - 1, Math.trunc(((90 - north) / 180) * MAP_HEIGHT)));
    return y * WIDTH + x;
  });
  cells.fill(0);
  for (let k = first; k < end; k++) {
    const where = place[rows ? (rows[k] as number) : k] as number;
    if (where === NOWHERE) continue;
    const cell = at[where] as number;
    cells[cell] = (cells[cell] as number) + 1;
  }
  let most = 1;
  for (const count of cells) if (count > most) most = count;
  const shade = 255 / Math.log1p(most);
  for (let cell = 0; cell < cells.length; cell++) {
    const count = cells[cell] as number;
    pixels[cell] = ramp[count ? Math.max(40, Math.trunc(Math.log1p(count) * shade)) : 0] as number;
  }
};

/** The names counted most, with their counts. */
export const counted = (
  names: readonly string[],
  { offsets, values }: Lists,
  rows: Rows,
  [first, end]: readonly [number, number],
): string => {
  const counts = new Uint32Array(names.length);
  for (let k = first; k < end; k++) {
    const at = rows ? (rows[k] as number) : k;
    for (let j = offsets[at] as number; j < (offsets[at + 1] as number); j++) {
      const value = values[j] as number;
      counts[value] = (counts[value] as number) + 1;
    }
  }
  return Array.from(counts.keys())
    .sort((a, b) => (counts[b] as number) - (counts[a] as number))
    .slice(0, LISTED)
    .map((at) => `${names[at]} ${counts[at]}`)
    .join(" · ");
};
