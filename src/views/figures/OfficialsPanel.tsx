import { type ReactNode, useCallback, useDeferredValue, useMemo, useState } from "react";
import { lazily } from "#charts/kit/figure-text.ts";
import { describeOfficials } from "#charts/officials/officials.describe.ts";
import type { Side } from "#data/schema.ts";
import type { Filter } from "#model/filter.ts";
import type { OfficialAnswer, OfficialSort, OfficialsAnswer, OfficialsQuestion } from "#model/questions.ts";
import { EmptyState } from "#ui/EmptyState.tsx";
import { Segmented } from "#ui/Segmented.tsx";
import { Select } from "#ui/Select.tsx";
import { TextField } from "#ui/TextField.tsx";
import { VirtualGrid } from "#ui/VirtualGrid.tsx";
import { Panel } from "../page/Panel.tsx";
import { useAddress } from "../state/address.tsx";
import { useDataset } from "../state/dataset.tsx";
import { OFFICIALS } from "../state/first.ts";
import { useLook } from "../state/look.tsx";
import { usePanelWidth } from "../state/measure.tsx";
import { usePages } from "../state/pages.ts";
import { useQuestion } from "../state/question.ts";
import { OfficialCard } from "./OfficialCard.tsx";
import "./officials.css";

type SideChoice = Side | "all";
const ALL = "~all";
/** Least width of a card with the gap beside it, px. */
const CARD = 292;
const GAP = 12;

/** Everyone who sat at a table, named or not; filtered here by side, body and text without touching the page's filter. */
export const OfficialsPanel = (): ReactNode => {
  const { filter } = useAddress();
  const { words } = useLook();
  const { page } = words;
  const { store } = useDataset();
  const width = usePanelWidth();
  const [sort, setSort] = useState<OfficialSort>(OFFICIALS.sort);
  const [side, setSide] = useState<SideChoice>("all");
  const [body, setBody] = useState(ALL);
  const [typed, setTyped] = useState("");
  const text = useDeferredValue(typed);
  const { data: facets } = useQuestion("facets", filter);
  const bodies = facets?.organization ?? [];
  const known = body === ALL || bodies.some((one) => one.id === body);
  const question = useMemo<Omit<OfficialsQuestion, "offset" | "limit">>(
    () => ({ sort, text, side: side === "all" ? null : side, organization: known && body !== ALL ? body : null }),
    [sort, text, side, body, known],
  );
  const ask = useCallback(
    (under: Filter, offset: number, limit: number): Promise<OfficialsAnswer> =>
      store.officials(under, { ...question, offset, limit }),
    [store, question],
  );
  const pages = usePages<OfficialAnswer, OfficialsAnswer>("officials", filter, [question], ask);
  const { head } = pages;
  const figure = useMemo(() => (head ? lazily(() => describeOfficials(head, words)) : null), [head, words]);
  const span = head?.span ?? null;
  return (
    <Panel
      title={page.officials}
      {...(head ? { hint: page.officialsHint(head.people, head.seats) } : {})}
      text={figure}
      figure="officials"
      officials={question}
      className="officials"
    >
      <div className="officials-tools">
        <TextField
          label={page.findOfficial}
          hideLabel
          search
          placeholder={page.findOfficial}
          value={typed}
          onValue={setTyped}
          clearLabel={page.clear}
        />
        <Segmented<SideChoice>
          label={page.side}
          hideLabel
          value={side}
          onValue={setSide}
          options={(["all", "home", "partner"] as const).map((id) => ({ id, label: page.sides[id] }))}
        />
        <Select
          label={page.body}
          value={known ? body : ALL}
          onValue={setBody}
          options={[{ id: ALL, label: page.allBodies }, ...bodies.map((one) => ({ id: one.id, label: one.label }))]}
        />
        <Select<OfficialSort>
          label={page.sortBy}
          value={sort}
          onValue={setSort}
          options={(["meetings", "name", "latest"] as const).map((id) => ({ id, label: page.sorts[id] }))}
        />
      </div>
      <div data-figure="officials">
        {head && head.total === 0 ? <EmptyState text={page.noOfficials} /> : null}
        <VirtualGrid
          label={page.officials}
          total={pages.total}
          columns={Math.max(1, Math.floor((width + GAP) / CARD))}
          rowHeight={150}
          height={520}
          onRange={pages.onRange}
          renderItem={(index) => {
            const official = pages.row(index);
            return official ? <OfficialCard official={official} span={span} /> : <span className="official" />;
          }}
        />
      </div>
    </Panel>
  );
};
