import { createContext, type ReactNode, use, useState } from "react";
import { createLit, type Lit, useAnyLit } from "#charts/kit/lit.ts";

const LitContext = createContext<Lit | null>(null);

export const LitProvider = ({ children }: { children: ReactNode }): ReactNode => {
  const [lit] = useState(createLit);
  return <LitContext value={lit}>{children}</LitContext>;
};

/** What is lit, for a figure that follows it mark by mark. */
export const useLit = (): Lit => {
  const lit = use(LitContext);
  if (!lit) throw new Error("useLit outside of LitProvider");
  return lit;
};

/** Lights up these events, or none, without drawing the caller again. */
export const useLightUp = (): Lit["set"] => useLit().set;

/** Whether any of these events is lit; draws again only when the answer changes. */
export const useIsLit = (events: readonly string[]): boolean => useAnyLit(useLit(), events);

/** Handlers that light up these events while the pointer or focus is on the element. */
export const useLights = (
  events: readonly string[],
): { onPointerEnter: () => void; onPointerLeave: () => void; onFocus: () => void; onBlur: () => void } => {
  const set = useLightUp();
  const on = (): void => set(events);
  const off = (): void => set(null);
  return { onPointerEnter: on, onPointerLeave: off, onFocus: on, onBlur: off };
};
