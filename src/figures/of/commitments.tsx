import { Commitments } from "#charts/commitments/Commitments.tsx";
import { describeCommitments } from "#charts/commitments/commitments.describe.ts";
import { layoutCommitments } from "#charts/commitments/commitments.layout.ts";
import type { Definition } from "../definition.ts";

export const commitments: Definition<"commitments"> = {
  ask: (store, filter) => store.commitments(filter),
  mentions: () => [],
  behind: ({ groups }) => ({ rows: groups.flatMap((group) => group.rows) }),
  describe: (answer, { words }) => describeCommitments(answer, words),
  draw: (answer, { words, theme, width, rows, text, pointing = {} }) => {
    const layout = layoutCommitments(answer, { width, words, rowLimit: rows });
    return {
      element: <Commitments layout={layout} theme={theme} label={text.alt.short} pointing={pointing} />,
      width,
      height: layout.height,
    };
  },
  rows: (answer) => answer.total,
  tells: true,
};
