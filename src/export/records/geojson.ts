import type { Feature, FeatureCollection, Point } from "geojson";
import type { EventDetail } from "#model/questions.ts";
import type { ExportInfo } from "../info.ts";
import { eventShape } from "./shapes.ts";
import { type DataRow, tableOf } from "./table.ts";

const LEFT_OUT = new Set(["latitude", "longitude"]);

const propertiesOf = (row: DataRow): DataRow =>
  Object.fromEntries(Object.entries(row).filter(([key]) => !LEFT_OUT.has(key)));

/**
 * Events as GeoJSON (RFC 7946): WGS 84, longitude first, one feature an event with its columns as properties. An event
 * without a place keeps its row with a null geometry (§3.2). Several events of one city share its point.
 */
export const toGeoJson = (
  events: readonly EventDetail[],
  info: Pick<ExportInfo, "words" | "retrieved">,
): FeatureCollection<Point | null, DataRow> => {
  const { rows } = tableOf(eventShape({ ...info, names: {} }), events);
  const features = events.map(
    ({ event, place }, at): Feature<Point | null, DataRow> => ({
      type: "Feature",
      id: event.id,
      geometry: place ? { type: "Point", coordinates: [place.lon, place.lat] } : null,
      properties: propertiesOf(rows[at] ?? {}),
    }),
  );
  return { type: "FeatureCollection", features };
};
