import { useState } from "react";
import type { Portion } from "#model/questions.ts";

const MORE = 4;

/** How much of a long list is on the page, and how to get more of it. */
export const usePortion = (first: Portion): readonly [portion: Portion, more: () => void] => {
  const [portion, setPortion] = useState(first);
  const more = (): void =>
    setPortion(({ whole, each, groups }) => ({ whole, each: each * MORE, groups: groups * MORE }));
  return [portion, more];
};
