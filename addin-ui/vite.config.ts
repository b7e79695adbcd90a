/** How is the add-in built? Five pages: the compose window, the real pane, the pane over the fake host, the one for pasting in, and the sign-in. */
import { resolve } from "node:path";
import { defineConfig } from "vitest/config";
import { mockService } from "./dev/mock-service.ts";

const page = (name: string): string => resolve(import.meta.dirname, `${name}.html`);
const service = process.env.SENDWELL_URL;
const forward = service === undefined ? {} : { "/api": service, "/try": service };

export default defineConfig({
  base: "/addin/",
  plugins: service === undefined ? [mockService()] : [],
  server: { proxy: forward },
  preview: { proxy: forward },
  build: {
    target: "es2022",
    sourcemap: false,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        index: page("index"),
        pane: page("pane"),
        "pane-try": page("pane-try"),
        paste: page("paste"),
        "sign-in": page("sign-in"),
      },
    },
  },
  test: { environment: "jsdom", include: ["tests/**/*.test.ts"] },
});
