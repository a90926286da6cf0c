import { useIsFetching } from "@tanstack/react-query";
import { type ReactNode, useDeferredValue, useLayoutEffect, useRef } from "react";
import { useAddress, useWindowText } from "./address.tsx";
import { useDataset } from "./dataset.tsx";

/**
 * Tells tests and host pages when every view has been painted for a new question: raises `data-revision` on `<html>`.
 * Until then `data-turning` stands there: panels out of sight are drawn, but laid out only when what is in sight has
 * been painted. Stands last on the page, so that the views' own questions are under way when its effect runs.
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
  const question = `${key} ${whole} ${JSON.stringify(filter)} ${view.event} ${view.lanes}`;
  // Where the timeline's window is all that is new, the timeline is drawn between frames, with this.
  const drawing = `${window} ${fetching}`;
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
    if (turned) root.dataset.turning = "";
    if (fetching > 0 || !(turned || drawn)) return;
    // Two frames: the first draws what this commit changed, the second begins when that is on the screen.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        painted.current = now;
        delete root.dataset.turning;
        root.dataset.revision = String(Number(root.dataset.revision ?? 0) + 1);
        if (whole) root.dataset.state = "ready";
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [question, window, fetching, drawn, whole]);
  useLayoutEffect(() => () => void delete document.documentElement.dataset.turning, []);
  return null;
};
