import { OWN_RECORD } from "#data/address.ts";
import { openAhead } from "#store/worker/start.ts";
import "./waiting.css";

/** Picks what this page is: the dashboard. Kept apart so that an embed never loads it. */
const root = document.getElementById("root");
if (root) {
  openAhead(new URLSearchParams(location.search).get("data") ?? OWN_RECORD, document.baseURI);
  void import("./app/main.tsx").then(({ start }) => start(root));
}
