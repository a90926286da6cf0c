import { expect, it } from "vitest";
import { axe, open, repainted, settled } from "./browser.ts";
import { asked, eventPanel, figure, lookFor, openEvent, recordsIn, status } from "./views.ts";

/** Each figure of the page and what a row of its table stands for. */
const ROWS = {
  timeline: "event",
  map: "place",
  officials: "official",
  agreements: "agreement",
  commitments: "commitment",
  partners: "partner",
  topics: "partner",
  statistics: "statistic",
} as const;

it("keeps the hooks of every figure and its rows where its table stands in its place", async () => {
  const page = await open("", { height: 2000 });
  for (const [name, kind] of Object.entries(ROWS)) {
    const drawn = await recordsIn(figure(page, name), kind);
    const panel = page.locator("section.panel", { has: figure(page, name) });
    await panel.getByRole("button", { name: "Table" }).click();
    await panel.getByRole("table").waitFor();
    const listed = await recordsIn(figure(page, name), kind);
    expect(listed.length, name).toBeGreaterThan(0);
    expect(listed, name).toEqual(expect.arrayContaining([...drawn]));
  }
});

it("has each figure's hook where there is nothing to show in it", async () => {
  const page = await open("?q=zzzz", { height: 2000 });
  for (const name of Object.keys(ROWS)) expect(await figure(page, name).count(), name).toBe(1);
});

it("names what a hit of the search and a row of a menu stand for", async () => {
  const page = await open();
  for (const [text, kind, id] of [
    ["Valadimir", "official", "vladimir-voronkov"],
    ["South Korea", "partner", "KR"],
    ["Thailand", "place", "bangkok"],
  ] as const) {
    const hits = await lookFor(page, text);
    await expect.poll(() => recordsIn(hits, kind)).toContain(id);
  }
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Place/ }).click();
  await page.locator('li[data-place="lyon"]').waitFor();
});

it("tells a window that is none, takes it out of the address, and reads a key without a value as no key", async () => {
  const page = await open("?window=garbage&partner=KR");
  await page.getByText("window=").waitFor();
  expect(await status(page)).toContain("Showing 4 of 14");
  await page.getByRole("button", { name: "Take it out of the address" }).click();
  await expect.poll(() => asked(page).get("window")).toBeNull();
  expect(asked(page).get("partner")).toBe("KR");

  const written = await open(
    "?partner=&topic=&type=&official=&place=&certainty=&from=&to=&q=&event=&window=&lanes=&theme=&lang=&data=",
  );
  expect(await status(written)).toBe("Showing 14 of 14 meetings: everything on record");
  expect(await written.locator(".notices").innerText()).toBe("");
});

it("has of the event that is open its table and how it counts", async () => {
  const page = await openEvent("2019-10-sochi-voronkov");
  await eventPanel(page).getByRole("button", { name: "How we count" }).click();
  await eventPanel(page).getByText("One table is one event").waitFor();
  const overhang = () => eventPanel(page).evaluate((event) => event.scrollWidth - event.clientWidth);
  const before = await overhang();
  await eventPanel(page).getByRole("button", { name: "Table" }).click();
  await eventPanel(page).getByRole("table").waitFor();
  // A table of eight columns scrolls in its own frame and widens nothing around it.
  expect(await overhang()).toBe(before);
  expect(await recordsIn(figure(page, "event"), "official")).toEqual(["to-lam", "vladimir-voronkov"]);
  expect(await eventPanel(page).getByRole("table").innerText()).toContain(
    "Deputy General Secretary of the United Nations",
  );
});

it("has turned to an event only when it is shown, however late its part of the page comes", async () => {
  const page = await open("", {
    before: (_page, context) =>
      context.route(/EventPanel-[^/]*\.js$/, async (route) => {
        await new Promise((done) => setTimeout(done, 700));
        await route.continue();
      }),
  });
  await repainted(page, () => page.locator(".record-row").first().click());
  expect(await page.locator(".event[data-event] .event-summary").count()).toBe(1);
});

it("asks for whoever sits at the table by a press, and leads from a paper on it to what is said of it", async () => {
  const page = await openEvent("2019-01-29-talks-moon");
  const table = eventPanel(page).locator('svg[data-figure="event"]');
  const seat = table.locator('[data-official="moon-moo-il"]').first();
  await repainted(page, () => seat.click());
  expect(await status(page)).toBe("Showing 1 of 14 meetings, attended by Moon Moo-il");
  expect(asked(page).get("event")).toBe("2019-01-29-talks-moon");
  await expect.poll(() => seat.getAttribute("aria-pressed")).toBe("true");
  await repainted(page, () => seat.press("Enter"));
  expect(asked(page).get("official")).toBeNull();
  const paper = table.locator("[data-agreement]").first();
  expect(await paper.getAttribute("aria-pressed")).toBeNull();
  await paper.press("Enter");
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest("li")?.dataset.agreement))
    .toBe(await paper.getAttribute("data-agreement"));
  await axe(page);
});

it("opens an event from a line of the ledger, and in a page of its own with a key held down", async () => {
  const page = await open("?partner=KR", { height: 2000 });
  const link = figure(page, "agreements").locator(".event-link").first();
  const id = (await link.getAttribute("data-event")) ?? "";
  expect(new URL((await link.getAttribute("href")) ?? "", page.url()).search).toBe(`?partner=KR&event=${id}`);
  const [other] = await Promise.all([page.context().waitForEvent("page"), link.click({ modifiers: ["Control"] })]);
  await other.locator(`.event[data-event="${id}"]`).waitFor();
  expect(asked(page).get("event")).toBeNull();
  await link.click();
  await eventPanel(page).locator(".event-summary").waitFor();
  expect(asked(page).get("event")).toBe(id);
});

it("folds what a phone seldom needs into one menu, so that its tools stand in one line", async () => {
  const page = await open("", { width: 375, height: 800 });
  const tops = await page
    .locator(".header-tools button:visible")
    .evaluateAll((buttons) => buttons.map((button) => Math.round(button.getBoundingClientRect().top)));
  expect(new Set(tops).size).toBe(1);
  const more = page.getByRole("button", { name: "More", exact: true });
  await more.click();
  await page.getByRole("menuitem", { name: "Theme: as the system" }).click();
  await expect.poll(() => asked(page).get("theme")).toBe("dark");
  await more.click();
  await page.getByRole("menuitem", { name: "Keys and help" }).click();
  await page.getByRole("dialog").waitFor();
});

it("says of an event's people, bodies and mechanisms who is meant, with the passages", async () => {
  const page = await openEvent("2018-04-11-interpol-president");
  const who = eventPanel(page).locator("section", { has: page.getByRole("heading", { name: "Who is meant" }) });
  expect(await who.innerText()).toMatch(/Meng Hongwei\s+Printed under a garbled Vietnamese reading/);
  expect(await who.locator('a[href^="https://"]').count()).toBeGreaterThan(0);
  const talks = await openEvent("2019-01-29-talks-moon");
  const forums = eventPanel(talks).locator("section", { has: talks.getByRole("heading", { name: "Mechanisms" }) });
  expect(await forums.innerText()).toContain("misprints the acronym as APPIC");
  expect(await forums.locator("a").count()).toBeGreaterThan(2);
});

it("lights reported figures with the meeting where they were told, and the open event when nothing else is pointed at", async () => {
  const page = await open("?topic=human-trafficking", { height: 2000 });
  const lit = () => page.locator('[data-statistic][data-lit="true"]').count();
  expect(await lit()).toBe(0);
  await page.locator('.record-row[data-event="2019-11-27-ammtc-13"]').hover();
  await expect.poll(lit).toBeGreaterThan(0);

  const other = await openEvent("2019-01-29-talks-moon");
  await settled(other);
  const paper = other.locator('.panel [data-agreement="mou-mps-spo"].ledger-row');
  const isLit = () => paper.getAttribute("data-lit");
  await expect.poll(isLit).toBe("true");
  await other.locator('.panel [data-agreement="ammtc-13-joint-statement"].ledger-row').hover();
  await expect.poll(isLit).toBeNull();
  await other.mouse.move(2, 2);
  await expect.poll(isLit).toBe("true");
});

it("leads from a promise to where it was taken up, and shows a paper's title as printed", async () => {
  const page = await open("", { height: 2000 });
  const row = page.locator('.ledger-row[data-commitment="c-000-step-up"]');
  const end = row.locator('[data-commitment="c-001-lee-crime"]');
  await repainted(page, () => end.click());
  expect(asked(page).get("event")).toBe("2019-07-08-lee-nak-yeon");
  expect(await page.locator("main").innerText()).toContain("ASEAN Action Plan on Transnational Crimes");
});
