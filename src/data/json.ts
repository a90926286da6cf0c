/** Text to JSON, telling a file cut short from one that was never JSON. */
import { err, ok, type Result } from "#lib/result.ts";
import type { LoadFailure } from "./failures.ts";

const OPENING = new Set(["{", "["]);
const CLOSING: Readonly<Record<string, string>> = { "}": "{", "]": "[" };

/** Whether the text begins as JSON and ends inside a list, an object or a string. Looks at brackets and quotes only. */
const endsEarly = (text: string): boolean => {
  const open: string[] = [];
  const start = text.search(/\S/);
  if (start < 0 || !OPENING.has(text.charAt(start))) return false;
  for (let at = start; at < text.length; at += 1) {
    const char = text[at] as string;
    if (char === '"') {
      at += 1;
      while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
      if (at >= text.length) return true;
    } else if (OPENING.has(char)) open.push(char);
    else if (Object.hasOwn(CLOSING, char)) {
      if (open.pop() !== CLOSING[char]) return false;
      if (open.length === 0) return false;
    }
  }
  return open.length > 0;
};

/** "3:14", line and column of the fault, where the engine says it; else empty. */
const placeOf = (message: string, text: string): string => {
  const said = /line (\d+) column (\d+)/.exec(message);
  if (said) return `${said[1]}:${said[2]}`;
  const position = /position (\d+)/.exec(message);
  if (!position) return "";
  const before = text.slice(0, Number(position[1])).split("\n");
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
};

/**
 * Parses the text of a file.
 * @returns the value, or `empty`, `truncated` (the text stops in the middle) or `not-json` (detail: line:column, or
 * "html" for a page where data was expected). Never throws.
 */
export const parseJson = (text: string): Result<unknown, LoadFailure> => {
  if (text.trim() === "") return err({ kind: "empty", detail: "" });
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    if (endsEarly(text)) return err({ kind: "truncated", detail: "" });
    if (/^\s*<(!doctype|html|\?xml)/i.test(text.slice(0, 500))) return err({ kind: "not-json", detail: "html" });
    return err({ kind: "not-json", detail: placeOf(error instanceof Error ? error.message : "", text) });
  }
};

/** UTF-8, or UTF-16 where the file begins with its mark; the mark itself is dropped. */
export const decoderFor = (first: Uint8Array): TextDecoder => {
  if (first[0] === 0xff && first[1] === 0xfe) return new TextDecoder("utf-16le");
  return new TextDecoder(first[0] === 0xfe && first[1] === 0xff ? "utf-16be" : "utf-8");
};
