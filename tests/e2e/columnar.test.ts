import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { LiaisonRecord } from "../../src/data/schema.ts";
import { columnarOf } from "../unit/data/columnar/files.ts";
import { axe, open } from "./browser.ts";
import { asked, status } from "./views.ts";

const RECORD = JSON.parse(readFileSync("public/data/engagements.json", "utf8")) as LiaisonRecord;
const FILE = Buffer.from(columnarOf(RECORD));
const ADDRESS = "data/record.arrow.zip";

/** Answers with a columnar file where one is asked for. */
const answering =
  (body: Buffer, status = 200) =>
  (page: Page): Promise<unknown> =>
    page.route(`**/${ADDRESS}`, (route) => route.fulfill({ body, status, contentType: "application/zip" }));

const columnar = `?data=${encodeURIComponent(ADDRESS)}`;

describe("a columnar file", () => {
  it("opens by ?data= and shows what the same record shows as JSON", async () => {
    const page = await open(`${columnar}&partner=KR`, { before: answering(FILE) });
    await page.getByText(`You are looking at the record at ${ADDRESS}`).waitFor();
    expect(await status(page)).toContain("Showing 4 of 14 meetings");
    const json = await open("?partner=KR");
    expect(await page.locator("h1, .lead").first().innerText()).toBe(
      await json.locator("h1, .lead").first().innerText(),
    );
  });

  it("opens an event with its table, papers and evidence, each read from the file when it is wanted", async () => {
    const page = await open(`${columnar}&event=2019-01-29-talks-moon`, { before: answering(FILE) });
    const text = async (on: Page): Promise<string> => {
      const panel = on.locator('.event[aria-busy="false"]');
      await panel.locator("[data-figure=event]").first().waitFor();
      return panel.innerText();
    };
    expect(await text(page)).toBe(await text(await open("?event=2019-01-29-talks-moon")));
  });

  it("opens from a file of the reader's", async () => {
    const page = await open();
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: "mine.arrow.zip", mimeType: "application/zip", buffer: FILE });
    await page.getByText("You are looking at “mine.arrow.zip”, opened from this device and sent nowhere").waitFor();
    await expect.poll(() => status(page)).toContain("Showing 14 of 14 meetings");
    await page.getByRole("button", { name: "Back to the record" }).click();
    await expect.poll(() => asked(page).get("data")).toBeNull();
  });

  it("opens where it is dropped", async () => {
    const page = await open();
    await page.evaluate((bytes) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0))], "dropped.zip"));
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
    }, FILE.toString("base64"));
    await page.getByText("“dropped.zip”").waitFor();
    await expect.poll(() => status(page)).toContain("Showing 14 of 14 meetings");
  });

  it.each([
    ["cut off", FILE.subarray(0, FILE.length - 4_000), "The file stops in the middle"],
    ["damaged", Buffer.concat([FILE.subarray(0, 3_000), Buffer.from("!!"), FILE.subarray(3_002)]), "damaged"],
    [
      "one table alone",
      Buffer.from(`ARROW1\0\0${"\0".repeat(64)}`),
      "a ZIP archive with a table for each of its lists",
    ],
    [
      "of another version",
      Buffer.from(columnarOf({ ...RECORD, meta: { ...RECORD.meta, version: 7 as 1 } })),
      "another version",
    ],
    [
      "without events",
      Buffer.from(columnarOf(RECORD, (n, b) => (n === "events.arrow" ? null : b))),
      "no table of events",
    ],
  ] as const)("that is %s says so and leads back", async (_, file, text) => {
    const page = await open(columnar, { before: answering(file), until: "error" });
    expect(await page.locator("main .ui-notice").innerText()).toContain(text);
    await axe(page);
    await page.getByRole("button", { name: "Back to the record" }).click();
    await page.waitForSelector('html[data-state="ready"]', { state: "attached" });
    expect(await status(page)).toContain("of 14 meetings");
  });

  it("with faulty rows shows the good ones, and names the others", async () => {
    const events = RECORD.events.map((event) =>
      event.id === "2019-01-29-talks-moon" ? { ...event, date: "29/01/2019" } : event,
    );
    const page = await open(columnar, { before: answering(Buffer.from(columnarOf({ ...RECORD, events }))) });
    const told = page.locator(".notices .ui-notice").filter({ hasText: "left out" });
    await told.getByText("Show what and why").click();
    expect(await told.innerText()).toMatch(/events 2019-01-29-talks-moon: date "29\/01\/2019"/);
    expect(await status(page)).toContain("Showing 13 of 13 meetings");
  });
});
