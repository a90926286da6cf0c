import { expect, it } from "vitest";
import { open, repainted } from "./browser.ts";
import { chip, eventPanel, figure, idsOf, lookFor, openEvent, recordsIn, status } from "./views.ts";

const KOREAN_MEETINGS = [
  "2019-01-29-talks-moon",
  "2019-07-08-lee-nak-yeon",
  "2019-07-08-talks-knpa",
  "2019-10-sochi-korea",
];
const KOREAN_VISITS = ["2019-01-visit-moon", "2019-07-visit-korea"];

it("shows with ?partner=KR the four meetings with Korean counterparts, in every view alike", async () => {
  const page = await open("?partner=KR", { height: 2000 });
  expect(await status(page)).toBe("Showing 4 of 14 meetings, with Republic of Korea");
  expect(await page.locator(".lead-sentence").textContent()).toMatch(
    /^Four meetings with Republic of Korea in .*Seoul/,
  );
  expect(await chip(page, "KR").getAttribute("aria-pressed")).toBe("true");
  expect(await chip(page, "KR").textContent()).toContain("4");
  expect(await chip(page, "INTERPOL").textContent()).toContain("3");

  const events = [...KOREAN_MEETINGS, ...KOREAN_VISITS].sort();
  expect(await recordsIn(figure(page, "timeline"), "event")).toEqual(events);
  expect(await recordsIn(figure(page, "timeline"), "partner")).toEqual(["KR"]);
  expect(await idsOf(page.locator(".record-row"), "data-event")).toEqual(events);
  expect(await recordsIn(figure(page, "map"), "place")).toEqual(["hanoi", "seoul", "sochi"]);
  expect(await recordsIn(figure(page, "topics"), "partner")).toContain("KR");

  const officials = await recordsIn(figure(page, "officials"), "official");
  expect(officials).toEqual(expect.arrayContaining(["to-lam", "moon-moo-il", "lee-nak-yeon", "min-gap-ryong"]));
  expect(officials.filter((id) => /stock|hongwei|gorovoy|kokov|voronkov/.test(id))).toEqual([]);

  expect(await recordsIn(figure(page, "agreements"), "agreement")).toEqual(["agreement-mps-knpa", "mou-mps-spo"]);
  const said = await idsOf(figure(page, "commitments").locator("[data-commitment] .event-link"), "data-event");
  expect(said.filter((id) => !events.includes(id))).toEqual([]);
});

it("shows with ?partner=INTERPOL the meetings in Lyon, and no France", async () => {
  const page = await open("?partner=INTERPOL", { height: 2000 });
  expect(await status(page)).toBe("Showing 3 of 14 meetings, with INTERPOL");
  expect(await recordsIn(figure(page, "timeline"), "event")).toEqual([
    "2018-04-11-interpol-president",
    "2018-04-11-interpol-secretariat",
    "2018-04-11-interpol-units",
    "2018-04-visit-interpol",
  ]);
  expect(await recordsIn(figure(page, "map"), "place")).toEqual(["lyon"]);
  expect(await idsOf(page.locator("button[data-partner]"), "data-partner")).not.toContain("FR");
  expect(await page.locator("main").innerText()).not.toMatch(/Paris|embassy/i);
});

it("finds people by misspellings, without diacritics and in their own script, and things by a word", async () => {
  const page = await open();
  for (const [text, name] of [
    ["Valadimir", "Vladimir Voronkov"],
    ["to lam", "Tô Lâm"],
    ["TÔ LÂM", "Tô Lâm"],
    ["문무일", "Moon Moo-il"],
    ["Горовой", "Aleksandr Gorovoy"],
    ["apicc", "APICC"],
    ["lyon", "Lyon"],
    ["drug", "drug"],
  ] as const) {
    const answers = await lookFor(page, text);
    await expect
      .poll(() => answers.getByRole("option").first().textContent(), { message: text })
      .toMatch(new RegExp(name, "i"));
  }
});

it("says of 8 July that its year is inferred, and why", async () => {
  const page = await openEvent("2019-07-08-lee-nak-yeon");
  expect(await eventPanel(page).locator(".event-when").textContent()).toMatch(/^8 July 2019, year inferred/);
  const evidence = eventPanel(page).locator(".evidence-item", { hasText: "inferred" });
  expect(await evidence.allTextContents()).toContainEqual(expect.stringMatching(/8 July without a year/));
});

it("shows the meetings in Sochi as a span and not as the 15th", async () => {
  const page = await openEvent("2019-10-sochi-kokov");
  expect(await eventPanel(page).locator(".event-when").textContent()).toMatch(
    /^on a day within 15–18 October 2019 · Sochi/,
  );
  const mark = figure(page, "timeline").locator('[data-event="2019-10-sochi-kokov"]').first();
  expect(await mark.getAttribute("aria-label")).toMatch(/15–18 October 2019/);
  expect(await page.locator("body").innerText()).not.toMatch(/(?<![–\d])15 October 2019/);
});

it("keeps what was signed apart from what was recalled or is only ready to sign", async () => {
  const page = await open();
  const group = (name: string) =>
    figure(page, "agreements").locator("section", { has: page.getByRole("heading", { name }) });
  expect(await recordsIn(group("Signed or adopted"), "agreement")).toEqual(["ammtc-13-joint-statement", "mou-mps-spo"]);
  expect(await recordsIn(group("Not signed"), "agreement")).toContain("plan-vn-ru-information-security");
  expect(await recordsIn(group("Recalled"), "agreement")).toEqual(
    expect.arrayContaining(["agreement-mps-knpa", "agreement-vn-ru-information-security"]),
  );
  const signed = await recordsIn(group("Signed or adopted"), "agreement");
  const recalled = await recordsIn(group("Recalled"), "agreement");
  expect(signed.filter((id) => recalled.includes(id))).toEqual([]);
});

it("leads from every reported figure to its passage", async () => {
  const page = await open("", { height: 2000 });
  const statistics = await recordsIn(figure(page, "statistics"), "statistic");
  expect(statistics).toHaveLength(13);
  await figure(page, "statistics").locator("[data-statistic]").first().click();
  const rows = eventPanel(page).locator("[data-statistic]");
  await rows.first().waitFor();
  expect(await idsOf(rows, "data-statistic")).toEqual(statistics);
  for (const row of await rows.all())
    expect(await row.locator("a").first().getAttribute("href")).toMatch(/^https?:\/\/[^#]+#:~:text=\S+$/);
});

it("leads from every paper, promise and event to a passage", async () => {
  const page = await open("", { height: 2000 });
  for (const kind of ["agreement", "commitment"])
    for (const row of await page.locator(`li[data-${kind}]`).all())
      expect(await row.locator('a[href*="#:~:text="]').count(), await row.innerText()).toBeGreaterThan(0);
});

it("walks through all events in time, each with a passage behind it", async () => {
  const page = await openEvent("2018-04-visit-interpol");
  const panel = eventPanel(page);
  const seen: (string | null)[] = [];
  for (;;) {
    await expect.poll(() => panel.locator('.evidence a[href*="#:~:text="]').count()).toBeGreaterThan(0);
    seen.push(await panel.getAttribute("data-event"));
    const next = panel.getByRole("button", { name: "Next event" });
    if (await next.isDisabled()) break;
    await repainted(page, () => next.click());
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.length).toBeGreaterThan(20);
});
