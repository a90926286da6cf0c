import type { GeoJSON } from "geojson";

/** What the map is drawn on, in degrees. */
export interface Shapes {
  readonly land: GeoJSON;
  /** Borders between countries, coasts left out. */
  readonly borders: GeoJSON;
}

/** All the detail there is, or what can be seen from far. */
export type Detail = "all" | "far";
