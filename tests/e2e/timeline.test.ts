import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { repeated } from "../fixtures/record.ts";
import { open, repainted, revision, serving, settled } from "./browser.ts";
import { asked, chip, figure, recordsIn } from "./views.ts";

const SVG = '[data-figure="timeline"]';

const mark = (page: Page, id: string) => page.locator(`${SVG} [data-event="${id}"]`).first();

const middle = async (page: Page, id: string): Promise<readonly [number, number]> => {
  const box = await mark(page, id).boundingBox();
  if (!box) throw new Error(`${id} is not drawn`);
  return [box.x + box.width / 2, box.y + box.height / 2];
};

/** First and last day in the address, as numbers. */
const window = (page: Page): readonly [number, number] => {
  const [start = "", end = ""] = (asked(page).get("window") ?? "").split("..");
  const full = (date: string, rest: string) => Date.parse(`${date}${rest.slice(date.length)}`) / 86_400_000;
  return [full(start, "2000-01-01"), full(end, "2000-12-28")];
};

const width = (page: Page): number => window(page)[1] - window(page)[0];

it("zooms with the wheel at the pointer: the day under it stays", async () => {
  const page = await open("?partner=KR");
  const id = "2019-07-08-lee-nak-yeon";
  const [x, y] = await middle(page, id);
  await page.mouse.move(x, y);
  for (let turn = 0; turn < 4; turn++) {
    await repainted(page, () => page.mouse.wheel(0, -120));
    expect(Math.abs((await middle(page, id))[0] - x)).toBeLessThan(6);
  }
  await expect.poll(() => width(page)).toBeLessThan(200);
});

it("keeps the zoom in the address, restores it on reload, and forgets it with another filter", async () => {
  const page = await open("?window=2019-06..2019-12");
  expect(await recordsIn(figure(page, "timeline"), "event")).not.toContain("2019-01-29-talks-moon");
  const x = (await middle(page, "2019-11-27-ammtc-13"))[0];
  await page.reload();
  await page.waitForSelector('html[data-state="ready"]');
  expect((await middle(page, "2019-11-27-ammtc-13"))[0]).toBeCloseTo(x, 0);
  await repainted(page, () => chip(page, "KR").click());
  await expect.poll(() => asked(page).get("window")).toBeNull();
  expect(await recordsIn(figure(page, "timeline"), "event")).toContain("2019-01-29-talks-moon");
});

it("moves with a drag, zooms with buttons and a double-click, and fits again", async () => {
  const page = await open("?window=2019-01..2019-12");
  const svg = await figure(page, "timeline").boundingBox();
  if (!svg) throw new Error("no timeline");
  const [x, y] = [svg.x + svg.width * 0.7, svg.y + svg.height - 30];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 60, y, { steps: 4 });
  await page.mouse.move(x - 120, y, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => window(page)[0]).toBeGreaterThan(Date.parse("2019-01-20") / 86_400_000);
  expect(width(page)).toBeCloseTo(364, -1);
  expect(asked(page).get("event"), "a drag opens nothing").toBeNull();

  const before = width(page);
  await page.getByRole("button", { name: "Zoom in" }).first().click();
  await expect.poll(() => width(page)).toBeLessThan(before * 0.7);
  await page.getByRole("button", { name: "Zoom out" }).first().click();
  await expect.poll(() => width(page)).toBeGreaterThan(before * 0.9);
  await page.mouse.dblclick(x, svg.y + 12);
  await expect.poll(() => width(page)).toBeLessThan(before * 0.6);
  await page.getByRole("button", { name: "Fit", exact: true }).click();
  await expect.poll(() => asked(page).get("window")).toBeNull();
});

it("zooms with two fingers", async () => {
  const page = await open("?window=2018-04..2019-12", { touch: true });
  const svg = await figure(page, "timeline").boundingBox();
  if (!svg) throw new Error("no timeline");
  const [x, y] = [svg.x + svg.width * 0.6, svg.y + svg.height / 2];
  const client = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", apart: number) =>
    client.send("Input.dispatchTouchEvent", {
      type,
      touchPoints:
        type === "touchEnd"
          ? []
          : [
              { x: x - apart, y, id: 1 },
              { x: x + apart, y, id: 2 },
            ],
    });
  await touch("touchStart", 40);
  for (const apart of [60, 90, 120, 160]) await touch("touchMove", apart);
  await touch("touchEnd", 0);
  await expect.poll(() => width(page)).toBeLessThan(300);
});

it("is brushed by the mouse and by keys on the overview", async () => {
  const page = await open();
  const last = page.getByRole("slider", { name: "Last day shown" });
  const grip = await last.boundingBox();
  if (!grip) throw new Error("no brush");
  const [x, y] = [grip.x + grip.width / 2, grip.y + grip.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 100, y, { steps: 5 });
  await page.mouse.move(x - 200, y, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => asked(page).get("window")).not.toBeNull();
  await settled(page);
  const [, end] = window(page);
  await last.focus();
  await page.keyboard.press("PageDown");
  await expect.poll(() => window(page)[1]).toBeLessThan(end);
  const said = await last.getAttribute("aria-valuetext");
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => last.getAttribute("aria-valuetext")).not.toBe(said);
});

it("shows the same events in other lanes", async () => {
  const page = await open("?partner=KR");
  const events = await recordsIn(figure(page, "timeline"), "event");
  for (const [lanes, name] of [
    ["topic", "Topic"],
    ["official", "Official"],
    ["type", "Kind"],
  ] as const) {
    await repainted(page, () => page.getByRole("radio", { name, exact: true }).check({ force: true }));
    await expect.poll(() => asked(page).get("lanes")).toBe(lanes);
    expect(await recordsIn(figure(page, "timeline"), "event")).toEqual(events);
  }
  await repainted(page, () => page.goBack());
  expect(asked(page).get("lanes")).toBe("official");
});

it("tells of a mark under the pointer and lights it up in every view, and of none beside it", async () => {
  const page = await open("", { height: 2600 });
  const before = await revision(page);
  await mark(page, "2019-10-sochi-kokov").hover();
  await page.locator('[data-part="tooltip"]').waitFor();
  const tip = await page.locator('[data-part="tooltip"]').innerText();
  expect(tip).toMatch(/Kokov/);
  expect(tip).toMatch(/15–18 October 2019/);
  await page.locator('.record-row[data-event="2019-10-sochi-kokov"][data-lit]').waitFor({ state: "attached" });
  await page.locator('[data-figure="map"] [data-place="sochi"][data-lit]').waitFor({ state: "attached" });
  await page.locator("[data-commitment][data-lit]").first().waitFor({ state: "attached" });
  await page.locator('[data-official="yury-kokov"][data-lit], [data-official="to-lam"][data-lit]').first().waitFor();
  await page.mouse.move(5, 5);
  await page.locator("[data-lit]").first().waitFor({ state: "detached" });
  await page.locator('.official[data-official="to-lam"]').hover();
  await expect.poll(() => page.locator(".record-row[data-lit]").count()).toBeGreaterThan(3);
  expect(await revision(page), "nothing was asked for").toBe(before);
});

it("opens the event whose mark or label is pressed", async () => {
  const page = await open("?partner=RU");
  await mark(page, "2019-10-sochi-gorovoy").click();
  await expect.poll(() => asked(page).get("event")).toBe("2019-10-sochi-gorovoy");
});

it("keeps the plot in the page while it turns from density to marks", async () => {
  const page = await open("?data=data/full.json", serving("full", JSON.stringify(repeated(900))));
  expect(await page.locator(`${SVG} [data-event]`).count()).toBe(0);
  const plot = page.locator(`.timeline-frame svg${SVG}`);
  await plot.evaluate((svg) => svg.setAttribute("data-same", ""));
  for (let turn = 0; turn < 4; turn++)
    await repainted(page, () => page.getByRole("button", { name: "Zoom in" }).first().click());
  expect(await page.locator(`${SVG} [data-event]`).count()).toBeGreaterThan(5);
  expect(await plot.getAttribute("data-same")).toBe("");
});
