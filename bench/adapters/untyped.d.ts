/** What the adapters use of libraries that say nothing of their types. */
declare module "*.css";

declare module "@knight-lab/timelinejs" {
  export class Timeline {
    constructor(element: HTMLElement, data: { events: unknown[] }, options: Readonly<Record<string, unknown>>);
    readonly config: { readonly events: readonly unknown[] };
    on(event: "loaded", listener: () => void): void;
    zoomIn(): void;
    zoomOut(): void;
  }
}

declare module "dc" {
  interface Chart<Self> {
    width(px: number): Self;
    height(px: number): Self;
    dimension(dimension: unknown): Self;
    group(group: unknown): Self;
    transitionDuration(ms: number): Self;
    filter(value: string | null): Self;
  }
  export interface BarChart extends Chart<BarChart> {
    x(scale: unknown): BarChart;
    xUnits(units: unknown): BarChart;
    elasticY(on: boolean): BarChart;
    brushOn(on: boolean): BarChart;
    mouseZoomable(on: boolean): BarChart;
  }
  export interface RowChart extends Chart<RowChart> {
    cap(most: number): RowChart;
    othersGrouper(on: false): RowChart;
    elasticX(on: boolean): RowChart;
  }
  export const config: { defaultColors(colours: readonly string[]): void };
  export const barChart: (selector: string) => BarChart;
  export const rowChart: (selector: string) => RowChart;
  export const renderAll: () => void;
  export const redrawAll: () => void;
}
