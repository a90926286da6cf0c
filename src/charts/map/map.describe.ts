import type { PlaceAnswer, PlacesAnswer } from "#model/questions.ts";
import type { Words } from "#model/words/en/index.ts";
import { ALT_MEDIUM, ALT_SHORT, type FigureText, withinLimit } from "../kit/figure-text.ts";

const FOREMOST = 5;

const foremost = (places: readonly PlaceAnswer[]): readonly PlaceAnswer[] =>
  [...places].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));

/** The map in words. `filterTitle` is the filter as a phrase, empty where nothing is filtered. */
export const describeMap = (answer: PlacesAnswer, words: Words, filterTitle = ""): FigureText => {
  const { map } = words;
  const rows = foremost(answer.places);
  const counted = rows.filter((place) => place.count > 0);
  const names = (places: readonly PlaceAnswer[]): readonly string[] => places.map((place) => place.name);
  const inferred = rows.filter((place) => place.inferred > 0);
  const uncounted = rows.filter((place) => place.count === 0);
  const total = counted.reduce((sum, place) => sum + place.count, 0);
  const short = map.altShort(counted.length, total);
  const tail = [
    ...(inferred.length ? [map.altInferred(names(inferred))] : []),
    ...(uncounted.length ? [map.altUncounted(names(uncounted))] : []),
    ...(answer.unplaced ? [map.unplaced(answer.unplaced)] : []),
  ];
  const most = counted.length ? [map.altForemost(counted.slice(0, FOREMOST))] : [];
  return {
    title: filterTitle === "" ? map.title : `${map.title}: ${filterTitle}`,
    alt: {
      short: withinLimit([short], ALT_SHORT),
      medium: withinLimit([short, ...most, ...tail], ALT_MEDIUM),
      long: [
        short,
        ...rows.map((place) => `${map.place({ ...place, country: words.country(place.country) })}.`),
        ...(answer.unplaced ? [map.unplaced(answer.unplaced)] : []),
      ].join(" "),
    },
    table: {
      caption: filterTitle === "" ? map.caption : `${map.caption}: ${filterTitle}`,
      columns: map.columns,
      rows: rows.map((place) => ({
        id: place.id,
        kind: "place" as const,
        cells: [
          place.name,
          words.country(place.country),
          words.number(place.count),
          words.number(place.inferred),
          place.partners.map((partner) => map.partnerCell(partner.label, partner.count)).join(", "),
          words.number(place.announced),
          words.number(place.recalled),
        ],
      })),
    },
    howWeCount: map.howWeCount,
  };
};
