import { type ReactNode, useMemo, useRef, useState } from "react";
import { lazily } from "#charts/kit/figure-text.ts";
import { useLitAs } from "#charts/kit/lit.ts";
import type { Pointing } from "#charts/kit/pressable.ts";
import { useRoving } from "#charts/kit/roving.ts";
import { PartnerBars } from "#charts/partners/PartnerBars.tsx";
import { describePartners } from "#charts/partners/partners.describe.ts";
import { layoutPartners } from "#charts/partners/partners.layout.ts";
import type { PartnerAnswer } from "#model/questions.ts";
import { Button } from "#ui/Button.tsx";
import { EmptyState } from "#ui/EmptyState.tsx";
import { Panel } from "../page/Panel.tsx";
import { useAddress } from "../state/address.tsx";
import { useDataset } from "../state/dataset.tsx";
import { useLightUp, useLit } from "../state/lit.tsx";
import { useLook } from "../state/look.tsx";
import { usePanelWidth } from "../state/measure.tsx";
import { useQuestion } from "../state/question.ts";
import "./partners.css";

/** Bars shown before the reader asks for more, and how many more come then. */
const FIRST = 12;
const MORE = 40;

const NONE: readonly PartnerAnswer[] = [];
/** The panel says itself which partners are lit, so that only its rows draw again. */
const UNLIT: ReadonlySet<string> = new Set();

/** Meetings with each partner. A bar is a clause of the filter, and the other partners' bars stay. */
export const PartnersPanel = (): ReactNode => {
  const { filter, toggle } = useAddress();
  const { words, theme } = useLook();
  const { sources } = useDataset();
  const { data } = useQuestion("partners", filter);
  const light = useLightUp();
  const [limit, setLimit] = useState(FIRST);
  const width = usePanelWidth();
  const figure = useRef<HTMLDivElement>(null);
  const roving = useRoving(figure);
  const rows = useMemo(() => data?.filter((row, at) => at < limit || row.selected) ?? NONE, [data, limit]);
  const text = useMemo(() => (data ? lazily(() => describePartners(data, words)) : null), [data, words]);
  const geometry = useMemo(
    () => layoutPartners(rows, { width, theme, words, lit: UNLIT }),
    [rows, width, theme, words],
  );
  const litIds = useLitAs(useLit(), (now) =>
    now.size === 0
      ? ""
      : rows
          .filter((row) => row.events.some((event) => now.has(event)))
          .map((row) => row.id)
          .join(" "),
  );
  const pointing = useMemo<Pointing>(
    () => ({
      lit: new Set(litIds.split(" ")),
      onPress: (_, id) => toggle("partner", id),
      onPoint: (_, id) => light(rows.find((row) => row.id === id)?.events ?? null),
      isHeld: (_, id) => filter.partner.includes(id),
    }),
    [litIds, rows, filter.partner, toggle, light],
  );
  const empty = data?.every((row) => row.count === 0) ?? false;
  const left = (data?.length ?? 0) - rows.length;
  return (
    <Panel
      title={words.partners.title}
      hint={words.partners.hint(sources.length)}
      text={text}
      figure="partners"
      className="partners"
    >
      <div ref={figure} {...roving} data-figure={empty ? "partners" : undefined}>
        {empty ? <EmptyState text={words.page.emptyBody} /> : null}
        {data && !empty ? (
          <PartnerBars geometry={geometry} theme={theme} label={words.partners.barsLabel} pointing={pointing} />
        ) : null}
      </div>
      {left > 0 && !empty ? (
        <Button variant="link" onClick={() => setLimit(limit + MORE)}>
          {words.page.moreOf(left)}
        </Button>
      ) : null}
    </Panel>
  );
};
