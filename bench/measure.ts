/** One fresh page: from its address to the last movement of the hand, or only to the memory it takes. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { heapOf, memoryOf } from "./browser.ts";
import type { Run, Step } from "./cells.ts";
import { aim, moveHand } from "./gestures.ts";
import type { BenchServer } from "./server.ts";

export interface Measured {
  readonly browser: Browser;
  readonly server: BenchServer;
  /** Path of the script that runs before the page's own. */
  readonly probe: string;
  readonly address: string;
  /** ms after which a step counts as failed. */
  readonly cap: number;
  readonly skip: ReadonlySet<Step>;
  /**
   * Measures the memory after loading, and nothing else: the collection before it has the browser forget compiled
   * functions and what it learned of them, so that what comes after would be slower than for any reader.
   */
  readonly weighed: boolean;
  /** Prefix of pictures to take, or null. */
  readonly shots: string | null;
}

const CHOSEN = "KR";
const SETTLED = 300;
const ERRORS_KEPT = 5;

class TooLong extends Error {}

/** Ends with the work, or in an exception after `ms` or when the page is gone. */
const within = async <T>(work: Promise<T>, ms: number, gone: Promise<never>): Promise<T> => {
  const stop = new AbortController();
  const late = sleep(ms, null, { signal: stop.signal }).then(() => {
    throw new TooLong(`over ${Math.round(ms / 1000)} s`);
  });
  late.catch(() => null);
  try {
    return await Promise.race([work, late, gone]);
  } finally {
    stop.abort();
    work.catch(() => null);
  }
};

const loaded = async (page: Page): Promise<{ readonly ms: number; readonly count: number }> => {
  for (;;) {
    const result = await page.evaluate(() => window.probe?.loaded ?? null).catch(() => null);
    if (result && "error" in result) throw new Error(result.error);
    if (result) return result;
    await sleep(60);
  }
};

const choose = (page: Page, partner: string | null): Promise<{ readonly ms: number; readonly count: number }> =>
  page.evaluate((id) => window.probe.choose(id), partner);

const whyOf = (error: unknown): string => {
  if (error instanceof TooLong) return error.message;
  const [line = ""] = String(error instanceof Error ? error.message : error).split("\n");
  return /crash/i.test(line) ? "page crashed" : line.slice(0, 100);
};

/** Opens the page anew, takes each step that is not to be skipped, and tells how it went. Never throws. */
export const measure = async (of: Measured): Promise<Run> => {
  const run: { -readonly [K in keyof Run]: Run[K] } & { errors: string[] } = {
    load: null,
    filter: null,
    clear: null,
    frames: null,
    lag: null,
    heap: null,
    memory: null,
    nodes: null,
    shipped: null,
    count: null,
    chosen: null,
    failed: null,
    errors: [],
  };
  const { browser, server, cap, skip } = of;
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 });
  let step: Step = "load";
  try {
    const page = await context.newPage();
    const note = (text: string): void => {
      if (run.errors.length < ERRORS_KEPT) run.errors.push(text.slice(0, 200));
    };
    page.on("pageerror", (error) => note(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") note(message.text());
    });
    const gone = new Promise<never>((_, fail) => {
      page.on("crash", () => fail(new Error("page crashed")));
    });
    gone.catch(() => null);
    const shot = async (name: string): Promise<void> => {
      if (of.shots) await page.screenshot({ path: `${of.shots}-${name}.png`, timeout: 20_000 }).catch(() => null);
    };
    await page.addInitScript({ path: of.probe });
    server.shipped();
    const began = performance.now();
    await within(page.goto(of.address, { waitUntil: "commit", timeout: cap }), cap, gone);
    const { ms, count } = await within(loaded(page), Math.max(1_000, cap - (performance.now() - began)), gone);
    run.count = count;
    await shot("loaded");
    await sleep(SETTLED);
    run.shipped = server.shipped();
    const session = await context.newCDPSession(page);
    if (of.weighed) {
      run.heap = await within(heapOf(session), cap, gone);
      run.memory = await memoryOf(browser);
      return run;
    }
    run.nodes = await page.evaluate(() => window.probe.nodes());
    // Last, so that a page that dies of its size has not loaded.
    run.load = ms;
    step = "filter";
    if (!skip.has("filter")) {
      const chosen = await within(choose(page, CHOSEN), cap, gone);
      run.filter = chosen.ms;
      run.chosen = chosen.count;
      await shot("chosen");
      await sleep(SETTLED);
      step = "clear";
      run.clear = (await within(choose(page, null), cap, gone)).ms;
      await sleep(SETTLED);
    }
    step = "pan";
    if (!skip.has("pan")) {
      const at = await within(aim(page), cap, gone);
      await page.evaluate(() => window.probe.watch());
      run.lag = await within(moveHand(page, session, at), cap, gone);
      run.frames = await within(
        page.evaluate(() => window.probe.watched()),
        cap,
        gone,
      );
      await shot("moved");
    }
  } catch (error) {
    run.failed = { step, why: whyOf(error) };
  } finally {
    await Promise.race([context.close().catch(() => null), sleep(5_000)]);
  }
  return run;
};
