/** Text made comparable: case, diacritics and compatibility forms put aside, so that `to lam` is `Tô Lâm`. */

const PLAIN = /^[\x20-\x7e\n]*$/;
/** Letters that Unicode does not take apart. */
const LETTERS = new Map([
  ["đ", "d"],
  ["ð", "d"],
  ["ø", "o"],
  ["ł", "l"],
  ["ħ", "h"],
  ["ı", "i"],
  ["ß", "ss"],
  ["æ", "ae"],
  ["œ", "oe"],
  ["þ", "th"],
]);

/** Lower case, NFKD, marks removed, `đ` as `d`. */
export const fold = (text: string): string =>
  PLAIN.test(text)
    ? text.toLowerCase()
    : text
        .toLowerCase()
        .normalize("NFKD")
        .replace(/\p{M}+/gu, "")
        .replace(/[đðøłħıßæœþ]/g, (letter) => LETTERS.get(letter) ?? letter);

/** The words of a text, folded: runs of letters and digits, in order, repeats kept. */
export const foldedWords = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** True for a folded word in a script written without spaces between words: found anywhere in a word, not only at its head. */
export const isRunOn = (word: string): boolean =>
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u.test(
    word,
  );

/** Whether a folded query word is found in a folded word of a text. */
export const wordMatches = (word: string, query: string): boolean =>
  word.startsWith(query) || (isRunOn(query) && word.includes(query));
