import { preview } from "vite";
import type { TestProject } from "vitest/node";
import { findBrowser } from "../../scripts/browser.mjs";
import { ROOT, requireBuild } from "../../scripts/prepare.mjs";

declare module "vitest" {
  interface ProvidedContext {
    readonly baseUrl: string;
    readonly browserPath: string;
  }
}

/** Builds the page where it is out of date and serves dist/ on a free port for as long as the tests run. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const browser = await findBrowser();
  if (!browser) throw new Error("No Chromium found. Run npm test, which installs one, or set CHROMIUM_PATH.");
  if (!requireBuild()) throw new Error("The build failed.");
  const server = await preview({
    root: ROOT,
    logLevel: "error",
    preview: { host: "127.0.0.1", port: 4273, strictPort: false, open: false },
  });
  const address = server.httpServer.address();
  if (!address || typeof address === "string") throw new Error("The server has no address.");
  project.provide("baseUrl", `http://127.0.0.1:${address.port}/`);
  project.provide("browserPath", browser);
  return () => server.close();
};
