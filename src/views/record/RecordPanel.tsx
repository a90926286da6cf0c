import { useQuery } from "@tanstack/react-query";
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { Skeleton } from "#ui/Skeleton.tsx";
import { useAddress } from "../state/address.tsx";
import { RecordList } from "./RecordList.tsx";
import "./record.css";

/**
 * The part of the page that shows an event, fetched when one is first opened. It is asked for as a question is: the page
 * has not turned to an event before there is something to show it with.
 */
const useEventPanel = (wanted: boolean) =>
  useQuery({
    queryKey: ["part", "event"],
    queryFn: async () => (await import("./EventPanel.tsx")).EventPanel,
    enabled: wanted,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
    throwOnError: true,
  }).data;

/** Frames tried before the focus is left with the frame itself. */
const TRIES = 20;

/** Enter on a mark, row or link of the event that is open already goes on to the event itself. */
const useEnterAgain = (frame: RefObject<HTMLElement | null>, open: string | null): void => {
  useEffect(() => {
    if (open === null) return;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== "Enter" || !(event.target instanceof Element) || event.target.closest(".record-frame")) return;
      if (event.target.closest("[data-event]")?.getAttribute("data-event") !== open) return;
      frame.current?.querySelector<HTMLElement>("h2")?.focus();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [frame, open]);
};

/** Whether the focus is in the sheet that an event has where there is no room beside the page. */
const isInSheet = (): boolean => Boolean(document.activeElement?.closest("dialog")?.querySelector(".event"));

/**
 * Keeps the focus when the list gives way to an event, whose heading takes it, or an event to the list, where the
 * event's own row does; so it does when the page grows wide enough for the event to leave its sheet. The focus of a
 * reader who is elsewhere stays there.
 */
const Aside = ({ open, children }: { open: string | null; children: ReactNode }): ReactNode => {
  const frame = useRef<HTMLDivElement>(null);
  const [fromSheet] = useState(isInSheet);
  const inside = useRef(fromSheet);
  const before = useRef(fromSheet ? null : open);
  useLayoutEffect(() => {
    const element = frame.current;
    const from = before.current;
    before.current = open;
    if (!element || from === open || !inside.current || (from !== null && open !== null)) return;
    if (document.activeElement !== document.body) return;
    element.focus({ preventScroll: true });
    const wanted = open === null ? `[data-event="${CSS.escape(from ?? "")}"]` : "h2";
    let request = 0;
    const seek = (left: number): void => {
      if (document.activeElement !== element) return;
      const target = element.querySelector<HTMLElement>(wanted);
      if (target) target.focus({ preventScroll: open !== null });
      else if (left > 0) request = requestAnimationFrame(() => seek(left - 1));
    };
    seek(TRIES);
    return () => cancelAnimationFrame(request);
  }, [open]);
  useEnterAgain(frame, open);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notes where the focus is
    <div
      ref={frame}
      className="record-frame"
      tabIndex={-1}
      onFocus={() => {
        inside.current = true;
      }}
      onBlur={(event) => {
        // Where nothing takes it over, the focus was lost with what had it.
        if (event.relatedTarget) inside.current = event.currentTarget.contains(event.relatedTarget);
      }}
    >
      {children}
    </div>
  );
};

/** Beside the figures: the list of events that match, or the one that is open. */
export const RecordPanel = ({ wide }: { wide: boolean }): ReactNode => {
  const { view } = useAddress();
  const EventPanel = useEventPanel(view.event !== null);
  if (!wide) {
    return (
      <>
        <RecordList wide={false} />
        {view.event === null || !EventPanel ? null : <EventPanel id={view.event} sheet />}
      </>
    );
  }
  return (
    <Aside open={view.event}>
      {view.event === null ? (
        <RecordList wide />
      ) : EventPanel ? (
        <EventPanel id={view.event} sheet={false} />
      ) : (
        <Skeleton height={480} />
      )}
    </Aside>
  );
};
