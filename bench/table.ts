/** Numbers and tables as they stand in the result. */

const MISSING = "–";

const rounded = (value: number): string => {
  const places = value < 10 ? 1 : 0;
  return value.toFixed(places);
};

/** "8.3 ms", "340 ms", "2.35 s"; a dash for none. */
export const duration = (ms: number | null): string => {
  if (ms === null) return MISSING;
  if (ms < 1_000) return `${rounded(ms)} ms`;
  return ms < 10_000 ? `${(ms / 1_000).toFixed(2)} s` : `${(ms / 1_000).toFixed(1)} s`;
};

/** "34 kB", "8.1 MB"; a dash for none. */
export const bytes = (size: number | null): string => {
  if (size === null) return MISSING;
  return size < 1_000_000 ? `${Math.ceil(size / 1_000)} kB` : `${rounded(size / 1_000_000)} MB`;
};

/** "1 000 000" with thin spaces. */
export const count = (value: number | null): string =>
  value === null ? MISSING : String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, "\u2009");

/** "1.4×", "23×"; nothing where there is no base. */
export const times = (ratio: number | null): string => (ratio === null ? "" : `${rounded(ratio)}×`);

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");

/** A Markdown table; the first column is text, the others are numbers unless told otherwise. */
export const table = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
  align: "numbers" | "text" = "numbers",
): string => {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;
  const rule = head.map((_, at) => (at === 0 || align === "text" ? "---" : "--:"));
  return [line(head), `|${rule.join("|")}|`, ...rows.map(line)].join("\n");
};
