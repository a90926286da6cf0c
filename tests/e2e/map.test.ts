import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { open, repainted, settled } from "./browser.ts";
import { asked, figure, recordsIn, status } from "./views.ts";

const place = (page: Page, id: string) => figure(page, "map").locator(`[data-place~="${id}"]`).first();

const boxOf = async (page: Page, id: string) => {
  const box = await place(page, id).boundingBox();
  if (!box) throw new Error(`${id} is not drawn`);
  return box;
};

const apart = async (page: Page, a: string, b: string): Promise<number> => {
  const [one, other] = [await boxOf(page, a), await boxOf(page, b)];
  return Math.hypot(one.x - other.x, one.y - other.y);
};

it("zooms with the wheel and the buttons, moves with a drag, and resets", async () => {
  const page = await open("", { height: 1600 });
  await figure(page, "map").scrollIntoViewIfNeeded();
  await settled(page);
  const start = await apart(page, "sochi", "seoul");
  const reset = page.locator(".map-buttons button").nth(2);
  expect(await reset.isDisabled()).toBe(true);
  const sochi = await boxOf(page, "sochi");
  await page.mouse.move(sochi.x + sochi.width / 2, sochi.y + sochi.height / 2);
  await page.mouse.wheel(0, -200);
  await expect.poll(() => apart(page, "lyon", "sochi")).toBeGreaterThan(60);
  await expect.poll(() => reset.isDisabled()).toBe(false);
  const zoomed = await boxOf(page, "sochi");
  expect(Math.abs(zoomed.x - sochi.x)).toBeLessThan(12);
  await page.mouse.move(zoomed.x + 120, zoomed.y + 80);
  await page.mouse.down();
  await page.mouse.move(zoomed.x + 60, zoomed.y + 60, { steps: 5 });
  await page.mouse.up();
  await expect.poll(async () => (await boxOf(page, "sochi")).x).toBeLessThan(zoomed.x - 30);
  await reset.click();
  await expect.poll(() => apart(page, "sochi", "seoul")).toBeCloseTo(start, 0);
});

it("moves with Shift and the arrow keys, and fits again with 0", async () => {
  const page = await open("", { height: 1600 });
  await place(page, "sochi").focus();
  await page.keyboard.press("+");
  await settled(page);
  const start = await boxOf(page, "sochi");
  await page.keyboard.press("Shift+ArrowLeft");
  await expect.poll(async () => (await boxOf(page, "sochi")).x).toBeGreaterThan(start.x + 50);
  await page.keyboard.press("Shift+ArrowUp");
  await expect.poll(async () => (await boxOf(page, "sochi")).y).toBeGreaterThan(start.y + 20);
  await page.keyboard.press("0");
  await expect.poll(() => page.locator(".map-buttons button").nth(2).isDisabled()).toBe(true);
});

it("filters by the place that is pressed, and shows the others beside it", async () => {
  const page = await open("", { height: 1600 });
  const all = await recordsIn(figure(page, "map"), "place");
  await repainted(page, () => place(page, "lyon").click());
  expect(asked(page).get("place")).toBe("lyon");
  expect(await status(page)).toBe("Showing 3 of 14 meetings, in Lyon");
  expect(await recordsIn(figure(page, "map"), "place")).toEqual(all);
  expect(await place(page, "lyon").getAttribute("aria-pressed")).toBe("true");
  await repainted(page, () => place(page, "lyon").click());
  expect(await status(page)).toContain("Showing 14 of 14");
});

it("says what is not on it, and draws its land when the shapes come", async () => {
  const page = await open("?partner=UN", { height: 1600 });
  await expect
    .poll(() =>
      figure(page, "map")
        .locator("path")
        .evaluateAll((all) => Math.max(...all.map((path) => path.getAttribute("d")?.length ?? 0))),
    )
    .toBeGreaterThan(5_000);
});

it("stands without its shapes, and says that they are missing", async () => {
  const page = await open("", {
    height: 1600,
    before: (page) => page.route(/\/(?:shapes|far)\.gen-[^/]*\.js$/, (route) => route.abort()),
    expected: [/(?:shapes|far)\.gen|Failed to load/],
  });
  expect(await recordsIn(figure(page, "map"), "place")).toContain("seoul");
  await page.locator(".map-note", { hasText: /shapes|outlines|land/i }).waitFor();
});
