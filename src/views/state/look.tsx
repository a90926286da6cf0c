import { createContext, type ReactNode, use, useEffect, useMemo } from "react";
import { DARK, LIGHT, type Theme } from "#charts/kit/theme.ts";
import { asTheme } from "#model/url.ts";
import { first } from "#model/words/en/first.ts";
import type { Words } from "#model/words/en/index.ts";
import { useMedia, usePrinting } from "#ui/useMedia.ts";
import { useAddress } from "./address.tsx";

interface Look {
  readonly words: Words;
  readonly theme: Theme;
  readonly reducedMotion: boolean;
}

const LookContext = createContext<Look | null>(null);

export const LookProvider = ({ children }: { children: ReactNode }): ReactNode => {
  const { view } = useAddress();
  const systemDark = useMedia("(prefers-color-scheme: dark)");
  const printing = usePrinting();
  const reducedMotion = useMedia("(prefers-reduced-motion: reduce)");
  const choice = asTheme(view.theme);
  const dark = !printing && (choice === "dark" || (choice === "auto" && systemDark));
  useEffect(() => {
    document.documentElement.dataset.theme = dark ? "dark" : "light";
  }, [dark]);
  const look = useMemo<Look>(
    () => ({ words: first, theme: dark ? DARK : LIGHT, reducedMotion }),
    [dark, reducedMotion],
  );
  return <LookContext value={look}>{children}</LookContext>;
};

export const useLook = (): Look => {
  const look = use(LookContext);
  if (!look) throw new Error("useLook outside of LookProvider");
  return look;
};
