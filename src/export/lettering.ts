/** Which of the figure's font files letters which character, so that none is drawn by a face nobody looked at. */
import { FONT_FILES } from "./fonts.gen.ts";
import { type Run, runsOf, type SvgNode } from "./svg-tree.ts";

export interface FontFile {
  readonly file: string;
  readonly family: "sans" | "serif" | "other";
  readonly weight: number;
  readonly points: ReadonlySet<number>;
}

const pointsOf = (spans: string): ReadonlySet<number> =>
  new Set(
    spans.split(" ").flatMap((span) => {
      const [from = "0", to = from] = span.split("-");
      const first = Number.parseInt(from, 16);
      return Array.from({ length: Number.parseInt(to, 16) - first + 1 }, (_, at) => first + at);
    }),
  );

let files: readonly FontFile[] | null = null;
/** The files of `fonts/`, in the order they are looked through. */
export const fontFiles = (): readonly FontFile[] => {
  files ??= FONT_FILES.map((file) => ({ ...file, points: pointsOf(file.points) }));
  return files;
};

/** Characters that take no room and no glyph. */
const BLANK = /[\s\p{Cf}]/u;

/** Whether a stack of families is the figure's serif or its sans. */
export const kindOf = (family: string): "sans" | "serif" =>
  /^[^,]*serif/i.test(family) && !/^[^,]*sans/i.test(family) ? "serif" : "sans";

/** The file whose glyph stands for a character in a run; null where no file has one. */
export const fileFor = (char: string, { family, weight }: Pick<Run, "family" | "weight">): FontFile | null => {
  const point = char.codePointAt(0) ?? 0;
  const kind = kindOf(family);
  const misfit = (file: FontFile): number =>
    (file.family === kind ? 0 : file.family === "other" ? 20 : 10) + (file.weight >= 600 === weight >= 600 ? 0 : 1);
  const having = fontFiles().filter((file) => file.points.has(point));
  return having.reduce<FontFile | null>((best, file) => (best && misfit(best) <= misfit(file) ? best : file), null);
};

export interface Lettered {
  readonly file: FontFile;
  readonly text: string;
}

/** A run cut where the face changes. Spaces stay with what stands before them if it has any; what no file has is left out. */
export const lettered = (run: Run): readonly Lettered[] => {
  const pieces: { file: FontFile; text: string }[] = [];
  const plain = fileFor("a", run);
  for (const char of run.text) {
    const last = pieces.at(-1);
    const having = (file: FontFile | null | undefined): boolean => file?.points.has(char.codePointAt(0) ?? 0) === true;
    const own = BLANK.test(char) ? ([last?.file, plain].find(having) ?? null) : fileFor(char, run);
    if (own === null) continue;
    if (last?.file === own) last.text += char;
    else pieces.push({ file: own, text: char });
  }
  return pieces;
};

/** Characters that a figure draws and no font file has, each with its code point: what fails a build. */
export const uncovered = (root: SvgNode): readonly string[] => {
  const missing = new Set<string>();
  for (const run of runsOf(root))
    for (const char of run.text) if (!BLANK.test(char) && fileFor(char, run) === null) missing.add(char);
  return [...missing].sort().map((char) => `${char} U+${(char.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`);
};

/** Which characters each font file draws in a figure, in the order of the files. */
export const usedFonts = (root: SvgNode): ReadonlyMap<FontFile, string> => {
  const used = new Map<FontFile, Set<string>>();
  for (const run of runsOf(root))
    for (const { file, text } of lettered(run)) {
      const characters = used.get(file) ?? new Set();
      for (const char of text) characters.add(char);
      used.set(file, characters);
    }
  return new Map(
    fontFiles().flatMap((file) => (used.has(file) ? [[file, [...(used.get(file) ?? [])].sort().join("")]] : [])),
  );
};
