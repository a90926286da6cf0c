/** Marks of the page: each follows for itself what is lit, so that a hover draws none of the others again. */
import { type JSX, memo, useMemo } from "react";
import { type Lit, useLitAs } from "#charts/kit/lit.ts";
import type { Theme } from "#charts/kit/theme.ts";
import type { TimelineMark } from "#model/questions.ts";
import type { PlacedBracket, PlacedMark } from "./geometry.ts";
import { Bracket, type Emphasis, Mark, MarkLabel } from "./Mark.tsx";

interface LiveProps<Placed extends PlacedMark | PlacedBracket> {
  readonly placed: Placed;
  readonly theme: Theme;
  readonly lit: Lit;
  readonly open: boolean;
}

interface SaidProps<Placed extends PlacedMark | PlacedBracket> extends LiveProps<Placed> {
  readonly say: (mark: TimelineMark) => string;
  readonly focusable: boolean;
}

const useEmphasis = ({ placed, lit, open }: LiveProps<PlacedMark | PlacedBracket>): Emphasis =>
  useLitAs(lit, (now) => {
    if (open) return "open";
    if (now.size === 0) return "normal";
    return now.has(placed.mark.id) ? "lit" : "dim";
  });

/** The sentence of a mark, made anew only when the mark is another: not when it moves. */
const useSentence = ({ placed: { mark }, say }: SaidProps<PlacedMark | PlacedBracket>): string =>
  useMemo(() => say(mark), [say, mark]);

export const LiveMark = memo(function LiveMark(props: SaidProps<PlacedMark>): JSX.Element {
  const { placed, theme, focusable } = props;
  return (
    <Mark {...{ placed, theme, focusable }} interactive emphasis={useEmphasis(props)} sentence={useSentence(props)} />
  );
});

export const LiveBracket = memo(function LiveBracket(props: SaidProps<PlacedBracket>): JSX.Element {
  const { placed, theme, focusable } = props;
  return (
    <Bracket
      {...{ placed, theme, focusable }}
      interactive
      emphasis={useEmphasis(props)}
      sentence={useSentence(props)}
    />
  );
});

export const LiveLabel = memo(function LiveLabel(props: LiveProps<PlacedMark>): JSX.Element {
  return <MarkLabel placed={props.placed} theme={props.theme} dim={useEmphasis(props) === "dim"} />;
});
