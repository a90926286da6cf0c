import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { open, repainted, url } from "./browser.ts";
import { eventPanel, figure, recordsIn, search, status } from "./views.ts";

type Row = Record<string, unknown>;
type RecordFile = Record<string, Row[]>;

const SCRIPT = `"><script>window.broken = 1</script><img src=x onerror="window.broken = 2">`;
const LONG = "Meeting of very many words ".repeat(400).slice(0, 10_000);

const rowOf = (record: RecordFile, collection: string, id: string): Row => {
  const row = record[collection]?.find((each) => each.id === id);
  if (!row) throw new Error(`no ${id} in ${collection}`);
  return row;
};

const event = (record: RecordFile, id: string, more: Row): void => {
  record.events?.push({ ...rowOf(record, "events", "2019-01-29-talks-moon"), id, ...more });
};

/** The real record with everything in it that a hostile one could bring. */
const hostile = (): string => {
  const record = JSON.parse(readFileSync("public/data/engagements.json", "utf8")) as RecordFile;
  rowOf(record, "people", "moon-moo-il").name = SCRIPT;
  rowOf(record, "partners", "KR").name = SCRIPT;
  rowOf(record, "topics", "drug-crime").label = "<b>{{window.broken = 3}}</b>";
  rowOf(record, "places", "seoul").name = "{{constructor.constructor('window.broken = 4')()}}";
  rowOf(record, "sources", "000").title = SCRIPT;
  rowOf(record, "sources", "000").url = "javascript:window.broken=5";
  rowOf(record, "sources", "001").url = "data:text/html,<script>window.broken=6</script>";
  rowOf(record, "events", "2019-07-08-lee-nak-yeon").title = LONG;
  rowOf(record, "events", "2019-07-08-talks-knpa").title = "\u202eevil \u2066isolate\u202d left open";
  rowOf(record, "events", "2019-10-sochi-korea").title = "lone \ud800 surrogate \udfff";
  rowOf(record, "events", "2019-10-sochi-korea").summary = "\u0000\u0007\u200b\ufeff control";
  record.partners?.push({ id: "constructor", name: "The constructor", kind: "state" });
  event(record, "constructor", { title: "An event called constructor", partners: ["constructor"] });
  event(record, "hasOwnProperty", { title: "An event called hasOwnProperty", date: "2019-02-01" });
  for (let at = 0; at < 400; at++)
    event(record, `many-${at}`, { title: `Many ${at}`, date: `2019-0${1 + (at % 9)}-1${at % 10}`, partOf: null });
  const text = JSON.stringify(record);
  return text
    .replace('"meta":', '"__proto__": {"polluted": "yes"}, "meta":')
    .replace('"id":"hasOwnProperty"', '"id":"hasOwnProperty","__proto__":{"polluted":"yes"}');
};

const unharmed = (page: Page): Promise<unknown> =>
  page.evaluate(() => [
    (window as unknown as { broken?: number }).broken ?? "whole",
    ({} as { polluted?: string }).polluted ?? "clean",
    document.querySelectorAll("#root script, #root img, #root iframe").length,
  ]);

const links = (page: Page): Promise<readonly (readonly (string | null)[])[]> =>
  page
    .locator("a[href]")
    .evaluateAll((all) =>
      all.map((link) => [
        (link as HTMLAnchorElement).href,
        ...["target", "rel"].map((name) => link.getAttribute(name)),
      ]),
    );

it("shows a hostile record as text, and nothing of it runs", async () => {
  const body = hostile();
  const page = await open("", {
    height: 2400,
    // Leaving a page breaks off what it still loads.
    expected: [/request failed: .*ERR_ABORTED/],
    before: async (page) => {
      await page.route("**/engagements.json", (route) => route.fulfill({ body, contentType: "application/json" }));
      await page.addInitScript(() => {
        const refused: string[] = [];
        Object.assign(window, { refused });
        document.addEventListener("securitypolicyviolation", (event) => refused.push(event.violatedDirective));
      });
    },
  });
  expect(await status(page)).toMatch(/^Showing 41\d of 41\d meetings/);
  expect(await page.locator('button[data-partner="KR"]').innerText()).toContain("<script>");
  expect(await unharmed(page)).toEqual(["whole", "clean", 0]);

  await repainted(page, () => page.locator('button[data-partner="constructor"]').click());
  expect(await recordsIn(figure(page, "timeline"), "event")).toEqual(["constructor"]);
  await repainted(page, () => page.locator(".record-row").first().click());
  await eventPanel(page).locator(".event-summary").waitFor();
  await repainted(page, () => page.locator('[data-action="reset"]').click());
  await search(page).fill("<script>");
  await page.getByRole("listbox").waitFor();
  await page.keyboard.press("Escape");

  for (const id of ["2019-07-08-lee-nak-yeon", "2019-07-08-talks-knpa", "2019-10-sochi-korea", "hasOwnProperty"]) {
    await page.goto(url(`?event=${id}&partner=KR`));
    await eventPanel(page).locator(".event-summary").waitFor();
    const width = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(width, `${id} fits`).toBeLessThanOrEqual(0);
    for (const [href, target, rel] of await links(page)) {
      expect(href).toMatch(/^https?:/);
      if (target === "_blank") expect(rel).toContain("noopener");
    }
    expect(await unharmed(page)).toEqual(["whole", "clean", 0]);
    expect(await page.evaluate(() => (window as unknown as { refused: string[] }).refused)).toEqual([]);
  }
});

it("has a strict policy, and nothing on the page breaks it", async () => {
  const page = await open("?event=2019-01-29-talks-moon", {
    before: (page) =>
      page.addInitScript(() => {
        const refused: string[] = [];
        Object.assign(window, { refused });
        document.addEventListener("securitypolicyviolation", (event) => refused.push(event.blockedURI));
      }),
  });
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
  expect(policy).toMatch(/default-src 'none'/);
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
  expect(await page.evaluate(() => (window as unknown as { refused: string[] }).refused)).toEqual([]);
  for (const [href, target, rel] of await links(page)) {
    expect(href).toMatch(/^https?:/);
    if (target === "_blank") expect(rel).toContain("noopener");
  }
});

it("is readable in a frame that may run scripts and nothing else", async () => {
  const page = await open("", {
    until: null,
    expected: [/CORS|Access to|Failed to load|request failed|origin 'null'|preload/],
    before: (page) =>
      page.route("**/frame.html", (route) =>
        route.fulfill({
          contentType: "text/html",
          body: `<iframe sandbox="allow-scripts" src="${url()}" width="1000" height="800"></iframe>`,
        }),
      ),
  });
  await page.goto(url("frame.html"));
  const frame = page.frameLocator("iframe");
  const told = frame.getByText(/Showing 14 of 14|record can be\s+read as a plain file/).first();
  await told.waitFor();
  await expect.poll(() => told.isVisible()).toBe(true);
});
