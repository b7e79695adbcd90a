/**
 * How is the add-in built? Pages: the compose window, the real pane and the real events, both over the fake host, the one
 * for pasting in, and the sign-in. The events' own file is built after them (`vite.launch.config.ts`).
 */
import { resolve } from "node:path";
import { defineConfig } from "vitest/config";
import { launchFile } from "./dev/launch-file.ts";
import { mockService } from "./dev/mock-service.ts";

const page = (name: string): string => resolve(import.meta.dirname, `${name}.html`);
const service = process.env.SENDWELL_URL;
const forward = service === undefined ? {} : { "/api": service, "/try": service };

export default defineConfig({
  base: "/addin/",
  plugins: [launchFile(), ...(service === undefined ? [mockService()] : [])],
  server: { proxy: forward },
  preview: { proxy: forward },
  build: {
    target: "es2022",
    sourcemap: false,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        index: page("index"),
        launch: page("launch"),
        "launch-try": page("launch-try"),
        pane: page("pane"),
        "pane-try": page("pane-try"),
        paste: page("paste"),
        "sign-in": page("sign-in"),
      },
    },
  },
  test: { environment: "jsdom", include: ["tests/**/*.test.ts"] },
});
