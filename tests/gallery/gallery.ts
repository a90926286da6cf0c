import "../../src/app/fonts.css";
import { drawPresets } from "./presets.ts";
import "./gallery.css";

const files = import.meta.glob<string>("../drawings/out/*/*.svg", { query: "?raw", import: "default", eager: true });

interface Drawing {
  readonly figure: string;
  readonly state: string;
  readonly svg: string;
}
const drawings: Drawing[] = Object.entries(files)
  .map(([path, svg]) => {
    const [figure = "", file = ""] = path.split("/").slice(-2);
    return { figure, state: file.replace(/\.svg$/, ""), svg };
  })
  .sort((a, b) => a.figure.localeCompare(b.figure) || a.state.localeCompare(b.state));

const make = (tag: string, text = "", className = ""): HTMLElement => {
  const element = document.createElement(tag);
  element.textContent = text;
  element.className = className;
  return element;
};

const show = ({ figure, state, svg }: Drawing): HTMLElement => {
  const frame = make("figure");
  const ground = make("div", "", state.split("-").includes("dark") ? "ground dark" : "ground");
  // Reviewed files of this repository, drawn by its own tests.
  ground.innerHTML = svg;
  frame.append(make("figcaption", state), ground);
  frame.dataset.words = `${figure} ${state}`;
  return frame;
};

const main = document.querySelector("#drawings");
const nav = document.querySelector("#figures");

/** A section of its own for a figure, with its link at the top. */
const sectionOf = (figure: string): ((drawing: Drawing) => void) => {
  const section = make("section");
  section.id = figure.replaceAll(" ", "-");
  const states = make("div", "", "states");
  section.append(make("h2", figure), states);
  main?.append(section);
  const link = make("a");
  link.setAttribute("href", `#${section.id}`);
  nav?.append(link);
  return (drawing) => {
    states.append(show(drawing));
    link.textContent = `${figure} (${states.childElementCount})`;
  };
};

const figures = [...new Set(drawings.map(({ figure }) => figure))];
for (const figure of figures) {
  const add = sectionOf(figure);
  for (const drawing of drawings) if (drawing.figure === figure) add(drawing);
}
const count = document.querySelector("#count");
const tell = (sizes: number): void => {
  if (count)
    count.textContent = `${drawings.length} drawings of ${figures.length} figures, ${sizes} at the sizes of reports`;
};

document.querySelector<HTMLInputElement>("#search")?.addEventListener("input", ({ target }) => {
  const wanted = target instanceof HTMLInputElement ? target.value.toLowerCase().split(/\s+/) : [];
  for (const frame of document.querySelectorAll<HTMLElement>("figure"))
    frame.hidden = !wanted.every((word) => frame.dataset.words?.includes(word));
  for (const section of document.querySelectorAll("section"))
    section.hidden = !section.querySelector("figure:not([hidden])");
});

const sections = new Map<string, (drawing: Drawing) => void>();
let drawn = 0;
for await (const drawing of drawPresets()) {
  const add = sections.get(drawing.figure) ?? sectionOf(drawing.figure);
  sections.set(drawing.figure, add);
  add(drawing);
  drawn += 1;
  tell(drawn);
}
