import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { axe, faultsOf, open, url } from "./browser.ts";

const KB = 1024;

it("opens on the record", async () => {
  const page = await open();
  await expect.poll(() => page.getByRole("status").first().textContent()).toMatch(/^Showing \d+ of \d+ meetings/);
  expect(await page.locator("h1").count()).toBe(1);
  expect(await page.title()).toContain("Liaison");
});

it("starts with at most 150 KB of script, as gzip, beside the map's shapes", async () => {
  const loading: Promise<{ name: string; bytes: number; shapes: boolean }>[] = [];
  await open("", {
    before: async (page) => {
      page.on("response", (response) => {
        const { pathname } = new URL(response.url());
        if (!/\.m?js$/.test(pathname)) return;
        loading.push(
          response.body().then((body) => ({
            name: pathname,
            bytes: gzipSync(body, { level: 9 }).length,
            shapes: pathname.includes("shapes"),
          })),
        );
      });
    },
  });
  const scripts = await Promise.all(loading);
  expect(scripts.length).toBeGreaterThan(0);
  const sum = (shapes: boolean): number =>
    scripts.filter((script) => script.shapes === shapes).reduce((total, { bytes }) => total + bytes, 0);
  expect(sum(false), JSON.stringify(scripts, null, 2)).toBeLessThanOrEqual(150 * KB);
  expect(sum(true), JSON.stringify(scripts, null, 2)).toBeLessThanOrEqual(60 * KB);
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
  const page = await open("", { javaScript: false, until: null });
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
