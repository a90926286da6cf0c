import type { Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { open } from "./browser.ts";
import { HOSTS, type HostOptions, type Pages, type Served, servePages, serveSite } from "./hosts.ts";

let site: Served;
let host: Pages;
beforeAll(async () => {
  [site, host] = await Promise.all([serveSite(), servePages()]);
});
afterAll(() => {
  site.close();
  host.close();
});

/** Frame and host are two servers of this machine; what host libraries print is theirs. */
const LOCAL = [
  /^third party: http:\/\/127\.0\.0\.1:/,
  /^console .*(?:iframe-?resizer|iframeResizer)/is,
  // A host that speaks to the frame's origin before the frame has come.
  /^console (?:warning|error): Failed to execute 'postMessage' on 'DOMWindow'/,
];

const openHost = (html: string, more: readonly RegExp[] = []): Promise<Page> =>
  open(host.page(html), { until: null, width: 900, height: 700, expected: [...LOCAL, ...more] });

const figureFrame = async (page: Page): Promise<Frame> => {
  await expect.poll(() => page.frames().length, { timeout: 15_000 }).toBe(2);
  const [, frame] = page.frames();
  if (!frame) throw new Error("no frame");
  await frame.waitForSelector('html[data-state="ready"]', { state: "attached", timeout: 15_000 });
  return frame;
};

const heights = async (page: Page, frame: Frame): Promise<number> => {
  const wanted = await frame.evaluate(() => document.querySelector("main")?.getBoundingClientRect().height ?? 0);
  const given = await page.evaluate(() => document.querySelector("iframe")?.getBoundingClientRect().height ?? 0);
  expect(wanted).toBeGreaterThan(200);
  return Math.abs(wanted - given);
};

const follows = async (page: Page, frame: Frame): Promise<void> => {
  await expect.poll(() => heights(page, frame), { timeout: 10_000 }).toBeLessThanOrEqual(2);
  await expect
    .poll(() => frame.evaluate(() => document.documentElement.scrollHeight - window.innerHeight))
    .toBeLessThan(3);
};

const options = (more: Partial<HostOptions>): HostOptions => ({
  src: `${site.address}embed/map/?partner=KR`,
  sandbox: false,
  hidden: false,
  ...more,
});

const display = (page: Page, value: string, width = "640px"): Promise<void> =>
  page.evaluate(
    ([display, width]) => {
      const tab = document.getElementById("tab");
      if (tab) Object.assign(tab.style, { display, width });
    },
    [value, width] as const,
  );

describe.each(Object.entries(HOSTS))("in a page with %s", (_, make) => {
  it.each([false, true])("the frame has the height of its figure, sandboxed: %s", async (sandbox) => {
    const page = await openHost(make(options({ sandbox })));
    const frame = await figureFrame(page);
    await follows(page, frame);
    // A table that is opened, a tab that is put away, and a column that became narrow in the meantime.
    await frame.locator("summary").click();
    await follows(page, frame);
    await display(page, "none");
    await display(page, "block", "340px");
    await follows(page, frame);
  });
  it("a frame that came in a hidden tab has it when it is shown", async () => {
    const page = await openHost(make(options({ sandbox: true, hidden: true })));
    await page.waitForTimeout(800);
    await display(page, "block");
    await follows(page, await figureFrame(page));
  });
});

describe("in a page that does not listen", () => {
  it("the frame keeps the height it was given, and scrolls", async () => {
    const page = await openHost(
      `<!doctype html><title>host</title><link rel="icon" href="data:,"><iframe title="f" width="640" height="300" style="border:0" src="${site.address}embed/map/"></iframe>`,
    );
    const frame = await figureFrame(page);
    expect(await page.evaluate(() => document.querySelector("iframe")?.clientHeight)).toBe(300);
    expect(await frame.evaluate(() => document.documentElement.scrollHeight > window.innerHeight)).toBe(true);
  });
  it("a page of its own says nothing to itself", async () => {
    const page = await open(`${site.address}embed/map/`, {
      expected: LOCAL,
      before: (page) =>
        page.addInitScript(() => {
          const heard: unknown[] = [];
          Object.assign(window, { heard });
          window.addEventListener("message", (event) => heard.push(event.data));
        }),
    });
    await page.waitForTimeout(300);
    expect(await page.evaluate(() => (window as unknown as { heard: unknown[] }).heard)).toEqual([]);
  });
});
