/** Each mark as it is drawn: its ring, its number, its state. Px throughout. */
import { arc } from "d3";
import { textWidth } from "#lib/text-width.ts";
import type { PlaceAnswer } from "#model/questions.ts";
import type { Words } from "#model/words/en/index.ts";
import type { Theme } from "../kit/theme.ts";
import { type ArrangedMark, inferredOf } from "./arrange.ts";

/** Zoom and position: a point of the map at zoom 1 is shown at `k * point + (x, y)`. */
export interface MapView {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

export interface RingPart {
  readonly path: string;
  readonly fill: string;
}

export type MarkKind = "ring" | "cluster" | "announced" | "recalled";

export interface MapMark {
  readonly id: string;
  readonly kind: MarkKind;
  readonly places: readonly PlaceAnswer[];
  readonly x: number;
  readonly y: number;
  readonly r: number;
  /** Radius of the hole, where the number stands. */
  readonly hole: number;
  readonly parts: readonly RingPart[];
  /** The number, where there is room for it. */
  readonly text: string | null;
  readonly textSize: number;
  /** Whether its place is inferred for none, some or all of its meetings. */
  readonly inferred: "none" | "some" | "all";
  readonly selected: boolean;
  readonly faded: boolean;
  readonly lit: boolean;
  /** Line from the true place to a mark that was moved aside. */
  readonly leader: { readonly x: number; readonly y: number } | null;
  /** What the mark says, in a sentence. */
  readonly said: string;
  /** Event ids of all its places. */
  readonly events: readonly string[];
}

/** What of a mark stays as it is while the map is moved. */
type MarkFace = Omit<MapMark, "x" | "y" | "faded" | "lit" | "leader">;

/** What marks are painted by. */
export interface MarkStyle {
  readonly theme: Theme;
  readonly words: Words;
  /** Event ids to light up. */
  readonly lit: ReadonlySet<string>;
}

/** The ring of a place, and of several, has at most so many parts of their own, each at least so many px long. */
const PARTS = 6;
const PARTS_TOGETHER = 4;
const THINNEST = 5;

/** One for all rings: to make one costs more than to draw with it. */
const slice = arc<{ readonly hole: number; readonly r: number; readonly from: number; readonly to: number }>()
  .innerRadius((ring) => ring.hole)
  .outerRadius((ring) => ring.r)
  .startAngle((ring) => ring.from)
  .endAngle((ring) => ring.to)
  .digits(2);

const partsOf = (mark: ArrangedMark, hole: number, theme: Theme): readonly RingPart[] => {
  const sums = new Map<string, number>();
  for (const place of mark.places) {
    const named = place.partners.reduce((sum, partner) => sum + partner.count, 0);
    for (const partner of place.partners) sums.set(partner.id, (sums.get(partner.id) ?? 0) + partner.count);
    // Meetings of a place beyond those of its partners had no foreign partner.
    if (named < place.count) sums.set("", (sums.get("") ?? 0) + place.count - named);
  }
  const ranked = [...sums].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const total = ranked.reduce((sum, [, value]) => sum + value, 0);
  // Shares too thin to be told apart make one, with those that had no foreign partner.
  const arcLength = Math.PI * (mark.r + hole);
  const most = mark.places.length > 1 ? PARTS_TOGETHER : PARTS;
  const [wide, thin] = [[] as typeof ranked, [] as typeof ranked];
  for (const share of ranked)
    (share[0] !== "" && wide.length < most && (share[1] / total) * arcLength >= THINNEST ? wide : thin).push(share);
  const rest = thin.reduce((sum, [, value]) => sum + value, 0);
  const shares = rest > 0 ? [...wide, ["", rest] as const] : wide;
  let done = 0;
  return shares.map(([id, value]) => {
    const from = (done / total) * 2 * Math.PI;
    done += value;
    const path = slice({ hole, r: mark.r, from, to: (done / total) * 2 * Math.PI }) ?? "";
    return { path, fill: id === "" ? theme.quiet : theme.partner(id) };
  });
};

const said = (mark: ArrangedMark, words: Words): string => {
  const [place] = mark.places;
  if (mark.places.length === 1 && place) return words.map.place({ ...place, country: words.country(place.country) });
  return words.map.clusterSaid(
    mark.places.map((one) => one.name),
    mark.count,
  );
};

const kindOf = (mark: ArrangedMark): MarkKind => {
  if (mark.places.length > 1) return "cluster";
  if (mark.count > 0) return "ring";
  return (mark.places[0]?.announced ?? 0) > 0 ? "announced" : "recalled";
};

const faceOf = (mark: ArrangedMark, theme: Theme, words: Words): MarkFace => {
  const { places } = mark;
  const hole = mark.r * 0.6;
  const digits = words.number(mark.count);
  const textSize = Math.round(Math.min(13, Math.max(10, mark.r * 0.64)) * 2) / 2;
  const room = textWidth(digits, textSize, "sans-bold") <= 2 * hole - 1;
  return {
    id: mark.id,
    kind: kindOf(mark),
    places,
    r: mark.r,
    hole,
    parts: mark.count > 0 ? partsOf(mark, hole, theme) : [],
    text: mark.count > 0 && room ? digits : null,
    textSize,
    inferred: inferredOf(mark),
    selected: places.some((place) => place.selected),
    said: said(mark, words),
    events: places.flatMap((place) => place.events),
  };
};

/** Faces already made, by their mark: it is arranged anew by a zoom, and a pan changes none. */
const known = new WeakMap<ArrangedMark, { readonly theme: Theme; readonly words: Words; readonly face: MarkFace }>();

const face = (mark: ArrangedMark, theme: Theme, words: Words): MarkFace => {
  const before = known.get(mark);
  if (before?.theme === theme && before.words === words) return before.face;
  const made = faceOf(mark, theme, words);
  known.set(mark, { theme, words, face: made });
  return made;
};

/** A mark under a view; `anySelected` says whether marks that are not selected fade. */
export const drawMark = (
  mark: ArrangedMark,
  view: MapView,
  anySelected: boolean,
  { theme, words, lit }: MarkStyle,
): MapMark => {
  const drawn = face(mark, theme, words);
  return {
    ...drawn,
    x: mark.x + view.x,
    y: mark.y + view.y,
    faded: anySelected && !drawn.selected,
    lit: lit.size > 0 && drawn.events.some((event) => lit.has(event)),
    leader:
      Math.hypot(mark.x - mark.anchorX, mark.y - mark.anchorY) > 1
        ? { x: mark.anchorX + view.x, y: mark.anchorY + view.y }
        : null,
  };
};
