/** The map as numbers: from places with counts to outlines, rings, labels and pointers in px. */
import { arc } from "d3";
import { fitText, textWidth } from "#lib/text-width.ts";
import type { PlaceAnswer, PlacesAnswer } from "#model/questions.ts";
import type { Words } from "#model/words/en/index.ts";
import { type LabelBox, type LabelledPoint, placeLabels } from "../kit/point-labels.ts";
import type { Theme } from "../kit/theme.ts";
import { type ArrangedMark, arrangeMarks } from "./arrange.ts";
import { type LandPaths, landPaths } from "./land-paths.ts";
import { fitProjection, type MapBase, zoomedBase } from "./projection.ts";
import type { Shapes } from "./shapes.types.ts";

/** Zoom and position: a point of the map at zoom 1 is shown at `k * point + (x, y)`. */
export interface MapView {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

export interface MapOptions {
  readonly width: number;
  readonly height: number;
  /** Null shows all places. */
  readonly view: MapView | null;
  readonly theme: Theme;
  readonly words: Words;
  /** Event ids to light up. */
  readonly lit: ReadonlySet<string>;
  /** True for a file: outlines are cut at the frame and hold no detail below a pixel. */
  readonly still: boolean;
  /** What lies over the map and no label should lie under, px. */
  readonly covered?: readonly LabelBox[];
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
}

export interface MapLabel {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly anchor: "start" | "middle" | "end";
  readonly name: string;
  readonly note: string;
  readonly strong: boolean;
  readonly faded: boolean;
}

/** At the edge of the frame, toward a place outside it. */
export interface MapPointer {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  /** Degrees clockwise from pointing right. */
  readonly angle: number;
  readonly said: string;
}

export interface MapGeometry {
  readonly width: number;
  readonly height: number;
  readonly view: MapView;
  /** How the outlines are to be moved; a still drawing has its view in them. */
  readonly landView: MapView;
  readonly zoom: readonly [min: number, max: number];
  readonly bounds: MapBase["bounds"];
  readonly paths: LandPaths;
  readonly hasLand: boolean;
  readonly marks: readonly MapMark[];
  readonly labels: readonly MapLabel[];
  readonly pointers: readonly MapPointer[];
  /** Said in the middle where there is no mark. */
  readonly note: string | null;
}

export const FIT: MapView = { k: 1, x: 0, y: 0 };
const LABEL = { size: 12, height: 15, ascent: 11.5, gap: 6, widest: 210 };
const EDGE = 4;
/** More labels than this are not tried: nobody reads them, and they show on hover. */
const LABELS = 150;
/** More places outside the frame than this are not pointed at. */
const POINTERS = 4;
const POINTER_INSET = 12;

const isCounted = (place: PlaceAnswer): boolean => place.count > 0;

/** A projection that shows every place with a meeting, or every place where none has one. */
export const fitMap = (places: readonly PlaceAnswer[], width: number, height: number): MapBase => {
  const counted = places.filter(isCounted);
  const shown = (counted.length ? counted : places).map((place) => [place.lon, place.lat] as const);
  const side = Math.max(30, Math.min(96, width * 0.1));
  const top = Math.max(30, Math.min(64, height * 0.14));
  return fitProjection(shown, width, height, [
    side,
    top,
    Math.max(side + 1, width - side),
    Math.max(top + 1, height - top),
  ]);
};

const partsOf = (mark: ArrangedMark, hole: number, theme: Theme): readonly RingPart[] => {
  const sums = new Map<string, number>();
  for (const place of mark.places) {
    const named = place.partners.reduce((sum, partner) => sum + partner.count, 0);
    for (const partner of place.partners) sums.set(partner.id, (sums.get(partner.id) ?? 0) + partner.count);
    // Meetings of a place beyond those of its partners had no foreign partner.
    if (named < place.count) sums.set("", (sums.get("") ?? 0) + place.count - named);
  }
  const shares = [...sums].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const total = shares.reduce((sum, [, value]) => sum + value, 0);
  const ring = arc<{ from: number; to: number }>()
    .innerRadius(hole)
    .outerRadius(mark.r)
    .startAngle((span) => span.from)
    .endAngle((span) => span.to)
    .digits(2);
  let done = 0;
  return shares.map(([id, value]) => {
    const from = (done / total) * 2 * Math.PI;
    done += value;
    const path = ring({ from, to: (done / total) * 2 * Math.PI }) ?? "";
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

const drawMark = (mark: ArrangedMark, view: MapView, anySelected: boolean, options: MapOptions): MapMark => {
  const { theme, words, lit } = options;
  const { places } = mark;
  const inferred = places.reduce((sum, place) => sum + place.inferred, 0);
  const hole = mark.r * 0.6;
  const digits = words.number(mark.count);
  const textSize = Math.round(Math.min(13, Math.max(10, mark.r * 0.64)) * 2) / 2;
  const room = textWidth(digits, textSize, "sans-bold") <= 2 * hole - 1;
  const selected = places.some((place) => place.selected);
  return {
    id: mark.id,
    kind: kindOf(mark),
    places,
    x: mark.x + view.x,
    y: mark.y + view.y,
    r: mark.r,
    hole,
    parts: mark.count > 0 ? partsOf(mark, hole, theme) : [],
    text: mark.count > 0 && room ? digits : null,
    textSize,
    inferred: inferred === 0 ? "none" : inferred < mark.count ? "some" : "all",
    selected,
    faded: anySelected && !selected,
    lit: lit.size > 0 && places.some((place) => place.events.some((event) => lit.has(event))),
    leader:
      Math.hypot(mark.x - mark.anchorX, mark.y - mark.anchorY) > 1
        ? { x: mark.anchorX + view.x, y: mark.anchorY + view.y }
        : null,
    said: said(mark, words),
  };
};

const labelOf = (mark: MapMark, words: Words): { readonly name: string; readonly note: string } => {
  const [place] = mark.places;
  if (mark.kind === "cluster") return { name: words.map.cluster(mark.places.length), note: "" };
  const notes = [
    mark.text === null && place?.count ? words.number(place.count) : "",
    mark.kind === "announced" ? words.map.announced : "",
    mark.kind === "recalled" ? words.map.recalled : "",
    mark.inferred === "all" ? words.map.inferred : "",
  ].filter((note) => note !== "");
  return { name: fitText(place?.name ?? "", LABEL.size, "sans-bold", LABEL.widest), note: notes.join(", ") };
};

const NOTE_SPACE = 4;

const labelWidth = (name: string, note: string, strong: boolean): number =>
  textWidth(name, LABEL.size, strong ? "sans-bold" : "sans") +
  (note ? NOTE_SPACE + textWidth(note, LABEL.size, "sans") : 0) +
  1;

interface Wanted extends LabelledPoint {
  readonly name: string;
  readonly note: string;
  readonly strong: boolean;
  readonly faded: boolean;
}

const wanted = (
  mark: { id: string; x: number; y: number; r: number },
  name: string,
  note: string,
  strong: boolean,
  faded: boolean,
): Wanted => ({
  id: mark.id,
  x: mark.x,
  y: mark.y,
  r: mark.r,
  name,
  note,
  strong,
  faded,
  width: labelWidth(name, note, strong),
  height: LABEL.height,
});

const isInside = (mark: MapMark, width: number, height: number): boolean =>
  mark.x >= 0 && mark.y >= 0 && mark.x <= width && mark.y <= height;

/** Where the line from the middle of the frame to a mark outside leaves the frame. */
const pointerTo = (mark: MapMark, width: number, height: number): MapPointer => {
  const [dx, dy] = [mark.x - width / 2, mark.y - height / 2];
  const scale = Math.min((width / 2 - POINTER_INSET) / Math.abs(dx), (height / 2 - POINTER_INSET) / Math.abs(dy));
  return {
    id: mark.id,
    x: width / 2 + dx * scale,
    y: height / 2 + dy * scale,
    angle: (Math.atan2(dy, dx) * 180) / Math.PI,
    said: mark.said,
  };
};

/** Everything that follows from zoom and position, over marks that were arranged before for this zoom. */
export const placeMap = (
  base: MapBase,
  arranged: readonly ArrangedMark[],
  shapes: Shapes | null,
  options: MapOptions,
): MapGeometry => {
  const { width, height, words } = options;
  const view = options.view ?? FIT;
  const moved = options.still && (view.k !== 1 || view.x !== 0 || view.y !== 0);
  const anySelected = arranged.some((mark) => mark.places.some((place) => place.selected));
  const drawn = (list: readonly ArrangedMark[]): readonly MapMark[] =>
    list.map((mark) => drawMark(mark, view, anySelected, options));
  const reach = (mark: ArrangedMark, more: number): boolean => {
    const [x, y] = [mark.x + view.x, mark.y + view.y];
    return x >= -more && y >= -more && x <= width + more && y <= height + more;
  };
  const marks = drawn(arranged.filter((mark) => reach(mark, mark.r)));
  const off = arranged.filter((mark) => !reach(mark, 0));
  const outside = off.length <= POINTERS ? drawn(off) : [];
  const pointers = outside.map((mark) => pointerTo(mark, width, height));
  const pointed = new Map(outside.map((mark) => [mark.id, mark]));

  const points = [
    ...marks
      .filter((mark) => isInside(mark, width, height))
      .slice(0, LABELS)
      .map((mark) => {
        const { name, note } = labelOf(mark, words);
        return wanted(mark, name, note, mark.kind === "ring" || mark.kind === "cluster", mark.faded);
      }),
    ...pointers.map((pointer) => {
      const mark = pointed.get(pointer.id);
      const { name, note } = mark ? labelOf(mark, words) : { name: "", note: "" };
      return wanted({ ...pointer, r: 6 }, name, note, false, mark?.faded ?? false);
    }),
  ];
  const discs = [
    ...marks.map((mark) => ({ x: mark.x, y: mark.y, r: mark.r + 1 })),
    ...pointers.map((pointer) => ({ x: pointer.x, y: pointer.y, r: 6 })),
  ];
  const frame = { x0: EDGE, y0: EDGE, x1: width - EDGE, y1: height - EDGE };
  const placed = placeLabels(points, discs, frame, LABEL.gap, options.covered);
  const labels = points.flatMap((point): readonly MapLabel[] => {
    const box = placed.get(point.id);
    if (!box) return [];
    const { id, name, note, strong, faded } = point;
    const x = box.anchor === "start" ? box.x0 : box.anchor === "end" ? box.x1 : (box.x0 + box.x1) / 2;
    return [{ id, name, note, strong, faded, x, y: box.y0 + LABEL.ascent, size: LABEL.size, anchor: box.anchor }];
  });
  return {
    width,
    height,
    view,
    landView: options.still ? FIT : view,
    zoom: base.zoom,
    bounds: base.bounds,
    paths: landPaths(moved ? zoomedBase(base, view) : base, shapes, options.still),
    hasLand: shapes !== null,
    marks,
    labels,
    pointers,
    note: arranged.length ? null : words.map.noPlaces,
  };
};

/**
 * Draws places on a map of `width` by `height` px: the projection fits the places, rings are sized by the square root
 * of their number of meetings and parted by partner, labels avoid marks, each other and the frame.
 * Before the land shapes are there (`shapes` null) everything else stands where it will stay.
 */
export const layoutMap = (answer: PlacesAnswer, shapes: Shapes | null, options: MapOptions): MapGeometry => {
  const base = fitMap(answer.places, options.width, options.height);
  return placeMap(base, arrangeMarks(answer.places, base, options.view?.k ?? 1), shapes, options);
};
