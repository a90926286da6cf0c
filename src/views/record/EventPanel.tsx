import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect } from "react";
import { EventTable } from "#charts/event/EventTable.tsx";
import { describeEvent } from "#charts/event/event.describe.ts";
import { layoutEvent } from "#charts/event/event.layout.ts";
import { Button } from "#ui/Button.tsx";
import { Notice } from "#ui/Notice.tsx";
import { Sheet } from "#ui/Sheet.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import { FigureTools } from "../report/FigureTools.tsx";
import { useAddress } from "../state/address.tsx";
import { useDataset } from "../state/dataset.tsx";
import { useLightUp } from "../state/lit.tsx";
import { useLook } from "../state/look.tsx";
import { useWidth } from "../state/measure.ts";
import { EventDetails } from "./EventDetails.tsx";
import { Flags } from "./Flags.tsx";

interface EventPanelProps {
  readonly id: string;
  /** True where it covers the page as a sheet instead of standing beside it. */
  readonly sheet: boolean;
}

/** One event: the table they sat at, what came of it, and where it is printed. */
const EventPanel = ({ id, sheet }: EventPanelProps): ReactNode => {
  const { filter, setView } = useAddress();
  const { words, theme } = useLook();
  const { page } = words;
  const light = useLightUp();
  const [ref, width] = useWidth();
  const { key, store } = useDataset();
  const { data: detail, isPlaceholderData } = useQuery({
    queryKey: [key, "event", filter, id],
    queryFn: () => store.event(id, filter),
    placeholderData: keepPreviousData,
  });
  const close = (): void => setView({ event: null });
  const step =
    (to: { readonly id: string } | null): (() => void) =>
    () =>
      to && setView({ event: to.id });

  useEffect(() => {
    light([id]);
    return () => light(null);
  }, [id, light]);

  const shown = detail && detail.event.id === id ? detail : null;
  const when = shown?.event.date;
  return (
    <Sheet open modal={sheet} onClose={close} title={shown?.event.title ?? page.eventPanel} closeLabel={page.close}>
      <div className="event" ref={ref} data-event={id} aria-busy={isPlaceholderData}>
        {detail === null && !isPlaceholderData ? (
          <Notice tone="warn" title={page.unknownEvent(id)} actions={<Button onClick={close}>{page.toList}</Button>} />
        ) : null}
        {shown === null && detail !== null ? <Skeleton lines={8} /> : null}
        {shown ? (
          <>
            <p className="event-when">
              {when ? words.dates[shown.counted ? "meetingDate" : "date"](when) : page.undated}
              {shown.place ? (
                <>
                  {" · "}
                  {shown.place.name}, {words.country(shown.place.country)}
                </>
              ) : null}{" "}
              <Flags event={{ ...shown, status: shown.event.status }} />
            </p>
            {width ? (
              <EventTable
                layout={layoutEvent(shown, { width: Math.max(240, width), words, heading: "none" })}
                theme={theme}
                label={describeEvent(shown, words).alt.medium}
              />
            ) : null}
            <div className="event-tools">
              <FigureTools figure="event" event={id} />
            </div>
            <EventDetails detail={shown} />
          </>
        ) : null}
        <nav className="event-steps" aria-label={page.eventPanel}>
          <Button
            aria-disabled={!shown?.previous}
            onClick={step(shown?.previous ?? null)}
            title={shown?.previous?.title}
          >
            ← {page.previous}
          </Button>
          <Button onClick={close}>{page.toList}</Button>
          <Button aria-disabled={!shown?.next} onClick={step(shown?.next ?? null)} title={shown?.next?.title}>
            {page.next} →
          </Button>
        </nav>
      </div>
    </Sheet>
  );
};

// The default export that React.lazy asks for.
export default EventPanel;
