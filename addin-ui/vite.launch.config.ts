/**
 * How is the file built that Outlook starts by itself?
 *
 * One classic script, ES2016, nothing to import: what the oldest engine with Smart Alerts runs. Built after the
 * pages, into the same folder. It is no module, so it can share no chunk with them.
 */
import { resolve } from "node:path";
import { defineConfig, type InlineConfig } from "vite";

export const launchBuild: InlineConfig = {
  base: "/addin/",
  publicDir: false,
  logLevel: "warn",
  build: {
    target: "es2016",
    sourcemap: false,
    emptyOutDir: false,
    rolldownOptions: {
      input: resolve(import.meta.dirname, "src/launch/main.ts"),
      output: { format: "iife", entryFileNames: "launch.js" },
    },
  },
};

export default defineConfig(launchBuild);
