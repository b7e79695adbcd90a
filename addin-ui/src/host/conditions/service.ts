/** What if the service, or what stands between, is not as it should be? */
import type { ServiceManner } from "../play";
import { type Condition, CLEAR, notChecked, type Seen } from "./condition";

const NETWORK = "office-js issues 3557, 4889 and 4972: proxies and VPN in the way";
const OURS = "the service's own replies (docs/openapi.json)";
const JSON_TYPE = "application/json";
const PROBLEM = "application/problem+json";

const says = (
  status: number,
  body: string,
  type = "text/html",
  headers?: Record<string, string>,
): ServiceManner => ({
  does: "says",
  status,
  type,
  body,
  only: "/checks",
  ...(headers === undefined ? {} : { headers }),
});
const problem = (title: string, detail: string): string =>
  JSON.stringify({ type: "about:blank", title, detail });
const condition = (
  id: string,
  name: string,
  happens: string,
  source: string,
  service: ServiceManner,
  sees: Seen,
): Condition => ({ id, name, happens, source, play: { service }, sees });

const PORTAL = "<!doctype html><title>Sign in to the network</title><h1>Accept the terms</h1>";
const NEWER = JSON.stringify({ verdict: "splendid", route: { channel: "send" }, advice: [] });
const HELD = JSON.stringify({ verdict: "justify", route: { channel: "send" }, advice: null });
const NEW_CHANNEL = JSON.stringify({ verdict: "clear", route: { channel: "carrier-pigeon" }, advice: [] });
const GAPS = JSON.stringify({
  verdict: "clear",
  route: { channel: "send" },
  advice: [],
  not_checked: [{ check: "tone", reason: "The tone was not looked at." }],
});
const COULD_NOT_READ = "Sendwell's answer could not be read.";

export const SERVICE: readonly Condition[] = [
  {
    id: "offline",
    name: "Offline",
    happens: "The computer has no network. Outlook keeps the message in the Outbox unchecked.",
    source: "Office Add-ins documentation, Smart Alerts: working offline",
    play: { isOnline: false },
    sees: notChecked("Sendwell could not be reached."),
  },
  condition(
    "service-down",
    "The service is down",
    "Nobody answers at its address.",
    "office-js issues 6303 and 5833",
    { does: "unreachable" },
    notChecked("Sendwell could not be reached."),
  ),
  condition(
    "service-hangs",
    "The service hangs",
    "It takes the question and never answers.",
    "office-js issues 3180 and 3946",
    { does: "hangs" },
    notChecked("Sendwell took too long to answer."),
  ),
  condition(
    "service-slow",
    "The service is slow",
    "It answers after three seconds: the pane waits, Send does not.",
    "office-js issue 6816",
    { does: "answers", afterMs: 3000 },
    { ...CLEAR, send: "goes-unchecked" },
  ),
  condition(
    "answers-500",
    "The service breaks (500)",
    "It answers with an error of its own.",
    OURS,
    says(500, problem("Something went wrong", "The check failed."), PROBLEM),
    notChecked("The check failed."),
  ),
  condition(
    "answers-502",
    "A gateway in the way (502)",
    "A gateway answers in its stead, in HTML.",
    NETWORK,
    says(502, "<h1>Bad Gateway</h1>"),
    notChecked("Sendwell could not be reached."),
  ),
  condition(
    "answers-503",
    "Down for a while (503)",
    "It says when to come back.",
    OURS,
    says(503, problem("Back soon", "Sendwell is being updated."), PROBLEM, { "Retry-After": "30" }),
    notChecked("Sendwell is being updated."),
  ),
  condition(
    "answers-401",
    "Signed out (401)",
    "It does not know who asks.",
    OURS,
    says(401, problem("Signed out", "Sign in to have drafts checked."), PROBLEM),
    notChecked("Sign in to have drafts checked."),
  ),
  condition(
    "answers-403",
    "Not allowed (403)",
    "The person may not use it.",
    OURS,
    says(403, problem("Not allowed", "Your account may not use Sendwell."), PROBLEM),
    notChecked("Your account may not use Sendwell."),
  ),
  condition(
    "answers-404",
    "Not there (404)",
    "An older service has no such address.",
    OURS,
    says(404, "<h1>Not Found</h1>"),
    notChecked("Something went wrong in Sendwell."),
  ),
  condition(
    "answers-413",
    "Too big (413)",
    "The message is larger than the service takes.",
    OURS,
    says(413, problem("Too big", "This message is over 2 MB."), PROBLEM),
    notChecked("This message is over 2 MB."),
  ),
  condition(
    "answers-422",
    "Refused (422)",
    "The service does not understand the question.",
    OURS,
    says(422, problem("Not understood", "A field is missing."), PROBLEM),
    notChecked("A field is missing."),
  ),
  condition(
    "answers-429",
    "Too many questions (429)",
    "The service asks for patience.",
    OURS,
    says(429, problem("Busy", "Too many checks at once."), PROBLEM, { "Retry-After": "5" }),
    notChecked("Too many checks at once."),
  ),
  condition(
    "answers-html",
    "A sign-in page of the network",
    "A captive portal answers 200 with a page of its own.",
    NETWORK,
    says(200, PORTAL),
    notChecked(COULD_NOT_READ),
  ),
  condition(
    "answers-nothing",
    "An empty answer",
    "200, and nothing in it.",
    NETWORK,
    says(200, "", JSON_TYPE),
    notChecked(COULD_NOT_READ),
  ),
  condition(
    "answers-null",
    "An answer that is null",
    "200, and the JSON is null.",
    OURS,
    says(200, "null", JSON_TYPE),
    notChecked(COULD_NOT_READ),
  ),
  condition(
    "answers-a-list",
    "An answer that is a list",
    "200, and the JSON is an empty list.",
    OURS,
    says(200, "[]", JSON_TYPE),
    notChecked(COULD_NOT_READ),
  ),
  condition(
    "answers-no-verdict",
    "An answer without a verdict",
    "200, and the JSON is an object with nothing in it.",
    OURS,
    says(200, "{}", JSON_TYPE),
    notChecked(COULD_NOT_READ),
  ),
  condition(
    "answers-without-cards",
    "A verdict without its cards",
    "200, and the verdict says that something was found, but not what.",
    OURS,
    says(200, HELD, JSON_TYPE),
    notChecked(COULD_NOT_READ),
  ),
  condition(
    "answer-cut-off",
    "An answer that breaks off",
    "The connection breaks in the middle of the answer.",
    NETWORK,
    { does: "cut-off" },
    notChecked(COULD_NOT_READ),
  ),
  condition(
    "newer-verdict",
    "A verdict nobody has heard of",
    "A newer service names a severity that this pane does not know.",
    OURS,
    says(200, NEWER, JSON_TYPE),
    notChecked(COULD_NOT_READ),
  ),
  condition(
    "newer-channel",
    "A channel nobody has heard of",
    "A newer service names a channel that this pane does not know: it is never shown as “send it”.",
    OURS,
    says(200, NEW_CHANNEL, JSON_TYPE),
    { checked: "part", pane: ["How many schools is this for?"], send: "goes" },
  ),
  condition(
    "checks-left-out",
    "The service could not look at all of it",
    "It says which checks it left out.",
    OURS,
    says(200, GAPS, JSON_TYPE),
    { checked: "part", pane: ["The tone was not looked at."], send: "goes-unchecked" },
  ),
  condition(
    "sign-in-question-fails",
    "Nobody says how to sign in",
    "The one question before all others, with whom people sign in, meets an error.",
    OURS,
    { does: "says", status: 500, type: "text/html", body: "<h1>Error</h1>", only: "/sign-in" },
    { ...notChecked("Something went wrong in Sendwell."), send: "goes" },
  ),
];
