import type { Composed } from "#figures/compose.tsx";
import type { Credit } from "#figures/credit.ts";
import type { AllWords } from "#model/words/en/index.ts";
import type { PngNotes } from "./png.ts";

interface About {
  readonly composed: Pick<Composed, "text" | "source">;
  readonly credit: Credit;
  readonly perMetre: number;
  readonly words: AllWords;
}

/** What a picture of a figure says of itself; the same alternative text as everywhere. */
export const pngNotes = ({ composed: { text, source }, credit, perMetre, words }: About): PngNotes => ({
  perMetre,
  texts: {
    Title: text.title,
    Description: text.alt.medium,
    Source: source,
    Copyright: credit.licence,
    URL: credit.address,
    Software: words.page.product,
    Comment: credit.release ? words.figures.release(credit.release) : "",
  },
});
