import { useIsFetching } from "@tanstack/react-query";
import { Component, type ReactNode, type RefObject, useDeferredValue, useLayoutEffect, useRef } from "react";
import { isUnfiltered } from "#model/filter.ts";
import { useAddress, useWindowText } from "./address.tsx";
import { useDataset } from "./dataset.tsx";
import { backToPlace, isScrolled, keepPlace, type Place, placeNow, takePlace } from "./reading.ts";

interface NotedProps {
  /** What the page shows; with every other value the panels may have another height. */
  readonly shown: string;
  /** Given the place there was right before the page changed. */
  readonly place: RefObject<Place | null>;
}

/** Notes the reader's place. A class, for only a class is asked right before a change (React, `getSnapshotBeforeUpdate`). */
class NotedPlace extends Component<NotedProps> {
  override getSnapshotBeforeUpdate(before: NotedProps): null {
    const { shown, place } = this.props;
    if (before.shown !== shown) place.current = placeNow();
    return null;
  }

  /** React wants one beside the other. */
  override componentDidUpdate(): void {}

  override render(): null {
    return null;
  }
}

/**
 * Tells tests and host pages when every view has been painted for a new question: raises `data-revision` on `<html>`.
 * Until then, where the page stands at its head, `data-turning` does too: panels out of sight are drawn, but laid out only
 * when what is in sight has been painted. Where the page grows that is all `below` the timeline, else what is `far`.
 * Stands last on the page, so that the views' own questions are under way when its effect runs.
 */
export const Revision = (): ReactNode => {
  const { filter, view } = useAddress();
  const [window] = useWindowText();
  const fetching = useIsFetching({
    type: "active",
    predicate: ({ queryKey }) => queryKey[1] !== "printout" && queryKey[1] !== "search",
  });
  const painted = useRef({ question: "", window: "" });
  const { key, whole } = useDataset();
  const place = useRef<Place | null>(null);
  const question = `${key} ${whole} ${JSON.stringify(filter)} ${view.event} ${view.lanes}`;
  // Where the timeline's window is all that is new, the timeline is drawn between frames, with this.
  const drawing = `${window} ${fetching}`;
  const widest = isUnfiltered(filter);
  const drawn = useDeferredValue(drawing) === drawing;
  useLayoutEffect(() => {
    const now = { question, window: String(window) };
    const turned = painted.current.question !== question;
    const root = document.documentElement;
    if (!turned && painted.current.window === now.window) {
      // What was asked was taken back before it was painted.
      delete root.dataset.turning;
      return;
    }
    const first = painted.current.question === "";
    if (turned && !isScrolled()) root.dataset.turning = widest || first ? "below" : "far";
    if (fetching > 0 || !(turned || drawn)) return;
    // Two frames: the first draws what this commit changed, the second begins when that is on the screen.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        painted.current = now;
        delete root.dataset.turning;
        if (first) backToPlace();
        root.dataset.revision = String(Number(root.dataset.revision ?? 0) + 1);
        if (whole) root.dataset.state = "ready";
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [question, window, fetching, drawn, whole, widest]);
  useLayoutEffect(() => {
    keepPlace(place.current);
    place.current = null;
  });
  useLayoutEffect(takePlace, []);
  useLayoutEffect(() => () => void delete document.documentElement.dataset.turning, []);
  return <NotedPlace shown={`${JSON.stringify(filter)} ${fetching}`} place={place} />;
};
