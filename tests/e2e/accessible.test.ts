import { expect, it } from "vitest";
import { axe, open, settled, url } from "./browser.ts";
import { lookFor, openEvent } from "./views.ts";

it("has nothing for axe to find as it opens, with a menu open, with tables, with answers of the search", async () => {
  const page = await open();
  await axe(page);
  await page.getByRole("button", { name: /^Topic/ }).click();
  await page.getByRole("list", { name: "Topic" }).waitFor();
  await axe(page);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Dates/ }).click();
  await axe(page);
  await page.keyboard.press("Escape");
  await lookFor(page, "kor");
  await axe(page);
  await page.keyboard.press("Escape");
  for (const button of await page.getByRole("button", { name: "Table", exact: true }).all()) await button.click();
  for (const button of await page.getByRole("button", { name: "How we count" }).all()) await button.click();
  expect(await page.getByRole("table").count()).toBeGreaterThan(5);
  await axe(page);
});

it("has nothing for axe to find where it is filtered or empty, with an event open or with help", async () => {
  const page = await openEvent("2019-01-29-talks-moon", "&partner=KR");
  await axe(page);
  await page.locator("body").press("?");
  await page.getByRole("dialog").waitFor();
  await axe(page);
  await page.keyboard.press("Escape");
  await axe(await open("?partner=INTERPOL&place=sochi"));
});

it("has nothing for axe to find in the dark", async () => {
  const page = await open("?event=2019-10-sochi-kokov&theme=dark");
  await axe(page);
  await lookFor(page, "lam");
  await axe(page);
});

it("has nothing for axe to find at 320 px, with an event's sheet open and closed", async () => {
  const page = await open("?lanes=topic", { width: 320, height: 640, touch: true });
  await axe(page);
  await page.goto(url("?event=2019-01-29-talks-moon"));
  await page.getByRole("dialog").locator(".event-summary").waitFor();
  await axe(page);
});

it("has nothing for axe to find where the address asks for too much", async () => {
  const page = await open("?partner=ZZ&event=nope&lanes=official");
  await page.getByText("ZZ").first().waitFor();
  await axe(page);
});

it("keeps its shapes and its words in forced colours", async () => {
  const page = await open("?event=2019-10-sochi-kokov", { forcedColors: "active" });
  await settled(page);
  await axe(page);
  const drawn = await page
    .locator('[data-figure="timeline"] [data-event]')
    .first()
    .evaluate((mark) => getComputedStyle(mark).visibility);
  expect(drawn).toBe("visible");
});
