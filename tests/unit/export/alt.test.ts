import { strFromU8, unzipSync } from "fflate";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { LIGHT } from "#charts/kit/theme.ts";
import { infoOf, latexFigureOf, seenOf, wordFigureOf } from "#export/asked.ts";
import { toWord } from "#export/docx.ts";
import { latexEnvironment } from "#export/latex.ts";
import { pngNotes } from "#export/notes.ts";
import { writeData } from "#export/records/write.ts";
import { officeSvg, webSvg } from "#export/svg.ts";
import { composeFigure } from "#figures/compose.tsx";
import type { Asked } from "#figures/one.ts";
import { PRESETS } from "#figures/presets.ts";
import { askFigure } from "#figures/registry.ts";
import { NO_FILTER } from "#model/filter.ts";
import { en } from "#model/words/en/index.ts";
import { info, store } from "./info.ts";

const CREDIT = { publishers: [], retrieved: "2022-06-02", licence: "", release: "", address: "", shortAddress: "" };

it("says the same in words in every file of a figure", async () => {
  const opened = store();
  const view = { lanes: "partner", window: null, event: null } as const;
  const asked: Asked = await askFigure(opened, "timeline", { ...NO_FILTER, partner: ["NO"] }, view);
  const composed = composeFigure(asked, { size: PRESETS.web, theme: LIGHT, words: en, shapes: null, credit: CREDIT });
  const { text } = composed;
  const alt = text.alt.medium;
  expect(alt).toMatch(/^Norway: /u);

  const markup = renderToStaticMarkup(composed.element);
  for (const svg of [webSvg(markup, []), officeSvg(markup)]) expect(svg).toContain(`<desc>${alt}</desc>`);
  expect(pngNotes({ composed, credit: CREDIT, perMetre: 1, words: en }).texts).toMatchObject({ Description: alt });

  const about = info();
  const drawn = { svg: officeSvg(markup), png: new Uint8Array([1]), width: composed.width, height: composed.height };
  const word = unzipSync(await toWord(wordFigureOf(about, text, drawn)));
  expect(strFromU8(word["word/document.xml"] ?? new Uint8Array())).toContain(`descr="${alt}"`);
  const latex = latexFigureOf(about, text, { stem: "figure", pdf: new Uint8Array(), width: 16 });
  expect(latexEnvironment(latex)).toContain(`alt={${alt}}`);

  const edition = { words: en, record: about.record, release: about.release, retrieved: about.retrieved };
  const data = { seen: seenOf(asked), info: infoOf(asked, text, edition, { frozen: null, live: null }) };
  expect(JSON.parse(strFromU8(await writeData("json", opened, data))).alt).toEqual(text.alt);
});
