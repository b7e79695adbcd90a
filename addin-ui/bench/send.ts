/**
 * How long does somebody wait who pressed Send?
 *
 * The built bundle in an engine of its own, over the fake Outlook on the web (each call 8 to 60 ms, three at once), from the
 * event to its completion. The service is the one at SENDWELL_URL, or one that answers at once; 500 ms of network
 * are added to each call. And one that never answers.
 */
import { webmail } from "../dev/replies";
import { openOutlook, person } from "../tests/fake-outlook";
import { openRealm } from "../tests/launch-realm";

const NETWORK_MS = 500;
const service = process.env.SENDWELL_URL;

type Fetch = (url: string, init: RequestInit) => Promise<unknown>;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const delayed: Fetch = async (url, init) => {
  await pause(NETWORK_MS / 2);
  const response = service === undefined ? Response.json(webmail) : await fetch(url, init);
  const body: unknown = await response.json();
  await pause(NETWORK_MS / 2);
  return { ok: response.ok, status: response.status, json: () => Promise.resolve(body) };
};
const hung: Fetch = () => new Promise(() => undefined);

async function sends(
  count: number,
  fetcher: Fetch,
): Promise<{ after: number[]; held: number; answers: number }> {
  const { held: message } = openOutlook({ delay: [8, 60] });
  const office = (globalThis as unknown as { Office: object }).Office;
  const { fire } = await openRealm(office, fetcher, { origin: service ?? "" });
  message.setFrom("Priya Shah", "p.shah@wealdshire.example");
  message.setEntries("to", [person("dana@gmail.com")]);
  const after: number[] = [];
  let held = 0;
  let answers = 0;
  for (let nth = 0; nth < count; nth += 1) {
    message.setSubject(`The form, ${nth}`);
    message.body.setHtml(
      `<p>Dear Dana,</p><p>The NHS number you need is 943 476 5919.</p>${"<p>More of it.</p>".repeat(nth)}`,
    );
    const fired = await fire("onMessageSendHandler");
    after.push(fired.after);
    answers += fired.completions.length;
    held += fired.completions[0]?.allowEvent === false ? 1 : 0;
  }
  return { after: after.sort((a, b) => a - b), held, answers };
}

const at = (sorted: readonly number[], share: number): string =>
  `${Math.round(sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0)} ms`;

async function report(name: string, count: number, fetcher: Fetch): Promise<void> {
  const { after, held, answers } = await sends(count, fetcher);
  console.log(
    `${name.padEnd(34)} ${count} sends, ${answers} answers, ${held} held:`,
    `median ${at(after, 0.5)}, p95 ${at(after, 0.95)}, longest ${at(after, 1)}`,
  );
}

export async function run(): Promise<void> {
  await sends(3, delayed); // the first ones compile
  await report(
    `${NETWORK_MS} ms of network, ${service === undefined ? "no service behind" : "service"}`,
    100,
    delayed,
  );
  await report("a service that never answers", 20, hung);
}
