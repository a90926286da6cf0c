/** What the figure command is asked, read from its arguments and checked against what there is. */
import { parseArgs } from "node:util";
import { parseWindow } from "#charts/timeline/window-text.ts";
import { DATA_FORMATS } from "#export/records/write.ts";
import { FIGURES, type FigureName, isFigure } from "#figures/names.ts";
import { isPreset, PRESET_NAMES, type PresetName } from "#figures/presets.ts";
import { type Filter, LIST_KEYS } from "#model/filter.ts";
import { type DayWindow, LANES } from "#model/questions.ts";
import { asLanes, asTheme, readAddress, THEMES, toFilter, unknownChoices } from "#model/url.ts";
import { noFigure, noWindow, unknown } from "#model/words/en/command.ts";
import { DRAWN_FORMATS } from "./files.ts";

export const FORMATS = [...DRAWN_FORMATS, ...DATA_FORMATS, "metadata.json", "docx", "tex", "html", "alt.txt"] as const;
export type Format = (typeof FORMATS)[number];
const SCALES = ["1", "2", "4"];
const LANGUAGES = ["en"];

const OPTIONS = {
  ...Object.fromEntries(LIST_KEYS.map((key) => [key, { type: "string", multiple: true }] as const)),
  from: { type: "string" },
  to: { type: "string" },
  q: { type: "string" },
  event: { type: "string" },
  window: { type: "string" },
  lanes: { type: "string", default: "partner" },
  theme: { type: "string", default: "light" },
  lang: { type: "string", default: "en" },
  data: { type: "string" },
  format: { type: "string", multiple: true },
  out: { type: "string", default: "." },
  preset: { type: "string", default: "a4-full" },
  scale: { type: "string", default: "2" },
  site: { type: "string" },
  plain: { type: "boolean", default: false },
  transparent: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

export const HELP = `Usage: npm run figures -- FIGURE… [options]

Draws figures for a report, without a browser. FIGURE is one or more of
  ${FIGURES.join(", ")}, all

What is shown: the keys of the page's address, lists with commas
  --partner KR,RU  --topic ID  --type KIND  --official ID  --place ID  --certainty stated,inferred,disputed
  --from 2019  --to 2019-07  --q WORDS
  --lanes ${LANES.join("|")}  --window 2018-04..2019-12   of the timeline
  --event ID                                  of the event; else the latest meeting that matches

How it is drawn
  --preset ${PRESET_NAMES.join("|")}   for what it goes into (a4-full)
  --theme light|dark                          (light)
  --scale ${SCALES.join("|")}                             px of a PNG for each px of the figure (2)
  --plain                                     without title and footer
  --transparent                               without a ground

Files
  --format LIST    ${FORMATS.join(", ")} (svg)
  --out FOLDER     where they are written, made if it is not there (.)
  --data FILE      the record (public/data/engagements.json)
  --site ADDRESS   where the page stands, for the links of the footer
  --help           this text

Exit code 0 when every file was written, 1 when one could not be drawn, 2 when called wrongly.
`;

export interface Asking {
  readonly figures: readonly FigureName[];
  readonly filter: Filter;
  readonly view: {
    readonly lanes: (typeof LANES)[number];
    readonly window: DayWindow | null;
    readonly event: string | null;
  };
  readonly preset: PresetName;
  readonly dark: boolean;
  readonly scale: number;
  readonly plain: boolean;
  readonly transparent: boolean;
  readonly formats: readonly Format[];
  readonly out: string;
  readonly data: string | null;
  /** Address of the site's folder with a slash at its end; null where it is not known. */
  readonly site: string | null;
}

/** A call that cannot be understood, in a sentence. */
export class Misuse extends Error {}

const oneOf = (key: string, value: string, known: readonly string[]): void => {
  if (!known.includes(value)) throw new Misuse(unknown(key, value, known));
};

const listed = (values: readonly string[] | undefined): readonly string[] =>
  (values ?? []).flatMap((value) => value.split(",")).filter((value) => value !== "");

const isFormat = (name: string): name is Format => (FORMATS as readonly string[]).includes(name);

/** Reads the arguments; null asks for help. Throws a Misuse. */
export const readArguments = (args: readonly string[]): Asking | null => {
  let parsed: ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>>;
  try {
    parsed = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new Misuse(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = parsed;
  if (values.help) return null;
  const names = listed(positionals).flatMap((name) => (name === "all" ? FIGURES : [name]));
  if (!names.length) throw new Misuse(noFigure);
  for (const name of names) oneOf("figure", name, [...FIGURES, "all"]);
  const formats = values.format ? listed(values.format) : ["svg"];
  for (const format of formats) oneOf("format", format, FORMATS);
  oneOf("preset", values.preset, PRESET_NAMES);
  oneOf("scale", values.scale, SCALES);

  const given = values as Readonly<Record<string, unknown>>;
  const search = new URLSearchParams();
  for (const key of LIST_KEYS) {
    const list = listed(given[key] as string[] | undefined);
    if (list.length) search.set(key, list.join(","));
  }
  for (const key of ["from", "to", "q"] as const) if (values[key] !== undefined) search.set(key, values[key]);
  const { raw } = readAddress(`?${search}`);
  const { lanes, theme, lang } = values;
  const [wrong] = unknownChoices({ lanes, theme, lang }, raw, LANGUAGES);
  if (wrong) {
    const known = { lanes: LANES, theme: THEMES, lang: LANGUAGES, certainty: ["stated", "inferred", "disputed"] };
    throw new Misuse(unknown(wrong.key, wrong.value, known[wrong.key as keyof typeof known]));
  }
  const window = values.window === undefined ? null : parseWindow(values.window);
  if (values.window !== undefined && window === null) throw new Misuse(noWindow(values.window));
  const site = values.site;
  if (site !== undefined && !/^https?:\/\/[^?#\s]+$/.test(site)) throw new Misuse(`--site: “${site}” is no address.`);
  return {
    figures: [...new Set(names.filter(isFigure))],
    filter: toFilter(raw),
    view: { lanes: asLanes(lanes), window, event: values.event ?? null },
    preset: isPreset(values.preset) ? values.preset : "a4-full",
    dark: asTheme(theme) === "dark",
    scale: Number(values.scale),
    plain: values.plain,
    transparent: values.transparent,
    formats: [...new Set(formats.filter(isFormat))],
    out: values.out,
    data: values.data ?? null,
    site: site === undefined ? null : site.endsWith("/") ? site : `${site}/`,
  };
};
