import { readFileSync } from "node:fs";
import type { Download, Page } from "playwright-core";
import { expect, it } from "vitest";
import { lintOfficeSvg } from "#export/office-lint.ts";
import { chunksOf } from "#export/png.ts";
import { date } from "#model/words/en/dates.ts";
import { repeated } from "../fixtures/record.ts";
import { open, serving } from "./browser.ts";

const taken = async (page: Page, panel: string, entry: string): Promise<Download> => {
  await page.locator(`${panel} [data-action="download"]`).click();
  const item = page.getByRole("menuitem").filter({ visible: true, hasText: entry }).first();
  const [download] = await Promise.all([page.waitForEvent("download"), item.click()]);
  return download;
};
const bytesOf = async (download: Download): Promise<Buffer> => readFileSync(await download.path());

it("hands over what is on the screen as pictures and documents, under its own name", async () => {
  const page = await open("?partner=KR&from=2019");
  const panel = ".timeline-panel";
  const svg = await taken(page, panel, "SVG for the web");
  expect(svg.suggestedFilename()).toMatch(/^liaison_timeline_kr_2019-\d{4}(_\d{8}-[0-9a-f]{8})?\.svg$/);
  const web = (await bytesOf(svg)).toString();
  expect(web).toContain("@font-face");
  expect(web).toContain("Republic of Korea, from 2019 on");
  const { meta } = JSON.parse(readFileSync("public/data/engagements.json", "utf8"));
  expect(web).toContain(`retrieved ${date(meta.release)}`.replaceAll(" ", "\u00a0"));
  const office = (await bytesOf(await taken(page, panel, "SVG for Word"))).toString();
  expect(lintOfficeSvg(office)).toEqual([]);
  const png = await taken(page, panel, "PNG, 2 times");
  expect(png.suggestedFilename()).toMatch(/@2x\.png$/);
  const chunks = chunksOf(await bytesOf(png));
  expect(chunks.map(({ type }) => type)).toContain("pHYs");
  const notes = chunks.filter(({ type }) => type === "iTXt").map(({ bytes }) => Buffer.from(bytes).toString());
  expect(notes.some((note) => note.includes("Description") && note.includes("Republic of Korea"))).toBe(true);
  expect(Buffer.from(chunks[0]?.bytes ?? []).readUInt32BE(8)).toBe(1360);
  expect((await bytesOf(await taken(page, panel, "PDF"))).subarray(0, 5).toString()).toBe("%PDF-");
  for (const entry of ["Word document", "LaTeX"])
    expect((await bytesOf(await taken(page, panel, entry))).subarray(0, 2).toString()).toBe("PK");
});

it("shows a figure for a report before it is saved", async () => {
  const page = await open();
  await page.locator('.map-panel [data-action="download"]').click();
  await page
    .getByRole("menuitem")
    .filter({ visible: true, hasText: /^For a report…/ })
    .click();
  const picture = page.locator(".report-preview img");
  await picture.waitFor();
  expect(await picture.getAttribute("width")).toBe("605");
  expect(await picture.getAttribute("alt")).toContain("Map");
  await page.getByLabel("Size").selectOption("slide");
  await expect.poll(() => picture.getAttribute("width")).toBe("1280");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "PDF" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^liaison_map_.*\.pdf$/);
});

it("tells how far a file of many rows is, and leaves nothing behind", async () => {
  const page = await open("?data=data/many.json", serving("many", JSON.stringify(repeated(2_500))));
  await page.evaluate(() => {
    const seen: number[] = [];
    const told = { seen, atFoot: true };
    Object.assign(window, { told });
    new MutationObserver(() => {
      const bar = document.querySelector<HTMLProgressElement>(".ui-progress-box progress");
      if (!bar || bar.value === seen.at(-1)) return;
      seen.push(bar.value);
      const box = bar.closest(".ui-progress-box")?.getBoundingClientRect();
      told.atFoot &&= Math.abs(innerHeight - (box?.bottom ?? 0) - 12) < 1;
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
  const rows = (await bytesOf(await taken(page, ".timeline-panel", "CSV"))).toString().trimEnd().split("\n");
  expect(rows.length).toBe(2_501);
  const { seen, atFoot } = await page.evaluate(
    () => (window as unknown as { told: { seen: number[]; atFoot: boolean } }).told,
  );
  expect(atFoot).toBe(true);
  expect(seen.length).toBeGreaterThan(3);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  await expect.poll(() => page.locator(".ui-progress-box").count()).toBe(0);
});

it("stops a file of many rows by its box and by keys, and hands nothing over", async () => {
  const page = await open("?data=data/many.json", serving("many", JSON.stringify(repeated(24_000))));
  const files: string[] = [];
  page.on("download", (download) => files.push(download.suggestedFilename()));
  const menu = page.locator(".timeline-panel [data-action=download]");
  const begin = async (): Promise<void> => {
    await menu.click();
    await page.getByRole("menuitem", { name: /^CSV/ }).first().click();
    await page.locator(".ui-progress-box").waitFor();
  };
  await begin();
  await page.locator("[data-action=stop]").click();
  await page
    .getByText(/^Stopped making CSV.*\. Nothing was kept of it\./)
    .first()
    .waitFor();
  expect(await page.locator(".ui-progress-box").count()).toBe(0);
  await begin();
  await menu.press("Enter");
  await page.keyboard.press("Enter");
  await expect.poll(() => page.locator(".ui-progress-box").count()).toBe(0);
  expect(await menu.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(files).toEqual([]);
});

it("tells how far a citation of many rows is, and asks no more once its dialog is closed", async () => {
  const page = await open("?data=data/many.json", serving("many", JSON.stringify(repeated(9_000))));
  await page.evaluate(() => {
    const counted = { asked: 0 };
    Object.assign(window, { counted });
    const { postMessage } = MessagePort.prototype;
    MessagePort.prototype.postMessage = function post(this: MessagePort, ...sent: [{ asks?: unknown[] } | null]) {
      // More together than what the printout gets ready meanwhile.
      if ((sent[0]?.asks?.length ?? 0) > 8) counted.asked += 1;
      postMessage.apply(this, sent as never);
    };
  });
  const cite = page.locator('.timeline-panel [data-action="cite"]');
  const dialog = page.getByRole("dialog");
  const asked = (): Promise<number> =>
    page.evaluate(() => (window as unknown as { counted: { asked: number } }).counted.asked);
  const before = await asked();
  await cite.click();
  await dialog.locator("progress").waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await page.waitForTimeout(300);
  const then = await asked();
  expect(then).toBeGreaterThan(before);
  await page.waitForTimeout(600);
  expect(await asked()).toBe(then);
  await cite.click();
  await dialog.locator("progress").waitFor();
  await dialog.locator("pre").waitFor();
  expect(await dialog.locator("progress").count()).toBe(0);
});
