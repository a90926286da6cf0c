/** A still figure whose marks can be pressed and walked through: what most figures of an embed are. */
import { type ReactNode, useLayoutEffect, useMemo, useRef } from "react";
import type { Pointing } from "#charts/kit/pressable.ts";
import { useRoving } from "#charts/kit/roving.ts";
import type { Definition } from "#figures/definition.ts";
import type { FigureName } from "#figures/names.ts";
import { drawWith } from "#figures/one.ts";
import { ROWS } from "./address.ts";
import type { MovingProps } from "./kinds/kind.ts";

/** Draws a figure with marks that are buttons: one stop of the tab key, arrows between them. */
export const pressed = <N extends FigureName>(definition: Definition<N>) =>
  function Pressed({ asked, words, theme, width, height, onChoose, chosen }: MovingProps<N>): ReactNode {
    const box = useRef<HTMLDivElement>(null);
    const roving = useRoving(box);
    const choose = useRef(onChoose);
    useLayoutEffect(() => {
      choose.current = onChoose;
    });
    const pointing = useMemo<Pointing>(
      () => ({
        ...(chosen ? { lit: new Set([chosen.id]) } : {}),
        onPress: (kind, id) => choose.current(kind, id),
        isHeld: (kind, id) => chosen?.kind === kind && chosen.id === id,
      }),
      [chosen],
    );
    const element = useMemo(
      () => drawWith(definition, asked, { words, theme, width, height, shapes: null, rows: ROWS, pointing }).element,
      [asked, words, theme, width, height, pointing],
    );
    return (
      <div ref={box} {...roving}>
        {element}
      </div>
    );
  };
