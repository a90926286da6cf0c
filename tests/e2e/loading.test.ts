import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { axe, faultsOf, type OpenOptions, open, url } from "./browser.ts";
import { asked, status } from "./views.ts";

const RECORD = readFileSync("public/data/engagements.json", "utf8");
const EXAMPLE = readFileSync("public/data/example.json", "utf8");

/** Answers for the record's own file. */
const answering =
  (body: string, status = 200): NonNullable<OpenOptions["before"]> =>
  (page) =>
    page.route("**/data/engagements.json", (route) => route.fulfill({ body, status, contentType: "application/json" }));

const notice = (page: Page) => page.locator("main .ui-notice");

const ready = (page: Page) => page.waitForSelector('html[data-state="ready"]', { state: "attached" });

const choose = async (page: Page, name: string, text: string): Promise<void> =>
  page.locator('input[type="file"]').setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });

describe("a record that cannot be shown", () => {
  it.each([
    ["missing", answering("gone", 404), "There is no record at this address"],
    ["refused by the server", answering("", 503), "status 503"],
    ["empty", answering(""), "The file is empty"],
    ["cut off", answering(RECORD.slice(0, 20_000)), "The file stops in the middle"],
    ["not JSON", answering("date,place\n2019,Seoul\n"), "The file cannot be read"],
    ["a web page", answering("<!doctype html><title>Hello</title>"), "The file is a web page"],
    ["another file", answering('{"name":"left-pad"}'), "This is another kind of file"],
    ["of another version", answering(RECORD.replace('"version": 1', '"version": 7')), "The record has another version"],
    [
      "out of reach",
      (page: Page) => page.route("**/engagements.json", (route) => route.abort()),
      "could not be reached",
    ],
  ] as const)("%s: says so and lets the reader try again or open a file", async (_, before, text) => {
    const page = await open("", { before, until: "error", expected: [/answer|Failed to load|request failed/] });
    expect(await notice(page).innerText()).toContain(text);
    expect(await page.getByRole("button", { name: "Open a file" }).isVisible()).toBe(true);
    await page.unroute("**/data/engagements.json");
    await page.unroute("**/engagements.json");
    await page.getByRole("button", { name: "Try again" }).click();
    await ready(page);
    expect(await status(page)).toContain("Showing 14 of 14 meetings");
  });

  it.each([
    ["data/none.json", "There is no record at this address"],
    ["https://example.org/record.json", "only be opened from this same site"],
    ["//example.org/record.json", "only be opened from this same site"],
    ["javascript:alert(1)", "http or https"],
    ["data:application/json,{}", "http or https"],
    ["favicon.svg", "The file"],
  ])("?data=%s: says why and leads back", async (address, text) => {
    const page = await open(`?data=${encodeURIComponent(address)}&partner=KR`, {
      until: "error",
      expected: [/answer 404|Failed to load|request failed/],
    });
    expect(await notice(page).innerText()).toContain(text);
    await page.getByRole("button", { name: "Back to the record" }).click();
    await ready(page);
    await expect.poll(async () => [asked(page).get("data"), asked(page).get("partner")]).toEqual([null, "KR"]);
  });

  it("has nothing for axe to find, and a button in focus order first", async () => {
    const page = await open("?data=none.json", {
      until: "error",
      expected: [/answer 404|Failed to load|request failed/],
    });
    await axe(page);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Try again");
  });
});

describe("a record on its way", () => {
  it("is told of while it is slow, and shown when it comes", async () => {
    let answer = (): void => undefined;
    const page = await open("", {
      until: null,
      before: async (page) => {
        await page.clock.install();
        await page.route("**/data/engagements.json", async (route) => {
          await new Promise<void>((resolve) => {
            answer = resolve;
          });
          await route.continue();
        });
      },
    });
    await page.getByText("Opening the record").first().waitFor();
    await page.clock.runFor(9_000);
    await page.getByText("longer than usual").first().waitFor();
    expect(await page.locator("html").getAttribute("data-state")).toBe("loading");
    answer();
    await expect.poll(() => page.locator("html").getAttribute("data-state")).toBe("ready");
  });

  it("works offline once it is open", async () => {
    // Only letters that no visit has needed so far may still be asked for.
    const page = await open("", { expected: [/ERR_INTERNET_DISCONNECTED/] });
    await page.context().setOffline(true);
    await page.locator('button[data-partner="KR"]').click();
    await expect.poll(() => status(page)).toContain("Showing 4 of 14");
  });
});

describe("another record", () => {
  it("opens from the same site by ?data=, and says so", async () => {
    const page = await open("?data=data/example.json");
    await page.getByText("You are looking at the record at data/example.json").waitFor();
    expect(await status(page)).toBe("Showing 2 of 2 meetings: everything on record");
    await page.getByRole("button", { name: "Back to the record" }).click();
    await expect.poll(() => status(page)).toContain("of 14 meetings");
    await page.goBack();
    await expect.poll(() => status(page)).toContain("of 2 meetings");
  });

  it("opens from a file that is chosen, without a request, and says how to return", async () => {
    const page = await open();
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    await choose(page, "mine.json", EXAMPLE);
    await page.getByText("You are looking at “mine.json”, opened from this device and sent nowhere").waitFor();
    await expect.poll(() => status(page)).toContain("Showing 2 of 2 meetings");
    expect(requests).toEqual([]);
    await page.getByRole("button", { name: "Back to the record" }).click();
    await expect.poll(() => status(page)).toContain("of 14 meetings");
  });

  it.each([
    "",
    "?data=nowhere.json",
  ])("opens from a file that is dropped on %s, with a frame to drop it in", async (at) => {
    const page = await open(at, at === "" ? {} : { until: "error", expected: [/404/, /nowhere\.json/] });
    const drop = (type: string) =>
      page.evaluate(
        ([type, text]) => {
          const data = new DataTransfer();
          data.items.add(new File([text], "dropped.json", { type: "application/json" }));
          document.body.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
        },
        [type, EXAMPLE] as const,
      );
    await drop("dragover");
    await page.getByText("Drop a record (JSON or columnar)").waitFor();
    await drop("drop");
    await page.getByText("“dropped.json”").waitFor();
    expect(await page.getByText("Drop a record (JSON or columnar)").count()).toBe(0);
  });

  it("that is none says so and leads back", async () => {
    const page = await open();
    await choose(page, "notes.txt", "Call Seoul on Monday");
    await page.getByText("The file cannot be read").waitFor();
    await page.getByRole("button", { name: "Back to the record" }).click();
    await ready(page);
    expect(await status(page)).toContain("of 14 meetings");
  });

  it("with faulty rows shows the good ones, and counts and names the others", async () => {
    const record = JSON.parse(RECORD) as { events: { id: string; date: unknown }[] };
    const event = record.events.find(({ id }) => id === "2019-01-29-talks-moon");
    if (event) event.date = "29/01/2019";
    const page = await open("", { before: answering(JSON.stringify(record)) });
    const told = page.locator(".notices .ui-notice");
    expect(await told.innerText()).toMatch(/\d+ records? .*left out/);
    await told.getByText("Show what and why").click();
    expect(await told.innerText()).toMatch(/events 2019-01-29-talks-moon: date "29\/01\/2019" .*date/i);
    expect(await status(page)).toContain("Showing 13 of 13 meetings");
    await axe(page);
  });
});

describe("a file of more than a hundred million bytes", () => {
  /** The record with spaces between its events. */
  const wide = (): string => {
    const { events, ...rest } = JSON.parse(RECORD) as { events: unknown[] };
    const space = `,${" ".repeat(110_000_000 / events.length)}`;
    return `${JSON.stringify(rest).slice(0, -1)},"events":[${events.map((row) => JSON.stringify(row)).join(space)}]}`;
  };

  /** A file of the reader's, for as long as it is needed. */
  const withFile = async (use: (file: string) => Promise<void>): Promise<void> => {
    const folder = mkdtempSync(join(tmpdir(), "liaison-"));
    try {
      const file = join(folder, "wide.json");
      writeFileSync(file, wide());
      await use(file);
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

  it("is read by a second worker, which is let go when it is done, and shows what it says", () =>
    withFile(async (file) => {
      const page = await open("?partner=KR");
      const seen = await status(page);
      const before = page.workers().length;
      const second = page.waitForEvent("worker");
      await page.locator('input[type="file"]').setInputFiles(file);
      const worker = await second;
      await page.getByText("“wide.json”").waitFor();
      await ready(page);
      expect(await status(page)).toBe(seen);
      await expect.poll(() => page.workers().includes(worker)).toBe(false);
      expect(page.workers().length).toBe(before);
      await page.locator('[data-figure="timeline"] [data-event="2019-01-29-talks-moon"]').first().press("Enter");
      await page.locator(".event [data-figure=event]").first().waitFor();
    }));

  it("shows the same where the second worker cannot do its work", () =>
    withFile(async (file) => {
      let asked = 0;
      const page = await open("?partner=KR", {
        expected: [/beside-[^/]*\.js/],
        before: (page) =>
          page.route(/\/beside-[^/]*\.js$/, (route) => {
            asked += 1;
            return asked === 1 ? route.continue() : route.abort();
          }),
      });
      const seen = await status(page);
      await page.locator('input[type="file"]').setInputFiles(file);
      await page.getByText("“wide.json”").waitFor();
      await ready(page);
      expect(await status(page)).toBe(seen);
      expect(asked).toBe(2);
    }));
});

it("serves its pieces from any folder", async () => {
  const page = await open("index.html?partner=KR");
  expect(await status(page)).toContain("Showing 4 of 14");
  expect(faultsOf(page)).toEqual([]);
  expect(page.url()).toContain(url("index.html"));
});
