/** The worker's own script: hosts a record at every port it is sent, and says first that it runs. */
import { host, type Others } from "./host.ts";

/** Others of this script, to read beside this one. On two cores the page takes a while to come to rest, and loses by it. */
const others: Others = {
  start: () => new Worker(self.location.href, { type: "module" }),
  over: 100_000_000,
};

self.addEventListener("message", ({ data, ports: [port] }) => {
  if (!port) return;
  // Where its script does not come, whoever started this one hears of it and reads alone.
  if (data === "read") return void import("./beside.ts").then(({ readFor }) => readFor(port)).catch(reportError);
  host(port, others);
  port.start();
});
self.postMessage("here");
