import { Officials } from "#charts/officials/Officials.tsx";
import { describeOfficials } from "#charts/officials/officials.describe.ts";
import { layoutOfficials } from "#charts/officials/officials.layout.ts";
import type { Definition } from "../definition.ts";

/** Asked for at most: the table of a figure names no more. */
const MOST = 500;

const ALL = { sort: "meetings", text: "", side: null, organization: null } as const;

export const officials: Definition<"officials"> = {
  ask: (store, filter, { officials: own }) => store.officials(filter, { ...ALL, ...own, offset: 0, limit: MOST }),
  mentions: () => [],
  behind: () => ({ events: "matching" }),
  describe: (answer, { words }) => describeOfficials(answer, words),
  draw: (answer, { words, theme, width, rows, text, pointing = {} }) => {
    const layout = layoutOfficials({ ...answer, rows: answer.rows.slice(0, rows) }, { width, words });
    return {
      element: <Officials layout={layout} theme={theme} label={text.alt.short} pointing={pointing} />,
      width,
      height: layout.height,
    };
  },
  rows: (answer) => answer.rows.length,
  tells: true,
};
