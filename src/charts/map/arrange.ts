/** Where marks stand: each at its place, moved aside where others are, put together where there are too many. */
import type { PlaceAnswer } from "#model/questions.ts";
import type { MapBase } from "./projection.ts";

/** Marks in px of the zoomed map, before it is moved: a pan changes nothing here. */
export interface ArrangedMark {
  /** The place's id, or `~` and the foremost place's id for several put together. */
  readonly id: string;
  readonly places: readonly PlaceAnswer[];
  readonly count: number;
  /** Where the place is. */
  readonly anchorX: number;
  readonly anchorY: number;
  /** Where its mark stands. */
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

/** Px: radius of a mark that counts nothing, of the largest, and between two marks. */
const UNCOUNTED = 5;
const LARGEST = 30;
const GAP = 2;
/** A knot of more overlapping marks than this is put together. */
const KNOT = 7;
/** Px between two marks that survive putting together. */
const APART = 34;
const TURN = 16;

/** Radius of a place with so many meetings; its square follows the number, within what a reader can see. */
export const markRadius = (most: number, frame: number): ((count: number) => number) => {
  const largest = Math.max(18, Math.min(LARGEST, frame * 0.038));
  const unit = Math.min(12, largest / Math.sqrt(Math.max(1, most)));
  return (count) => (count === 0 ? UNCOUNTED : Math.max(7, unit * Math.sqrt(count)));
};

const foremost = (a: PlaceAnswer, b: PlaceAnswer): number =>
  b.count - a.count || b.announced + b.recalled - (a.announced + a.recalled) || (a.id < b.id ? -1 : 1);

interface Spot {
  readonly place: PlaceAnswer;
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

const near = (spots: readonly { x: number; y: number }[], cell: number) => {
  const cells = new Map<string, number[]>();
  spots.forEach((spot, at) => {
    const key = `${Math.floor(spot.x / cell)} ${Math.floor(spot.y / cell)}`;
    const list = cells.get(key);
    if (list) list.push(at);
    else cells.set(key, [at]);
  });
  return (x: number, y: number): readonly number[] => {
    const [cx, cy] = [Math.floor(x / cell), Math.floor(y / cell)];
    const found: number[] = [];
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++) found.push(...(cells.get(`${cx + dx} ${cy + dy}`) ?? []));
    return found;
  };
};

/** Groups of marks that touch, directly or through others. */
const knots = (spots: readonly Spot[]): readonly (readonly Spot[])[] => {
  const widest = Math.max(...spots.map((spot) => spot.r));
  const around = near(spots, 2 * widest + GAP);
  const seen = new Set<number>();
  const groups: Spot[][] = [];
  spots.forEach((_, first) => {
    if (seen.has(first)) return;
    const group: Spot[] = [];
    const queue = [first];
    seen.add(first);
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      const one = spots[at];
      if (!one) continue;
      group.push(one);
      for (const next of around(one.x, one.y)) {
        const other = spots[next];
        if (!other || seen.has(next)) continue;
        if (Math.hypot(one.x - other.x, one.y - other.y) >= one.r + other.r + GAP) continue;
        seen.add(next);
        queue.push(next);
      }
    }
    groups.push(group.sort((a, b) => foremost(a.place, b.place)));
  });
  return groups;
};

type Loose = Omit<ArrangedMark, "x" | "y">;

const single = (spot: Spot): Loose => ({
  id: spot.place.id,
  places: [spot.place],
  count: spot.place.count,
  anchorX: spot.x,
  anchorY: spot.y,
  r: spot.r,
});

/** Each spot joins the first head within reach, or becomes one. */
const together = (spots: readonly Spot[], radius: (count: number) => number): readonly Loose[] => {
  const heads: { readonly spot: Spot; readonly members: Spot[] }[] = [];
  for (const spot of spots) {
    const head = heads.find((one) => Math.hypot(one.spot.x - spot.x, one.spot.y - spot.y) < APART);
    if (head) head.members.push(spot);
    else heads.push({ spot, members: [spot] });
  }
  return heads.map(({ spot, members }) => {
    if (members.length === 1) return single(spot);
    const count = members.reduce((sum, one) => sum + one.place.count, 0);
    const places = members.map((one) => one.place);
    return {
      id: `~${spot.place.id}`,
      places,
      count,
      anchorX: spot.x,
      anchorY: spot.y,
      r: Math.max(12, Math.min(LARGEST, radius(count))),
    };
  });
};

/** Foremost first, each at the free spot nearest to where it belongs, tried in rings of sixteen directions. */
const aside = (marks: readonly Loose[]): readonly ArrangedMark[] => {
  const widest = Math.max(0, ...marks.map((mark) => mark.r));
  const cell = 2 * widest + GAP;
  const cells = new Map<string, ArrangedMark[]>();
  const free = (x: number, y: number, r: number): boolean => {
    const [cx, cy] = [Math.floor(x / cell), Math.floor(y / cell)];
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++)
        for (const other of cells.get(`${cx + dx} ${cy + dy}`) ?? [])
          if (Math.hypot(x - other.x, y - other.y) < r + other.r + GAP) return false;
    return true;
  };
  const spot = (mark: Loose): readonly [number, number] => {
    for (let ring = 0; ring < 400; ring++) {
      for (let turn = 0; turn < (ring === 0 ? 1 : TURN); turn++) {
        const angle = (turn * 2 * Math.PI) / TURN;
        const [x, y] = [mark.anchorX + ring * 3 * Math.cos(angle), mark.anchorY + ring * 3 * Math.sin(angle)];
        if (free(x, y, mark.r)) return [x, y];
      }
    }
    return [mark.anchorX, mark.anchorY];
  };
  return marks.map((mark) => {
    const [x, y] = spot(mark);
    const placed = { ...mark, x, y };
    const key = `${Math.floor(x / cell)} ${Math.floor(y / cell)}`;
    const there = cells.get(key);
    if (there) there.push(placed);
    else cells.set(key, [placed]);
    return placed;
  });
};

/** Marks at zoom `k`, foremost first. No two overlap; at the deepest zoom none is put together. */
export const arrangeMarks = (places: readonly PlaceAnswer[], base: MapBase, k: number): readonly ArrangedMark[] => {
  const most = places.reduce((top, place) => Math.max(top, place.count), 0);
  const radius = markRadius(most, base.width);
  const spots = [...places].sort(foremost).flatMap((place): readonly Spot[] => {
    const [x, y] = base.project(place.lon, place.lat);
    return Number.isFinite(x) && Number.isFinite(y) ? [{ place, x: x * k, y: y * k, r: radius(place.count) }] : [];
  });
  if (!spots.length) return [];
  const split = k >= base.zoom[1] * 0.999;
  const loose = knots(spots).flatMap((group) =>
    group.length > KNOT && !split ? together(group, radius) : group.map(single),
  );
  return aside([...loose].sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1)));
};
