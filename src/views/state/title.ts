import { useAddress } from "./address.tsx";
import { useLook } from "./look.tsx";
import { useNames } from "./names.ts";

/** The filter in words, for the titles and alt texts of figures; empty where nothing is filtered. */
export const useFilterTitle = (): string => {
  const { filter } = useAddress();
  const { words } = useLook();
  return words.sentences.filterTitle(filter, useNames(filter));
};
