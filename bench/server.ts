/** The plain server that all pages and all data come from: no cache, no compression, the same for everyone. */
import { createReadStream, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize, sep } from "node:path";
import { gzipSync } from "node:zlib";
import type { Shipped } from "./cells.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};

export interface BenchServer {
  readonly origin: string;
  /** What was sent since the last call, data left out. */
  readonly shipped: () => Shipped;
  readonly close: () => void;
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/** Serves folders by the first part of the address; what lies under `data` is not counted as shipped. */
export const serve = async (folders: Readonly<Record<string, string>>): Promise<BenchServer> => {
  let sent = new Set<string>();
  const zipped = new Map<string, number>();
  const zippedSize = (path: string): number => {
    const size = zipped.get(path) ?? gzipSync(readFileSync(path), { level: 9 }).length;
    zipped.set(path, size);
    return size;
  };
  const server = createServer((request, response) => {
    const address = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const [, name = "", ...rest] = address.split("/");
    const folder = folders[name];
    const path = folder && normalize(join(folder, rest.join("/") || "index.html"));
    if (!path?.startsWith(`${folder}${sep}`) || !isFile(path)) {
      response.writeHead(404);
      response.end();
      return;
    }
    if (name !== "data") sent.add(path);
    response.writeHead(200, {
      "content-type": TYPES[extname(path)] ?? "application/octet-stream",
      "content-length": statSync(path).size,
      "cache-control": "no-store",
    });
    createReadStream(path, { highWaterMark: 1 << 20 }).pipe(response);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    shipped: () => {
      const paths = [...sent];
      sent = new Set();
      const sum = (of: (path: string) => number): number => paths.reduce((total, path) => total + of(path), 0);
      return { files: paths.length, raw: sum((path) => statSync(path).size), gzip: sum(zippedSize) };
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
