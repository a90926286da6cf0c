import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, expect, inject } from "vitest";

export interface OpenOptions {
  /** Size of the viewport in CSS px; 1280 by 900 unless said. */
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: "light" | "dark";
  readonly reducedMotion?: "reduce" | "no-preference";
  readonly forcedColors?: "active" | "none";
  /** A finger instead of a mouse. */
  readonly touch?: boolean;
  /** CSS pixels to device pixels. */
  readonly scale?: number;
  readonly javaScript?: boolean;
  /** Set before the page is asked for: routes to answer differently, storage, a clock. */
  readonly before?: (page: Page, context: BrowserContext) => Promise<unknown>;
  /** The value of `<html data-state>` to wait for; null waits for nothing. "ready" unless said. */
  readonly until?: "ready" | "error" | null;
  /** What this test provokes: a fault whose text matches one of these is no fault. */
  readonly expected?: readonly RegExp[];
}

interface Opened {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly faults: readonly string[];
  readonly expected: readonly RegExp[];
}

const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

let browser: Promise<Browser> | null = null;
const opened: Opened[] = [];

/** Whatever a page of this test said, threw, could not load or asked of another site fails the test. */
afterEach(async () => {
  const pages = opened.splice(0);
  for (const { context } of pages) await context.close();
  expect(
    pages.flatMap(({ faults, expected }) => faults.filter((text) => !expected.some((pattern) => pattern.test(text)))),
    "console output, page errors, failed or third-party requests",
  ).toEqual([]);
});

afterAll(async () => {
  await (await browser)?.close();
  browser = null;
});

const contextOptions = (options: OpenOptions): BrowserContextOptions => ({
  viewport: { width: options.width ?? 1280, height: options.height ?? 900 },
  colorScheme: options.colorScheme ?? "light",
  reducedMotion: options.reducedMotion ?? "reduce",
  forcedColors: options.forcedColors ?? "none",
  deviceScaleFactor: options.scale ?? 1,
  hasTouch: options.touch ?? false,
  javaScriptEnabled: options.javaScript ?? true,
  locale: "en-GB",
  timezoneId: "Asia/Ho_Chi_Minh",
});

const watch = (page: Page): string[] => {
  const faults: string[] = [];
  const fault = (text: string): void => void faults.push(text);
  const home = new URL(inject("baseUrl")).origin;
  page.on("console", (message) => fault(`console ${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => fault(`page error: ${error.message}`));
  page.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== home)
      fault(`third party: ${request.url()}`);
  });
  page.on("requestfailed", (request) =>
    fault(`request failed: ${request.url()} ${request.failure()?.errorText ?? ""}`),
  );
  page.on("response", (response) => {
    if (response.status() >= 400) fault(`answer ${response.status()}: ${response.url()}`);
  });
  return faults;
};

/** Address of a page of the built site: `url("?partner=KR")`. */
export const url = (path = ""): string => new URL(path, inject("baseUrl")).href;

/** To be spread into the options of `open`: a large record that the site serves as `data/NAME.json`. */
export const serving = (name: string, body: string): Pick<OpenOptions, "before" | "expected"> => ({
  // The page stops reading a large record and leaves it to the worker.
  expected: [new RegExp(`${name}\\.json net::ERR_ABORTED`)],
  before: (page) =>
    page.route(`**/data/${name}.json`, (route) => route.fulfill({ body, contentType: "application/json" })),
});

/**
 * Opens the built page at a path relative to its folder in a fresh context of its own, waits until it stands, and
 * closes it after the test, which fails where the page complained. `reducedMotion` is "reduce" unless said, so that
 * what a test sees stands still.
 */
export const open = async (path = "", options: OpenOptions = {}): Promise<Page> => {
  browser ??= chromium.launch({ executablePath: inject("browserPath"), args: ARGS });
  const context = await (await browser).newContext(contextOptions(options));
  const page = await context.newPage();
  opened.push({ context, page, faults: watch(page), expected: options.expected ?? [] });
  await options.before?.(page, context);
  await page.goto(url(path));
  const until = options.until === undefined ? "ready" : options.until;
  if (until) await page.waitForSelector(`html[data-state="${until}"]`, { state: "attached", timeout: 20_000 });
  return page;
};

/** What a page has complained of so far, the expected too. */
export const faultsOf = (page: Page): readonly string[] => opened.find((one) => one.page === page)?.faults ?? [];

/** `<html data-revision>`: how often all views have been repainted. */
export const revision = async (page: Page): Promise<number> =>
  Number(await page.locator("html").getAttribute("data-revision"));

/** Does something that changes the question, and waits until all views have been repainted for it. */
export const repainted = async (page: Page, action: () => Promise<unknown>): Promise<void> => {
  const before = await revision(page);
  await action();
  await page.waitForFunction((old) => Number(document.documentElement.dataset.revision) > old, before, {
    timeout: 10_000,
  });
};

/** Fonts loaded and two frames drawn: what is measured or pictured now stays so. */
export const settled = async (page: Page): Promise<void> => {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
};

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES: RunOptions = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  resultTypes: ["violations"],
};

/** Asserts that axe-core finds nothing on the page as it stands. It is evaluated from outside, so the policy stays on. */
export const axe = async (page: Page): Promise<void> => {
  await settled(page);
  await page.evaluate(AXE);
  const { violations, passes } = await page.evaluate<AxeResults, RunOptions>(
    (rules) => (window as unknown as { axe: { run: (rules: RunOptions) => Promise<AxeResults> } }).axe.run(rules),
    RULES,
  );
  expect(passes.length, "axe looked at something").toBeGreaterThan(5);
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}\n  ${target.join(" ")}\n  ${failureSummary ?? ""}`),
  );
  expect(found, "axe").toEqual([]);
};
