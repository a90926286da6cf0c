/** Drives the built dashboard by what it offers to any host page: its address, its controls, its status line. */
import "./probe.ts";

const data = (name: string): string => document.documentElement.dataset[name] ?? "";

const click = (selector: string): void => {
  const button = document.querySelector(selector);
  if (!(button instanceof HTMLElement)) throw new Error(`no ${selector}`);
  button.click();
};

/** The numbers in "Showing 4 of 14 meetings". */
const shown = (): { readonly shown: number; readonly total: number } => {
  const [, some, all] = /([\d,]+) of ([\d,]+)/.exec(document.querySelector("[role=status]")?.textContent ?? "") ?? [];
  const number = (text: string | undefined): number => Number((text ?? "-1").replaceAll(",", ""));
  return { shown: number(some), total: number(all) };
};

/** Ends when the page says by its revision that another question has been painted in all views. */
const repainted = (before: string): Promise<void> =>
  new Promise((done) => {
    const observer = new MutationObserver(() => {
      if (data("revision") === before) return;
      observer.disconnect();
      done();
    });
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-revision"] });
  });

const expected = Number(new URLSearchParams(location.hash.slice(1)).get("meetings"));

/**
 * A record that streams is on the page before it is whole: wait until all views have been painted over the last count.
 * Looks when the page says that it has painted, not at every frame: that would have it draw frames for nothing.
 */
const complete = async (): Promise<void> => {
  if (document.readyState === "loading")
    await new Promise((done) => document.addEventListener("DOMContentLoaded", done, { once: true }));
  do await repainted(data("revision"));
  while (shown().total !== expected);
};

window.probe.subject = {
  target: "[data-figure=timeline]",
  load: complete,
  choose: async (partner) => {
    const painted = repainted(data("revision"));
    click(partner === null ? "[data-action=reset]" : `button[data-partner="${partner}"]`);
    await painted;
  },
  count: () => shown().shown,
};

void complete().then(() => {
  window.probe.loaded = { ms: performance.now(), count: shown().shown };
});
