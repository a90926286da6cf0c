/** The worker's own script: hosts a record at every port it is sent, and says first that it runs. */
import { host } from "./host.ts";

self.addEventListener("message", ({ ports: [port] }) => {
  if (!port) return;
  host(port);
  port.start();
});
self.postMessage("here");
