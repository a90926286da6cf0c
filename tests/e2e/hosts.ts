/**
 * Pages of others that hold a figure, each with its way to follow a frame's height. Two plain servers, one for the
 * site and one for the host, so that frame and host have different origins; neither sends a header for other origins.
 */
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { extname, join } from "node:path";
import { ROOT } from "../../scripts/prepare.mjs";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
};

const listen = (server: Server): Promise<string> =>
  new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? `http://127.0.0.1:${address.port}/` : "");
    });
  });

export interface Served {
  readonly address: string;
  readonly close: () => void;
}

/** A folder as any static host serves it, without one header more than it must have. */
export const serveFolder = async (folder: string): Promise<Served> => {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://host/");
    let file = join(folder, decodeURIComponent(pathname));
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, "index.html");
    if (!existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
    response.end(readFileSync(file));
  });
  const address = await listen(server);
  return { address, close: () => void server.close() };
};

/** The built site, served plainly. */
export const serveSite = (): Promise<Served> => serveFolder(process.env.LIAISON_DIST ?? join(ROOT, "dist"));

export interface Pages extends Served {
  /** Puts a page there and returns its address. */
  readonly page: (html: string) => string;
}

/** Pages made by a test, with files of packages under `/lib/<package>/<path>`. */
export const servePages = async (): Promise<Pages> => {
  const pages: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://host/");
    if (pathname.startsWith("/lib/")) {
      const inside = join(ROOT, "node_modules", pathname.slice(5));
      response.writeHead(200, { "content-type": "text/javascript" }).end(readFileSync(inside));
      return;
    }
    const html = pages[Number(pathname.slice(1))];
    response.writeHead(html === undefined ? 204 : 200, { "content-type": "text/html; charset=utf-8" }).end(html ?? "");
  });
  const address = await listen(server);
  return {
    address,
    close: () => void server.close(),
    page: (html) => {
      pages.push(html);
      return `${address}${pages.length - 1}`;
    },
  };
};

export const SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads";

export interface HostOptions {
  readonly src: string;
  readonly sandbox: boolean;
  /** The tab that holds it begins without being displayed. */
  readonly hidden: boolean;
}

const attribute = (text: string): string => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

const frame = ({ src, sandbox }: HostOptions, more = ""): string =>
  `<iframe id="frame" src="${attribute(src)}" title="figure" width="100%" height="150" style="border:0"${sandbox ? ` sandbox="${SANDBOX}"` : ""} ${more}></iframe>`;

const wrapped = (inside: string, { hidden }: HostOptions): string =>
  `<!doctype html><html lang="en"><head><title>host</title><link rel="icon" href="data:,"></head><body style="margin:0">
  <div id="tab" style="width:640px;${hidden ? "display:none" : ""}">${inside}</div>
  </body></html>`;

const listening = (options: HostOptions, script: string, more = ""): string =>
  wrapped(
    `${frame(options, more)}<script>const frame=document.getElementById("frame");
    window.addEventListener("message",(event)=>{if(event.source!==frame.contentWindow)return;const data=event.data;${script}});</script>`,
    options,
  );

const HEIGHT = (value: string): string => `frame.style.height=${value}+"px";`;

/** By the name of the host: its page for a frame. */
export const HOSTS: Readonly<Record<string, (options: HostOptions) => string>> = {
  "pym.js": (options) =>
    wrapped(
      `<div id="graphic"></div><script src="/lib/pym.js/dist/pym.v1.min.js"></script>
      <script>new pym.Parent("graphic",${JSON.stringify(options.src)},${JSON.stringify(options.sandbox ? { sandbox: SANDBOX } : {})})</script>`,
      options,
    ),
  "@newswire/frames": (options) =>
    wrapped(
      `<div id="graphic"></div><script src="/lib/@newswire/frames/dist/frames.umd.js"></script>
      <script>new newswireFrames.Framer(document.getElementById("graphic"),{src:${JSON.stringify(options.src)},attributes:${JSON.stringify(options.sandbox ? { sandbox: SANDBOX } : {})}})</script>`,
      options,
    ),
  "open-iframe-resizer": (options) =>
    wrapped(
      `${frame(options)}<script type="module">import {initialize} from "/lib/@open-iframe-resizer/core/dist/index.js";
      initialize({checkOrigin:${!options.sandbox}},"#frame")</script>`,
      options,
    ),
  "iframe-resizer 5": (options) =>
    wrapped(
      `${frame(options)}<script src="/lib/@iframe-resizer/parent/index.umd.js"></script>
      <script>iframeResize({license:"GPLv3",log:false,warningTimeout:0,checkOrigin:${!options.sandbox}},"#frame")</script>`,
      options,
    ),
  Datawrapper: (options) =>
    listening(options, `const sizes=data["datawrapper-height"];if(sizes)for(const id in sizes)${HEIGHT("sizes[id]")}`),
  AMP: (options) => listening(options, `if(data.sentinel==="amp"&&data.type==="embed-size")${HEIGHT("data.height")}`),
  Embedly: (options) =>
    listening(
      options,
      `if(typeof data!=="string"||data[0]!=="{")return;const said=JSON.parse(data);if(said.context==="iframe.resize")${HEIGHT("said.height")}`,
    ),
  WordPress: (options) =>
    listening(
      { ...options, src: `${options.src}#?secret=Ab3dE6gH1j` },
      `if(data.secret==="Ab3dE6gH1j"&&data.message==="height")${HEIGHT("Math.min(1000,Math.max(200,parseInt(data.value,10)))")}`,
    ),
  Mastodon: (options) =>
    listening(options, `if(data.type==="setHeight"&&data.id===7)${HEIGHT("data.height")}`, "") +
    `<script>document.getElementById("frame").addEventListener("load",()=>frame.contentWindow.postMessage({type:"setHeight",id:7},"*"))</script>`,
  "a page that hears of heights": (options) =>
    listening(options, `if(typeof data.height==="number"&&!data.type)${HEIGHT("data.height")}`),
};
