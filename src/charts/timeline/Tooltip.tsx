import type { CSSProperties, JSX } from "react";
import type { Theme } from "#charts/kit/theme.ts";
import type { Words } from "#model/words/en/index.ts";
import type { Hit } from "./hit.ts";

interface Props {
  readonly hit: Hit;
  readonly theme: Theme;
  readonly words: Words;
  /** Of the figure it must stay within, px. */
  readonly width: number;
  readonly height: number;
  readonly partnerName: (id: string) => string;
  readonly placeName: (id: string) => string | null;
  readonly onEnter: () => void;
  readonly onLeave: () => void;
}

const WIDTH = 280;
const ABOVE_FROM = 120;

/** Above what it tells of, or below where there is no room above; never past the figure's sides. */
export const tooltipPlace = (hit: { x: number; y: number }, width: number, height: number) => {
  const wide = Math.min(WIDTH, width - 16);
  const left = Math.max(8, Math.min(width - wide - 8, hit.x - wide / 2));
  return hit.y > ABOVE_FROM
    ? { left, width: wide, bottom: height - hit.y + 14 }
    : { left, width: wide, top: hit.y + 16 };
};

const Line = ({ text, colour }: { text: string | null; colour: string }): JSX.Element | null =>
  text === null ? null : <div style={{ color: colour }}>{text}</div>;

/** Says what a mark is. The same words are the mark's name for a screen reader, so this is hidden from one. */
export function Tooltip(props: Props): JSX.Element {
  const { hit, theme, words, width, height, partnerName, placeName, onEnter, onLeave } = props;
  const { left, width: wide, ...vertical } = tooltipPlace(hit, width, height);
  const style: CSSProperties = {
    position: "absolute",
    zIndex: 2,
    left,
    maxWidth: wide,
    ...vertical,
    boxSizing: "border-box",
    padding: "8px 11px",
    borderRadius: 6,
    border: `1px solid ${theme.hairline}`,
    background: theme.panel,
    color: theme.ink,
    boxShadow: "0 4px 18px rgb(0 0 0 / 14%)",
    font: `400 12.5px/1.45 ${theme.sans}`,
    overflowWrap: "anywhere",
  };
  const events = { onPointerEnter: onEnter, onPointerLeave: onLeave };
  if (hit.kind === "density")
    return (
      <div style={style} aria-hidden="true" data-part="tooltip" {...events}>
        {words.timeline.densityTip(hit.events, hit.start, hit.end)}
      </div>
    );
  const { mark } = hit;
  const place = mark.place === null ? null : placeName(mark.place);
  return (
    <div style={style} aria-hidden="true" data-part="tooltip" {...events}>
      <div style={{ fontWeight: 600, textWrap: "balance" }}>{mark.title}</div>
      <Line text={words.timeline.when(mark)} colour={theme.ink} />
      <Line text={words.timeline.where(mark, place)} colour={theme.quiet} />
      <Line text={[words.timeline.kind(mark), ...mark.partners.map(partnerName)].join(" · ")} colour={theme.quiet} />
      {mark.papers.map((paper) => (
        <Line key={paper.id} text={`◆ ${paper.title}`} colour={theme.quiet} />
      ))}
    </div>
  );
}
