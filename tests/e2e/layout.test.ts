import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { open, settled } from "./browser.ts";
import { eventPanel, openEvent } from "./views.ts";

/** What reaches out of the page to the right, and text that is cut off without saying so. */
const faults = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const root = document.documentElement;
    const found: string[] = [];
    if (root.scrollWidth > root.clientWidth) found.push(`the page scrolls sideways: ${root.scrollWidth}`);
    const scrolls = (element: Element): boolean => {
      for (let each = element.parentElement; each && each !== document.body; each = each.parentElement)
        if (/auto|scroll|hidden|clip/.test(getComputedStyle(each).overflowX)) return true;
      return false;
    };
    for (const element of document.querySelectorAll("body *")) {
      const box = element.getBoundingClientRect();
      if (box.width === 0 || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const name = `${element.tagName} ${element.getAttribute("class") ?? ""} ${element.textContent?.slice(0, 40)}`;
      if (box.right > root.clientWidth + 1 && !scrolls(element)) found.push(`out of the page: ${name}`);
      if (!(element instanceof HTMLElement)) continue;
      const { overflowX, overflowY, textOverflow } = getComputedStyle(element);
      const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
      if (!own || element.clientWidth <= 1) continue;
      const wide = element.scrollWidth > element.clientWidth + 1 && /hidden|clip/.test(overflowX);
      const high = element.scrollHeight > element.clientHeight + 1 && /hidden|clip/.test(overflowY);
      if ((wide && textOverflow !== "ellipsis") || high) found.push(`cut off: ${name}`);
    }
    return found;
  });

const WIDTHS = [320, 360, 600, 640, 768, 1099, 1100, 1280, 1920, 2560];

it("fits every width from 320 to 2560 px, which 200 % zoom makes of 1280 too", async () => {
  const page = await open("?partner=KR,INTERPOL,ASEAN", { width: 320 });
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await settled(page);
    expect(await faults(page), `${width} px`).toEqual([]);
    const [name, record] = await page
      .locator(".header-name > *")
      .evaluateAll((lines) =>
        lines.map((line) => line.getBoundingClientRect().height / parseFloat(getComputedStyle(line).lineHeight)),
      );
    expect(name, `lines of the page's name, ${width} px`).toBeCloseTo(1);
    expect(record, `lines of the record's name, ${width} px`).toBeLessThan(2.1);
  }
});

it("fits with an event open, and as tables", async () => {
  const page = await openEvent("2019-11-27-ammtc-13");
  for (const button of await page.getByRole("button", { name: "Table", exact: true }).all()) await button.click();
  for (const width of [320, 768, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await eventPanel(page).locator(".event-summary").waitFor();
    await settled(page);
    expect(await faults(page), `${width} px`).toEqual([]);
  }
});

it("ends no line of the record in the middle of a name", async () => {
  const page = await open("?partner=KR");
  for (const width of [320, 1280, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    await settled(page);
    const lines = await page
      .locator(".record-title .ui-unbroken")
      .evaluateAll((names) => names.map((name) => name.getClientRects().length));
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.every((count) => count === 1)).toBe(true);
  }
});

it.each([
  ["on a wide screen", 1280],
  ["on a phone", 390],
])("keeps what is on the page in its place while it loads %s", async (_, width) => {
  const page = await open("", {
    width,
    before: (page) =>
      page.addInitScript(() => {
        const shifts: unknown[] = [];
        Object.assign(window, { shifts });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & {
            value: number;
            sources?: { node?: Node }[];
          })[])
            shifts.push({
              value: entry.value,
              what: entry.sources?.map(({ node }) => (node instanceof Element ? node.outerHTML.slice(0, 80) : "")),
            });
        }).observe({ type: "layout-shift", buffered: true });
      }),
  });
  await page.locator('[data-figure="map"] path').nth(3).waitFor({ state: "attached" });
  await settled(page);
  const shifts = await page.evaluate(() => (window as unknown as { shifts: { value: number }[] }).shifts);
  expect(
    shifts.reduce((sum, { value }) => sum + value, 0),
    JSON.stringify(shifts),
  ).toBeLessThan(0.02);
});

it("prints the filtered record with its sources, and no controls", async () => {
  const page = await open("?partner=KR&theme=dark");
  await page.emulateMedia({ media: "print" });
  const entries = page.locator(".printout-entry");
  await expect.poll(() => entries.count()).toBe(6);
  const said = (await entries.allInnerTexts()).join("\n");
  for (const part of ["Moon Moo-il", "on a day within 15–18 October 2019", "8 July 2019, year inferred", "https://"])
    expect(said).toContain(part);
  for (const hidden of [".filter", ".search", ".header-tools", ".panel-tools"])
    expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
    "rgb(255, 255, 255)",
  );
  const paper = await page.pdf({ format: "A4" });
  expect(paper.subarray(0, 5).toString()).toBe("%PDF-");
});

it("shows the foremost topics on the page, more when asked, and all of them on paper", async () => {
  const page = await open("");
  const topics = page.locator('[data-figure="topics"] [data-topic]');
  const part = page.locator(".topics-part");
  const [, first, all] = (/(\d+) of (\d+) topics/.exec(await part.innerText()) ?? []).map(Number);
  expect(first).toBeLessThan(all ?? 0);
  expect(await topics.count()).toBe(first);
  await page.emulateMedia({ media: "print" });
  await expect.poll(() => topics.count()).toBe(all);
  expect(await part.count()).toBe(0);
  await page.emulateMedia({ media: "screen" });
  await expect.poll(() => topics.count()).toBe(first);
  await part.getByRole("button").click();
  expect(await topics.count()).toBe(all);
});

it("begins a row of the ledger with what was done, in the line of what it was", async () => {
  const page = await open("", { width: 1280 });
  const row = page.locator(".ledger-row[data-commitment]").first();
  const [badge, words, all] = await Promise.all([
    row.locator(".ui-badge").boundingBox(),
    row.locator(".ledger-what > p").first().boundingBox(),
    row.boundingBox(),
  ]);
  if (!badge || !words || !all) throw new Error("the row is not laid out");
  expect(Math.abs(badge.x - words.x)).toBeLessThanOrEqual(1);
  expect(Math.abs(words.width - all.width)).toBeLessThanOrEqual(1);
  expect(Math.abs(badge.y - words.y)).toBeLessThan(10);
  // Beside it stands a second column of rows.
  const lefts = await page
    .locator(".ledger-row[data-commitment]")
    .evaluateAll((rows) => [...new Set(rows.map((one) => Math.round(one.getBoundingClientRect().left)))]);
  expect(lefts).toHaveLength(2);
});

/** Where the middles of these stand, from the top of the window, each height once. */
const rowsOf = (page: Page, selector: string): Promise<readonly number[]> =>
  page.locator(selector).evaluateAll((elements) => {
    const boxes = elements.map((element) => element.getBoundingClientRect()).filter(({ height }) => height > 0);
    const middles = boxes.map(({ top, height }) => Math.round((top + height / 2) / 4) * 4);
    return [...new Set(middles)].sort((a, b) => a - b);
  });

it("stands chips, menus, an official's controls and a notice's button in as few rows as fit", async () => {
  const page = await open("?partner=XX", { width: 1280 });
  const chips = await rowsOf(page, ".filter .ui-chip");
  expect(chips).toHaveLength(1);
  const menus = await rowsOf(page, ".filter-menus > *");
  expect(menus).toHaveLength(1);
  expect(menus[0]).toBeGreaterThan(chips[0] ?? 0);
  expect(await rowsOf(page, ".officials-tools > *")).toHaveLength(1);
  expect(await rowsOf(page, ".ui-notice-title, .ui-notice-actions")).toHaveLength(1);
  await page.setViewportSize({ width: 1920, height: 900 });
  await settled(page);
  expect(await rowsOf(page, ".filter .ui-chip, .filter-menus > *")).toHaveLength(1);
});
