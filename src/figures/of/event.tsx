import { EventTable } from "#charts/event/EventTable.tsx";
import { describeEvent } from "#charts/event/event.describe.ts";
import { layoutEvent } from "#charts/event/event.layout.ts";
import { Figure } from "#charts/kit/Figure.tsx";
import type { FigureText } from "#charts/kit/figure-text.ts";
import type { Filter } from "#model/filter.ts";
import type { EventStore } from "#model/questions.ts";
import type { AllWords } from "#model/words/en/index.ts";
import type { Definition } from "../definition.ts";

/** Events looked through for the latest meeting. */
const LOOKED_AT = 200;

/** The latest meeting that matches, else the latest event. */
const latest = async (store: EventStore, filter: Filter): Promise<string | null> => {
  const { total } = await store.events(filter, { offset: 0, limit: 0 });
  const { rows } = await store.events(filter, { offset: Math.max(0, total - LOOKED_AT), limit: LOOKED_AT });
  return (rows.findLast((row) => row.counted && row.start !== null) ?? rows.at(-1))?.id ?? null;
};

const nothing = (words: AllWords): FigureText => {
  const said = words.figures.noEvent;
  return {
    title: said,
    alt: { short: said, medium: said, long: said },
    table: { caption: said, columns: Object.values(words.event.columns), rows: [] },
    howWeCount: words.event.howWeCount,
  };
};

const EMPTY = 80;

export const event: Definition<"event"> = {
  ask: async (store, filter, view) => {
    const id = view.event ?? (await latest(store, filter));
    return id === null ? null : store.event(id, filter);
  },
  mentions: () => [],
  behind: (answer) => ({
    rows: answer
      ? [
          answer,
          ...answer.agreements.flatMap((row) => [row, ...row.mentions]),
          ...answer.commitments,
          ...answer.statistics,
        ]
      : [],
  }),
  describe: (answer, { words }) => (answer ? describeEvent(answer, words) : nothing(words)),
  draw: (answer, { words, theme, width, text, pointing = {} }) => {
    const label = text.alt.short;
    if (!answer)
      return {
        element: (
          <Figure name="event" width={width} height={EMPTY} theme={theme} label={label}>
            <text x={width / 2} y={EMPTY / 2 + 4} textAnchor="middle" fontSize={13} fill={theme.quiet}>
              {label}
            </text>
          </Figure>
        ),
        width,
        height: EMPTY,
      };
    const layout = layoutEvent(answer, { width, words, heading: "when" });
    const element = <EventTable layout={layout} theme={theme} label={label} pointing={pointing} />;
    return { element, width, height: layout.height };
  },
  rows: () => 0,
  tells: false,
};
