/** Names beside marks, and pointers to what lies outside the frame. Px throughout. */
import { fitText, textWidth } from "#lib/text-width.ts";
import type { Words } from "#model/words/en/index.ts";
import { type LabelBox, type LabelledPoint, placeLabels } from "../kit/point-labels.ts";
import { OUTLINE } from "./arrange.ts";
import type { MapMark } from "./marks.ts";

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
  /** The mark it points to. */
  readonly mark: MapMark;
  readonly x: number;
  readonly y: number;
  /** Degrees clockwise from pointing right. */
  readonly angle: number;
}

const LABEL = { size: 12, height: 15, ascent: 11.5, gap: 6, widest: 210, note: 4 };
const EDGE = 4;
/** More labels than this are not tried: nobody reads them, and they show on hover. */
const LABELS = 150;
const POINTER = { inset: 12, r: 6 };

const labelOf = (mark: MapMark, words: Words): { readonly name: string; readonly note: string } => {
  const [place] = mark.places;
  if (mark.kind === "cluster") return { name: words.map.cluster(mark.places.length), note: "" };
  const notes = [
    mark.text === null && place?.count ? words.number(place.count) : "",
    mark.kind === "announced" ? words.map.announced : "",
    mark.kind === "recalled" && mark.places.some((place) => place.recalled > 0) ? words.map.recalled : "",
    mark.inferred === "all" ? words.map.inferred : "",
  ].filter((note) => note !== "");
  return { name: fitText(place?.name ?? "", LABEL.size, "sans-bold", LABEL.widest), note: notes.join(", ") };
};

const labelWidth = (name: string, note: string, strong: boolean): number =>
  textWidth(name, LABEL.size, strong ? "sans-bold" : "sans") +
  (note ? LABEL.note + textWidth(note, LABEL.size, "sans") : 0) +
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
export const pointerTo = (mark: MapMark, width: number, height: number): MapPointer => {
  const [dx, dy] = [mark.x - width / 2, mark.y - height / 2];
  const scale = Math.min((width / 2 - POINTER.inset) / Math.abs(dx), (height / 2 - POINTER.inset) / Math.abs(dy));
  return {
    id: mark.id,
    mark,
    x: width / 2 + dx * scale,
    y: height / 2 + dy * scale,
    angle: (Math.atan2(dy, dx) * 180) / Math.PI,
  };
};

/**
 * Labels for the marks inside the frame and for the pointers at its edge, foremost first.
 * @param outside marks that `pointers` point to, in the same order
 * @param covered boxes where no label may lie
 */
export const labelMap = (
  marks: readonly MapMark[],
  outside: readonly MapMark[],
  pointers: readonly MapPointer[],
  frame: { readonly width: number; readonly height: number },
  words: Words,
  covered: readonly LabelBox[] = [],
): readonly MapLabel[] => {
  const { width, height } = frame;
  const points = [
    ...marks
      .filter((mark) => isInside(mark, width, height))
      .slice(0, LABELS)
      .map((mark) => {
        const { name, note } = labelOf(mark, words);
        const r = mark.inferred === "some" ? mark.r + OUTLINE : mark.r;
        return wanted({ ...mark, r }, name, note, mark.kind === "ring" || mark.kind === "cluster", mark.faded);
      }),
    ...outside.flatMap((mark, at): readonly Wanted[] => {
      const { name, note } = labelOf(mark, words);
      const pointer = pointers[at];
      return pointer ? [wanted({ ...pointer, r: POINTER.r }, name, note, false, mark.faded)] : [];
    }),
  ];
  const discs = [
    ...marks.map((mark) => ({ x: mark.x, y: mark.y, r: mark.r + 1 })),
    ...pointers.map((pointer) => ({ x: pointer.x, y: pointer.y, r: POINTER.r })),
  ];
  const inner = { x0: EDGE, y0: EDGE, x1: width - EDGE, y1: height - EDGE };
  const placed = placeLabels(points, discs, inner, LABEL.gap, covered);
  return points.flatMap((point): readonly MapLabel[] => {
    const box = placed.get(point.id);
    if (!box) return [];
    const { id, name, note, strong, faded } = point;
    const x = box.anchor === "start" ? box.x0 : box.anchor === "end" ? box.x1 : (box.x0 + box.x1) / 2;
    return [{ id, name, note, strong, faded, x, y: box.y0 + LABEL.ascent, size: LABEL.size, anchor: box.anchor }];
  });
};
