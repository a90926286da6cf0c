/** Figures of one page that follow each other: sandboxed frames without an origin in a page of another one. */
import type { Frame, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { open } from "./browser.ts";
import { type Pages, type Served, servePages, serveSite } from "./hosts.ts";

let site: Served;
let host: Pages;
beforeAll(async () => {
  [site, host] = await Promise.all([serveSite(), servePages()]);
});
afterAll(() => {
  site.close();
  host.close();
});

const LOCAL = [/^third party: http:\/\/127\.0\.0\.1:/, /^console warning: Unrecognized feature: 'web-share'/];

const tag = (path: string, link: string): string =>
  `<liaison-figure src="${site.address}embed/${path}" title="${path}" height="500" link="${link}"></liaison-figure>`;

const frameOf = async (page: Page, path: string): Promise<Frame> => {
  const element = await page.waitForSelector(`iframe[title="${path}"]`);
  const frame = await element.contentFrame();
  if (!frame) throw new Error(`no frame of ${path}`);
  await frame.waitForSelector('html[data-state="ready"]', { state: "attached", timeout: 20_000 });
  return frame;
};

/** What the frames said but their heights, in order: whose it is and what. */
const said = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (window as unknown as { said: string[] }).said);

it("what is chosen in one narrows the other until it is let go, and no figure outside of their group", async () => {
  const page = await open(
    host.page(`<!doctype html><html lang="en"><title>host</title><link rel="icon" href="data:,"><body>
      <script>window.said=[];addEventListener("message",({source,data})=>{
        if(data?.source!=="liaison"||data.type==="height")return;
        const frame=[...document.querySelectorAll("iframe")].find(({contentWindow})=>contentWindow===source);
        said.push([frame.title,data.type,data.data.address??data.data.kind??""].join(" ").trim())})</script>
      ${tag("map/", "korea")}${tag("timeline/", "korea")}${tag("partners/", "other")}
      <script async src="${site.address}liaison-embed.js"></script>`),
    { until: null, width: 700, height: 1800, expected: LOCAL },
  );
  const [map, timeline, other] = [
    await frameOf(page, "map/"),
    await frameOf(page, "timeline/"),
    await frameOf(page, "partners/"),
  ];
  expect(await timeline.evaluate(() => window.origin)).toBe("null");
  await expect.poll(async () => (await said(page)).length).toBe(3);
  const titles = () => Promise.all([map, timeline, other].map((frame) => frame.locator("h1").textContent()));
  const before = await titles();
  const places = () => map.locator(".drawing [data-mark]").count();
  const allPlaces = await places();

  const korea = timeline.locator('.drawing [data-press=lane][data-partner="KR"]');
  await korea.click();
  await expect.poll(titles).toEqual([expect.stringMatching(/Republic of Korea/), before[1], before[2]]);
  expect(await places()).toBeLessThan(allPlaces);
  expect(await timeline.locator(".chosen").innerText()).toMatch(/^Chosen: Republic of Korea\. Open it/);
  await korea.click();
  await expect.poll(titles).toEqual(before);
  await expect.poll(places).toBe(allPlaces);

  const place = map.locator('.drawing [data-mark]:not([data-place*=" "])').first();
  await place.focus();
  await place.press("Enter");
  const id = await place.getAttribute("data-place");
  await expect.poll(() => said(page)).toContain(`timeline/ state ?place=${id}`);
  await expect.poll(async () => (await titles())[1]).not.toBe(before[1]);
  expect([(await titles())[0], (await titles())[2]]).toEqual([before[0], before[2]]);
  await place.press("Escape");
  await expect.poll(titles).toEqual(before);

  // Each choice was told once and answered once: nothing goes round.
  await page.waitForTimeout(1000);
  expect((await said(page)).slice(3)).toEqual([
    "timeline/ select partner",
    "map/ state ?partner=KR",
    "timeline/ deselect partner",
    "map/ state",
    "map/ select place",
    `timeline/ state ?place=${id}`,
    "map/ deselect place",
    "timeline/ state",
  ]);
});
