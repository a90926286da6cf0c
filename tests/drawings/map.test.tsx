import { describe, it } from "vitest";
import { DARK, LIGHT } from "#charts/kit/theme.ts";
import { describeMap } from "#charts/map/map.describe.ts";
import { layoutMap, type MapOptions } from "#charts/map/map.layout.ts";
import { decodeShapes } from "#charts/map/shapes.ts";
import { WorldMap } from "#charts/map/WorldMap.tsx";
import type { PlacesAnswer } from "#model/questions.ts";
import { en } from "#model/words/en/index.ts";
import { crowd, partner, place, places, record } from "../fixtures/places.ts";
import { draw } from "./harness.tsx";

const shapes = decodeShapes();

const drawn = (state: string, answer: PlacesAnswer, more: Partial<MapOptions> & { land?: boolean } = {}) => {
  const { land = true, ...rest } = more;
  const options = {
    width: 640,
    height: 360,
    view: null,
    theme: LIGHT,
    words: en,
    lit: new Set<string>(),
    still: true,
    ...rest,
  };
  const geometry = layoutMap(answer, land ? shapes : null, options);
  return draw(
    "map",
    state,
    <WorldMap geometry={geometry} theme={options.theme} label={describeMap(answer, en).alt.short} />,
  );
};

const select = (id: string) => places(record.places.map((one) => ({ ...one, selected: one.id === id })));

describe("map", () => {
  it("record", () => drawn("record", record));
  it("dark", () => drawn("record-dark", record, { theme: DARK }));
  it("phone", () => drawn("phone", record, { width: 320, height: 260 }));
  it("wide", () => drawn("wide", record, { width: 1200, height: 480 }));
  it("none", () => drawn("none", places([]), { height: 300 }));
  it("one", () => drawn("one", places([place("lyon", { count: 3, partners: [partner("INTERPOL", 3)] })])));
  it("announced only", () => drawn("announced", places([place("newyork", { count: 0, announced: 2 })])));
  it("inferred", () =>
    drawn(
      "inferred",
      places([
        place("hanoi", { count: 2, inferred: 2, partners: [partner("KR", 2)] }),
        place("bangkok", { count: 3, inferred: 1, partners: [partner("ASEAN", 2), partner("LA", 1)] }),
        place("naypyidaw", { count: 0, recalled: 1 }),
      ]),
    ));
  it("near", () =>
    drawn(
      "near",
      places(
        ["Seoul", "Incheon", "Suwon", "Gwacheon", "Goyang"].map((name, at) =>
          place("seoul", {
            id: `near-${at}`,
            name,
            lon: 126.98 + at * 0.05,
            lat: 37.56 - at * 0.06,
            count: 5 - at,
            partners: [partner("KR", 5 - at)],
          }),
        ),
      ),
    ));
  it("long names", () =>
    drawn(
      "long-names",
      places([
        place("lyon", { name: "Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson" }),
        place("paris", { name: "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", count: 4 }),
        place("sochi", { name: "A very long name of a place by the sea that no map has room for", count: 2 }),
      ]),
    ));
  it("right edge", () => drawn("right-edge", record, { view: { k: 1, x: 140, y: 0 } }));
  it("selected", () => drawn("selected", select("lyon"), { lit: new Set(["s1"]) }));
  it("selected in the dark", () =>
    drawn("selected-dark", select("sochi"), { theme: DARK, lit: new Set(["event-seoul"]) }));
  it("land missing", () => drawn("land-missing", record, { land: false }));
  it("many", () => drawn("many", places(crowd(60, [-10, 35, 40, 60]))));
  it("antimeridian", () =>
    drawn(
      "antimeridian",
      places([
        place("suva", { partners: [partner("FJ", 1)] }),
        place("apia", { count: 2, partners: [partner("WS", 2)] }),
        place("auckland", { count: 4, partners: [partner("NZ", 4)] }),
      ]),
    ));
  it("antipodes", () => drawn("antipodes", places([place("madrid"), place("wellington", { count: 3 })])));
  it("pole", () => drawn("pole", places([place("tromso"), place("barrow"), place("alert")])));
  it("zoomed", () => drawn("zoomed", record, { view: { k: 3, x: -100, y: -180 } }));
});
