import { OWN_RECORD } from "#data/address.ts";
import { openAhead } from "#store/worker/start.ts";
import "./waiting.css";

/** Letters that the first record and the page's own words need beyond the Latin ones that are asked for by the page. */
const LETTERS = "ễ↗";

/** Picks what this page is: the dashboard. Kept apart so that an embed never loads it. */
const root = document.getElementById("root");
if (root) {
  openAhead(new URLSearchParams(location.search).get("data") ?? OWN_RECORD, document.baseURI);
  void import("./app/main.tsx").then(({ start }) => start(root));
  // Fonts that come after the text is laid out have it laid out again.
  for (const family of ["Inter Variable", "Source Serif 4 Variable", "Noto Liaison"])
    void document.fonts?.load(`1rem "${family}"`, LETTERS).catch(() => undefined);
}
