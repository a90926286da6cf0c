/** A figure as one HTML file, opened from disk without a network. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, expect, it } from "vitest";
import { axe, open, settled } from "./browser.ts";

const folder = mkdtempSync(join(tmpdir(), "liaison-file-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const saved = async (page: Page, panel: string): Promise<string> => {
  await page.locator(`${panel} [data-action="download"]`).click();
  const item = page.getByRole("group", { name: "Document" }).getByRole("menuitem", { name: /^Web page in one file/ });
  const [download] = await Promise.all([page.waitForEvent("download"), item.click()]);
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return path;
};

const fromDisk = (path: string, colorScheme: "light" | "dark"): Promise<Page> =>
  open(pathToFileURL(path).href, {
    colorScheme,
    until: null,
    before: (_, context) => context.setOffline(true),
    // The page itself: it lies on no site.
    expected: [/^third party: file:/],
  });

it("opens from disk as the figure on the page, with its rows and the same citation, light and dark", async () => {
  const page = await open("?partner=KR&from=2019");
  const path = await saved(page, ".timeline-panel");
  expect(path).toMatch(/liaison_timeline_kr_2019-\d{4}(_\d{8}-[0-9a-f]{8})?\.html$/);
  const marks = await page.locator('[data-figure="timeline"] [data-event]').count();
  await page.locator('.timeline-panel [data-action="cite"]').click();
  const citation = page.getByRole("dialog").getByRole("region", { name: "Text" });
  await expect.poll(() => citation.textContent()).toContain("[data set]");
  const cited = (await citation.innerText()).trim();

  for (const scheme of ["light", "dark"] as const) {
    const file = await fromDisk(path, scheme);
    await settled(file);
    expect(await file.locator("h1").innerText()).toContain("Republic of Korea, from 2019 on");
    expect(await file.locator("svg [data-event] title").count()).toBe(marks);
    expect(await file.locator("p.cite").innerText()).toBe(cited.split("\n")[0]);
    for (const line of await file.locator(".cite li").allInnerTexts()) expect(cited).toContain(line);
    await axe(file);
    for (const summary of await file.locator("summary").all()) await summary.click();
    expect(await file.getByRole("table").isVisible()).toBe(true);
    expect(await file.locator("tbody tr").count()).toBeGreaterThan(3);
    await axe(file);
    const looks = await file.evaluate(() => ({
      ground: getComputedStyle(document.body).backgroundColor,
      ink: getComputedStyle(document.querySelector("svg text") as Element).fill,
      faces: [...document.fonts].filter(({ status }) => status === "loaded").length,
      asked: performance.getEntriesByType("resource").filter(({ name }) => !name.startsWith("data:")).length,
    }));
    expect(looks).toMatchObject({ ground: scheme === "dark" ? "rgb(27, 31, 35)" : "rgb(255, 255, 255)", asked: 0 });
    expect(looks.ink).not.toBe(looks.ground);
    expect(looks.faces).toBeGreaterThan(1);
  }
});

it("prints with its table though nobody opened it, and fits a telephone", async () => {
  const path = await saved(await open(), ".map-panel");
  const file = await fromDisk(path, "dark");
  await file.emulateMedia({ media: "print" });
  const row = file.locator("tbody tr").first();
  expect((await row.boundingBox())?.height).toBeGreaterThan(5);
  expect(await file.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe("rgb(255, 255, 255)");
  await file.emulateMedia({ media: "screen" });
  await file.setViewportSize({ width: 320, height: 640 });
  expect(await file.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await axe(file);
});
