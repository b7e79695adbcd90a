/** What would the service say? A clear verdict, and the gaps in the service's own words: nothing is made up besides. */
import { clear, nobody, noSubject, unknownAudience } from "../dev/replies";
import type { Advice, CheckReply, CheckRequest, Draft, Moment, Unchecked } from "../src/wire/contract";

const json = (body: unknown): Response =>
  new Response(JSON.stringify(body), { headers: { "Content-Type": "application/json" } });

/** The draft that was last asked about at each moment, whoever answered. */
export const lastAsked = new Map<Moment, Draft>();

export const noting =
  (answers: typeof fetch): typeof fetch =>
  (input, init) => {
    if (typeof init?.body === "string") {
      const { draft, moment } = JSON.parse(init.body) as Partial<CheckRequest>;
      if (draft !== undefined && moment !== undefined) lastAsked.set(moment, draft);
    }
    return answers(input, init);
  };

export const standInService: typeof fetch = (input, init) => {
  const url = input instanceof Request ? input.url : String(input);
  if (url.endsWith("/api/v1/sign-in")) return Promise.resolve(json({ authority: "" }));
  if (!url.endsWith("/api/v1/checks")) return Promise.resolve(new Response(null, { status: 204 }));
  const { draft } = JSON.parse(init?.body as string) as CheckRequest;
  return Promise.resolve(json(verdictOn(draft)));
};

function verdictOn(draft: Draft): CheckReply {
  const readers = [...draft.to, ...draft.cc, ...draft.bcc];
  const isUnknown = readers.some(({ kind, address }) => kind === "group" || address === "");
  const audience = { ...nobody, recipients: readers.length, is_lower_bound: draft.recipients_capped };
  const found = isUnknown
    ? { ...unknownAudience, advice: [asked] }
    : readers.length >= MANY
      ? { ...clear, verdict: "justify" as const, advice: [tooMany] }
      : clear;
  return { ...found, audience, not_checked: gaps(draft) };
}

const MANY = 100;

/** The cards of the sample packs that hold such a message. */
const asked: Advice = {
  ...noSubject,
  check: "audience-shape",
  finding: "audience-shape/unknown-audience",
  rule: "unknown-audience-asked",
  severity: "warn",
  mode: "enforce",
  title: "How many schools is this list for?",
  message: "This list or group cannot be opened, so nobody can tell who will get this.",
  actions: [],
};

function gaps({ body, attachments, recipients_capped }: Draft): Unchecked[] {
  const unopened = attachments.filter((a) => a.content === null && !a.inline).length;
  const files = unopened === 1 ? "one attachment" : `${unopened} attachments`;
  return [
    ...(body.truncated
      ? [{ check: "body", reason: "The message is too long or too tangled to read to its end." }]
      : []),
    ...(unopened > 0 ? [{ check: "attachments", reason: `What is inside ${files} was not read.` }] : []),
    ...(recipients_capped ? [{ check: "audience", reason: "Outlook did not list every recipient." }] : []),
  ];
}

const tooMany: Advice = {
  ...asked,
  check: "internal-audience",
  finding: "internal-audience/many",
  rule: "no-blanket-to-many",
  severity: "justify",
  title: "This goes to many colleagues: who really needs it?",
  message: "So many readers take a lot of time together.",
};
