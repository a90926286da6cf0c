/** Marks of the page: each follows for itself whether it is lit, so that a hover draws none of the others again. */
import { type JSX, memo, useMemo } from "react";
import { type Lit, useLitAs } from "#charts/kit/lit.ts";
import type { Theme } from "#charts/kit/theme.ts";
import type { TimelineMark } from "#model/questions.ts";
import type { PlacedBracket, PlacedMark } from "./geometry.ts";
import { drawBracket, drawMark, type Emphasis } from "./Mark.tsx";

interface LiveProps<Placed extends PlacedMark | PlacedBracket> {
  readonly placed: Placed;
  readonly theme: Theme;
  readonly lit: Lit;
  readonly open: boolean;
  readonly say: (mark: TimelineMark) => string;
  readonly focusable: boolean;
}

const useEmphasis = ({ placed, lit, open }: LiveProps<PlacedMark | PlacedBracket>): Emphasis =>
  useLitAs(lit, (now) => (open ? "open" : now.has(placed.mark.id) ? "lit" : "normal"));

/** The sentence of a mark, made anew only when the mark is another: not when it moves. */
const useSentence = ({ placed: { mark }, say }: LiveProps<PlacedMark | PlacedBracket>): string =>
  useMemo(() => say(mark), [say, mark]);

export const LiveMark = memo(function LiveMark(props: LiveProps<PlacedMark>): JSX.Element {
  const { placed, theme, focusable } = props;
  const [emphasis, sentence] = [useEmphasis(props), useSentence(props)];
  return drawMark({ placed, theme, focusable, emphasis, sentence, interactive: true });
});

export const LiveBracket = memo(function LiveBracket(props: LiveProps<PlacedBracket>): JSX.Element {
  const { placed, theme, focusable } = props;
  const [emphasis, sentence] = [useEmphasis(props), useSentence(props)];
  return drawBracket({ placed, theme, focusable, emphasis, sentence, interactive: true });
});
