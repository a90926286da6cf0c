import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

/** `npm run gallery`: every reviewed drawing on one page. */
export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  server: { port: 4373, open: true, fs: { allow: [fileURLToPath(new URL("../..", import.meta.url))] } },
});
