import type { JSX } from "react";
import { inkOn } from "../kit/contrast.ts";
import { Figure } from "../kit/Figure.tsx";
import { Press } from "../kit/Press.tsx";
import { ProseText } from "../kit/Prose.tsx";
import type { Pointing } from "../kit/pressable.ts";
import type { Theme } from "../kit/theme.ts";
import type { OfficialCard, OfficialsLayout } from "./officials.layout.ts";
import { STRIP_DOT } from "./people.ts";

interface Props {
  readonly layout: OfficialsLayout;
  readonly theme: Theme;
  readonly label: string;
  readonly pointing?: Pointing;
}

function Card({ card, theme, pointing }: { card: OfficialCard; theme: Theme; pointing: Pointing }): JSX.Element {
  const { box, disc, strip } = card;
  const colour = card.partner === null ? theme.home : theme.partner(card.partner);
  const chosen = card.selected || pointing.lit?.has(card.id);
  const middle = strip.box.y + strip.box.height / 2;
  return (
    <Press kind="official" id={card.id} label={card.label} box={box} pointing={pointing}>
      <rect
        x={box.x + 0.5}
        y={box.y + 0.5}
        width={box.width - 1}
        height={box.height - 1}
        rx={7}
        fill={card.named ? theme.panel : "none"}
        stroke={chosen ? theme.accent : card.named ? theme.hairline : theme.quiet}
        strokeWidth={chosen ? 2 : 1}
        strokeDasharray={card.named ? undefined : "4 3"}
      />
      <circle
        cx={disc.x}
        cy={disc.y}
        r={disc.r - 0.5}
        fill={card.named ? colour : "none"}
        stroke={colour}
        strokeDasharray={card.named ? undefined : "3 2"}
      />
      <text
        x={disc.x}
        y={disc.y + 5}
        textAnchor="middle"
        fontFamily={theme.serif}
        fontSize={14}
        fontWeight={600}
        fill={card.named ? inkOn(colour) : theme.quiet}
      >
        {disc.monogram}
      </text>
      {[...card.texts, ...card.tally].map((text) => (
        <ProseText key={text.box.y} of={text} theme={theme} />
      ))}
      <path d={`M${box.x + 14} ${card.rule}H${box.x + box.width - 14}`} stroke={theme.hairline} fill="none" />
      <path
        d={`M${strip.box.x} ${middle}H${strip.box.x + strip.box.width}M${strip.box.x} ${middle - 4}v8M${strip.box.x + strip.box.width} ${middle - 4}v8`}
        stroke={theme.quiet}
        strokeOpacity={0.5}
        fill="none"
      />
      {strip.marks.map((mark) => (
        <rect
          key={`${mark.x} ${mark.width}`}
          x={strip.box.x + mark.x}
          y={middle - STRIP_DOT / 2}
          width={mark.width}
          height={STRIP_DOT}
          rx={STRIP_DOT / 2}
          fill={mark.width > STRIP_DOT ? theme.panel : colour}
          stroke={mark.width > STRIP_DOT ? colour : theme.panel}
          strokeWidth={mark.width > STRIP_DOT ? 1.3 : 0.8}
        />
      ))}
    </Press>
  );
}

/** Officials as cards, for a report. */
export function Officials({ layout, theme, label, pointing = {} }: Props): JSX.Element {
  return (
    <Figure
      name="officials"
      width={layout.width}
      height={layout.height}
      theme={theme}
      label={label}
      interactive={pointing.onPress !== undefined}
    >
      {layout.heading.map((text) => (
        <ProseText key={text.box.y} of={text} theme={theme} />
      ))}
      {layout.cards.map((card) => (
        <Card key={card.id} card={card} theme={theme} pointing={pointing} />
      ))}
      {layout.notes.map((text) => (
        <ProseText key={text.box.y} of={text} theme={theme} />
      ))}
    </Figure>
  );
}
