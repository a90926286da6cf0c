import type { JSX } from "react";
import { ChipMark } from "./Chip.tsx";
import { Figure } from "./Figure.tsx";
import type { LedgerLayout, LedgerRow } from "./ledger.ts";
import { Press } from "./Press.tsx";
import { ProseText } from "./Prose.tsx";
import { type Pointing, pressable } from "./pressable.ts";
import type { RecordKind } from "./record-kind.ts";
import type { Theme } from "./theme.ts";

interface Props {
  readonly name: string;
  /** What a row stands for. */
  readonly kind: RecordKind;
  readonly layout: LedgerLayout;
  readonly theme: Theme;
  readonly label: string;
  readonly pointing?: Pointing;
}

interface RowProps {
  readonly row: LedgerRow;
  readonly kind: RecordKind;
  readonly theme: Theme;
  readonly pointing: Pointing;
}

function Row({ row, kind, theme, pointing }: RowProps): JSX.Element {
  const { box } = row;
  const lit = pointing.lit?.has(row.id);
  const drawn = (
    <>
      <rect
        x={box.x}
        y={box.y}
        width={box.width}
        height={box.height}
        fill={lit ? theme.accent : theme.panel}
        fillOpacity={lit ? 0.12 : 0}
      />
      <path d={`M${box.x} ${box.y + 0.5}H${box.x + box.width}`} stroke={theme.hairline} fill="none" />
      <ChipMark of={row.chip} theme={theme} />
      {row.flags.map((flag) => (
        <ChipMark key={`${flag.box.x} ${flag.box.y}`} of={flag} theme={theme} />
      ))}
      {row.lines.map(({ text, elbow, target }) => (
        <g key={text.box.y} {...(target && !pointing.onPress ? pressable(target.kind, target.id, "") : {})}>
          {elbow ? (
            <path
              d={`M${elbow.x} ${elbow.y - 7}V${elbow.y}H${elbow.x + 8}m-3 -3l3 3l-3 3`}
              stroke={theme.quiet}
              strokeWidth={1.2}
              fill="none"
            />
          ) : null}
          <ProseText of={text} theme={theme} />
        </g>
      ))}
      <ProseText of={row.when} theme={theme} />
    </>
  );
  return (
    <>
      <Press {...{ kind, pointing, box }} id={row.id} label={row.label}>
        {drawn}
      </Press>
      {row.lines.map(({ text, target }) =>
        target && pointing.onPress ? (
          <Press
            key={text.box.y}
            {...target}
            label={text.lines.map((line) => line.text).join(" ")}
            box={text.box}
            pointing={pointing}
          />
        ) : null,
      )}
    </>
  );
}

/** A ledger: rows under headings, with threads in the margin. */
export function Ledger({ name, kind, layout, theme, label, pointing = {} }: Props): JSX.Element {
  return (
    <Figure
      name={name}
      width={layout.width}
      height={layout.height}
      theme={theme}
      label={label}
      interactive={pointing.onPress !== undefined}
    >
      {layout.groups.map((group) => (
        <g key={group.id}>
          <ProseText of={group.heading} theme={theme} />
          <ProseText of={group.count} theme={theme} />
        </g>
      ))}
      {layout.rows.map((row) => (
        <Row key={row.id} row={row} kind={kind} theme={theme} pointing={pointing} />
      ))}
      {layout.threads.map(({ from, to, x, y1, y2, end }) => (
        <g key={`${from} ${to}`} fill="none" stroke={theme.accent} strokeWidth={1.3}>
          <path d={`M${end} ${y1}H${x}V${y2}H${end}m-4 -3l4 3l-4 3`} />
          <circle cx={end - 1} cy={y1} r={2} fill={theme.accent} stroke="none" />
        </g>
      ))}
      {layout.notes.map((text) => (
        <ProseText key={text.box.y} of={text} theme={theme} />
      ))}
    </Figure>
  );
}
