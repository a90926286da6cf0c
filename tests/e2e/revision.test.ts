import { expect, it } from "vitest";
import { open, repainted, revision, settled } from "./browser.ts";
import { chip, figure, recordsIn, status } from "./views.ts";

it("is loading, then ready, and counts once when all views stand", async () => {
  const page = await open("", {
    before: (page) =>
      page.addInitScript(() => {
        const seen: string[] = [];
        Object.assign(window, { seen });
        const note = () => {
          const { state, revision } = document.documentElement?.dataset ?? {};
          const now = `${state} ${revision}`;
          if (seen.at(-1) !== now) seen.push(now);
        };
        new MutationObserver(note).observe(document, { attributes: true, subtree: true, childList: true });
      }),
  });
  expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual(["loading 0", "ready 1"]);
});

it("is raised by one when all views have been repainted for a new question, and only then", async () => {
  const page = await open();
  expect(await revision(page)).toBe(1);
  await repainted(page, () => chip(page, "KR").click());
  expect(await revision(page)).toBe(2);
  expect(await recordsIn(figure(page, "timeline"), "partner")).toEqual(["KR"]);
  expect(await recordsIn(figure(page, "map"), "place")).toEqual(["hanoi", "seoul", "sochi"]);
  expect(await status(page)).toContain("Showing 4 of 14");
  await page.locator(".record-row").first().hover();
  expect(await revision(page)).toBe(2);
  await repainted(page, () => page.goBack());
  expect(await revision(page)).toBe(3);
});

it("leaves the other panels as they are while only the timeline moves", async () => {
  const page = await open();
  await page.evaluate(() => {
    const told = { turned: false };
    Object.assign(window, { told });
    const root = document.documentElement;
    new MutationObserver(() => {
      told.turned ||= root.dataset.turning !== undefined;
    }).observe(root, { attributes: true, attributeFilter: ["data-turning"] });
  });
  const turned = () => page.evaluate(() => (window as unknown as { told: { turned: boolean } }).told.turned);
  await repainted(page, () => page.getByRole("button", { name: "Zoom in" }).first().click());
  expect(await turned()).toBe(false);
  await repainted(page, () => chip(page, "ASEAN").click());
  expect(await turned()).toBe(true);
});

it("lays out what is out of sight after what is in sight, and has the text of all of it with the revision", async () => {
  const page = await open("", { height: 700 });
  await page.evaluate(() => {
    const root = document.documentElement;
    const last = document.querySelector("[data-figure=statistics]")?.closest(".panel");
    if (!last) throw new Error("no last panel");
    const seen: string[] = [];
    Object.assign(window, { seen });
    const note = (): void => {
      const turning = root.dataset.turning !== undefined;
      const skipped = getComputedStyle(last).contentVisibility;
      const now = `${turning ? "turning" : "still"} ${skipped}`;
      if (seen.at(-1) !== now) seen.push(now);
      requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
    new MutationObserver(() => {
      Object.assign(window, { text: document.body.innerText });
    }).observe(root, { attributes: true, attributeFilter: ["data-revision"] });
  });
  await repainted(page, () => chip(page, "ASEAN").click());
  const { seen, text } = await page.evaluate(() => {
    const { seen, text } = window as unknown as { seen: string[]; text: string };
    return { seen, text };
  });
  expect([...new Set(seen)].sort()).toEqual(["still visible", "turning hidden"]);
  expect(text).toContain("1,755.74");
});

it("is still again when a question is taken back before it was painted", async () => {
  const page = await open();
  await page.evaluate(async () => {
    document.querySelector<HTMLElement>('button[data-partner="KR"]')?.click();
    // It can be pressed from the moment on that the choice is drawn, which is before that is painted.
    const reset = (): HTMLElement | null => document.querySelector('[data-action="reset"]:enabled');
    while (!reset()) await new Promise((done) => setTimeout(done));
    reset()?.click();
  });
  await expect.poll(() => page.locator("html[data-turning]").count()).toBe(0);
  expect(await status(page)).toContain("Showing 14 of 14");
});

it("keeps the panel being read where it stands in the window while those above it change", async () => {
  const page = await open("", { height: 700 });
  const panel = page.locator(".panel", { has: page.locator("[data-figure=commitments]") });
  const top = async (): Promise<number> => Math.round((await panel.boundingBox())?.y ?? Number.NaN);
  const height = () => page.evaluate(() => document.documentElement.scrollHeight);
  /** Pressed where it stands: a locator would scroll to what stays in sight by itself. */
  const choose = async (partner: string): Promise<void> => {
    const box = await page.locator(`.filter button[data-partner="${partner}"]`).boundingBox();
    if (box) await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  };
  await panel.evaluate((element) => window.scrollBy(0, element.getBoundingClientRect().top - 200));
  await settled(page);
  expect(await top()).toBe(200);
  const before = await height();
  await repainted(page, () => choose("KR"));
  expect(await height()).toBeLessThan(before - 500);
  expect(Math.abs((await top()) - 200)).toBeLessThanOrEqual(1);
  await repainted(page, () => page.goBack());
  expect(await height()).toBe(before);
  expect(Math.abs((await top()) - 200)).toBeLessThanOrEqual(1);
  // From the midst of a panel that becomes too short to reach there, to its head.
  await page.evaluate(() => window.scrollBy(0, 1600));
  await repainted(page, () => choose("UN"));
  const bar = await page.locator(".filter").evaluate((element) => element.getBoundingClientRect().bottom);
  expect(Math.abs((await top()) - bar - 8)).toBeLessThanOrEqual(1);
});

it("leaves a page at its head there", async () => {
  const page = await open("", { height: 700 });
  const timeline = page.locator(".timeline-panel");
  const before = await timeline.boundingBox();
  // The sentence above the timeline is a line shorter then.
  await repainted(page, () => chip(page, "UN").click());
  expect((await timeline.boundingBox())?.y).toBeLessThan(before?.y ?? 0);
  await repainted(page, () => chip(page, "UN").click());
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
});

it("is where it was when it is loaded again, and when the reader comes back to it", async () => {
  const page = await open("?partner=KR", { height: 700 });
  const place = () => page.evaluate(() => window.scrollY);
  const drawn = () => page.waitForSelector("html[data-state=ready]", { state: "attached" });
  await page.evaluate(() => window.scrollTo(0, 2000));
  await expect.poll(() => page.evaluate(() => history.state?.scroll)).toBe(2000);
  await page.reload();
  await drawn();
  expect(await place()).toBe(2000);
  const address = page.url();
  await page.goto("about:blank");
  await page.goBack();
  await drawn();
  expect(await place()).toBe(2000);
  // Another visit begins at the head.
  await page.goto("about:blank");
  await page.goto(address);
  await drawn();
  expect(await place()).toBe(0);
});
