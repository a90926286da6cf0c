import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { open, settled, url } from "./browser.ts";
import { asked, chip } from "./views.ts";

/** It is drawn before and after every one of these moves, and each of them takes it elsewhere. */
const MARK = "2019-07-08-lee-nak-yeon";
const SELECTOR = `[data-figure="timeline"] [data-event="${MARK}"]`;

interface Move {
  readonly name: string;
  readonly from: string;
  readonly make: (page: Page) => Promise<unknown>;
}

const button = (name: string) => (page: Page) => page.getByRole("button", { name, exact: true }).first().click();

/** A key on another mark: plus and minus leave the one that has the focus where it is. */
const key = (name: string) => async (page: Page) => {
  await page.locator('[data-figure="timeline"] [data-event="2019-10-sochi-kokov"]').first().focus();
  await page.keyboard.press(name);
};

const MOVES: readonly Move[] = [
  { name: "zoom in", from: "?partner=KR", make: button("Zoom in") },
  { name: "zoom out", from: "?partner=KR&window=2019-05..2019-11", make: button("Zoom out") },
  { name: "fit", from: "?partner=KR&window=2019-05..2019-11", make: button("Fit") },
  { name: "the plus key", from: "?window=2019-01..2019-11", make: key("+") },
  { name: "the minus key", from: "?window=2019-05..2019-11", make: key("-") },
  { name: "the 0 key", from: "?window=2019-05..2019-11", make: key("0") },
  { name: "Home, which brings the first mark into sight", from: "?window=2019-01..2020-12", make: key("Home") },
  { name: "End, which brings the last mark into sight", from: "?window=2018-04..2019-12", make: key("End") },
  {
    name: "a press beside the overview's frame",
    from: "?window=2018-04..2019-12",
    make: async (page) => {
      const grip = await page.getByRole("slider", { name: "Last day shown" }).boundingBox();
      if (!grip) throw new Error("no brush");
      await page.mouse.click(grip.x + grip.width + 12, grip.y + grip.height / 2);
    },
  },
  {
    name: "a double-click",
    from: "?partner=KR",
    make: async (page) => {
      const plot = await page.locator('[data-figure="timeline"]').boundingBox();
      if (!plot) throw new Error("no timeline");
      await page.mouse.dblclick(plot.x + plot.width * 0.75, plot.y + 12);
    },
  },
  { name: "a filter, which fits what is left", from: "", make: (page) => chip(page, "KR").click() },
  {
    name: "a filter less, which fits what there is more",
    from: "?partner=KR",
    make: (page) => page.locator('[data-action="reset"]').click(),
  },
  {
    name: "a filter that gives up the zoom",
    from: "?window=2019-06..2019-12",
    make: (page) => chip(page, "KR").click(),
  },
];

/** Where the mark stood in each frame, px, from just before the move until it has stood still for a while. */
const positions = async (page: Page, { make }: Move): Promise<readonly number[]> => {
  await settled(page);
  await page.evaluate((selector) => {
    const seen: number[] = [];
    Object.assign(window, { seen });
    const look = (): void => {
      const box = document.querySelector(selector)?.getBoundingClientRect();
      if (box) seen.push(Math.round((box.x + box.width / 2) * 10) / 10);
      requestAnimationFrame(look);
    };
    look();
  }, SELECTOR);
  await make(page);
  await page.waitForFunction(
    (since) => {
      const { seen } = window as unknown as { seen: number[] };
      const last = seen.slice(-24);
      const still = last.length === 24 && last.every((x) => Math.abs(x - (seen.at(-1) ?? 0)) < 0.5);
      // A move that leads nowhere is found out by the test.
      return still && (seen.at(-1) !== seen[0] || performance.now() > since + 3_000);
    },
    await page.evaluate(() => performance.now()),
  );
  return page.evaluate(() => (window as unknown as { seen: number[] }).seen);
};

/** The places between the first and the last at which it was drawn on its way. */
const between = (seen: readonly number[]): readonly number[] => {
  const [first = 0, last = 0] = [seen[0], seen.at(-1)];
  return [...new Set(seen)].filter((x) => Math.abs(x - first) >= 1 && Math.abs(x - last) >= 1);
};

/** How often each move drew the mark on its way. */
const drawnBetween = async (reducedMotion: "reduce" | "no-preference"): Promise<ReadonlyMap<string, number>> => {
  const page = await open("", { reducedMotion, expected: [/request failed: .*ERR_ABORTED/] });
  const found = new Map<string, number>();
  for (const move of MOVES) {
    await page.goto(url(move.from));
    await page.waitForSelector('html[data-state="ready"]', { state: "attached" });
    const seen = await positions(page, move);
    expect(seen.at(-1), `${move.name} moves the mark`).not.toBe(seen[0]);
    found.set(move.name, between(seen).length);
  }
  return found;
};

it("glides from state to state", async () => {
  const found = await drawnBetween("no-preference");
  expect([...found].filter(([, steps]) => steps < 2)).toEqual([]);
}, 120_000);

it("draws what is final and nothing before where motion is unwelcome", async () => {
  const found = await drawnBetween("reduce");
  expect([...found].filter(([, steps]) => steps > 0)).toEqual([]);
}, 120_000);

it("breaks off a glide for the next one, and ends where the last one led", async () => {
  const page = await open("?partner=KR", { reducedMotion: "no-preference" });
  const zoomIn = page.getByRole("button", { name: "Zoom in", exact: true }).first();
  const x = async (): Promise<number> => (await page.locator(SELECTOR).first().boundingBox())?.x ?? Number.NaN;
  const start = await x();
  for (let press = 0; press < 3; press++) await zoomIn.click();
  await page.getByRole("button", { name: "Fit", exact: true }).click();
  await expect.poll(() => asked(page).get("window")).toBeNull();
  await expect.poll(async () => Math.abs((await x()) - start)).toBeLessThan(1);
});

it("moves the map by keys and buttons at once where motion is unwelcome, and with a glide where it is not", async () => {
  for (const [reducedMotion, least, most] of [
    ["reduce", 0, 0],
    ["no-preference", 2, 1_000],
  ] as const) {
    const page = await open("", { reducedMotion, height: 1600 });
    const selector = '[data-figure="map"] [data-place~="seoul"]';
    await page.locator(selector).first().scrollIntoViewIfNeeded();
    await settled(page);
    const seen = await page.evaluate(async (selector) => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const found: number[] = [];
      const look = (): void => {
        const box = document.querySelector(selector)?.getBoundingClientRect();
        if (box) found.push(Math.round((box.x + box.width / 2) * 10) / 10);
      };
      look();
      document.querySelector<HTMLButtonElement>(".map-buttons button")?.click();
      const until = performance.now() + 1_500;
      while (performance.now() < until) {
        await frame();
        look();
      }
      return found;
    }, selector);
    expect(seen.at(-1), reducedMotion).not.toBe(seen[0]);
    expect(between(seen).length, reducedMotion).toBeGreaterThanOrEqual(least);
    expect(between(seen).length, reducedMotion).toBeLessThanOrEqual(most);
  }
});
