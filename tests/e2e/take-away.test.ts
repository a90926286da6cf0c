/** Data and citations of what is on the screen, read back from the files a reader gets. */
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { strFromU8, unzipSync } from "fflate";
import ICAL from "ical.js";
import type { Locator, Page } from "playwright-core";
import { expect, it } from "vitest";
import { axe, open } from "./browser.ts";

const panelOf = (page: Page, figure: string): Locator =>
  page.locator("section", { has: page.locator(`[data-figure="${figure}"]`) });

const downloaded = async (page: Page, click: () => Promise<unknown>): Promise<{ name: string; bytes: Buffer }> => {
  const [download] = await Promise.all([page.waitForEvent("download"), click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
};

const take = async (page: Page, figure: string, group: string, label: RegExp) => {
  await panelOf(page, figure).locator('[data-action="download"]').click();
  const item = page.getByRole("group", { name: group }).getByRole("menuitem", { name: label });
  return downloaded(page, () => item.click());
};

const marksOn = async (page: Page, figure: string): Promise<ReadonlySet<string>> =>
  new Set(
    await panelOf(page, figure)
      .locator(`[data-figure="${figure}"] [data-event]`)
      .evaluateAll((marks) => marks.map((mark) => mark.getAttribute("data-event") ?? "")),
  );

it("gives the events that the timeline shows as CSV and as a calendar", async () => {
  const page = await open("?partner=KR");
  await page.locator('[data-figure="timeline"] [data-event]').first().waitFor();
  const shown = await marksOn(page, "timeline");
  const csv = await take(page, "timeline", "Data: what I see", /^CSV/);
  expect(csv.name).toMatch(/^liaison_timeline_kr_.*\.csv$/);
  const rows: Record<string, string>[] = parse(csv.bytes, { bom: true, columns: true });
  expect(new Set(rows.map((row) => row.id))).toEqual(shown);
  for (const row of rows) expect(row.source_url).toMatch(/^https?:/);

  const calendar = await take(page, "timeline", "Data: what I see", /^iCalendar/);
  const entries = new ICAL.Component(ICAL.parse(calendar.bytes.toString("utf8")) as never).getAllSubcomponents(
    "vevent",
  );
  expect(entries).toHaveLength(shown.size);
});

it("gives everything on record whatever is filtered", async () => {
  const page = await open("?partner=KR");
  await page.locator('[data-figure="timeline"]').waitFor();
  const { name, bytes } = await take(page, "timeline", "Data: everything", /^ZIP/);
  expect(name).toMatch(/^liaison_record_.*\.zip$/);
  const files = unzipSync(new Uint8Array(bytes));
  const [metadata, data] = ["metadata.json", "data.json"].map((file) =>
    JSON.parse(strFromU8(files[file] as Uint8Array)),
  );
  expect(metadata.scope).toBe("everything");
  expect(data.events.some((row: { partners: string[] }) => row.partners.includes("RU"))).toBe(true);
});

it("cites what is on the screen, for a screen reader and by keyboard too", async () => {
  const page = await open("?partner=KR&from=2019");
  const cite = panelOf(page, "timeline").locator('[data-action="cite"]');
  await cite.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await expect.poll(() => dialog.textContent()).toMatch(/Republic of Korea, from 2019 on \[data set\], release \d{8}-/);
  await axe(page);
  await dialog.getByRole("radio", { name: "BibTeX" }).check();
  const { name, bytes } = await downloaded(page, () => dialog.getByRole("button", { name: "Download .bib" }).click());
  expect(name).toMatch(/^liaison_timeline_kr_.*\.bib$/);
  expect(bytes.toString("utf8").match(/^@(dataset|online)\{/gm)?.length).toBeGreaterThan(1);
  await page.keyboard.press("Escape");
  await expect.poll(() => dialog.count()).toBe(0);
  expect(await cite.evaluate((button) => button === document.activeElement)).toBe(true);
});
