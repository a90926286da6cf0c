#!/usr/bin/env node
/** `npm start`: from a fresh clone to the page in a browser. Installs and builds only what is missing. */
import { ROOT, requireBuild, requireNode, requirePackages } from "./prepare.mjs";

const HELP = `Usage: npm start [-- --open]

Installs what is missing, builds the page where it is missing or older than its sources, and serves it on this
machine only.

  --open   opens it in the browser
  PORT     (environment) the port to begin with; the next free one is taken. Default 4173
`;

const args = process.argv.slice(2);
if (args.includes("--help") || args.includes("-h")) {
  console.log(HELP);
  process.exit(0);
}
const stray = args.find((arg) => arg !== "--open");
const port = Number(process.env.PORT || 4173);
if (stray !== undefined || !Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(stray === undefined ? `PORT=${process.env.PORT} is no port.` : `Unknown argument "${stray}".`);
  console.error(HELP);
  process.exit(2);
}

requireNode();
requirePackages();
if (!requireBuild()) {
  console.error("The build failed; the lines above say why.");
  process.exit(1);
}

const { preview } = await import("vite");
const server = await preview({
  root: ROOT,
  logLevel: "error",
  preview: { host: "127.0.0.1", port, strictPort: false, open: args.includes("--open") },
});
const stop = () => {
  server.close().finally(() => process.exit(0));
  setTimeout(() => process.exit(0), 1000).unref();
};
process.on("SIGINT", stop);
process.on("SIGTERM", stop);
console.log(`\nLiaison is at http://localhost:${server.httpServer.address().port}/\nCtrl-C stops it.`);
