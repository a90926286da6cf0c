import { useIsFetching } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef } from "react";
import { useAddress, useWindowText } from "./address.tsx";
import { useDataset } from "./dataset.tsx";

/**
 * Tells tests and host pages when every view has been painted for a new question: raises `data-revision` on `<html>`.
 * Stands last on the page, so that the views' own questions are already under way when its effect runs.
 */
export const Revision = (): ReactNode => {
  const { filter, view } = useAddress();
  const [window] = useWindowText();
  const fetching = useIsFetching({
    predicate: ({ queryKey }) => queryKey[1] !== "printout" && queryKey[1] !== "search",
  });
  const painted = useRef<unknown>(null);
  const { key, whole } = useDataset();
  const asked = `${key} ${whole} ${JSON.stringify(filter)} ${view.event} ${view.lanes} ${window}`;
  useEffect(() => {
    if (fetching > 0 || painted.current === asked) return;
    // Two frames: the first draws what this commit changed, the second begins when that is on the screen.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        painted.current = asked;
        const root = document.documentElement;
        root.dataset.revision = String(Number(root.dataset.revision ?? 0) + 1);
        if (whole) root.dataset.state = "ready";
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [asked, fetching, whole]);
  return null;
};
