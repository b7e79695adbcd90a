/** Where does `npm run dev` get the events' one file? It is built anew each time it is asked for, without its address. */
import { build, type Plugin, type Rolldown } from "vite";
import { launchBuild } from "../vite.launch.config.ts";

/** The text of `launch.js`. */
export async function launchText(): Promise<string> {
  const made = await build({
    ...launchBuild,
    configFile: false,
    build: { ...launchBuild.build, write: false },
  });
  const [output] = Array.isArray(made) ? made : [made];
  const files = (output as Rolldown.RolldownOutput).output;
  if (files.length !== 1) throw new Error(`Not one file but ${files.length}.`);
  return files[0].code;
}

export const launchFile = (): Plugin => ({
  name: "launch-file",
  configureServer: (server) =>
    void server.middlewares.use("/addin/launch.js", (_request, response, next) => {
      launchText().then((code) => {
        response.writeHead(200, { "Content-Type": "text/javascript" }).end(code);
      }, next);
    }),
});
