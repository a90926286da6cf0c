/**
 * Runs before the page is painted: where the address asks for another question or look than the picture on the page
 * has, the picture waits for the live figure instead of showing what was not asked for. It does not wait for ever.
 */
import { asksColours, asksState } from "./asks.ts";

const PATIENCE = 6000;

const root = document.documentElement;
const { search } = window.location;
const given = new URLSearchParams(search);
const flag = (name: string): boolean => ["true", "1", "yes", "on", ""].includes(given.get(name) ?? "no");
const system = matchMedia("(prefers-color-scheme: dark)").matches;
const asked = given.get("dark") ?? given.get("theme") ?? "";
const dark = asked === "dark" || (asked === "auto" ? system : flag("dark"));

if (flag("plain")) root.dataset.plain = "";
if (flag("transparent")) root.dataset.transparent = "";
if (dark) root.dataset.dark = "";
if (dark || asksState(search) || asksColours(search)) {
  root.dataset.wait = "";
  setTimeout(() => {
    if (!("wait" in root.dataset)) return;
    delete root.dataset.wait;
    delete root.dataset.dark;
  }, PATIENCE);
}
