/** Starts `send.ts`: node bench/send.mjs, in addin-ui; SENDWELL_URL=http://127.0.0.1:8800 for a running service. */
import { createServer } from "vite";

const server = await createServer({
  configFile: false,
  logLevel: "error",
  appType: "custom",
  server: { middlewareMode: true, ws: false, watch: null },
});
const { run } = await server.ssrLoadModule("/bench/send.ts");
await run();
await server.close();
process.exit(0);
