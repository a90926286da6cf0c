import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { axe, open, repainted, settled } from "./browser.ts";
import { asked, eventPanel, figure, focused, press, search, status } from "./views.ts";

/** The event whose mark has the focus. */
const markInFocus = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute("data-event") ?? null);

const toFirstMark = async (page: Page): Promise<void> => {
  await figure(page, "timeline").locator('[data-event][tabindex="0"]').focus();
};

it("skips to the record, then walks every control with the focus always in sight", async () => {
  const page = await open("?partner=KR", { height: 700 });
  expect(await press(page, "Tab")).toBe("a Skip to the record");
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("record");
  const seen: string[] = [];
  for (let step = 0; step < 90; step++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement === document.body)) break;
    const { what, seen: visible } = await focused(page);
    expect(visible, `focus ${step} on ${what}`).toBe(true);
    seen.push(what);
  }
  const all = seen.join("\n");
  for (const part of [
    /Remove partner/,
    /Zoom in/,
    /Table/,
    /Seoul/,
    /Find an official/,
    /Tô Lâm/,
    /source/,
    /Record|Visit/,
  ])
    expect(all).toMatch(part);
});

it("searches with / and the arrows, applies with Enter and empties with Esc", async () => {
  const page = await open();
  await page.keyboard.press("/");
  expect(await search(page).evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.type("valadimir");
  await page.getByRole("option", { name: /^Vladimir Voronkov/ }).waitFor();
  await page.keyboard.press("ArrowDown");
  expect(await page.getByRole("listbox").getByRole("option", { selected: true }).textContent()).toContain(
    "Vladimir Voronkov",
  );
  await repainted(page, () => page.keyboard.press("Enter"));
  await expect.poll(() => asked(page).get("official")).toBe("vladimir-voronkov");
  expect(await status(page)).toContain("Showing 1 of 14 meetings, attended by Vladimir Voronkov");
  await press(page, "l", "a");
  await page.getByRole("listbox").waitFor();
  await press(page, "Escape");
  expect(await search(page).inputValue()).toBe("");
});

it("chooses in a menu with arrows and Space, and gives the focus back", async () => {
  const page = await open();
  const menu = page.getByRole("button", { name: /^Place/ });
  await menu.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("list", { name: "Place" }).waitFor();
  await page.keyboard.type("sochi");
  await page.keyboard.press("ArrowDown");
  await repainted(page, () => page.keyboard.press("Space"));
  await expect.poll(() => asked(page).get("place")).toBe("sochi");
  expect(await press(page, "Escape")).toMatch(/^button Place/);
  await page.locator('[data-action="reset"]').focus();
  await repainted(page, () => page.keyboard.press("Enter"));
  expect((await focused(page)).what, "the focus is not lost with the button").toMatch(/^button Dates/);
});

it("keeps the focus when a chip that has it goes away", async () => {
  const page = await open("?partner=KR&place=sochi");
  const chips = page.getByRole("list", { name: "Active filters" }).getByRole("button");
  await chips.first().focus();
  await repainted(page, () => page.keyboard.press("Enter"));
  expect((await focused(page)).what).toMatch(/Remove place: Sochi/);
  await repainted(page, () => page.keyboard.press("Enter"));
  expect((await focused(page)).what).not.toBe("nothing");
});

it("steps through the timeline in time and across lanes, zooms, opens and closes", async () => {
  const page = await open();
  await toFirstMark(page);
  await press(page, "Home");
  const first = await markInFocus(page);
  await press(page, "ArrowRight");
  const second = await markInFocus(page);
  expect(second).not.toBe(first);
  await press(page, "ArrowLeft");
  expect(await markInFocus(page)).toBe(first);
  const lane = () => page.evaluate(() => document.activeElement?.getAttribute("data-lane") ?? null);
  await press(page, "Home");
  const upper = await lane();
  await press(page, "ArrowDown");
  expect(await lane()).not.toBe(upper);
  await press(page, "ArrowUp");
  expect(await lane()).toBe(upper);
  await repainted(page, () => press(page, "+"));
  await expect.poll(() => asked(page).get("window")).toMatch(/^\d{4}.*\.\.\d{4}/);
  const near = asked(page).get("window");
  await repainted(page, () => press(page, "-"));
  await expect.poll(() => asked(page).get("window")).not.toBe(near);
  await repainted(page, () => press(page, "0"));
  await expect.poll(() => asked(page).get("window")).toBeNull();
  await press(page, "End");
  const last = await markInFocus(page);
  expect(last).toMatch(/^2020-/);
  await repainted(page, () => press(page, "Enter"));
  await expect.poll(() => asked(page).get("event")).toBe(last);
  await repainted(page, () => press(page, "Escape"));
  await expect.poll(async () => [asked(page).get("event"), await markInFocus(page)]).toEqual([null, last]);
});

it("reaches every event of the timeline with the arrow alone", async () => {
  const page = await open("?partner=KR,RU,INTERPOL");
  await toFirstMark(page);
  await press(page, "Home");
  const seen = new Set<string | null>();
  for (let step = 0; step < 30 && !seen.has(await markInFocus(page)); step++) {
    seen.add(await markInFocus(page));
    await press(page, "ArrowRight");
  }
  const drawn = await figure(page, "timeline")
    .locator("[data-event]")
    .evaluateAll((marks) => [...new Set(marks.map((mark) => mark.getAttribute("data-event")))]);
  expect([...seen].sort()).toEqual(drawn.sort());
});

it("walks the map's places, filters by one, zooms and comes back", async () => {
  const page = await open();
  const map = figure(page, "map");
  await map.locator('[data-mark][tabindex="0"]').focus();
  const from = (await focused(page)).what;
  const reached = [];
  for (const key of ["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown"]) reached.push(await press(page, key));
  expect(reached.some((what) => what !== from)).toBe(true);
  await press(page, "+", "+");
  await page.getByRole("button", { name: /whole map|Reset|Show all/i }).waitFor();
  await press(page, "0");
  await map.locator('[data-place="sochi"]').focus();
  await repainted(page, () => page.keyboard.press("Enter"));
  await expect.poll(() => asked(page).get("place")).toBe("sochi");
  expect((await focused(page)).what).not.toBe("nothing");
});

it("filters by an official's card, and opens an event of the list and returns to its row", async () => {
  const page = await open();
  await page.locator('.official[data-official="to-lam"]').focus();
  await repainted(page, () => page.keyboard.press("Enter"));
  await expect.poll(() => asked(page).get("official")).toBe("to-lam");
  expect((await focused(page)).what).toMatch(/Tô Lâm/);

  const row = page.locator(".record-row").nth(1);
  const id = await row.getAttribute("data-event");
  await row.focus();
  await page.keyboard.press("Enter");
  await eventPanel(page).locator(".event-summary").waitFor();
  await expect.poll(async () => (await focused(page)).what).toMatch(/^h2 /);
  await page.keyboard.press("Escape");
  await expect.poll(() => markInFocus(page)).toBe(id);
});

it("walks from event to event with the focus on the button, past the last one too", async () => {
  const page = await open("?event=2020-ammtc-14");
  const next = eventPanel(page).getByRole("button", { name: "Next event" });
  await next.focus();
  for (let step = 0; step < 4; step++) {
    await page.keyboard.press("Enter");
    expect(await press(page)).toMatch(/Next event/);
  }
});

it("opens help with ?, keeps the focus in it, and gives it back; single keys can be turned off", async () => {
  const page = await open();
  const fit = page.getByRole("button", { name: "Fit", exact: true });
  await fit.focus();
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keys and help" });
  await help.waitFor();
  await axe(page);
  const single = help.getByRole("checkbox", { name: /single keys/ });
  await single.focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Escape");
  await help.waitFor({ state: "detached" });
  expect((await focused(page)).what).toBe("button Fit");
  await page.keyboard.press("/");
  await page.keyboard.press("?");
  expect(await help.count()).toBe(0);
  expect((await focused(page)).what).toBe("button Fit");
  await page.getByRole("button", { name: "Keys and help" }).focus();
  await page.keyboard.press("Enter");
  await single.focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  expect(await search(page).evaluate((field) => field === document.activeElement)).toBe(true);
});

it("works in the sheet of a phone, and gives the focus back to the row", async () => {
  const page = await open("", { width: 390, height: 800 });
  const row = page.locator(".record-row").first();
  const id = await row.getAttribute("data-event");
  await row.focus();
  await page.keyboard.press("Enter");
  const sheet = page.getByRole("dialog");
  await sheet.locator(".event-summary").waitFor();
  for (let step = 0; step < 5; step++) {
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.closest("dialog") !== null)).toBe(true);
  }
  await page.keyboard.press("Escape");
  await sheet.waitFor({ state: "detached" });
  expect(await markInFocus(page)).toBe(id);
});

it("rings the heading of an event that keys opened, and not of one that was clicked", async () => {
  for (const width of [1280, 390]) {
    const page = await open("", { width, height: 800 });
    const heading = page.locator(".ui-sheet h2, .ui-sheet-bottom h2");
    const ring = () => heading.evaluate((element) => getComputedStyle(element).outlineStyle);
    const row = page.locator(".record-row").first();
    await row.click();
    await eventPanel(page).locator(".event-summary").waitFor();
    await settled(page);
    expect(await ring(), `${width} px, clicked`).toBe("none");
    await page.keyboard.press("Escape");
    await expect.poll(() => asked(page).get("event")).toBeNull();
    await row.focus();
    await page.keyboard.press("Enter");
    await eventPanel(page).locator(".event-summary").waitFor();
    await expect.poll(async () => (await focused(page)).what).toMatch(/^h2 /);
    expect(await ring(), `${width} px, by a key`).toBe("solid");
  }
});

it("leaves the focus with the event when the page grows wide enough to have it beside the figures", async () => {
  const page = await open("?event=2019-01-29-talks-moon", { width: 800, height: 900 });
  const heading = (): Promise<string | null> =>
    page.evaluate(() => {
      const { activeElement } = document;
      const where = activeElement?.closest("dialog, .page-aside")?.tagName.toLowerCase();
      return activeElement?.tagName === "H2" ? `${where}: ${activeElement.textContent}` : null;
    });
  await expect.poll(heading).toBe("dialog: Talks with Prosecutor General Moon Moo-il");
  await page.setViewportSize({ width: 1280, height: 900 });
  await expect.poll(heading).toBe("div: Talks with Prosecutor General Moon Moo-il");
  await page.setViewportSize({ width: 800, height: 900 });
  await expect.poll(heading).toBe("dialog: Talks with Prosecutor General Moon Moo-il");
});
