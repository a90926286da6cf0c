import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { record } from "../fixtures/record.ts";
import { open, serving } from "./browser.ts";

const MANY = 10_000;

/** A small record whose first meeting is held again with ten thousand other people. */
const crowded = (): string => {
  const base = record();
  const meeting = base.events.find(
    (event) => event.status === "held" && event.participants.some((seat) => seat.person),
  );
  const seat = meeting?.participants.find((one) => one.person);
  const person = base.people.find((one) => one.id === seat?.person);
  if (!meeting || !seat || !person) throw new Error("the fixture has no named seat");
  const numbers = Array.from({ length: MANY }, (_, at) => at);
  const people = numbers.map((at) => ({
    ...person,
    id: `crowd-${at}`,
    name: `Official ${at}`,
    aliases: [],
    weakAliases: [],
  }));
  const events = numbers.map((at) => ({
    ...meeting,
    id: `crowd-event-${at}`,
    partOf: null,
    participants: [{ ...seat, person: `crowd-${at}` }],
  }));
  return JSON.stringify({ ...base, people: [...base.people, ...people], events: [...base.events, ...events] });
};

it("shows ten thousand officials with as many cards as there is room for", async () => {
  const page = await open("/?data=data/crowd.json", serving("crowd", crowded()));
  const cards = page.locator("[data-official]");
  await expect.poll(() => cards.count()).toBeGreaterThan(3);
  expect(await cards.count()).toBeLessThan(80);
  expect(await page.locator("*").count()).toBeLessThan(4_000);
  await page.locator(".officials").getByLabel("Find an official").fill("Official 9999");
  await expect.poll(() => page.locator('[data-official="crowd-9999"]').count()).toBe(1);
});

it("draws the figure as its own panel is narrowed, and says that a frame is not", async () => {
  const page = await open("?partner=KR");
  const panel = page.locator(".panel.officials");
  const hint = panel.locator(".panel-hint");
  const before = await hint.innerText();
  await panel.getByRole("radio", { name: "Partners" }).check();
  const names = panel.locator('[data-figure="officials"] [data-official]');
  await expect.poll(() => hint.innerText()).not.toBe(before);
  const listed = await names.evaluateAll((cards) => cards.map((card) => card.getAttribute("data-official")));
  await panel.locator('[data-action="download"]').click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page
      .getByRole("menuitem", { name: /^SVG for the web/ })
      .filter({ visible: true })
      .click(),
  ]);
  const svg = readFileSync(await download.path(), "utf8");
  expect(svg).toContain("Republic of Korea, partner side");
  const drawn = [...svg.matchAll(/data-official="([^"]+)"/g)].map(([, id]) => id);
  expect(drawn).toEqual(listed);
  await panel.locator('[data-action="embed"]').click();
  await page.getByRole("dialog").getByText("A frame follows the page’s filter only").waitFor();
});
