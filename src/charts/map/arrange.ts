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

/** Px by which the dashes around a mark that is partly inferred stand off. */
export const OUTLINE = 2.5;
/** Px: radius of a mark that counts nothing, of the largest, and between two marks. */
const UNCOUNTED = 5;
const LARGEST = 30;
const GAP = 2;
/** A knot of more overlapping marks than this is put together, and in a crowd of places everything that is near. */
const KNOT = 7;
const CROWD = 300;
/** Px between two marks that survive putting together, and the largest of them. */
const APART = 46;
const LARGEST_TOGETHER = 21;
const TURN = 16;

/** Radius of a mark with so many meetings; its square follows the number, within what a reader can see. */
const markRadius = (counts: readonly number[], largest: number): ((count: number) => number) => {
  const most = counts.reduce((top, count) => Math.max(top, count), 1);
  const unit = Math.min(12, largest / Math.sqrt(most));
  return (count) => (count === 0 ? UNCOUNTED : Math.max(7, unit * Math.sqrt(count)));
};

const foremost = (a: PlaceAnswer, b: PlaceAnswer): number =>
  b.count - a.count || b.announced + b.recalled - (a.announced + a.recalled) || (a.id < b.id ? -1 : 1);

type Counted = Pick<ArrangedMark, "places" | "count" | "r">;

/** Whether the place is inferred for none, some or all of a mark's meetings. */
export const inferredOf = ({ places, count }: Pick<Counted, "places" | "count">): "none" | "some" | "all" => {
  const inferred = places.reduce((sum, place) => sum + place.inferred, 0);
  return inferred === 0 ? "none" : inferred < count ? "some" : "all";
};

/** Px from a mark's middle to the end of all that is drawn of it. */
const reachOf = (mark: Counted): number => mark.r + (inferredOf(mark) === "some" ? OUTLINE + 1 : 0);

interface Spot {
  readonly place: PlaceAnswer;
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly reach: number;
}

/** One number for a cell of a grid; a zoomed map is far less than a million cells high. */
const cellKey = (cx: number, cy: number): number => cx * 1_000_003 + cy;

const near = (spots: readonly { x: number; y: number }[], cell: number) => {
  const cells = new Map<number, number[]>();
  spots.forEach((spot, at) => {
    const key = cellKey(Math.floor(spot.x / cell), Math.floor(spot.y / cell));
    const list = cells.get(key);
    if (list) list.push(at);
    else cells.set(key, [at]);
  });
  return (x: number, y: number): readonly number[] => {
    const [cx, cy] = [Math.floor(x / cell), Math.floor(y / cell)];
    const found: number[] = [];
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++) found.push(...(cells.get(cellKey(cx + dx, cy + dy)) ?? []));
    return found;
  };
};

/** Groups of marks that touch, directly or through others. */
const knots = (spots: readonly Spot[]): readonly (readonly Spot[])[] => {
  const widest = Math.max(...spots.map((spot) => spot.reach));
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
        if (Math.hypot(one.x - other.x, one.y - other.y) >= one.reach + other.reach + GAP) continue;
        seen.add(next);
        queue.push(next);
      }
    }
    groups.push(group.sort((a, b) => foremost(a.place, b.place)));
  });
  return groups;
};

type Loose = Omit<ArrangedMark, "x" | "y">;

const one = (spots: readonly Spot[], head: Spot): Loose => ({
  id: spots.length > 1 ? `~${head.place.id}` : head.place.id,
  places: spots.map((spot) => spot.place),
  count: spots.reduce((sum, spot) => sum + spot.place.count, 0),
  anchorX: head.x,
  anchorY: head.y,
  r: head.r,
});

/** Each spot, foremost first, joins the first head within reach, or becomes one. */
const together = (spots: readonly Spot[]): readonly Loose[] => {
  const heads: { readonly spot: Spot; readonly members: Spot[] }[] = [];
  const cells = new Map<number, (typeof heads)[number][]>();
  for (const spot of spots) {
    const [cx, cy] = [Math.floor(spot.x / APART), Math.floor(spot.y / APART)];
    let head: (typeof heads)[number] | undefined;
    for (let dx = -1; dx <= 1 && !head; dx++)
      for (let dy = -1; dy <= 1 && !head; dy++)
        head = cells
          .get(cellKey(cx + dx, cy + dy))
          ?.find((other) => Math.hypot(other.spot.x - spot.x, other.spot.y - spot.y) < APART);
    if (head) {
      head.members.push(spot);
      continue;
    }
    const made = { spot, members: [spot] };
    heads.push(made);
    const there = cells.get(cellKey(cx, cy));
    if (there) there.push(made);
    else cells.set(cellKey(cx, cy), [made]);
  }
  return heads.map(({ spot, members }) => one(members, spot));
};

/** Knots put together, and all marks sized anew for what they then count. */
const thinned = (spots: readonly Spot[]): readonly Loose[] => {
  const groups = spots.length > CROWD ? [spots] : knots(spots);
  if (groups.every((group) => group.length <= KNOT)) return spots.map((spot) => one([spot], spot));
  const loose = groups.flatMap((group) =>
    group.length > KNOT ? together(group) : group.map((spot) => one([spot], spot)),
  );
  const counts = loose.map((mark) => mark.count);
  const radius = markRadius(counts, LARGEST_TOGETHER);
  return loose.map((mark) => ({
    ...mark,
    r: mark.places.length > 1 ? Math.max(11, radius(mark.count)) : radius(mark.count),
  }));
};

/** Foremost first, each at the free spot nearest to where it belongs, tried in rings of sixteen directions. */
const aside = (marks: readonly Loose[]): readonly ArrangedMark[] => {
  const reaches = marks.map(reachOf);
  const widest = reaches.reduce((most, reach) => Math.max(most, reach), 0);
  const cell = 2 * widest + GAP;
  const cells = new Map<number, { readonly x: number; readonly y: number; readonly reach: number }[]>();
  const free = (x: number, y: number, reach: number): boolean => {
    const [cx, cy] = [Math.floor(x / cell), Math.floor(y / cell)];
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++)
        for (const other of cells.get(cellKey(cx + dx, cy + dy)) ?? [])
          if (Math.hypot(x - other.x, y - other.y) < reach + other.reach + GAP) return false;
    return true;
  };
  const spot = (mark: Loose, reach: number): readonly [number, number] => {
    for (let ring = 0; ring < 400; ring++) {
      for (let turn = 0; turn < (ring === 0 ? 1 : TURN); turn++) {
        const angle = (turn * 2 * Math.PI) / TURN;
        const [x, y] = [mark.anchorX + ring * 3 * Math.cos(angle), mark.anchorY + ring * 3 * Math.sin(angle)];
        if (free(x, y, reach)) return [x, y];
      }
    }
    return [mark.anchorX, mark.anchorY];
  };
  return marks.map((mark, at) => {
    const reach = reaches[at] ?? mark.r;
    const [x, y] = spot(mark, reach);
    const key = cellKey(Math.floor(x / cell), Math.floor(y / cell));
    const there = cells.get(key);
    if (there) there.push({ x, y, reach });
    else cells.set(key, [{ x, y, reach }]);
    return { ...mark, x, y };
  });
};

const projected = new WeakMap<readonly PlaceAnswer[], { readonly base: MapBase; readonly spots: readonly Spot[] }>();

/** Places at zoom 1, foremost first: the same for every step of a zoom. */
const spotsOf = (places: readonly PlaceAnswer[], base: MapBase): readonly Spot[] => {
  const before = projected.get(places);
  if (before?.base === base) return before.spots;
  const radius = markRadius(
    places.map((place) => place.count),
    Math.max(18, Math.min(LARGEST, base.width * 0.038)),
  );
  const spots = [...places].sort(foremost).flatMap((place): readonly Spot[] => {
    const [x, y] = base.project(place.lon, place.lat);
    if (!Number.isFinite(x) || !Number.isFinite(y)) return [];
    const r = radius(place.count);
    return [{ place, x, y, r, reach: reachOf({ places: [place], count: place.count, r }) }];
  });
  projected.set(places, { base, spots });
  return spots;
};

const arrange = (places: readonly PlaceAnswer[], base: MapBase, k: number): readonly ArrangedMark[] => {
  const spots = spotsOf(places, base).map((spot): Spot => ({ ...spot, x: spot.x * k, y: spot.y * k }));
  if (!spots.length) return [];
  const deepest = k >= base.zoom[1] * 0.999;
  const loose = deepest ? spots.map((spot) => one([spot], spot)) : thinned(spots);
  return aside([...loose].sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1)));
};

interface Arranged {
  readonly base: MapBase;
  readonly k: number;
  readonly marks: readonly ArrangedMark[];
}
const known = new WeakMap<readonly PlaceAnswer[], Arranged>();

/**
 * Marks at zoom `k`, foremost first. No two overlap, the dashes around them included; at the deepest zoom none is put
 * together. The latest arrangement of each answer is remembered, and with it how its marks look: a filter is often taken
 * back.
 */
export const arrangeMarks = (places: readonly PlaceAnswer[], base: MapBase, k: number): readonly ArrangedMark[] => {
  const before = known.get(places);
  if (before?.base === base && before.k === k) return before.marks;
  const marks = arrange(places, base, k);
  known.set(places, { base, k, marks });
  return marks;
};
