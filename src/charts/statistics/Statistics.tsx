import type { JSX } from "react";
import { Figure } from "../kit/Figure.tsx";
import { Press } from "../kit/Press.tsx";
import { ProseText } from "../kit/Prose.tsx";
import type { Pointing } from "../kit/pressable.ts";
import { type Box, bottom } from "../kit/prose.ts";
import type { Theme } from "../kit/theme.ts";
import type { StatBlockLayout, StatisticsLayout, StatMark } from "./statistics.layout.ts";

interface Props {
  readonly layout: StatisticsLayout;
  readonly theme: Theme;
  readonly label: string;
  readonly pointing?: Pointing;
}

/** What a figure covers, to be pressed. */
const reach = ({ bar, texts }: StatMark): Box => {
  const boxes = [...texts.map((text) => text.box), ...(bar ? [bar] : [])];
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map(bottom)) - y,
  };
};

function Mark({ mark, theme, pointing }: { mark: StatMark; theme: Theme; pointing: Pointing }): JSX.Element {
  const { bar } = mark;
  const sure = mark.certainty === "stated";
  const box = reach(mark);
  const drawn = (
    <>
      {pointing.lit?.has(mark.id) ? (
        <rect
          x={box.x - 3}
          y={box.y - 1}
          width={box.width + 6}
          height={box.height + 2}
          rx={3}
          fill={theme.accent}
          fillOpacity={0.12}
        />
      ) : null}
      {bar && bar.width > 0 ? (
        <rect
          x={bar.x}
          y={bar.y}
          width={bar.width}
          height={bar.height}
          rx={Math.min(2, bar.width / 2)}
          fill={sure ? theme.accent : theme.panel}
          fillOpacity={sure ? 0.86 : undefined}
          stroke={sure ? undefined : theme.accent}
          strokeDasharray={sure ? undefined : "4 3"}
        />
      ) : null}
      {mark.texts.map((text) => (
        <ProseText key={`${text.x} ${text.box.y}`} of={text} theme={theme} />
      ))}
    </>
  );
  return (
    <Press kind="statistic" id={mark.id} label={mark.label} box={box} pointing={pointing}>
      {drawn}
    </Press>
  );
}

function Block({ block, theme, pointing }: { block: StatBlockLayout; theme: Theme; pointing: Pointing }): JSX.Element {
  return (
    <g>
      {block.heading.map((text) => (
        <ProseText key={text.box.y} of={text} theme={theme} />
      ))}
      {block.grid.map((line) => (
        <g key={line.x}>
          <path d={`M${line.x} ${line.y1}V${line.y2}`} stroke={line.zero ? theme.quiet : theme.hairline} fill="none" />
          <ProseText of={line.label} theme={theme} />
        </g>
      ))}
      {block.marks.map((mark) => (
        <Mark key={mark.id} mark={mark} theme={theme} pointing={pointing} />
      ))}
    </g>
  );
}

/** Reported figures, never added up. */
export function Statistics({ layout, theme, label, pointing = {} }: Props): JSX.Element {
  return (
    <Figure
      name="statistics"
      width={layout.width}
      height={layout.height}
      theme={theme}
      label={label}
      interactive={pointing.onPress !== undefined}
    >
      {layout.blocks.map((block) => (
        <Block key={block.id} block={block} theme={theme} pointing={pointing} />
      ))}
      {layout.notes.map((text) => (
        <ProseText key={text.box.y} of={text} theme={theme} />
      ))}
    </Figure>
  );
}
