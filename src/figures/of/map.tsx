import { describeMap } from "#charts/map/map.describe.ts";
import { layoutMap } from "#charts/map/map.layout.ts";
import { WorldMap } from "#charts/map/WorldMap.tsx";
import type { Definition } from "../definition.ts";

const NONE: ReadonlySet<string> = new Set();
/** Height for a width, where none is asked for. */
const SHAPE = 0.56;
const LOWEST = 230;

export const map: Definition<"map"> = {
  ask: (store, filter) => store.places(filter),
  mentions: () => [],
  behind: () => ({ events: "matching" }),
  describe: (answer, { words }) => describeMap(answer, words),
  draw: (answer, { words, theme, width, height, shapes, text }) => {
    const high = Math.max(LOWEST, Math.round(height ?? width * SHAPE));
    const geometry = layoutMap(answer, shapes, {
      ...{ width, words, theme },
      height: high,
      view: null,
      lit: NONE,
      still: true,
    });
    return { element: <WorldMap geometry={geometry} theme={theme} label={text.alt.short} />, width, height: high };
  },
  rows: () => 0,
  tells: false,
};
