import { expect, it } from "vitest";
import { axe, faultsOf, open, repainted, url } from "./browser.ts";

it("opens on the record", async () => {
  const page = await open();
  await expect.poll(() => page.getByRole("status").first().textContent()).toMatch(/^Showing \d+ of \d+ meetings/);
  expect(await page.locator("h1").count()).toBe(1);
  expect(await page.title()).toContain("Liaison");
});

it("has a usable timeline while the map's shapes are still on their way", async () => {
  let asked = false;
  const page = await open("", {
    before: (page) =>
      page.route(/\/(?:shapes|far)\.gen-[^/]*\.js$/, () => {
        asked = true;
        return new Promise<void>(() => undefined);
      }),
    expected: [/request failed: .*(?:shapes|far)\.gen/],
  });
  await page.locator('[data-figure="timeline"] [data-event]').first().waitFor();
  await page.getByRole("status").first().waitFor();
  await expect.poll(() => asked).toBe(true);
});

it("keeps its policy: neither inline script nor eval runs", async () => {
  const page = await open("", { expected: [/Content Security Policy/] });
  expect(await page.evaluate(() => document.querySelectorAll("script:not([src]), style, [style*='url(']").length)).toBe(
    0,
  );
  const ran = await page.evaluate(async () => {
    const inline = document.createElement("script");
    inline.textContent = "document.documentElement.dataset.broken = 'inline'";
    document.body.append(inline);
    const evaluated = document.createElement("button");
    evaluated.setAttribute("onclick", "document.documentElement.dataset.broken = 'handler'");
    document.body.append(evaluated);
    evaluated.click();
    const foreign = await fetch("https://example.org/").then(
      () => "loaded",
      () => "refused",
    );
    return [document.documentElement.dataset.broken ?? "none", foreign];
  });
  expect(ran).toEqual(["none", "refused"]);
});

it("says what it needs where scripts are off", async () => {
  const page = await open("", { javaScript: false, until: null, expected: [/request failed: \S+\.js csp/] });
  expect(await page.locator("noscript").textContent()).toContain("JavaScript");
});

it("answers 404 for what is not there, as a static host does", async () => {
  expect((await fetch(url("data/none.json"))).status).toBe(404);
});

it("has nothing for axe to find", async () => {
  await axe(await open());
});

it("would notice a word on the console, an error, a missing file and a call to another site", async () => {
  const page = await open("", { until: null, expected: [/planted/, /example\.org/, /Failed to load/] });
  await page.evaluate(async () => {
    console.log("planted word");
    setTimeout(() => {
      throw new Error("planted error");
    });
    await fetch("planted.json");
    const image = new Image();
    image.src = "https://example.org/pixel.png";
    document.body.append(image);
  });
  await expect
    .poll(() => faultsOf(page))
    .toEqual(
      expect.arrayContaining([
        "console log: planted word",
        "page error: planted error",
        expect.stringMatching(/^answer 404: .*planted\.json$/),
        expect.stringContaining("example.org"),
      ]),
    );
});

it("filters by a partner, in the address and in words", async () => {
  const page = await open();
  await repainted(page, () => page.locator('button[data-partner="KR"]').first().click());
  expect(new URL(page.url()).searchParams.get("partner")).toBe("KR");
  expect(await page.getByRole("status").first().textContent()).toMatch(/^Showing \d+ of \d+ meetings.*Korea/);
});
