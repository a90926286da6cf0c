/** Letters that are written from right to left, and marks that steer the direction of what follows them. */
const STEERS =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u200f\u202a-\u202e\u2066-\u2069\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

const OPENS = /[\u2066-\u2068]/;
const CLOSE = "\u2069";

/** Text with every isolate in it closed and none closed that was not opened: it cannot end the one around it. */
const balanced = (text: string): string => {
  let open = 0;
  let made = "";
  for (const letter of text) {
    if (OPENS.test(letter)) open++;
    else if (letter === CLOSE) {
      if (open === 0) continue;
      open--;
    }
    made += letter;
  }
  return made + CLOSE.repeat(open);
};

/**
 * A name or another value of the record as part of a sentence: where it may turn the direction of writing it is
 * enclosed in a first-strong isolate (Unicode Standard Annex 9), so that the words around it keep their order. All
 * other text comes back as it is.
 */
export const isolated = (text: string): string => (STEERS.test(text) ? `\u2068${balanced(text)}${CLOSE}` : text);
