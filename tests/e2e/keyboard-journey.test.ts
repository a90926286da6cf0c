import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { open, repainted } from "./browser.ts";
import { asked, eventPanel, focused, press, status } from "./views.ts";

const holds = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);

/** Goes on with Tab, or back with Shift and Tab, until an element that matches has the focus. */
const tabTo = async (page: Page, selector: string, key: "Tab" | "Shift+Tab" = "Tab"): Promise<string> => {
  for (let step = 0; step < 300; step++) {
    await page.keyboard.press(key);
    if (await holds(page, selector)) return press(page);
  }
  throw new Error(`${key} never comes to ${selector}`);
};

const attribute = (page: Page, name: string): Promise<string | null> =>
  page.evaluate((wanted) => document.activeElement?.getAttribute(wanted) ?? null, name);

const chose = async (page: Page, key: string, value: string | null): Promise<void> => {
  await expect.poll(() => asked(page).get(key)).toBe(value);
};

const says = async (page: Page, text: string): Promise<void> => {
  await expect.poll(() => status(page)).toBe(text);
};

const EVERYTHING = "Showing 14 of 14 meetings: everything on record";

describe.each([320, 1280])("by keys alone at %i px", (width) => {
  const start = (path = ""): Promise<Page> => open(path, { width, height: 800 });

  it("skips to the record, looks for a misprinted name, takes the choice back", async () => {
    const page = await start();
    expect(await press(page, "Tab")).toBe("a Skip to the record");
    await page.keyboard.press("Enter");
    expect(await holds(page, "#record")).toBe(true);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.closest("main") !== null), "what follows").toBe(true);

    await page.keyboard.press("/");
    await page.keyboard.type("Valadimir");
    await page.getByRole("option", { name: /^Vladimir Voronkov/ }).waitFor();
    await repainted(page, () => press(page, "ArrowDown", "Enter"));
    await chose(page, "official", "vladimir-voronkov");
    await says(page, "Showing 1 of 14 meetings, attended by Vladimir Voronkov");
    expect((await focused(page)).what).toBe("input Search the record");

    expect(await tabTo(page, ".active button")).toBe("button Remove official: Vladimir Voronkov");
    await repainted(page, () => page.keyboard.press("Enter"));
    await chose(page, "official", null);
    await says(page, EVERYTHING);
    expect((await focused(page)).what).not.toBe("nothing");
    await repainted(page, () => page.goBack());
    await says(page, "Showing 1 of 14 meetings, attended by Vladimir Voronkov");
  });

  it("chooses a chip, a period and a topic, takes one out, clears the rest, and undoes", async () => {
    const page = await start();
    await tabTo(page, '.filter button[data-partner="KR"]');
    await repainted(page, () => press(page, "Enter"));
    await chose(page, "partner", "KR");
    await says(page, "Showing 4 of 14 meetings, with Republic of Korea");
    expect(await attribute(page, "data-partner")).toBe("KR");

    for (let step = 0; (await focused(page)).what !== "button Dates" && step < 40; step++) await press(page, "Tab");
    await press(page, "Enter");
    if (!(await holds(page, "input[name=from]"))) await tabTo(page, "input[name=from]");
    await page.keyboard.type("2019-07");
    await press(page, "Tab");
    await page.keyboard.type("2019-07-08");
    await repainted(page, () => page.keyboard.press("Enter"));
    await chose(page, "from", "2019-07");
    await chose(page, "to", "2019-07-08");
    await says(page, "Showing 2 of 14 meetings, with Republic of Korea, from July 2019 to 8 July 2019");
    expect((await focused(page)).what).toMatch(/^button Dates/);

    expect(await tabTo(page, ".active button")).toBe("button Remove partner: Republic of Korea");
    expect(await press(page, "Tab")).toBe("button Remove from: From July 2019");
    await repainted(page, () => page.keyboard.press("Enter"));
    await chose(page, "from", null);
    await says(page, "Showing 3 of 14 meetings, with Republic of Korea, until 8 July 2019");
    expect((await focused(page)).what).toMatch(/^button Remove/);
    await tabTo(page, '[data-action="reset"]', "Shift+Tab");
    await repainted(page, () => page.keyboard.press("Enter"));
    await says(page, EVERYTHING);
    expect([...asked(page).keys()]).toEqual([]);
    expect((await focused(page)).what, "where there is nothing left to clear").toMatch(/^button Dates/);
    await repainted(page, () => page.goBack());
    await says(page, "Showing 3 of 14 meetings, with Republic of Korea, until 8 July 2019");
  });

  it("reads the timeline, opens an event, goes on and back in time, and returns", async () => {
    const page = await start();
    const event = (): Promise<string | null> => attribute(page, "data-event");
    await tabTo(page, '[data-figure="timeline"] [data-event]');
    await press(page, "Home");
    const first = await event();
    await press(page, "ArrowRight");
    expect(await event()).not.toBe(first);
    await press(page, "ArrowDown");
    await press(page, "End");
    const last = await event();
    expect(last).toMatch(/^2020-/);
    await press(page, "+");
    await expect.poll(() => asked(page).get("window")).toMatch(/^\d{4}.*\.\.\d{4}/);
    expect(await event(), "the mark stays in focus while it is zoomed").toBe(last);
    await press(page, "-");
    await press(page, "0");
    await chose(page, "window", null);
    await press(page, "Home");
    expect(await event()).toBe(first);

    await page.keyboard.press("Enter");
    await chose(page, "event", first);
    await eventPanel(page).locator(".event-summary").waitFor();
    if (width >= 1100) {
      expect(await event(), "the page goes on beside the event").toBe(first);
      await page.keyboard.press("Enter");
      expect(await press(page), "once more goes to it").toMatch(/^h2 /);
    }
    await tabTo(page, ".event-steps button:last-child");
    await press(page, "Enter");
    await expect.poll(() => asked(page).get("event")).not.toBe(first);
    const second = asked(page).get("event");
    expect((await focused(page)).what).toMatch(/Next event/);
    await press(page, "Enter");
    await expect.poll(() => asked(page).get("event")).not.toBe(second);
    await tabTo(page, ".event-steps button:first-child", "Shift+Tab");
    await press(page, "Enter");
    await chose(page, "event", second);
    await says(page, EVERYTHING);
    await page.keyboard.press("Escape");
    await chose(page, "event", null);
    await expect.poll(async () => (await focused(page)).what).not.toBe("nothing");
    await page.goBack();
    await chose(page, "event", second);
  });

  it("walks the map, zooms it, moves it to a place out of sight, and filters by a place", async () => {
    const page = await start();
    const place = (): Promise<string | null> => attribute(page, "data-place");
    await tabTo(page, '[data-figure="map"] [data-mark]');
    const map = page.locator('[data-figure="map"]');
    const x = async (id: string): Promise<number> =>
      (await map.locator(`[data-place~="${id}"]`).first().boundingBox())?.x ?? Number.NaN;
    const seoul = await x("seoul");
    for (let step = 0; step < 6 && (await place()) !== "seoul"; step++) await press(page, "ArrowRight");
    expect(await place()).toBe("seoul");
    await press(page, "+", "+", "+", "+");
    // Far in, the other places are out of sight, and an arrow brings the next one into it.
    await press(page, "ArrowLeft");
    expect(await place()).not.toBe("seoul");
    await press(page, "0");
    await expect.poll(() => x("seoul")).toBeCloseTo(seoul, 0);
    for (let step = 0; step < 8 && (await place()) !== "sochi"; step++) await press(page, "ArrowLeft");
    expect(await place()).toBe("sochi");
    await repainted(page, () => press(page, "Enter"));
    await chose(page, "place", "sochi");
    await says(page, "Showing 6 of 14 meetings, in Sochi");
    expect(await place()).toBe("sochi");
    await repainted(page, () => press(page, "Enter"));
    await says(page, EVERYTHING);
  });

  it("finds, sorts and chooses an official", async () => {
    const page = await start();
    const names = () =>
      page.locator(".official[data-official]").evaluateAll((all) => all.map((card) => card.dataset.official));
    await tabTo(page, ".officials-tools input");
    await page.keyboard.type("nak");
    await expect.poll(names).toContain("lee-nak-yeon");
    await press(page, "Escape");
    await expect.poll(async () => (await names()).length).toBeGreaterThan(3);
    await tabTo(page, ".officials-tools select");
    await tabTo(page, ".officials-tools select");
    await press(page, "ArrowDown");
    await expect.poll(async () => (await names())[0]).not.toBe("to-lam");
    const [foremost] = await names();
    await tabTo(page, ".official[data-official]");
    await repainted(page, () => press(page, "Enter"));
    await chose(page, "official", foremost ?? "");
    expect(await status(page)).toMatch(/^Showing \d+ of 14 meetings?, attended by /);
    expect(await attribute(page, "data-official")).toBe(foremost);
    expect(await attribute(page, "aria-pressed")).toBe("true");
  });

  it("opens what was signed and said, a reported figure, and a number of the matrix", async () => {
    const page = await start();
    for (const selector of [
      '[data-figure="agreements"] .event-link',
      '[data-figure="commitments"] .event-link',
      '[data-figure="statistics"] [data-statistic]',
    ]) {
      await tabTo(page, selector);
      const before = await focused(page);
      await page.keyboard.press("Enter");
      await eventPanel(page).locator(".event-summary").waitFor();
      expect(asked(page).get("event"), selector).not.toBeNull();
      await page.keyboard.press("Escape");
      await chose(page, "event", null);
      expect((await focused(page)).what, `${selector} has the focus again`).toBe(before.what);
      if (selector.includes("statistics")) await tabTo(page, '[data-figure="topics"] [data-cell]', "Shift+Tab");
    }
    const from = await attribute(page, "data-cell");
    await press(page, "ArrowDown");
    expect(await attribute(page, "data-cell")).not.toBe(from);
    await repainted(page, () => press(page, "Enter"));
    await expect.poll(() => [asked(page).get("partner"), asked(page).get("topic")]).not.toContain(null);
    expect(await status(page)).toMatch(/^Showing \d+ of 14 meetings, with .+, on .+/);
    expect((await focused(page)).what).not.toBe("nothing");
  }, 120_000);

  it("opens help from anywhere and goes back to where it was", async () => {
    const page = await start();
    const before = await tabTo(page, '[data-figure="timeline"] [data-event]');
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keys and help" }).waitFor();
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.closest("dialog") !== null)).toBe(true);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(await press(page)).toBe(before);
  });
});
