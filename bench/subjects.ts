/** Who is measured. */
import { existsSync } from "node:fs";
import { join } from "node:path";

export type Kind = "json" | "columnar";

export interface Subject {
  readonly name: string;
  readonly label: string;
  /** File of a page to bundle, or null for the built dashboard. */
  readonly entry: string | null;
  readonly role: "ours" | "floor" | "peer";
  /** Which file it reads. */
  readonly kind: Kind;
  /** What its `count()` counts. */
  readonly counts: "meetings" | "events" | "dated";
  /** Packages whose versions the result names. */
  readonly packages: readonly string[];
}

const floor = { entry: "floor/page.ts", role: "floor", counts: "events", packages: [] } as const;
const ours = { entry: null, role: "ours", counts: "meetings", packages: [] } as const;
const peer = { role: "peer", kind: "json" } as const;

export const SUBJECTS: readonly Subject[] = [
  { name: "ours", label: "**Liaison**, JSON", kind: "json", ...ours },
  { name: "ours-columnar", label: "**Liaison**, columnar file", kind: "columnar", ...ours },
  { name: "floor", label: "floor: columns, canvas, three views; JSON", kind: "json", ...floor },
  {
    name: "floor-columnar",
    label: "floor: the same; columnar file",
    kind: "columnar",
    ...floor,
    entry: "floor/columnar-page.ts",
  },
  {
    name: "mosaic",
    label: "Mosaic over DuckDB-Wasm",
    entry: "adapters/mosaic.ts",
    counts: "events",
    packages: ["@uwdata/vgplot", "@uwdata/mosaic-core", "@duckdb/duckdb-wasm"],
    ...peer,
  },
  {
    name: "dc",
    label: "crossfilter2 with dc",
    entry: "adapters/dc.ts",
    counts: "events",
    packages: ["crossfilter2", "dc"],
    ...peer,
  },
  {
    name: "echarts",
    label: "ECharts, large scatter",
    entry: "adapters/echarts.ts",
    counts: "dated",
    packages: ["echarts"],
    ...peer,
  },
  {
    name: "vis",
    label: "vis-timeline",
    entry: "adapters/vis.ts",
    counts: "dated",
    packages: ["vis-timeline", "vis-data"],
    ...peer,
  },
  {
    name: "timelinejs",
    label: "TimelineJS3",
    entry: "adapters/timelinejs.ts",
    counts: "dated",
    packages: ["@knight-lab/timelinejs"],
    ...peer,
  },
];

/** Ending of the columnar file that stands beside `events-N.json`. */
const COLUMNAR = "arrow.zip";

/** Path of the file a subject reads, relative to the data folder. */
export const fileFor = (kind: Kind, size: number): string => `events-${size}.${kind === "json" ? "json" : COLUMNAR}`;

export const hasFile = (folder: string, kind: Kind, size: number): boolean =>
  existsSync(join(folder, fileFor(kind, size)));
