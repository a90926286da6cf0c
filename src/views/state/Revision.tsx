import { useIsFetching } from "@tanstack/react-query";
import { type ReactNode, useLayoutEffect, useRef } from "react";
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
  const painted = useRef<unknown>(null);
  const { key, whole } = useDataset();
  const asked = `${key} ${whole} ${JSON.stringify(filter)} ${view.event} ${view.lanes} ${window}`;
  useLayoutEffect(() => {
    if (painted.current === asked) return;
    const root = document.documentElement;
    root.dataset.turning = "";
    if (fetching > 0) return;
    // Two frames: the first draws what this commit changed, the second begins when that is on the screen.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        painted.current = asked;
        delete root.dataset.turning;
        root.dataset.revision = String(Number(root.dataset.revision ?? 0) + 1);
        if (whole) root.dataset.state = "ready";
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [asked, fetching, whole]);
  useLayoutEffect(() => () => void delete document.documentElement.dataset.turning, []);
  return null;
};
