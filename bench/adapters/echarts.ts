/** ECharts on a canvas: a scatter of time by type, its mode for many points; a choice is a smaller set of points. */
import { ScatterChart } from "echarts/charts";
import { DataZoomComponent, GridComponent, TooltipComponent } from "echarts/components";
import * as echarts from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { TYPES } from "../floor/columns.ts";
import { box, DAY, type Dated, datedEvents, recordAt } from "./events.ts";

echarts.use([ScatterChart, GridComponent, DataZoomComponent, TooltipComponent, CanvasRenderer]);

const chart = echarts.init(box("timeline", "width: 1240px; height: 700px"), null, { renderer: "canvas" });
let events: readonly Dated[] = [];
let shown = 0;

const finished = (): Promise<void> =>
  new Promise((done) => {
    const once = (): void => {
      chart.off("finished", once);
      done();
    };
    chart.on("finished", once);
  });

const points = (wanted: readonly Dated[]): Float64Array => {
  const values = new Float64Array(wanted.length * 2);
  wanted.forEach(({ event, first }, at) => {
    values[2 * at] = first * DAY;
    // Spread over the height of its lane, the same each time.
    const spread = ((first * 2_654_435_761 + at * 40_503) >>> 0) / 2 ** 32;
    values[2 * at + 1] = TYPES.indexOf(event.type as (typeof TYPES)[number]) + 0.1 + 0.8 * spread;
  });
  shown = wanted.length;
  return values;
};

window.probe.start({
  target: "#timeline",
  load: async (address) => {
    events = datedEvents(await recordAt(address));
    const drawn = finished();
    chart.setOption({
      animation: false,
      grid: { left: 50, right: 20, top: 20, bottom: 70 },
      tooltip: {},
      xAxis: { type: "time" },
      yAxis: { type: "value", min: 0, max: TYPES.length },
      dataZoom: [{ type: "inside" }, { type: "slider" }],
      series: [
        {
          id: "events",
          type: "scatter",
          symbolSize: 4,
          large: true,
          largeThreshold: 2_000,
          dimensions: ["time", "lane"],
          data: points(events),
          itemStyle: { opacity: 0.5 },
        },
      ],
    });
    await drawn;
  },
  choose: async (partner) => {
    const drawn = finished();
    const wanted = partner === null ? events : events.filter(({ event }) => event.partners.includes(partner));
    chart.setOption({ series: [{ id: "events", data: points(wanted) }] });
    await drawn;
  },
  count: () => shown,
});
