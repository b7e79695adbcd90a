// What do alex and write-good say of the same texts? A JSON list comes in; how often they spoke, and CPU ms, go out.
import { createRequire } from "node:module";
import { join } from "node:path";
import { json } from "node:stream/consumers";
import { pathToFileURL } from "node:url";

const folder = join(process.argv[2], "node_modules"); // where they were installed
const { text: alex } = await import(pathToFileURL(join(folder, "alex", "index.js")));
const writeGood = createRequire(pathToFileURL(join(folder, "x.js")))("write-good");

const tools = {
  alex: (text) => alex(text).messages.length,
  "write-good": (text) => writeGood(text).length,
};
const texts = await json(process.stdin);
const said = {};
for (const [name, look] of Object.entries(tools)) {
  look("The first is slower than those after it.");
  said[name] = { found: [], cpu: [] };
  for (const text of texts) {
    const began = process.cpuUsage();
    said[name].found.push(look(text));
    const { user, system } = process.cpuUsage(began);
    said[name].cpu.push((user + system) / 1000);
  }
}
process.stdout.write(JSON.stringify(said));
