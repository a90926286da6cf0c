import type { JSX } from "react";
import { ChipMark } from "../kit/Chip.tsx";
import { Figure } from "../kit/Figure.tsx";
import { Press } from "../kit/Press.tsx";
import { ProseText } from "../kit/Prose.tsx";
import type { Pointing } from "../kit/pressable.ts";
import type { Prose } from "../kit/prose.ts";
import type { Theme } from "../kit/theme.ts";
import type { Edge, GroupMark, SeatCard } from "./bands.ts";
import type { EventLayout, Sheet } from "./event.layout.ts";
import { WOOD } from "./wood.ts";

interface Props {
  readonly layout: EventLayout;
  readonly theme: Theme;
  readonly label: string;
  readonly pointing?: Pointing;
}

const sideColour = (partner: string | null, theme: Theme): string =>
  partner === null ? theme.home : theme.partner(partner);

function Card({ card, theme, pointing }: { card: SeatCard; theme: Theme; pointing: Pointing }): JSX.Element {
  const colour = sideColour(card.partner, theme);
  const sure = card.named && card.certainty === "stated";
  const { box, chair } = card;
  const lit = card.officialId !== null && pointing.lit?.has(card.officialId);
  const inside = (
    <>
      <rect
        x={chair.x + 0.5}
        y={chair.y + 0.5}
        width={chair.width - 1}
        height={chair.height - 1}
        rx={2}
        fill={sure ? colour : "none"}
        stroke={colour}
        strokeDasharray={sure ? undefined : "3 2"}
      />
      <rect
        x={box.x + 0.5}
        y={box.y + 0.5}
        width={box.width - 1}
        height={box.height - 1}
        rx={6}
        fill={card.named ? theme.panel : "none"}
        stroke={lit ? theme.accent : card.head ? colour : sure ? theme.hairline : theme.quiet}
        strokeWidth={lit ? 2 : 1}
        strokeDasharray={sure ? undefined : "4 3"}
      />
      {card.prose.map((text) => (
        <ProseText key={text.box.y} of={text} theme={theme} />
      ))}
    </>
  );
  return card.officialId === null ? (
    <g>{inside}</g>
  ) : (
    <Press kind="official" id={card.officialId} label={card.label} box={box} pointing={pointing}>
      {inside}
    </Press>
  );
}

const said = (prose: Prose): string => prose.lines.map((line) => line.text).join(" ");

function Group({ group, theme, pointing }: { group: GroupMark; theme: Theme; pointing: Pointing }): JSX.Element {
  const colour = sideColour(group.partner, theme);
  const inside = (
    <>
      <path d={`M${group.rule.x1} ${group.rule.y}H${group.rule.x2}`} stroke={colour} strokeWidth={1.5} fill="none" />
      <ProseText of={group.label} theme={theme} />
    </>
  );
  return group.partner === null ? (
    <g>{inside}</g>
  ) : (
    <Press kind="partner" id={group.partner} label={said(group.label)} box={group.label.box} pointing={pointing}>
      {inside}
    </Press>
  );
}

function Seats({ edge, theme, pointing }: { edge: Edge; theme: Theme; pointing: Pointing }): JSX.Element {
  return (
    <g>
      {edge.groups.map((group) => (
        <Group key={group.id} group={group} theme={theme} pointing={pointing} />
      ))}
      {edge.cards.map((card) => (
        <Card key={card.key} card={card} theme={theme} pointing={pointing} />
      ))}
    </g>
  );
}

const FOLD = 11;

function Paper({ sheet, theme, pointing }: { sheet: Sheet; theme: Theme; pointing: Pointing }): JSX.Element {
  const { x, y, width, height } = sheet.box;
  const right = x + width;
  return (
    <Press kind="agreement" id={sheet.id} label={said(sheet.title)} box={sheet.box} pointing={pointing}>
      <path
        d={`M${x} ${y}H${right - FOLD}L${right} ${y + FOLD}V${y + height}H${x}Z`}
        fill={theme.panel}
        stroke={WOOD[theme.name].edge}
      />
      <path
        d={`M${right - FOLD} ${y}V${y + FOLD}H${right}`}
        fill={WOOD[theme.name].fill}
        stroke={WOOD[theme.name].edge}
      />
      <ChipMark of={sheet.chip} theme={theme} />
      <ProseText of={sheet.title} theme={theme} />
    </Press>
  );
}

/** One event drawn as the table they sat at. */
export function EventTable({ layout, theme, label, pointing = {} }: Props): JSX.Element {
  const wood = WOOD[theme.name];
  const { x, y, width, height } = layout.table;
  const grain = Array.from({ length: Math.max(0, Math.floor((height - 10) / 9)) }, (_, at) => y + 9 + at * 9);
  return (
    <Figure
      name="event"
      width={layout.width}
      height={layout.height}
      theme={theme}
      label={label}
      interactive={pointing.onPress !== undefined}
    >
      <g data-event={layout.id}>
        {layout.heading.map((text) => (
          <ProseText key={text.box.y} of={text} theme={theme} />
        ))}
        {layout.flags.map((flag) => (
          <ChipMark key={`${flag.box.x} ${flag.box.y}`} of={flag} theme={theme} />
        ))}
        <Seats edge={layout.above} theme={theme} pointing={pointing} />
        <rect
          x={x + 0.5}
          y={y + 0.5}
          width={width - 1}
          height={height - 1}
          rx={7}
          fill={wood.fill}
          stroke={wood.edge}
          strokeDasharray={layout.status === "held" ? undefined : "5 4"}
        />
        <path d={grain.map((at) => `M${x + 8} ${at}H${x + width - 8}`).join("")} stroke={wood.grain} fill="none" />
        {pointing.onPress ? (
          <Press kind="event" id={layout.id} label={label} box={layout.table} pointing={pointing} />
        ) : null}
        {layout.papers.map((sheet) => (
          <Paper key={sheet.id} sheet={sheet} theme={theme} pointing={pointing} />
        ))}
        {layout.onTable.map((text) => (
          <ProseText key={text.box.y} of={text} theme={theme} fill={wood.ink} />
        ))}
        <Seats edge={layout.below} theme={theme} pointing={pointing} />
      </g>
      {layout.parts.map((part) => (
        <Press key={part.id} kind="event" id={part.id} label={said(part.text)} box={part.text.box} pointing={pointing}>
          <ProseText of={part.text} theme={theme} />
        </Press>
      ))}
      {layout.notes.map((text) => (
        <ProseText key={text.box.y} of={text} theme={theme} />
      ))}
    </Figure>
  );
}
