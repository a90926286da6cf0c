import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Dataset } from "#views/state/dataset.tsx";

/** Forgets what was answered over a part of a record as soon as the next part, or the whole, is drawn in its place. */
export const useForgetParts = (dataset: Pick<Dataset, "key" | "whole"> | null): void => {
  const client = useQueryClient();
  const part = dataset && !dataset.whole ? dataset.key : null;
  useEffect(() => {
    if (part !== null) return () => client.removeQueries({ queryKey: [part] });
    return undefined;
  }, [client, part]);
};
