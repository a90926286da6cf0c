/** Scripts and styles of the embeds: one classic script a figure, since a sandboxed frame may not import modules. */
import { fileURLToPath } from "node:url";
import { minify } from "terser";
import { build, type Plugin } from "vite";
import { FIGURES, type FigureName } from "#figures/names.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const at = (path: string): string => `${ROOT}${path}`;

const MOVING: readonly FigureName[] = ["timeline", "map", "topics"];
/** Looking things up is for the page: a figure is asked with a filter. */
const SEARCH = /src\/store\/local\/search\.ts$/;
/** Words of the page that no figure says, and each figure's own, which no other one says (a test holds them to it). */
const UNSAID = /src\/model\/words\/en\/(?:page|faults|check|export|snippets)\.ts$/;

const OWN = new RegExp(`src/model/words/en/(${FIGURES.join("|")})\\.ts$`);

const ALIASES = [
  { find: /^react$|^react-dom$/, replacement: at("node_modules/preact/compat/dist/compat.mjs") },
  { find: /^react\/jsx-runtime$/, replacement: at("node_modules/preact/jsx-runtime/dist/jsxRuntime.mjs") },
  { find: /^nuqs\/server$/, replacement: at("src/embed/parsers.ts") },
];

const PLAIN_DATES = { find: /^edtf$/, replacement: at("src/embed/edtf.ts") };

const trimmed = (entry: string): Plugin => ({
  name: "only-what-an-embed-needs",
  enforce: "pre",
  resolveId: (source) => (/\/load-shapes\.ts$/.test(source) ? at("src/embed/shapes.ts") : null),
  load: (id) => {
    if (SEARCH.test(id)) return "export const search = () => ({ total: 0, groups: [] });";
    const own = OWN.exec(id)?.[1];
    return UNSAID.test(id) || (own !== undefined && !entry.includes(`/kinds/${own}.`)) ? "export {};" : null;
  },
});

export interface Bundle {
  readonly script: string;
  readonly style: string;
}

/** One entry of `src/embed/` as a script that runs from any page; the same bytes for the same sources. */
const bundle = async (entry: string, plainDates: boolean): Promise<Bundle> => {
  const built = await build({
    configFile: false,
    root: ROOT,
    publicDir: false,
    logLevel: "error",
    plugins: [trimmed(entry)],
    resolve: { alias: plainDates ? [...ALIASES, PLAIN_DATES] : ALIASES },
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      write: false,
      target: "es2022",
      modulePreload: false,
      cssCodeSplit: false,
      reportCompressedSize: false,
      rolldownOptions: { input: at(entry), output: { format: "iife", entryFileNames: "[name].js" } },
    },
  });
  const [first] = [built].flat();
  if (!first || !("output" in first)) throw new Error(`${entry} was not built`);
  const style = first.output.map((part) => (part.type === "asset" ? String(part.source) : "")).join("");
  const script = first.output.find((part) => part.type === "chunk" && part.isEntry);
  if (script?.type !== "chunk") throw new Error(`${entry} has no script`);
  // A second minifier over the first takes three hundredths more, of what a host's readers load for one picture.
  const { code } = await minify(script.code, { ecma: 2020, toplevel: true, compress: { passes: 3 } });
  if (code === undefined) throw new Error(`${entry} was not minified`);
  return { script: code, style };
};

export interface Bundles {
  readonly figures: Readonly<Record<FigureName, Bundle>>;
  /** Runs before the first paint. */
  readonly before: string;
  /** For host pages. */
  readonly host: string;
  /** The site's answer to its kept figures. */
  readonly since: string;
}

/** `plainDates`: whether the embeds' own small reader of dates will do for the record. */
export const bundleAll = async ({ plainDates }: { readonly plainDates: boolean }): Promise<Bundles> => {
  const figures: Partial<Record<FigureName, Bundle>> = {};
  for (const name of FIGURES)
    figures[name] = await bundle(`src/embed/kinds/${name}.${MOVING.includes(name) ? "tsx" : "ts"}`, plainDates);
  const { script: before } = await bundle("src/embed/before.ts", plainDates);
  const { script: host } = await bundle("src/embed/host.ts", plainDates);
  const { script: since } = await bundle("src/embed/since.ts", plainDates);
  return { figures: figures as Record<FigureName, Bundle>, before, host, since };
};
