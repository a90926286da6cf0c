import type { GeoPermissibleObjects } from "d3";

/** What the map is drawn on, in degrees. */
export interface Shapes {
  readonly land: GeoPermissibleObjects;
  /** Borders between countries, coasts left out. */
  readonly borders: GeoPermissibleObjects;
}
