/** Turns React's markup of a figure into SVG text that reads well in a review and changes only where the drawing does. */

/** Elements whose white space shows: kept on one line with all they hold. */
const RUNNING = new Set(["text", "title", "desc"]);
/** Attributes that hold words and names, not geometry. */
const WORDS = /^(data-|aria-|id$|class$|href$|xlink:href$|role$|fill$|stroke$|font-family$|lang$)/;
const FORBIDDEN = [/\sstyle="/, /<foreignObject/i, /currentColor/i, /var\(/, /<script/i, /\son[a-z]+="/i];

const round = (number: string): string => {
  const rounded = Math.round(Number(number) * 100) / 100;
  return Object.is(rounded, -0) ? "0" : String(rounded);
};
const NUMBER = /-?\d*\.?\d+(?:e[-+]?\d+)?/gi;

const roundTag = (tag: string): string =>
  tag.replace(/([\w:-]+)="([^"]*)"/g, (whole, name: string, value: string) =>
    WORDS.test(name) || value.includes("#")
      ? whole
      : `${name}="${value.replace(NUMBER, (number) => (/[.e]/i.test(number) ? round(number) : number))}"`,
  );

const rename = (markup: string, prefix: string): string => {
  const names = new Map<string, string>();
  for (const [, id = ""] of markup.matchAll(/\sid="([^"]*)"/g)) {
    if (names.has(id)) throw new Error(`the id ${id} is used twice in one figure`);
    names.set(id, `${prefix}-${names.size + 1}`);
  }
  const name = (id: string): string => names.get(id) ?? id;
  return markup
    .replace(/(\sid=")([^"]*)"/g, (_, head: string, id: string) => `${head}${name(id)}"`)
    .replace(/url\((?:&quot;|&#x27;)?#([^)&]+)(?:&quot;|&#x27;)?\)/g, (_, id: string) => `url(#${name(id)})`)
    .replace(/(\s(?:xlink:)?href="#)([^"]*)"/g, (_, head: string, id: string) => `${head}${name(id)}"`)
    .replace(
      /(\saria-(?:labelledby|describedby|controls|owns|activedescendant|details)=")([^"]*)"/g,
      (_, head: string, ids: string) => `${head}${ids.split(" ").map(name).join(" ")}"`,
    );
};

const lines = (markup: string): string => {
  const out: string[] = [];
  let depth = 0;
  let running: string | null = null;
  for (const [token] of markup.matchAll(/<[^>]+>|[^<]+/g)) {
    const name = /^<\/?([\w:-]+)/.exec(token)?.[1] ?? "";
    if (running !== null) {
      out[out.length - 1] += token;
      if (token === `</${running}>`) running = null;
    } else if (token.startsWith("</")) {
      depth--;
      out.push("  ".repeat(depth) + token);
    } else {
      out.push("  ".repeat(depth) + token);
      if (token.startsWith("<") && !token.endsWith("/>")) {
        if (RUNNING.has(name)) running = name;
        else depth++;
      }
    }
  }
  return `${out.join("\n")}\n`;
};

/**
 * `markup` as a file: numbers with at most two decimals, ids renumbered as `<prefix>-1` and so on (so that several
 * drawings can stand on one page), one tag a line, the SVG namespace. Throws where a figure could not stand alone as a
 * file (no `<svg>` root, a style attribute, a class-dependent colour, a script) or has a broken number.
 */
export const svgText = (markup: string, prefix: string): string => {
  if (!markup.startsWith("<svg")) throw new Error(`a figure's root is an <svg>, not ${markup.slice(0, 40)}`);
  const tags = [...markup.matchAll(/<[^>]+>/g)].map(([tag]) => tag).join("\n");
  for (const rule of FORBIDDEN) {
    const hit = rule.exec(tags);
    if (hit) throw new Error(`${hit[0].trim()} cannot stand in a figure that is also a file`);
  }
  const broken = /[\w:-]+="[^"]*(?:NaN|undefined|Infinity|\[object)[^"]*"/.exec(tags);
  if (broken) throw new Error(`a broken value: ${broken[0]}`);
  const rounded = rename(markup, prefix).replace(/<[^>]+>/g, roundTag);
  const closed = rounded.replace(/<([\w:-]+)((?:\s[^>]*)?)><\/\1>/g, "<$1$2/>");
  const root = closed.includes("xmlns=") ? closed : closed.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"');
  return lines(root);
};
