import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import type { LiaisonRecord } from "../../src/data/schema.ts";
import { open, repainted, url } from "./browser.ts";
import { chip, figure, status } from "./views.ts";

const RECORD = JSON.parse(readFileSync("public/data/engagements.json", "utf8")) as LiaisonRecord;

/** Notes what the page asks the worker, each message as the questions in it: before it is ready, and after. */
const listening = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const [before, after]: string[][][] = [[], []];
    Object.assign(window, { before, after });
    const post = MessagePort.prototype.postMessage;
    MessagePort.prototype.postMessage = function (this: MessagePort, message: unknown, ...rest: unknown[]) {
      const told = message as { kind?: string; asks?: { name: string; asked: unknown }[] } | null;
      const list = document.documentElement.dataset.state === "ready" ? after : before;
      if (told?.kind === "ask") list?.push((told.asks ?? []).map((one) => JSON.stringify([one.name, one.asked])));
      return Reflect.apply(post, this, [message, ...rest]);
    } as typeof post;
  });

const askedBy = (page: Page, when: "before" | "after"): Promise<string[][]> =>
  page.evaluate((name) => (window as unknown as Record<string, string[][]>)[name] ?? [], when);

/** What the printout gets ready for paper comes later, and is asked for by nobody on the screen. */
const onScreen = (questions: readonly string[]): readonly string[] =>
  questions.filter((one) => !/^\["event"|"limit":(?!48)/.test(one));

it.each([
  "",
  "?partner=KR&lanes=topic",
  "?event=2019-01-29-talks-moon&window=2019-01..2019-12",
])("asks what it begins with before it is drawn, and nothing twice: %s", async (address) => {
  const page = await open(address, { before: listening });
  const asked = await askedBy(page, "before");
  const all = onScreen(asked.flat());
  expect([...all].sort()).toEqual([...new Set(all)].sort());
  for (const name of ["summary", "partners", "facets", "timeline", "events", "places", "officials", "matrix"])
    expect(
      all.some((one) => one.startsWith(`["${name}"`)),
      name,
    ).toBe(true);
  // One message with all that the address tells, and a few with the names of what the answers mention.
  expect(asked[0]?.length).toBeGreaterThan(10);
  expect(asked.filter((message) => onScreen(message).length > 0).length).toBeLessThanOrEqual(4);
});

it("asks ahead for the foremost partners, so that a choice of one asks nothing", async () => {
  const page = await open("", { before: listening });
  const foreseen = async (): Promise<number> => {
    // On a busy machine the page may have been still for long enough before it calls itself ready.
    const asked = [...(await askedBy(page, "before")), ...(await askedBy(page, "after"))].flat();
    const wanted = ["summary", "timeline", "places", "officials", "matrix", "agreements", "commitments", "statistics"];
    return wanted.filter((name) =>
      asked.some((one) => one.startsWith(`["${name}"`) && one.includes('"partner":["KR"]')),
    ).length;
  };
  await expect.poll(foreseen).toBe(8);
  await page.waitForTimeout(500);
  const before = (await askedBy(page, "after")).length;
  await repainted(page, () => chip(page, "KR").click());
  const since = (await askedBy(page, "after")).slice(before).flat();
  expect(onScreen(since).filter((one) => !one.startsWith('["search"'))).toEqual([]);
  expect(await status(page)).toContain("Showing 4 of 14");
});

it("gets ready for paper a few events at a time, so that what a reader asks never waits for all", async () => {
  const page = await open("", { before: listening });
  const told = async (): Promise<readonly number[]> =>
    (await askedBy(page, "after")).map((message) => message.filter((one) => one.startsWith('["event"')).length);
  await expect.poll(async () => (await told()).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(16);
  expect(Math.max(...(await told()))).toBe(8);
});

it("turns all views to another filter in one and the same frame", async () => {
  const page = await open("", { height: 2400 });
  await page.evaluate(() => {
    const frames = new Set<string>();
    Object.assign(window, { frames });
    const look = (): void => {
      const count = (selector: string): number => document.querySelectorAll(selector).length;
      frames.add(
        [
          /\d+/.exec(document.querySelector("[role=status]")?.textContent ?? "")?.[0],
          count("[data-figure=timeline] [data-lane-name]"),
          count("[data-figure=map] [data-place]"),
          document.querySelector(".record .panel-hint")?.textContent,
          count("[data-figure=agreements] [data-agreement]"),
          count("[data-figure=commitments] [data-commitment]"),
        ].join(" "),
      );
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await repainted(page, () => chip(page, "KR").click());
  await repainted(page, () => page.locator('[data-action="reset"]').click());
  const seen = await page.evaluate(() => [...(window as unknown as { frames: Set<string> }).frames]);
  expect(seen, "what each frame showed: meetings, lanes, places, events, papers, words").toHaveLength(2);
});

it("names its scripts in its own page, so that they come in one round", async () => {
  const asked: string[] = [];
  await open("", {
    before: async (page) =>
      void page.on("request", (request) => {
        if (request.url().endsWith(".js")) asked.push(request.url().split("/").at(-1) ?? "");
      }),
  });
  const html = await (await fetch(url())).text();
  // A hash is eight letters, any of which may be a hyphen.
  const later = asked.filter((file) => !html.includes(file)).map((file) => file.replace(/-.{8}\.js$/u, ""));
  // The first script, the page, what stands around it, and what they share.
  expect(asked.length - later.length).toBeLessThanOrEqual(4);
  expect([...new Set(later)].sort()).toEqual(["far.gen", "shapes.gen", "worker"]);
});

it.each([
  "page",
  "around",
])("marks the %s as worth compiling as it comes, where a browser looks for it", async (name) => {
  const html = await (await fetch(url())).text();
  const file = new RegExp(`assets/${name}-.{8}\\.js`, "u").exec(html)?.[0];
  const script = await (await fetch(new URL(file ?? "", url()))).text();
  // The mark counts in the first line only.
  expect(script.split("\n", 1)).toEqual(["//# allFunctionsCalledOnLoad"]);
});

it("shows the first of many papers and figures, leads to the others, and has all of them in the table", async () => {
  const [paper] = RECORD.agreements.filter(({ status }) => status === "proposed");
  const [told] = RECORD.statistics;
  if (!paper || !told) throw new Error("nothing to copy");
  const copies = <T extends { id: string }>(row: T, count: number): T[] =>
    Array.from({ length: count }, (_, at) => ({ ...row, id: `${row.id}-${at}` }));
  const long = {
    ...RECORD,
    agreements: [...RECORD.agreements, ...copies(paper, 200)],
    statistics: [...RECORD.statistics, ...copies(told, 150)],
  };
  const page = await open("?data=data/long.json", {
    before: (page) =>
      page.route("**/data/long.json", (route) =>
        route.fulfill({ body: JSON.stringify(long), contentType: "application/json" }),
      ),
  });
  const papers = page.locator("section.panel", { has: page.getByRole("heading", { name: "Agreements", exact: true }) });
  const group = papers.locator(".ledger-group", { hasText: "Not signed" });
  expect(await group.locator(".ledger-count").innerText()).toBe("204");
  expect(await group.locator("[data-agreement]").count()).toBeLessThan(20);
  await group.getByRole("button", { name: /^Show \d+ more$/ }).click();
  await expect.poll(() => group.locator("[data-agreement]").count()).toBeGreaterThan(40);
  await papers.getByRole("button", { name: "Table" }).click();
  await expect.poll(() => papers.locator("[aria-rowcount]").getAttribute("aria-rowcount")).toBe("211");
  const figures = page.locator("section.panel", { has: figure(page, "statistics") });
  await figures.getByRole("button", { name: "Show 147 more" }).click();
  await expect.poll(() => figures.locator("[data-statistic]").count()).toBeGreaterThan(60);
  expect(await status(page)).toContain("Showing 14 of 14");
});
