/** Every embed walked by keys alone, from its first record to its last, chosen and let go. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FigureName } from "#figures/names.ts";
import { axe, open } from "./browser.ts";
import { type Pages, SANDBOX, type Served, servePages, serveSite } from "./hosts.ts";

let site: Served;
let host: Pages;
beforeAll(async () => {
  [site, host] = await Promise.all([serveSite(), servePages()]);
});
afterAll(() => {
  site.close();
  host.close();
});

const LOCAL = [/^third party: http:\/\/127\.0\.0\.1:/, /^console warning: Unrecognized feature: 'web-share'/];
const embed = (path: string): Promise<Page> =>
  open(`${site.address}embed/${path}`, { width: 680, reducedMotion: "reduce", expected: LOCAL });

/** Presses Tab until the focus is in the drawing; says how often. */
const enter = async (page: Page): Promise<number> => {
  for (let pressed = 1; pressed < 12; pressed++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement?.closest(".drawing [data-figure]") !== null)) return pressed;
  }
  throw new Error("the drawing is not in the tab order");
};

interface Here {
  readonly name: string;
  readonly role: string;
  readonly outlined: boolean;
  readonly place: number;
}

/** What has the focus: its name and role, whether it is seen to have it, and where among all marks it stands. */
const here = (page: Page): Promise<Here> =>
  page.evaluate(() => {
    const element = document.activeElement as Element;
    const marks = [...document.querySelectorAll(".drawing svg [tabindex]")];
    return {
      name: element.getAttribute("aria-label") ?? "",
      role: element.getAttribute("role") ?? "",
      outlined: getComputedStyle(element).outlineStyle !== "none" || element.querySelector("[stroke]") !== null,
      place: marks.indexOf(element),
    };
  });

const chosen = (page: Page): Promise<string> => page.locator(".chosen[role=status]").innerText();

/** Enter chooses and says so, Escape lets go; the focus stays where it is. */
const chooseHere = async (page: Page): Promise<void> => {
  const { place } = await here(page);
  await page.keyboard.press("Enter");
  await expect.poll(() => chosen(page)).toMatch(/^Chosen: .+/);
  expect((await here(page)).place).toBe(place);
  expect(await page.locator(".chosen a").getAttribute("href")).toMatch(/^\.\.\/\.\.\//);
  await page.keyboard.press("Escape");
  await expect.poll(() => chosen(page)).toBe("");
  expect((await here(page)).place).toBe(place);
};

const LISTS: readonly FigureName[] = ["officials", "partners", "agreements", "commitments", "statistics", "event"];

describe.each(LISTS)("the marks of %s", (figure) => {
  it("are one stop of the tab key, walked by arrows from first to last", async () => {
    const page = await embed(`${figure}/`);
    const all = await page.locator('.drawing svg [role="button"]').count();
    expect(all).toBeGreaterThan(4);
    await enter(page);
    expect((await here(page)).place).toBe(0);
    await chooseHere(page);
    for (let at = 1; at < all; at++) {
      await page.keyboard.press("ArrowRight");
      const now = await here(page);
      expect(now).toMatchObject({ place: at, role: "button", outlined: true });
      expect(now.name.length).toBeGreaterThan(2);
    }
    await page.keyboard.press("ArrowRight");
    expect((await here(page)).place).toBe(all - 1);
    await chooseHere(page);
    await page.keyboard.press("Home");
    expect((await here(page)).place).toBe(0);
    // The next stop lies behind the figure.
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.closest(".drawing"))).toBeNull();
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Space");
    await expect.poll(() => page.locator('.drawing [aria-pressed="true"]').count()).toBeGreaterThan(0);
    await axe(page);
    await page.keyboard.press("Space");
    await expect.poll(() => chosen(page)).toBe("");
  });
  it("stand still where nothing may be pressed", async () => {
    const page = await embed(`${figure}/?static=true`);
    expect(await page.locator('.drawing [role="button"]').count()).toBe(0);
    expect(await page.locator(".drawing svg").getAttribute("role")).toBe("img");
  });
});

describe("the matrix", () => {
  it("is walked through heads and cells; a cell is a topic with one partner", async () => {
    const page = await embed("topics/");
    const all = await page.locator(".drawing [data-spot]").count();
    await enter(page);
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Home");
    const rows = await page.locator(".drawing [role=rowheader]").count();
    const columns = await page.locator(".drawing [role=columnheader]").count();
    expect(all).toBe(rows + columns + rows * columns);
    const seen = new Set<string>();
    for (let row = -1; row < rows; row++) {
      if (row >= 0) {
        await page.keyboard.press("ArrowDown");
        await page.keyboard.press("Home");
      }
      for (let column = row < 0 ? 0 : -1; column < columns; column++) {
        await page.waitForFunction(
          (spot) => document.activeElement?.getAttribute("data-spot") === spot,
          `${row} ${column}`,
        );
        const now = await here(page);
        expect(now.outlined).toBe(true);
        seen.add(now.name);
        await page.keyboard.press("ArrowRight");
      }
    }
    expect(seen.size).toBe(all);
    const full = page.locator('.drawing [role="gridcell"].topics-press').first();
    await full.focus();
    await chooseHere(page);
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator(".chosen a").getAttribute("href")).toMatch(/\?partner=[^&]+&topic=/);
    await axe(page);
  });
});

describe("the timeline", () => {
  it("is walked from the first event to the last, after the names of its lanes", async () => {
    const page = await embed("timeline/");
    await enter(page);
    await chooseHere(page);
    const lanes = page.locator(".drawing [data-press=lane]");
    for (let at = 0; at < (await lanes.count()); at++) {
      expect(await lanes.nth(at).evaluate((lane) => lane === document.activeElement)).toBe(true);
      await page.keyboard.press("ArrowDown");
    }
    await page.keyboard.press("Tab");
    await page.keyboard.press("Home");
    // The focus follows with the next drawing.
    await page.waitForTimeout(200);
    await chooseHere(page);
    const ids = await page
      .locator(".drawing [data-figure] [data-event]")
      .evaluateAll((marks) => [...new Set(marks.map((mark) => mark.getAttribute("data-event")))]);
    const seen = new Set<string | null>();
    for (let step = 0; step <= ids.length; step++) {
      seen.add(await page.evaluate(() => document.activeElement?.getAttribute("data-event") ?? null));
      await page.keyboard.press("ArrowRight");
      await page.waitForTimeout(60);
    }
    expect(ids.filter((id) => !seen.has(id))).toEqual([]);
    await chooseHere(page);
  });
});

describe("the map", () => {
  it("has no mark that arrows do not reach", async () => {
    const page = await embed("map/");
    const names = await page
      .locator(".drawing [data-mark]")
      .evaluateAll((marks) => marks.map((mark) => mark.getAttribute("data-mark") ?? ""));
    expect(names.length).toBeGreaterThan(3);
    await enter(page);
    const seen = new Set<string>();
    const mark = (): Promise<string> =>
      page.evaluate(() => document.activeElement?.getAttribute("data-mark") ?? "nothing");
    // Each way is tried from each mark once, the ones tried least first.
    const tried = new Map<string, number>();
    const KEYS = ["ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"] as const;
    for (let step = 0; step < 300 && seen.size < names.length; step++) {
      const at = await mark();
      seen.add(at);
      const turn = tried.get(at) ?? 0;
      tried.set(at, turn + 1);
      await page.keyboard.press(KEYS[turn % 4] ?? "ArrowRight");
      await page.waitForTimeout(20);
    }
    expect(names.filter((name) => !seen.has(name))).toEqual([]);
    await chooseHere(page);
  });
});

describe("a choice by key", () => {
  it("tells the host what a press of the mouse tells it", async () => {
    const page = await open(
      host.page(`<!doctype html><html lang="en"><title>host</title><link rel="icon" href="data:,"><body>
        <iframe title="figure" width="680" height="900" src="${site.address}embed/agreements/" sandbox="${SANDBOX}"></iframe>
        <script>window.heard=[];addEventListener("message",(event)=>event.data?.type==="select"&&heard.push(event.data.data))</script>`),
      { until: null, expected: LOCAL },
    );
    await expect.poll(() => page.frames().length).toBe(2);
    const frame = page.frames()[1];
    await frame?.waitForSelector('html[data-state="ready"]', { state: "attached" });
    const row = frame?.locator('.drawing [role="button"][data-agreement]').nth(1);
    await row?.click({ position: { x: 4, y: 4 } });
    await row?.press("Escape");
    await row?.press("Enter");
    const heard = () => page.evaluate(() => (window as unknown as { heard: unknown[] }).heard);
    await expect.poll(async () => (await heard()).length).toBe(2);
    const [byMouse, byKey] = await heard();
    expect(byKey).toEqual(byMouse);
    expect(byKey).toEqual({ kind: "agreement", id: await row?.getAttribute("data-agreement") });
  });
});
