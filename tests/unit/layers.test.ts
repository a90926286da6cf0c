import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** Who may import whom, as the architecture says it; the linter's own list is not read. */
const LAYERS = ["lib", "data", "model", "store", "charts", "figures", "ui", "export", "views", "app", "embed"] as const;
type Layer = (typeof LAYERS)[number];
interface Rule {
  readonly file: string;
  readonly may: readonly Layer[];
  readonly never: readonly string[];
}
const REACT = ["react", "react-dom/server", "@tanstack/react-query", "nuqs/adapters/react", "@ariakit/react"];
const RULES: readonly Rule[] = [
  { file: "src/lib/planted.ts", may: ["lib"], never: [...REACT, "d3"] },
  { file: "src/data/planted.ts", may: ["data", "lib"], never: [...REACT, "d3"] },
  { file: "src/model/planted.ts", may: ["model", "lib", "data"], never: REACT },
  { file: "src/store/local/planted.ts", may: ["store", "lib", "data", "model"], never: [...REACT, "nuqs"] },
  { file: "src/charts/x/planted.tsx", may: ["charts", "lib", "model"], never: ["@tanstack/react-query", "nuqs"] },
  { file: "src/charts/x/planted.layout.ts", may: ["charts", "lib", "model"], never: REACT },
  { file: "src/charts/x/planted.describe.ts", may: ["charts", "lib", "model"], never: REACT },
  {
    file: "src/figures/planted.tsx",
    may: ["figures", "charts", "lib", "model"],
    never: ["react-dom", "react-dom/server", "@tanstack/react-query", "nuqs", "d3"],
  },
  { file: "src/ui/planted.tsx", may: ["ui", "lib"], never: ["@tanstack/react-query", "nuqs", "d3"] },
  { file: "src/export/planted.ts", may: ["export", "lib", "model", "charts", "figures"], never: [...REACT, "d3"] },
  {
    file: "src/views/planted.tsx",
    may: ["views", "lib", "data", "model", "store", "charts", "figures", "ui", "export"],
    never: ["d3"],
  },
  { file: "src/app/planted.tsx", may: LAYERS.filter((layer) => layer !== "embed"), never: ["d3"] },
  { file: "src/embed/planted.tsx", may: LAYERS.filter((layer) => layer !== "app"), never: ["d3"] },
];

/** One forbidden import a line, in each way it can be written. */
const forbidden = ({ file, may, never }: Rule): string[] => {
  const up = "../".repeat(dirname(file).split("/").length - 1);
  const layers = LAYERS.filter((layer) => !may.includes(layer)).flatMap((layer) => [
    `#${layer}/a.ts`,
    `${up}${layer}/a.ts`,
  ]);
  return [...layers, ...never].flatMap((path, at) => [
    `import { a${at} } from "${path}";`,
    `import type { B${at} } from "${path}";`,
  ]);
};
const allowed = ({ may }: Rule): string[] =>
  may
    .filter((layer) => layer !== "ui" && layer !== "lib")
    .map((layer, at) => `import type { A${at} } from "#${layer}/a.ts";`);

let folder = "";
let findings: { readonly rule: string; readonly file: string; readonly line: number }[] = [];

const plant = (file: string, lines: readonly string[]): void => {
  mkdirSync(join(folder, dirname(file)), { recursive: true });
  writeFileSync(join(folder, file), `${lines.join("\n")}\n`);
};

const lint = (): typeof findings => {
  const { stdout } = spawnSync(
    resolve("node_modules/.bin/biome"),
    ["lint", "--vcs-enabled=false", "--reporter=json", "--max-diagnostics=none", "--diagnostic-level=error", "src"],
    { cwd: folder, encoding: "utf8", maxBuffer: 1 << 28 },
  );
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { category: string; location: { path: string; start: { line: number } } }[];
  };
  return diagnostics.map(({ category, location }) => ({
    rule: category.split("/").at(-1) ?? "",
    file: location.path.replaceAll("\\", "/"),
    line: location.start.line,
  }));
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "liaison-layers-"));
  copyFileSync("biome.json", join(folder, "biome.json"));
  copyFileSync("package.json", join(folder, "package.json"));
  for (const rule of RULES) {
    plant(rule.file, forbidden(rule));
    plant(rule.file.replace("planted", "welcome"), allowed(rule));
  }
  plant("src/lib/one.ts", ['import type { Two } from "./two.ts";', "export type One = Two | 1;"]);
  plant("src/lib/two.ts", ['import type { One } from "#lib/one.ts";', "export type Two = One | 2;"]);
  findings = lint();
}, 30_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the linter holds the layers", () => {
  for (const rule of RULES) {
    it(`refuses alias, relative path and type import in ${rule.file}`, () => {
      const refused = new Set(
        findings
          .filter(({ file, rule: name }) => file.endsWith(rule.file) && name === "noRestrictedImports")
          .map(({ line }) => line),
      );
      const lines = forbidden(rule);
      expect(lines.length).toBeGreaterThan(4);
      expect(lines.filter((_, at) => !refused.has(at + 1))).toEqual([]);
    });
    it(`lets ${rule.file} import what is below it`, () => {
      const welcome = rule.file.replace("planted", "welcome");
      expect(
        findings.filter(({ file, rule: name }) => file.endsWith(welcome) && name === "noRestrictedImports"),
      ).toEqual([]);
    });
  }
  it("refuses a cycle of types through an alias", () => {
    const cycles = findings.filter(({ rule }) => rule === "noImportCycles").map(({ file }) => file.split("/").at(-1));
    expect(cycles.sort()).toEqual(["one.ts", "two.ts"]);
  });
});

/** Imports of one chart folder from another, which no pattern of the linter can tell from its own. */
const acrossCharts = (file: string, text: string): string[] => {
  const own = file.split("/")[2] ?? "";
  const paths = [...text.matchAll(/from "([^"]+)"/g)].map(([, path = ""]) => path);
  const charts = paths.map((path) => /^(?:#charts|(?:\.\.\/)+(?:charts\/)?)\/?([\w-]+)\//.exec(path)?.[1]);
  return paths.filter((_, at) => charts[at] !== undefined && charts[at] !== own && charts[at] !== "kit");
};

describe("a chart folder", () => {
  it("imports no other chart folder, only kit", () => {
    const files = readdirSync("src/charts", { recursive: true }).map((file) => `src/charts/${String(file)}`);
    const sources = files.filter((file) => /\.tsx?$/.test(file));
    expect(sources.length).toBeGreaterThan(3);
    expect(
      sources.flatMap((file) => acrossCharts(file, readFileSync(file, "utf8")).map((path) => `${file}: ${path}`)),
    ).toEqual([]);
  });
  it("is caught where it does", () => {
    const planted = ["#charts/map/a.ts", "../map/a.ts", "../../charts/map/a.ts"];
    const fine = ["#charts/kit/a.ts", "../kit/a.ts", "./a.ts", "#charts/event/a.ts", "#model/map/a.ts"];
    const text = [...planted, ...fine].map((path) => `import { a } from "${path}";`).join("\n");
    expect(acrossCharts("src/charts/event/a.ts", text)).toEqual(planted);
  });
});
