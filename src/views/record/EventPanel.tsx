import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useMemo, useRef } from "react";
import { EventTable } from "#charts/event/EventTable.tsx";
import { describeEvent } from "#charts/event/event.describe.ts";
import { layoutEvent } from "#charts/event/event.layout.ts";
import { lazily } from "#charts/kit/figure-text.ts";
import type { Pointing } from "#charts/kit/pressable.ts";
import type { RecordKind } from "#charts/kit/record-kind.ts";
import { useRoving } from "#charts/kit/roving.ts";
import type { Filter } from "#model/filter.ts";
import { Button } from "#ui/Button.tsx";
import { Notice } from "#ui/Notice.tsx";
import { Sheet } from "#ui/Sheet.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import { useFigureWords } from "../page/use-figure-words.tsx";
import { FigureTools } from "../report/FigureTools.tsx";
import { useAddress } from "../state/address.tsx";
import { useDataset } from "../state/dataset.tsx";
import { useLit } from "../state/lit.tsx";
import { useLook } from "../state/look.tsx";
import { useWidth } from "../state/measure.tsx";
import { EventDetails } from "./EventDetails.tsx";
import { Flags } from "./Flags.tsx";

/** What of the drawn table is a clause of the filter. */
const isClause = (kind: RecordKind): kind is "official" | "partner" => kind === "official" || kind === "partner";

interface EventPanelProps {
  readonly id: string;
  /** True where it covers the page as a sheet instead of standing beside it. */
  readonly sheet: boolean;
}

/** One event: the table they sat at, what came of it, and where it is printed. */
export const EventPanel = ({ id, sheet }: EventPanelProps): ReactNode => {
  const { filter, toggle, setView } = useAddress();
  const { words, theme } = useLook();
  const { page } = words;
  const lit = useLit();
  const [ref, width] = useWidth();
  const { key, store } = useDataset();
  const client = useQueryClient();
  const asking = (under: Filter) => ({
    queryKey: [key, "event", under, id],
    queryFn: () => store.event(id, under),
  });
  const { data: detail, isPlaceholderData } = useQuery({
    ...asking(filter),
    placeholderData: keepPreviousData,
    meta: { ahead: (next) => client.fetchQuery(asking(next)) },
  });
  const close = (): void => setView({ event: null });
  const step =
    (to: { readonly id: string } | null): (() => void) =>
    () =>
      to && setView({ event: to.id });

  useEffect(() => {
    lit.hold([id]);
    return () => lit.hold(null);
  }, [id, lit]);

  // Beside the page the focus is often elsewhere: Esc closes the event from anywhere, unless it has something nearer.
  const closing = useRef(close);
  closing.current = close;
  useEffect(() => {
    if (sheet) return;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      if (document.querySelector(":popover-open, dialog:modal")) return;
      closing.current();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [sheet]);

  const root = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another event is read from its beginning
  useEffect(() => {
    root.current?.closest(".page-aside, .ui-dialog-body")?.scrollTo(0, 0);
  }, [id]);

  const drawing = useRef<HTMLDivElement>(null);
  const roving = useRoving(drawing);
  // Whoever sits at the table is a clause of the filter; a paper on it leads to what is said of it below.
  const pointing = useMemo<Pointing>(
    () => ({
      lit: new Set(filter.official),
      onPress: (kind, pressed) => {
        if (isClause(kind)) toggle(kind, pressed);
        else {
          const row = drawing.current?.parentElement?.querySelector(`li[data-${kind}="${CSS.escape(pressed)}"]`);
          row?.scrollIntoView({ block: "nearest" });
          row?.querySelector("a")?.focus({ preventScroll: true });
        }
      },
      isHeld: (kind, held) => (isClause(kind) ? filter[kind].includes(held) : undefined),
    }),
    [toggle, filter],
  );

  const shown = detail && detail.event.id === id ? detail : null;
  const text = useMemo(() => (shown ? lazily(() => describeEvent(shown, words)) : null), [shown, words]);
  const figureWords = useFigureWords("event", text);
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
              <span>
                {when ? words.dates.eventDate(when, shown) : page.undated}
                {shown.place ? (
                  <>
                    {" · "}
                    <bdi>{shown.place.name}</bdi>, {words.country(shown.place.country)}
                  </>
                ) : null}
              </span>{" "}
              <Flags event={{ ...shown, status: shown.event.status }} />
            </p>
            {figureWords.table}
            {width && text && !figureWords.table ? (
              <div ref={drawing} {...roving}>
                <EventTable
                  layout={layoutEvent(shown, { width: Math.max(240, width), words, heading: "none" })}
                  theme={theme}
                  label={text.alt.medium}
                  pointing={pointing}
                />
              </div>
            ) : null}
            {figureWords.count}
            <div className="event-tools">
              {figureWords.buttons}
              <FigureTools figure="event" event={id} />
            </div>
            <EventDetails detail={shown} />
          </>
        ) : null}
        <nav ref={root} className="event-steps" aria-label={page.eventPanel}>
          <Button
            aria-label={page.previous}
            aria-disabled={!shown?.previous}
            onClick={step(shown?.previous ?? null)}
            title={shown?.previous?.title}
          >
            ← {page.previousShort}
          </Button>
          <Button onClick={close}>{page.toList}</Button>
          <Button
            aria-label={page.next}
            aria-disabled={!shown?.next}
            onClick={step(shown?.next ?? null)}
            title={shown?.next?.title}
          >
            {page.nextShort} →
          </Button>
        </nav>
      </div>
    </Sheet>
  );
};
