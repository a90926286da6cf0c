import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { faultsOf, open, repainted } from "./browser.ts";
import { asked, chip, figure, recordsIn, status, tick } from "./views.ts";

const meetings = async (page: Page): Promise<number> =>
  Number(/^Showing (\d+) of 14 meetings/.exec(await status(page))?.[1]);

const reset = (page: Page) => page.locator('[data-action="reset"]');

it("takes several values of one key as or, and keys among each other as and", async () => {
  const page = await open();
  await repainted(page, () => chip(page, "KR").click());
  await expect.poll(async () => [asked(page).get("partner"), await meetings(page)]).toEqual(["KR", 4]);
  await repainted(page, () => chip(page, "RU").click());
  await expect.poll(async () => [asked(page).get("partner"), await meetings(page)]).toEqual(["KR,RU", 6]);
  expect(await recordsIn(figure(page, "timeline"), "partner")).toEqual(["KR", "RU"]);
  await tick(page, "Place", /Sochi/);
  await expect.poll(async () => [asked(page).get("place"), await meetings(page)]).toEqual(["sochi", 3]);
  expect(await status(page)).toMatch(/with Republic of Korea or Russian? ?.*, in Sochi$/);
});

it("takes each clause out by itself, and all at once", async () => {
  const page = await open("?partner=KR,RU&place=sochi&from=2019");
  const active = page.getByRole("list", { name: "Active filters" });
  expect(await active.getByRole("listitem").count()).toBe(4);
  await repainted(page, () => active.getByRole("button", { name: /Korea/ }).click());
  await expect.poll(() => asked(page).get("partner")).toBe("RU");
  await repainted(page, () => active.getByRole("button", { name: /Sochi/ }).click());
  await expect.poll(() => asked(page).get("place")).toBeNull();
  await repainted(page, () => reset(page).click());
  await expect.poll(async () => [...asked(page).keys()]).toEqual([]);
  expect(await meetings(page)).toBe(14);
  expect(await reset(page).isDisabled()).toBe(true);
});

it("goes back and forward one choice at a time, and survives a reload", async () => {
  const page = await open();
  await repainted(page, () => chip(page, "INTERPOL").click());
  await tick(page, "Kind", /courtesy call/i);
  expect(await meetings(page)).toBe(1);
  await page.reload();
  await page.waitForSelector('html[data-state="ready"]');
  expect(await meetings(page)).toBe(1);
  await repainted(page, () => page.goBack());
  await expect.poll(async () => [await meetings(page), asked(page).get("type")]).toEqual([3, null]);
  await repainted(page, () => page.goBack());
  expect(await meetings(page)).toBe(14);
  await repainted(page, () => page.goForward());
  await expect.poll(async () => [await meetings(page), asked(page).get("partner")]).toEqual([3, "INTERPOL"]);
});

it("leaves the other partners' counts alone when one is chosen, and narrows the menus", async () => {
  const page = await open("?partner=KR");
  expect(await chip(page, "RU").textContent()).toMatch(/2$/);
  await page.getByRole("button", { name: /^Place/ }).click();
  const places = page.getByRole("list", { name: "Place" });
  expect(await places.getByRole("listitem").allTextContents()).toEqual(
    expect.arrayContaining([expect.stringMatching(/Seoul\s*2/), expect.stringMatching(/Sochi\s*1/)]),
  );
});

it("counts both ends of a period in", async () => {
  const page = await open("?to=2019-10-18&place=sochi");
  expect(await meetings(page)).toBe(6);
  for (const [from, to, count] of [
    ["2019-10-18", "", 6],
    ["2019-10-15", "2019-10-15", 6],
    ["2019-10-19", "", 0],
    ["2019", "2019-10-14", 0],
    ["2019-10", "2019-10", 6],
  ] as const) {
    await page.getByRole("button", { name: /^Dates/ }).click();
    await page.getByLabel("From", { exact: true }).fill(from);
    await page.getByLabel("To", { exact: true }).fill(to);
    await repainted(page, () => page.getByRole("button", { name: "Apply" }).click());
    await expect
      .poll(async () => [asked(page).get("from") ?? "", asked(page).get("to") ?? "", await meetings(page)])
      .toEqual([from, to, count]);
  }
});

it("says of a date that it is none, and keeps what was shown", async () => {
  const page = await open();
  await page.getByRole("button", { name: /^Dates/ }).click();
  await page.getByLabel("From", { exact: true }).fill("last summer");
  await page.getByRole("button", { name: "Apply" }).click();
  await page.getByText("“last summer” is not a date").waitFor();
  await expect.poll(async () => [asked(page).get("from"), await meetings(page)]).toEqual([null, 14]);
});

it("says that nothing matches, in each view, and offers the way out", async () => {
  const page = await open("?partner=INTERPOL&place=sochi");
  expect(await meetings(page)).toBe(0);
  expect(await page.getByText("No event in the record fits").count()).toBeGreaterThan(0);
  await repainted(page, () => page.locator(".record").getByRole("button", { name: "Clear all filters" }).click());
  expect(await meetings(page)).toBe(14);
});

it("filters by whatever is pressed: a card, a place, a lane, a cell, a topic of an event", async () => {
  const page = await open("?event=2019-01-29-talks-moon", { height: 3200 });
  const press = async (key: string, selector: string): Promise<string | null> => {
    await repainted(page, () => page.locator(selector).first().click());
    const value = asked(page).get(key);
    expect(await meetings(page), selector).toBeLessThan(14);
    await repainted(page, () => reset(page).click());
    return value;
  };
  expect(await press("official", '.official[data-official="nguyen-van-thanh"]')).toBe("nguyen-van-thanh");
  expect(await press("place", '[data-figure="map"] [data-place="seoul"]')).toBe("seoul");
  expect(await press("partner", '[data-figure="timeline"] [data-partner="RU"]')).toBe("RU");
  expect(await press("topic", ".event-topics button")).not.toBeNull();
  const matrix = page.locator('[data-figure="topics"]');
  await repainted(page, () => matrix.locator("[data-cell]").first().click());
  await expect.poll(async () => [asked(page).get("partner"), asked(page).get("topic")]).not.toContain(null);
});

it.each([
  ["?partner=ZZ", "ZZ"],
  ["?lanes=foo", "foo"],
  ["?from=garbage", "garbage"],
  ["?event=nope", "nope"],
  ["?topic=%3Cb%3E&official=__proto__,constructor", "__proto__"],
  ["?theme=pink&lang=xx&certainty=sure&window=abc", "pink"],
])("tells of what it does not know and shows the rest: %s", async (address, value) => {
  const page = await open(address);
  await page.locator(".ui-notice", { hasText: value }).first().waitFor();
  expect(await meetings(page)).toBe(14);
  expect(faultsOf(page)).toEqual([]);
});

it("takes the unknown out of the address when asked", async () => {
  const page = await open("?partner=ZZ,KR&lanes=foo&event=nope");
  await page.getByRole("button", { name: "Take it out of the address" }).click();
  await expect.poll(() => [...asked(page)].filter(([key]) => key !== "event")).toEqual([["partner", "KR"]]);
  await page.locator(".event").getByRole("button", { name: "All events" }).first().click();
  await expect.poll(() => asked(page).get("event")).toBeNull();
});

it("filters by the partner of a ledger's group, and back", async () => {
  const page = await open("/");
  const group = page.locator("[data-figure=commitments] h3 .partner-tag", { hasText: "Viet Nam → Russia" });
  await repainted(page, () => group.click());
  expect(await status(page)).toMatch(/^Showing 2 of 14 meetings, with Russia/);
  await repainted(page, () => group.click());
  expect(await status(page)).toMatch(/^Showing 14 of 14 meetings/);
});
