/** Two programs that draw SVG without a browser, given Arimo and no other face: resvg, and librsvg or Chromium. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { inflateSync } from "node:zlib";
import { Resvg } from "@resvg/resvg-js";
import { chromium } from "playwright-core";
import { chunksOf } from "#export/png.ts";
import { requireBrowser } from "../../../scripts/browser.mjs";

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Four bytes a pixel. */
  readonly rgba: Uint8Array;
}

export interface Renderer {
  readonly name: string;
  readonly draw: (svg: string) => Promise<Pixels>;
}

const FOLDER = resolve("node_modules/@expo-google-fonts/arimo");
const FILES = ["400Regular/Arimo_400Regular.ttf", "700Bold/Arimo_700Bold.ttf"].map((file) => join(FOLDER, file));

/** Rows of a PNG of 8 bits a channel, not interlaced, with its filters undone (PNG specification, 9.2). */
export const decodePng = (png: Uint8Array): Pixels => {
  const chunks = chunksOf(png);
  const head = Buffer.from(chunks[0]?.bytes ?? []);
  const [width, height, depth, colour] = [head.readUInt32BE(8), head.readUInt32BE(12), head[16], head[17]];
  const channels = colour === 6 ? 4 : colour === 2 ? 3 : 0;
  if (depth !== 8 || !channels) throw new RangeError(`cannot read a PNG of depth ${depth} and colour type ${colour}`);
  const data = chunks.filter(({ type }) => type === "IDAT").map(({ bytes }) => bytes.subarray(8, -4));
  const raw = inflateSync(Buffer.concat(data));
  const stride = width * channels;
  const flat = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x;
      const left = x >= channels ? (flat[at - channels] ?? 0) : 0;
      const up = y > 0 ? (flat[at - stride] ?? 0) : 0;
      const corner = x >= channels && y > 0 ? (flat[at - stride - channels] ?? 0) : 0;
      const guess = left + up - corner;
      const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
      const nearest = a <= b && a <= c ? left : b <= c ? up : corner;
      const added = [0, left, up, (left + up) >> 1, nearest][filter] ?? 0;
      flat[at] = (raw[y * (stride + 1) + 1 + x] ?? 0) + added;
    }
  }
  const rgba = new Uint8Array(width * height * 4).fill(255);
  for (let pixel = 0; pixel < width * height; pixel++)
    rgba.set(flat.subarray(pixel * channels, (pixel + 1) * channels), pixel * 4);
  return { width, height, rgba };
};

const resvg: Renderer = {
  name: "resvg",
  draw: async (svg) => {
    const drawn = new Resvg(svg, {
      font: { loadSystemFonts: false, fontFiles: FILES, defaultFontFamily: "Arimo" },
    }).render();
    return { width: drawn.width, height: drawn.height, rgba: drawn.pixels };
  },
};

const librsvg = (): Renderer | null => {
  if (spawnSync("rsvg-convert", ["--version"]).status !== 0) return null;
  return {
    name: "librsvg",
    draw: async (svg) => {
      const own = mkdtempSync(join(tmpdir(), "liaison-fonts-"));
      try {
        const config = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${FOLDER}/400Regular</dir><dir>${FOLDER}/700Bold</dir><cachedir>${own}</cachedir></fontconfig>`;
        writeFileSync(join(own, "fonts.conf"), config);
        const { stdout, stderr, status } = spawnSync("rsvg-convert", ["--unlimited"], {
          input: svg,
          env: { ...process.env, FONTCONFIG_FILE: join(own, "fonts.conf") },
          maxBuffer: 1 << 28,
        });
        if (status !== 0) throw new Error(stderr.toString());
        return decodePng(stdout);
      } finally {
        rmSync(own, { recursive: true, force: true });
      }
    },
  };
};

/** Where librsvg is not at hand. */
const browser: Renderer = {
  name: "Chromium",
  draw: async (svg) => {
    const executablePath = await requireBrowser();
    if (executablePath === null) throw new Error("neither rsvg-convert nor a Chromium is here: install librsvg2-bin");
    const opened = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
    try {
      const faces = FILES.map(
        (file, at) =>
          `@font-face{font-family:Arimo;font-weight:${at ? 700 : 400};src:url(data:font/ttf;base64,${readFileSync(file).toString("base64")})}`,
      );
      const page = await opened.newPage();
      await page.setContent(`<style>${faces.join("")}body{margin:0}</style>${svg}`);
      await page.evaluate(() => document.fonts.ready);
      return decodePng(await page.locator("svg").screenshot({ type: "png" }));
    } finally {
      await opened.close();
    }
  },
};

/** Never fewer than two: a check that is left out where a program is missing holds nothing. */
export const renderers = (): readonly [Renderer, Renderer] => [resvg, librsvg() ?? browser];
