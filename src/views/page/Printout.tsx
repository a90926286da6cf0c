import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { EventDetail } from "#model/questions.ts";
import { usePrinting } from "#ui/useMedia.ts";
import { useAddress } from "../state/address.tsx";
import { useDataset } from "../state/dataset.tsx";
import { useLook } from "../state/look.tsx";

/** Events written out on paper at most; a longer record says how many are left. */
const AT_MOST = 200;
const REST_MS = 1_500;
/** Events asked for together: whatever a reader asks meanwhile waits for no more than these. */
const TOGETHER = 8;

const Entry = ({ detail }: { detail: EventDetail }): ReactNode => {
  const { words } = useLook();
  const { event } = detail;
  const when = event.date ? words.dates.eventDate(event.date, detail) : words.page.undated;
  const sources = [...new Set(detail.evidence.map((one) => one.source?.url ?? one.evidence.url).filter((url) => url))];
  const seats = detail.seats.map((seat) =>
    [seat.person?.name ?? words.page.unnamed, seat.role].filter(Boolean).join(", "),
  );
  return (
    <article className="printout-entry">
      <h3>{event.title}</h3>
      <p>
        {[when, detail.place?.name, words.labels.eventStatus[event.status]].filter(Boolean).join(" · ")}
        {detail.certainty === "stated" ? "" : ` · ${words.labels.certainty[detail.certainty]}`}
      </p>
      <p>{event.summary}</p>
      {seats.length ? <p>{seats.join("; ")}</p> : null}
      <p className="printout-sources">
        {words.page.sourcesTitle}: {sources.join(" ; ")}
      </p>
    </article>
  );
};

/** The filtered record written out with its sources: on paper only. */
export const Printout = (): ReactNode => {
  const { filter } = useAddress();
  const { words } = useLook();
  const { key, store, drop, whole } = useDataset();
  const printing = usePrinting();
  const { data } = useQuery({
    queryKey: [key, "printout", filter],
    // Not while rows are still being read: reading would wait for it.
    enabled: whole,
    queryFn: async ({ signal }) => {
      // Where questions wait in a queue, hundreds of rows must not stand before what the reader waits for.
      if (drop) await new Promise((resolve) => setTimeout(resolve, REST_MS));
      signal.throwIfAborted();
      const { total, rows } = await store.events(filter, { offset: 0, limit: AT_MOST });
      const details: EventDetail[] = [];
      for (let at = 0; at < rows.length; at += TOGETHER) {
        signal.throwIfAborted();
        const some = await Promise.all(rows.slice(at, at + TOGETHER).map((row) => store.event(row.id, filter)));
        for (const detail of some) if (detail) details.push(detail);
      }
      return { total, details };
    },
  });
  if (!printing || !data) return null;
  return (
    <section className="printout">
      <h2>{words.page.record}</h2>
      {data.details.map((detail) => (
        <Entry key={detail.event.id} detail={detail} />
      ))}
      {data.total > data.details.length ? <p>{words.page.notPrinted(data.total - data.details.length)}</p> : null}
      <p>{window.location.href}</p>
    </section>
  );
};
