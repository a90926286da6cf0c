import { PartnerBars } from "#charts/partners/PartnerBars.tsx";
import { describePartners } from "#charts/partners/partners.describe.ts";
import { layoutPartners } from "#charts/partners/partners.layout.ts";
import type { Definition } from "../definition.ts";

const NONE: ReadonlySet<string> = new Set();

export const partners: Definition<"partners"> = {
  ask: (store, filter) => store.partners(filter),
  mentions: () => [],
  behind: (answer) => ({ events: answer.flatMap((row) => row.events) }),
  describe: (answer, { words }) => ({ ...describePartners(answer, words), title: words.partners.caption }),
  draw: (answer, { words, theme, width, rows, text, pointing = {} }) => {
    const geometry = layoutPartners(answer.slice(0, rows), { width, theme, words, lit: NONE });
    return {
      element: <PartnerBars geometry={geometry} theme={theme} label={text.alt.short} pointing={pointing} />,
      width,
      height: geometry.height,
    };
  },
  rows: (answer) => answer.length,
  tells: false,
};
