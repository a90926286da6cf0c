import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FIGURES } from "#figures/names.ts";
import { ROOT } from "../../scripts/prepare.mjs";
import { axe, faultsOf, type OpenOptions, open, url } from "./browser.ts";
import { type Pages, SANDBOX, type Served, servePages, serveSite } from "./hosts.ts";

let site: Served;
let host: Pages;
beforeAll(async () => {
  [site, host] = await Promise.all([serveSite(), servePages()]);
});
afterAll(() => {
  site.close();
  host.close();
});

/** Our own servers of this machine; every other address is a third party and fails the test. */
const LOCAL = [
  /^third party: http:\/\/127\.0\.0\.1:/,
  // Chromium on Linux cannot share, and says so of a frame that may.
  /^console warning: Unrecognized feature: 'web-share'/,
];
const embed = (path: string, options: OpenOptions = {}): Promise<Page> =>
  open(`${site.address}embed/${path}`, { width: 680, ...options, expected: [...LOCAL, ...(options.expected ?? [])] });

describe.each(FIGURES)("the page of %s", (figure) => {
  it("is read without a script, table and source included", async () => {
    const page = await embed(`${figure}/`, { javaScript: false, until: null });
    const drawing = page.locator(`main svg[data-figure="${figure}"]`);
    expect(await drawing.count()).toBe(1);
    expect((await drawing.getAttribute("aria-label"))?.length).toBeGreaterThan(10);
    expect(await page.locator("h1").textContent()).toBe(await page.title());
    expect(await page.locator("details tbody tr").count()).toBeGreaterThan(0);
    expect(await page.locator("footer").textContent()).toMatch(/Source: .+Release \d{8}-[0-9a-f]{8}/);
    const files = await page
      .locator(".files a")
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    const begins = async (file: string): Promise<string> =>
      Buffer.from(await (await fetch(file)).arrayBuffer())
        .subarray(0, 3)
        .toString("latin1");
    expect(await Promise.all(files.map(begins))).toEqual(["\u00ef\u00bb\u00bf", "\u0089PN", "%PD"]);
  });
  it("has nothing for axe to find, light and dark, its table open", async () => {
    const page = await embed(`${figure}/`);
    await axe(page);
    await page.locator("summary").click();
    await axe(page);
    const dark = await embed(`${figure}/?dark=true`);
    expect(await dark.evaluate(() => document.documentElement.hasAttribute("data-dark"))).toBe(true);
    await axe(dark);
  });
  it("says in its head what it is, and its oEmbed answer keeps its word", async () => {
    const page = await embed(`${figure}/KR/`);
    const meta = (name: string) => page.locator(`meta[property="${name}"]`).getAttribute("content");
    expect(await meta("og:title")).toBe(await page.title());
    const at = (address: string | null): string => new URL(address ?? "", page.url()).href;
    const card = await fetch(at(await meta("og:image")));
    const view = new DataView(await card.arrayBuffer());
    expect([view.getUint32(16), view.getUint32(20)]).toEqual([1200, 630]);
    const link = page.locator('link[rel="alternate"][type="application/json+oembed"]');
    const answer = await (await fetch(at(await link.getAttribute("href")))).json();
    // This build was told no address of a site, so it makes none up.
    expect(answer).toMatchObject({ type: "link", version: "1.0", title: await page.title() });
    expect(JSON.stringify(answer)).not.toContain("localhost");
    const facts = await (await fetch(at("figure.json"))).json();
    const linked = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? "");
    expect(linked["@graph"].map((one: { "@type": string }) => one["@type"])).toEqual(["Dataset", "ImageObject"]);
    const height = await page.evaluate(() => document.querySelector("main")?.getBoundingClientRect().height ?? 0);
    expect(Math.abs(facts.height - height)).toBeLessThan(40);
  });
});

describe("an address of an embed", () => {
  it("filters, and the picture made at build is not shown before", async () => {
    const page = await embed("timeline/?partner=KR");
    expect(await page.locator("h1").textContent()).toMatch(/Republic of Korea/);
    expect(await page.locator("footer").textContent()).toMatch(/4 meetings/);
    // The files beside the page show everything.
    expect(await page.locator(".files").count()).toBe(0);
    const own = await embed("timeline/KR/");
    expect(await own.locator(".files a").first().getAttribute("href")).toBe("timeline.csv");
  });
  it("with what is not known shows the rest and a notice", async () => {
    const page = await embed(
      "map/?partner=KR,XX&from=soon&dark=night&lanes=x&event=none&data=https://example.org/x.json",
    );
    const notice = page.locator(".notice");
    for (const key of ["partner", "from", "dark", "lanes", "event", "data"])
      expect(await notice.textContent()).toContain(key);
    expect(await notice.textContent()).not.toContain("KR");
    expect(await page.locator('svg[data-figure="map"]').count()).toBe(1);
    expect(await page.locator("h1").textContent()).toMatch(/Republic of Korea/);
  });
  it("with nothing that matches is not blank", async () => {
    const page = await embed("officials/?from=1990&to=1991");
    expect(await page.locator("main svg").count()).toBe(1);
    expect(await page.locator("h1").textContent()).not.toBe("");
  });
  it("changes the look by Datawrapper's names", async () => {
    const page = await embed("partners/?plain=true&transparent=true&logo=off");
    expect(await page.locator("h1").evaluate((element) => element.getBoundingClientRect().width)).toBe(1);
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe("rgba(0, 0, 0, 0)");
    expect(await page.getByRole("link", { name: /^Open in Liaison/ }).count()).toBe(0);
  });
  it("has no ground of its own in the dark either", async () => {
    const [page, frame] = await framed(`${site.address}embed/partners/?transparent=true&dark=true`);
    expect(await frame.evaluate(() => "dark" in document.documentElement.dataset)).toBe(true);
    await page.addStyleTag({ content: "body{background:rgb(10,90,60)}" });
    const box = await page.locator("iframe").boundingBox();
    if (!box) throw new Error("the frame has no box");
    const corner = await page.screenshot({ clip: { x: box.x + 5, y: box.y + 690, width: 1, height: 1 } });
    const ground = await page.evaluate(async (png) => {
      const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
      const canvas = new OffscreenCanvas(1, 1).getContext("2d");
      canvas?.drawImage(picture, 0, 0);
      return [...(canvas?.getImageData(0, 0, 1, 1).data ?? [])];
    }, corner.toString("base64"));
    expect(ground).toEqual([10, 90, 60, 255]);
  });
  it("is still where nothing may move", async () => {
    const page = await embed("map/?static=true");
    expect(await page.locator("main button").count()).toBe(0);
    expect(await page.locator("[data-place]").count()).toBeGreaterThan(3);
  });
});

describe("a host's colours", () => {
  const paper = (frame: Page | Frame) => frame.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const CREAM = "rgb(253, 246, 227)";
  it.each(["partners", "topics", "map", "timeline", "agreements"])("are on %s, words and drawing", async (figure) => {
    const page = await embed(`${figure}/?ground=%23fdf6e3&ink=073642&accent=8a3a00`);
    expect(await paper(page)).toBe(CREAM);
    expect(await page.locator("h1").evaluate((element) => getComputedStyle(element).color)).toBe("rgb(7, 54, 66)");
    expect(await page.locator(".drawing svg [fill='#073642']").count()).toBeGreaterThan(0);
    expect(await page.locator(".notice").count()).toBe(0);
    await axe(page);
  });
  it("are refused in words where they cannot be read, and told where they are none", async () => {
    const page = await embed("partners/?ground=fff&quiet=aaa&ink=black");
    expect(await paper(page)).toBe("rgb(255, 255, 255)");
    const [strange, refused] = await page.locator(".notice").allInnerTexts();
    expect(strange).toContain("ink = “black”");
    expect(refused).toContain("quieter text (quiet) on its ground has a contrast of 2.3 : 1");
    await axe(page);
  });
  it("come and go with a message, and leave paper as it is", async () => {
    const [page, frame] = await framed(`${site.address}embed/partners/?dark=auto`);
    await order(page, "setTheme", { theme: "light", ground: "#fdf6e3", ink: "#073642" });
    await expect.poll(() => paper(frame)).toBe(CREAM);
    await page.emulateMedia({ media: "print" });
    await expect.poll(() => frame.evaluate(() => document.documentElement.getAttribute("style") ?? "")).toBe("");
    await page.emulateMedia({ media: "screen" });
    await expect.poll(() => paper(frame)).toBe(CREAM);
    await order(page, "setTheme", { ground: "no colour" });
    await expect.poll(() => frame.locator(".notice").innerText()).toContain("ground = “no colour”");
    expect(await paper(frame)).toBe("rgb(255, 255, 255)");
    await order(page, "setTheme", {});
    await expect.poll(() => frame.locator(".notice").count()).toBe(0);
  });
  it("or its theme are followed by dark=auto, and the system where it says none", async () => {
    const dark = (frame: Page | Frame) => frame.evaluate(() => "dark" in document.documentElement.dataset);
    const [page, frame] = await framed(`${site.address}embed/partners/?dark=auto`);
    expect(await dark(frame)).toBe(false);
    await page.emulateMedia({ colorScheme: "dark" });
    await expect.poll(() => dark(frame)).toBe(true);
    await order(page, "setTheme", "light");
    await expect.poll(() => dark(frame)).toBe(false);
    await order(page, "setTheme", "auto");
    await expect.poll(() => dark(frame)).toBe(true);
    await page.emulateMedia({ colorScheme: "light" });
    await expect.poll(() => dark(frame)).toBe(false);
  });
});

describe("what fails", () => {
  it("leaves the picture that came with the page, and says so", async () => {
    const page = await embed("map/", {
      until: "error",
      before: (page) => page.route(/\/record-[^/]*\.js$/, (route) => route.abort()),
      expected: [/record/, /Failed to load resource/],
    });
    expect(await page.locator(".notice").textContent()).toMatch(/as it was made/);
    expect(await page.locator('svg[data-figure="map"]').count()).toBe(1);
    expect(faultsOf(page).length).toBeGreaterThan(0);
  });
});

const framed = async (src: string, sandbox = true): Promise<readonly [Page, Frame]> => {
  const page = await open(
    host.page(`<!doctype html><html lang="en"><title>host</title><link rel="icon" href="data:,"><body>
      <iframe title="figure" width="680" height="700" src="${src}"${sandbox ? ` sandbox="${SANDBOX}"` : ""}></iframe>
      <script>window.heard=[];addEventListener("message",(event)=>event.data?.source==="liaison"&&heard.push(event.data));
      window.order=(type,data)=>document.querySelector("iframe").contentWindow.postMessage({target:"liaison",v:1,type,data},"*")</script>`),
    { until: null, expected: LOCAL },
  );
  await expect.poll(() => page.frames().length).toBe(2);
  const frame = page.frames()[1] as Frame;
  await frame.waitForSelector('html[data-state="ready"]', { state: "attached" });
  return [page, frame];
};

interface Said {
  readonly type: string;
  readonly v: number;
  readonly figure: string;
  readonly data: Readonly<Record<string, unknown>>;
}
const heard = (page: Page, type: string): Promise<Said | undefined> =>
  page.evaluate(
    (wanted) => (window as unknown as { heard: Said[] }).heard.findLast(({ type }) => type === wanted),
    type,
  );
const order = (page: Page, type: string, data?: unknown): Promise<void> =>
  page.evaluate(
    ([type, data]) => (window as unknown as { order: (type: unknown, data: unknown) => void }).order(type, data),
    [type, data],
  );

describe("a frame and its parent", () => {
  it("talk: ready, state, select, height; setState, getState, getAlt, setTheme", async () => {
    const [page, frame] = await framed(`${site.address}embed/partners/`);
    await expect.poll(() => heard(page, "ready")).toMatchObject({ v: 1, figure: "partners" });
    await expect.poll(() => heard(page, "height")).toMatchObject({ v: 1 });
    await order(page, "setState", { partner: ["KR"] });
    await expect.poll(() => heard(page, "state")).toMatchObject({ data: { address: "?partner=KR" } });
    expect(await frame.locator("h1").textContent()).toMatch(/Republic of Korea/);
    await order(page, "getAlt");
    await expect.poll(async () => String((await heard(page, "alt"))?.data.short)).toMatch(/Republic of Korea/);
    expect((await heard(page, "alt"))?.data.citation).toMatch(
      /^Liaison \(\d{4}\)\. .+: partners, Republic of Korea \[data set\], release \d{8}-\w{8}\. Retrieved .+\/embed\/partners\/\?partner=KR$/,
    );
    expect(await frame.getByRole("status").first().textContent()).toMatch(
      /^Showing \d+ of \d+ meetings, with Republic of Korea$/,
    );
    await order(page, "setTheme", "dark");
    await expect.poll(() => frame.evaluate(() => "dark" in document.documentElement.dataset)).toBe(true);
    await frame.locator('[data-partner="KR"]').first().click();
    await expect.poll(() => heard(page, "select")).toMatchObject({ data: { kind: "partner", id: "KR" } });
    expect(await frame.locator(".chosen a").getAttribute("href")).toContain("?partner=KR");
  });
  it("keep to what may be asked", async () => {
    const [page, frame] = await framed(`${site.address}embed/partners/`);
    const before = await frame.locator("h1").textContent();
    await order(page, "setState", { partner: "KR" });
    await order(page, "setState", { __proto__: null, location: "https://example.org" });
    await page.evaluate(() =>
      document
        .querySelector("iframe")
        ?.contentWindow?.postMessage({ target: "liaison", v: 2, type: "setTheme", data: "dark" }, "*"),
    );
    await page.waitForTimeout(300);
    expect(await frame.locator("h1").textContent()).toBe(before);
    expect(await frame.evaluate(() => "dark" in document.documentElement.dataset)).toBe(false);
  });
});

describe("without an origin, from a plain server", () => {
  it.each(FIGURES)("%s lives: record, land, faces, style", async (figure) => {
    const [, frame] = await framed(`${site.address}embed/${figure}/`);
    expect(await frame.evaluate(() => window.origin)).toBe("null");
    await expect
      .poll(() => frame.evaluate(() => document.fonts.check('600 17px "Source Serif 4 Variable"')))
      .toBe(true);
    expect(await frame.evaluate(() => getComputedStyle(document.querySelector("h1") as Element).fontSize)).toBe("17px");
    if (figure === "map") expect(await frame.locator('svg[data-figure="map"] path').count()).toBeGreaterThan(2);
  });
  it("keeps nothing: no cookie, no storage", async () => {
    const [, frame] = await framed(`${site.address}embed/timeline/`, false);
    expect(await frame.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length])).toEqual([
      "",
      0,
      0,
    ]);
  });
});

describe("in print", () => {
  it("a figure is whole, light, with its source and without its controls", async () => {
    const page = await embed("map/?dark=true");
    await page.emulateMedia({ media: "print" });
    await expect.poll(() => page.evaluate(() => "dark" in document.documentElement.dataset)).toBe(false);
    expect(await page.locator("summary").isVisible()).toBe(false);
    expect(await page.locator("main button:visible").count()).toBe(0);
    expect(await page.locator("footer").isVisible()).toBe(true);
    expect((await page.pdf({ width: "120mm", height: "200mm" })).length).toBeGreaterThan(5000);
  });
  it("a figure longer than a page begins under its title, on the first", async () => {
    const page = await embed("commitments/");
    const bytes = await page.pdf({ format: "A4" });
    const { getDocumentProxy, extractText } = await import("unpdf");
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)));
    expect(text.length).toBeGreaterThan(1);
    expect(text[0]).toMatch(/requests, offers and pledges/);
    expect(text[0]).toContain("27 November 2019");
  });
});

describe("our own tag", () => {
  const snippet = (): string =>
    `<liaison-figure src="${site.address}embed/partners/?partner=KR" title="Bars" height="300"><a href="${site.address}"><img src="${site.address}embed/partners/KR/partners.svg" width="680" height="300" alt="Meetings with Korea"></a></liaison-figure>`;
  const write = (html: string): string =>
    host.page(
      `<!doctype html><html lang="en"><title>host</title><link rel="icon" href="data:,"><body><h1>Host</h1>${html}`,
    );

  it("becomes the live frame near the screen, as high as its figure", async () => {
    const page = await open(
      write(
        `<div style="height:3000px"></div>${snippet()}<script async src="${site.address}liaison-embed.js"></script>`,
      ),
      {
        until: null,
        expected: LOCAL,
      },
    );
    await page.waitForTimeout(500);
    expect(page.frames()).toHaveLength(1);
    await page.evaluate(() => window.scrollTo(0, 3000));
    await expect.poll(() => page.frames().length).toBe(2);
    const frame = page.frames()[1] as Frame;
    await frame.waitForSelector('html[data-state="ready"]', { state: "attached" });
    await expect
      .poll(async () => {
        const wanted = await frame.evaluate(() => document.querySelector("main")?.getBoundingClientRect().height ?? 0);
        const given = await page.evaluate(() => document.querySelector("iframe")?.clientHeight ?? 0);
        return Math.abs(wanted - given);
      })
      .toBeLessThanOrEqual(2);
    expect(await page.locator("liaison-figure img").isVisible()).toBe(false);
    expect(await page.locator("iframe").getAttribute("sandbox")).toBe(SANDBOX);
    // On paper it is the whole picture.
    await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    expect(await page.locator("liaison-figure img").isVisible()).toBe(true);
    const high = () => page.evaluate(() => document.querySelector("iframe")?.clientHeight ?? 0);
    expect(await high()).toBeLessThanOrEqual(1);
    await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
    expect(await high()).toBeGreaterThan(100);
  });
  it("keeps its picture where the frame never comes, after printing too", async () => {
    const page = await open(
      write(
        `${snippet().replace("embed/partners/?partner=KR", "nowhere.html")}<script async src="${site.address}liaison-embed.js"></script>`,
      ),
      { until: null, expected: [...LOCAL, /404/, /nowhere\.html/] },
    );
    await expect.poll(() => page.frames().length).toBe(2);
    const seen = async () => [
      await page.locator("liaison-figure img").isVisible(),
      (await page.evaluate(() => document.querySelector("iframe")?.clientHeight ?? 0)) <= 1,
    ];
    expect(await seen()).toEqual([true, true]);
    for (const type of ["beforeprint", "afterprint"])
      await page.evaluate((name) => window.dispatchEvent(new Event(name)), type);
    expect(await seen()).toEqual([true, true]);
  });
  it("is a linked picture with its words where scripts and strange tags are taken out", async () => {
    const page = await open(write(snippet().replace(/<\/?liaison-figure[^>]*>/g, "")), {
      until: null,
      expected: LOCAL,
    });
    const image = page.locator("a[href] > img");
    expect(await image.getAttribute("alt")).toBe("Meetings with Korea");
    await expect.poll(() => image.evaluate((element) => (element as HTMLImageElement).naturalWidth)).toBe(680);
  });
});

describe("what is kept", () => {
  const releases = join(process.env.LIAISON_DIST ?? join(ROOT, "dist"), "r");
  const kept = (() => {
    try {
      return readdirSync(releases)
        .filter((name) => /^\d{8}-[0-9a-f]{8}$/.test(name))
        .sort();
    } catch {
      return [];
    }
  })();
  it.runIf(kept.length > 0)("shows its day, lives without an origin, and tells of a newer one", async () => {
    const release = kept.at(-1);
    const [, frame] = await framed(`${site.address}r/${release}/embed/timeline/?partner=KR`);
    expect(await frame.locator("footer").textContent()).toMatch(/Kept as it was on \d/);
    expect(await frame.locator(".newer").count()).toBe(0);
    const page = await open(`${site.address}r/${release}/embed/partners/`, {
      before: (page) =>
        page.route(/\/r\/latest\.js$/, (route) =>
          route.fulfill({
            contentType: "text/javascript",
            body: 'window.liaisonLatest={release:"20991231-00000000"};',
          }),
        ),
      expected: LOCAL,
    });
    await expect
      .poll(() => page.locator(".newer a").getAttribute("href"))
      .toContain("20991231-00000000/embed/partners/");
    const alone = await open(`${site.address}r/${release}/embed/partners/`, {
      before: (page) => page.route(/\/r\/latest\.js$/, (route) => route.abort()),
      expected: [...LOCAL, /latest\.js/, /Failed to load resource/],
    });
    expect(await alone.locator("main svg").count()).toBe(1);
    expect(await alone.locator(".newer").count()).toBe(0);
  });
  it.runIf(kept.length > 1)("leads from each earlier one to the latest", async () => {
    for (const release of kept.slice(0, -1)) {
      const [, frame] = await framed(`${site.address}r/${release}/embed/timeline/?partner=KR`);
      await expect
        .poll(() => frame.locator(".newer a").getAttribute("href"))
        .toContain(`${kept.at(-1)}/embed/timeline/`);
    }
  });
  it.runIf(kept.length > 0)("asks the site what came since, and says nothing where it cannot", async () => {
    const told = `window.liaisonSince=async({figure,events,query})=>({text:[figure,events.length>9,query].join(" "),link:"See"})`;
    const since = (now: string, scripts = true) =>
      open(`${site.address}r/${kept.at(-1)}/embed/topics/?partner=KR`, {
        before: async (page) => {
          await page.route(/\/embed\/now\.js$/, (route) =>
            route.fulfill({ contentType: "text/javascript", body: now }),
          );
          await page.route(/\/embed\/assets\/told\.js$/, (route) =>
            scripts ? route.fulfill({ contentType: "text/javascript", body: told }) : route.abort(),
          );
        },
        expected: [...LOCAL, /told\.js/, /Failed to load resource/],
      });
    const now = (release: string) => `window.liaisonNow={release:"${release}",scripts:["assets/told.js"]}`;
    const page = await since(now("20991231-00000000"));
    await expect.poll(() => page.locator(".since").textContent()).toMatch(/^topics true \?partner=KR See/);
    expect(await page.locator(".since a").getAttribute("href")).toMatch(/\.\.\/embed\/topics\/\?partner=KR$/);
    await axe(page);
    for (const [script, there] of [
      [now(kept.at(-1) ?? ""), true],
      ["", true],
      [now("20991231-00000000"), false],
    ] as const) {
      const silent = await since(script, there);
      await silent.waitForTimeout(300);
      expect(await silent.locator(".since").count()).toBe(0);
    }
  });
});

describe("the dialog on the page", () => {
  it("gives what can be pasted, every parameter written out", async () => {
    const page = await open("?partner=KR", { height: 1400 });
    await page.locator('[data-action="embed"]').first().click();
    const dialog = page.getByRole("dialog");
    const code = dialog.getByRole("region", { name: "What to paste" });
    await expect.poll(() => code.textContent()).toContain("<liaison-figure");
    const text = (await code.textContent()) ?? "";
    for (const key of ["partner=KR", "topic=", "from=", "to=", "lanes=partner", "dark=false", "lang=en"])
      expect(text).toContain(key);
    expect(text).toMatch(/<img src="[^"]*embed\/timeline\/KR\/timeline\.svg"/);
    expect(text).toContain(url("liaison-embed.js"));
    await axe(page);
    await dialog.getByRole("radio", { name: "Plain frame" }).check();
    await expect.poll(() => code.textContent()).toMatch(/^<iframe /);
    await dialog.getByRole("button", { name: "Copy" }).click();
    await expect.poll(() => dialog.getByRole("button", { name: /Copied|Could not copy/ }).count()).toBe(1);
  });
});
