/** Every figure of the published record as files have it: at every size, light and dark. */
import { renderToStaticMarkup } from "react-dom/server";
import { DARK, LIGHT } from "#charts/kit/theme.ts";
import { loadShapes } from "#charts/map/load-shapes.ts";
import { parseRecord } from "#data/load.ts";
import { webSvg } from "#export/svg.ts";
import { composeFigure } from "#figures/compose.tsx";
import { FIGURES } from "#figures/names.ts";
import type { Asked } from "#figures/one.ts";
import { PRESET_NAMES, PRESETS } from "#figures/presets.ts";
import { askFigure } from "#figures/registry.ts";
import { NO_FILTER } from "#model/filter.ts";
import { en } from "#model/words/en/index.ts";
import { createLocalStore } from "#store/local/store.ts";
import published from "../../public/data/engagements.json" with { type: "json" };

export interface Shown {
  readonly figure: string;
  readonly state: string;
  readonly svg: string;
}

/** One figure after the other, so that the page fills while it is drawn. */
export async function* drawPresets(): AsyncGenerator<Shown> {
  const { record } = parseRecord(published);
  if (!record) throw new Error("the published record cannot be opened");
  const store = createLocalStore(record);
  const shapes = await loadShapes();
  const credit = {
    publishers: record.sources.map((source) => source.publisher),
    retrieved: record.meta.release,
    licence: record.meta.license,
    release: `${record.meta.release.replaceAll("-", "")}-00000000`,
    address: "https://example.org/liaison/",
    shortAddress: "example.org/liaison",
  };
  for (const figure of FIGURES) {
    const asked: Asked = await askFigure(store, figure, NO_FILTER, { lanes: "partner", window: null, event: null });
    for (const preset of PRESET_NAMES)
      for (const theme of [LIGHT, DARK]) {
        const composed = composeFigure(asked, { size: PRESETS[preset], theme, words: en, shapes, credit });
        const state = theme === DARK ? `${preset}-dark` : preset;
        yield { figure: `${figure} in reports`, state, svg: webSvg(renderToStaticMarkup(composed.element), []) };
      }
  }
}
