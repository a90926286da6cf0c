import { Agreements } from "#charts/agreements/Agreements.tsx";
import { describeAgreements } from "#charts/agreements/agreements.describe.ts";
import { layoutAgreements } from "#charts/agreements/agreements.layout.ts";
import type { Definition } from "../definition.ts";

export const agreements: Definition<"agreements"> = {
  ask: (store, filter) => store.agreements(filter),
  mentions: () => [],
  behind: ({ rows }) => ({ rows: [...rows, ...rows.flatMap((row) => row.mentions)] }),
  describe: (answer, { words }) => describeAgreements(answer, words),
  draw: (answer, { words, theme, width, rows, text, pointing = {} }) => {
    const layout = layoutAgreements(answer, { width, words, rowLimit: rows });
    return {
      element: <Agreements layout={layout} theme={theme} label={text.alt.short} pointing={pointing} />,
      width,
      height: layout.height,
    };
  },
  rows: (answer) => answer.total,
  tells: true,
};
