/** The bars of meetings by partner: a filter of their own that leaves the others in view. */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { axe, open } from "./browser.ts";
import { figure } from "./views.ts";

const bars = (page: Page) => figure(page, "partners");
const said = (page: Page): Promise<(string | null)[]> =>
  bars(page)
    .locator("[role=button]")
    .evaluateAll((rows) => rows.map((row) => row.getAttribute("aria-label")));

it("keeps every partner in view when one is chosen, quieter, and lets go again", async () => {
  const page = await open();
  await bars(page).scrollIntoViewIfNeeded();
  const all = await said(page);
  expect(all.length).toBeGreaterThan(5);
  expect(all).toContain("INTERPOL, international organisation: 3 meetings");
  const interpol = bars(page).locator('[data-partner="INTERPOL"]');
  await interpol.click();
  await expect.poll(() => page.url()).toContain("partner=INTERPOL");
  await expect.poll(() => interpol.getAttribute("aria-pressed")).toBe("true");
  expect(await said(page)).toEqual(all);
  expect(await bars(page).locator('path[opacity="0.45"]').count()).toBe(all.length - 1);
  // The bar of the filter lies over what is scrolled under it.
  await page.evaluate(() => window.scrollTo(0, 0));
  await axe(page);
  await interpol.click();
  await expect.poll(() => page.url()).not.toContain("partner=");
});

it("is one stop of the tab key, walked by arrows, and Enter filters", async () => {
  const page = await open();
  const rows = bars(page).locator("[role=button]");
  await expect.poll(() => bars(page).locator('[tabindex="0"]').count()).toBe(1);
  await rows.first().focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  const id = await page.evaluate(() => document.activeElement?.getAttribute("data-partner"));
  expect(id).toBe(await rows.nth(2).getAttribute("data-partner"));
  await page.keyboard.press("Enter");
  await expect.poll(() => page.url()).toContain(`partner=${id}`);
  expect(await page.evaluate(() => document.activeElement?.getAttribute("data-partner"))).toBe(id);
  await page.keyboard.press("End");
  expect(await page.evaluate(() => document.activeElement?.getAttribute("data-partner"))).toBe(
    await rows.last().getAttribute("data-partner"),
  );
});

it("lights up what the pointer is on, counts under the rest of the filter, and has a table", async () => {
  const page = await open("?topic=drug-crime");
  await bars(page).scrollIntoViewIfNeeded();
  await bars(page).locator('[data-partner="KR"]').hover();
  await figure(page, "map").locator("[data-lit]").first().waitFor({ state: "attached" });
  const panel = page.locator(".panel.partners");
  await panel.getByRole("button", { name: "Table" }).click();
  await expect.poll(() => panel.getByRole("row").count()).toBeGreaterThan(5);
  await panel.getByRole("row", { name: /Republic of Korea/ }).waitFor();
  await panel.getByRole("button", { name: "How we count" }).click();
  await panel.getByText("A partner is who was met, never where").waitFor();
  expect(await panel.locator('[data-action="download"], [data-action="embed"], [data-action="cite"]').count()).toBe(3);
});

it("says that nothing matches instead of bars of nothing", async () => {
  const page = await open("?from=1990&to=1991");
  await page.locator(".panel.partners .ui-empty, .panel.partners [class*=empty]").first().waitFor();
  expect(await said(page)).toEqual([]);
});
