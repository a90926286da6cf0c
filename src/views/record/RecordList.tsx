import { type ReactNode, useCallback } from "react";
import { type Filter, NO_FILTER } from "#model/filter.ts";
import type { EventRow, EventsAnswer } from "#model/questions.ts";
import { Button } from "#ui/Button.tsx";
import { EmptyState } from "#ui/EmptyState.tsx";
import { Unbroken } from "#ui/Unbroken.tsx";
import { VirtualGrid } from "#ui/VirtualGrid.tsx";
import { Panel } from "../page/Panel.tsx";
import { useAddress } from "../state/address.tsx";
import { useDataset } from "../state/dataset.tsx";
import { useIsLit, useLights } from "../state/lit.tsx";
import { useLook } from "../state/look.tsx";
import { usePages } from "../state/pages.ts";
import { Flags } from "./Flags.tsx";

const Row = ({ row }: { row: EventRow }): ReactNode => {
  const { setView } = useAddress();
  const { words, theme } = useLook();
  const lit = useIsLit([row.id]);
  const lights = useLights([row.id]);
  const when = row.edtf === null ? words.page.undated : words.dates.eventDate(row.edtf, row);
  return (
    <button
      type="button"
      className="record-row"
      data-event={row.id}
      data-lit={lit || undefined}
      data-status={row.status}
      onClick={() => setView({ event: row.id })}
      {...lights}
    >
      <span className="record-when">
        {when}
        {row.placeName ? ` · ${row.placeName}` : ""}
      </span>
      <span className="record-title">
        {row.partners.map((partner) => (
          <span key={partner.id} className="ui-dot" style={{ background: theme.partner(partner.id) }} />
        ))}
        <Unbroken>{row.title}</Unbroken>
      </span>
      <span className="record-flags">
        <Flags event={row} />
      </span>
    </button>
  );
};

/** Every event that matches, in order of time, a page at a time. It scrolls by itself, so that what follows stays near. */
export const RecordList = ({ wide }: { wide: boolean }): ReactNode => {
  const { filter, setFilter } = useAddress();
  const { words } = useLook();
  const { store } = useDataset();
  const ask = useCallback(
    (under: Filter, offset: number, limit: number): Promise<EventsAnswer> => store.events(under, { offset, limit }),
    [store],
  );
  const pages = usePages<EventRow, EventsAnswer>("events", filter, [], ask);
  return (
    <Panel title={words.page.record} hint={words.page.recordHint(pages.total)} text={null} className="record">
      {pages.head && pages.total === 0 ? (
        <EmptyState
          text={words.page.emptyBody}
          action={<Button onClick={() => setFilter(NO_FILTER)}>{words.page.reset}</Button>}
        />
      ) : (
        <VirtualGrid
          label={words.page.record}
          total={pages.total}
          columns={1}
          rowHeight={76}
          gap={0}
          height={wide ? "calc(100vh - var(--below-bar) - 4.75rem)" : "min(70vh, 40rem)"}
          onRange={pages.onRange}
          renderItem={(index) => {
            const row = pages.row(index);
            return row ? <Row row={row} /> : null;
          }}
        />
      )}
    </Panel>
  );
};
