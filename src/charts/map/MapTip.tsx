import type { Words } from "#model/words/en/index.ts";
import type { Theme } from "../kit/theme.ts";
import type { MapMark } from "./marks.ts";

interface Props {
  readonly mark: MapMark;
  readonly width: number;
  readonly height: number;
  readonly theme: Theme;
  readonly words: Words;
}

const SHOWN = 6;
/** Px from the mark: under it or over it, so that its label stays readable. */
const APART = 10;
const ASIDE = 20;
const WIDEST = 260;

/** What a mark says, beside it. The same is in the mark's label, so a screen reader is not told twice. */
export const MapTip = ({ mark, width, height, theme, words }: Props) => {
  const [left, top] = [mark.x > width * 0.6, mark.y > height * 0.55];
  const [place] = mark.places;
  const several = mark.places.length > 1;
  const lines = several
    ? mark.places.slice(0, SHOWN).map((one) => ({ id: one.id, text: words.map.partnerCell(one.name, one.count) }))
    : place
      ? words.map.tip({ ...place, country: words.country(place.country) }).map((text) => ({ id: text, text }))
      : [];
  const more = (several ? mark.places.length : (place?.partners.length ?? 0)) - SHOWN;
  return (
    <div
      aria-hidden
      className="map-tip"
      style={{
        [left ? "right" : "left"]: Math.max(0, left ? width - mark.x - ASIDE : mark.x - ASIDE),
        maxWidth: Math.min(WIDEST, left ? mark.x + ASIDE : width - mark.x + ASIDE),
        [top ? "bottom" : "top"]: top ? height - mark.y + mark.r + APART : mark.y + mark.r + APART,
      }}
    >
      <strong>{several ? words.map.cluster(mark.places.length) : place?.name}</strong>
      {several || !place ? null : <span className="map-tip-country">{words.country(place.country)}</span>}
      {lines.map((line) => (
        <span key={line.id}>{line.text}</span>
      ))}
      {several
        ? null
        : place?.partners.slice(0, SHOWN).map((partner) => (
            <span key={partner.id} className="map-tip-partner">
              <svg width={10} height={10} aria-hidden="true">
                <circle cx={5} cy={5} r={5} fill={theme.partner(partner.id)} />
              </svg>
              {words.map.partnerCell(partner.label, partner.count)}
            </span>
          ))}
      {more > 0 ? <span>{words.map.more(more)}</span> : null}
    </div>
  );
};
