/** Mosaic's charts over DuckDB-Wasm: bars by month, rows of partners and of officials, all under one selection. */
import * as duckdb from "@duckdb/duckdb-wasm";
import { clauseList } from "@uwdata/mosaic-core";
import * as vg from "@uwdata/vgplot";
import * as arrow from "apache-arrow";
import type { EngagementEvent, LiaisonRecord } from "../../src/data/schema.ts";
import { daysOf } from "../floor/days.ts";
import { box, DAY, recordAt } from "./events.ts";

/** A plot, and who waits for its next drawing. */
interface Plot {
  render(): Promise<unknown>;
}

const TEXT = new arrow.Utf8();

/** A column of lists of ids. Ids are ASCII, a byte to a character. */
const listsOf = (rows: readonly (readonly string[])[]): arrow.Vector => {
  const ids = rows.flat();
  const rowOffsets = new Int32Array(rows.length + 1);
  rows.forEach((row, at) => {
    rowOffsets[at + 1] = (rowOffsets[at] as number) + row.length;
  });
  const textOffsets = new Int32Array(ids.length + 1);
  ids.forEach((id, at) => {
    textOffsets[at + 1] = (textOffsets[at] as number) + id.length;
  });
  const bytes = new TextEncoder().encode(ids.join(""));
  const child = arrow.makeData({
    type: TEXT,
    length: ids.length,
    nullCount: 0,
    valueOffsets: textOffsets,
    data: bytes,
  });
  const type = new arrow.List(new arrow.Field("item", TEXT, false));
  return arrow.makeVector(arrow.makeData({ type, length: rows.length, nullCount: 0, valueOffsets: rowOffsets, child }));
};

/** The columns that the charts ask for, as the table format that DuckDB takes in fastest. */
const tableOf = ({ events }: LiaisonRecord): Uint8Array => {
  const start = BigInt64Array.from(events, ({ date }) => BigInt((daysOf(date)?.[0] ?? 0) * DAY));
  // Bit by bit which events have a date, lowest bit first.
  const dated = new Uint8Array(Math.ceil(events.length / 8));
  events.forEach(({ date }, at) => {
    if (date !== null) dated[at >> 3] = (dated[at >> 3] as number) | (1 << (at & 7));
  });
  const type = new arrow.TimestampMillisecond();
  const people = (event: EngagementEvent): readonly string[] =>
    event.participants.flatMap(({ person }) => (person === null ? [] : [person]));
  const table = new arrow.Table({
    start: arrow.makeVector(
      arrow.makeData({ type, length: start.length, nullCount: -1, nullBitmap: dated, data: start }),
    ),
    partners: listsOf(events.map((event) => event.partners)),
    officials: listsOf(events.map(people)),
  });
  return arrow.tableToIPC(table, "stream");
};

const selection = vg.Selection.intersect();
const zoomed = vg.Selection.intersect();
const waiting = new Map<Plot, (() => void)[]>();
let connection: duckdb.AsyncDuckDBConnection | null = null;

const drawn = (): Promise<unknown> =>
  Promise.all([...waiting].map(([, waits]) => new Promise<void>((done) => waits.push(done))));

/** Notes each drawing of a plot. */
const follow = (plot: Plot): void => {
  const render = plot.render.bind(plot);
  const waits: (() => void)[] = [];
  waiting.set(plot, waits);
  plot.render = async () => {
    await render();
    for (const done of waits.splice(0)) done();
  };
};

const open = async (bytes: Uint8Array): Promise<void> => {
  const database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), new Worker("/duckdb/duckdb-browser-eh.worker.js"));
  await database.instantiate("/duckdb/duckdb-eh.wasm");
  connection = await database.connect();
  await connection.insertArrowFromIPCStream(bytes, { name: "events", create: true });
  await connection.query("CREATE VIEW with_partner AS SELECT *, unnest(partners) AS partner FROM events");
  await connection.query("CREATE VIEW with_official AS SELECT *, unnest(officials) AS official FROM events");
  vg.coordinator().databaseConnector(vg.wasmConnector({ duckdb: database, connection }));
};

window.probe.start({
  target: "#timeline svg",
  load: async (address) => {
    await open(tableOf(await recordAt(address)));
    const filterBy = selection;
    const figures = {
      timeline: vg.plot(
        vg.rectY(vg.from("events", { filterBy }), {
          x: vg.bin("start", { interval: "month" }),
          y: vg.count(),
          fill: "steelblue",
          inset: 0,
        }),
        vg.panZoomX({ x: zoomed }),
        vg.xDomain(vg.Fixed),
        vg.width(1200),
        vg.height(300),
      ),
      partners: vg.plot(
        vg.barX(vg.from("with_partner", { filterBy }), {
          y: "partner",
          x: vg.count(),
          sort: { y: "-x", limit: 25 },
          fill: "steelblue",
        }),
        vg.width(600),
        vg.height(360),
      ),
      officials: vg.plot(
        vg.barX(vg.from("with_official", { filterBy }), {
          y: "official",
          x: vg.count(),
          sort: { y: "-x", limit: 20 },
          fill: "steelblue",
        }),
        vg.width(600),
        vg.height(360),
      ),
    };
    for (const figure of Object.values(figures)) follow((figure as unknown as { value: Plot }).value);
    const first = drawn();
    for (const [id, figure] of Object.entries(figures)) box(id).append(figure);
    await first;
  },
  choose: async (partner) => {
    const next = drawn();
    selection.update(clauseList("partners", partner === null ? [] : [partner], { source: selection }));
    await next;
  },
  count: async () => {
    const where = String(selection.predicate() ?? "") || "true";
    const answer = await connection?.query(`SELECT count(*)::INT AS size FROM events WHERE ${where}`);
    return Number(answer?.get(0)?.size);
  },
});
