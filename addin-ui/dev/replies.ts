/** What may the service answer? Replies in the exact shape of the contract, for tests and for `npm run dev`. */
import type { Accuracy, Advice, CheckReply, Clause } from "../src/wire/contract";

const clause = (quote: string, section = "You can"): Clause => ({
  source: "kent-schools",
  title: "Writing to Kent schools",
  section,
  quote,
});

export const nobody: CheckReply["audience"] = {
  recipients: 0,
  people: 0,
  is_lower_bound: false,
  schools: 0,
  clusters: 0,
  phases: [],
  inside: 0,
  outside: 0,
  webmail: 0,
  groups: 0,
  unknown: 0,
  members_outside: 0,
};

export const clear: CheckReply = {
  verdict: "clear",
  advice: [],
  route: { channel: "send", reasons: [], issue: null, alternatives: [], officers: [] },
  audience: { ...nobody, recipients: 1, people: 1, inside: 1 },
  not_checked: [],
  set_aside: [],
  summary: "1 person",
};

export const nhsNumber: Advice = {
  id: "a1",
  check: "identifiers",
  finding: "identifiers/nhs-number",
  rule: "no-personal-data-external",
  severity: "justify",
  mode: "enforce",
  title: "An NHS number is going outside the council",
  message:
    "This message holds an NHS number and goes to a personal address. Sent to the wrong person, it cannot be called back.",
  clause: clause(
    "Personal data must not be sent by e-mail outside the organisation",
    "8. Good Practice Guidance, Email",
  ),
  spans: [{ field: "body", start: 104, end: 116, excerpt: "••• ••• 5919", primary: true }],
  actions: [
    { kind: "redact", label: "Take the number out", href: "" },
    { kind: "use-secure-channel", label: "Use the secure channel", href: "https://secure.example/" },
    { kind: "explain", label: "Why", href: "" },
  ],
  rewordings: [],
  accuracy: null,
  answer_key: "key",
  also: [
    {
      rule: "no-confidential-by-email",
      clause: clause("Confidential information should not be sent by e-mail", "E-mail"),
    },
  ],
};

export const noSubject: Advice = {
  ...nhsNumber,
  id: "a2",
  check: "subject-and-structure",
  finding: "subject-and-structure/no-subject",
  rule: "subject-required",
  severity: "warn",
  title: "There is no subject",
  message: "A subject tells people what the message is about before they open it.",
  clause: clause("Always put a subject in the subject line", "Good practice"),
  spans: [],
  actions: [{ kind: "add-subject", label: "Add a subject", href: "" }],
  also: [],
};

export const shownFamilies: Advice = {
  ...noSubject,
  id: "a3",
  check: "internal-audience",
  finding: "audience-shape/many-outside",
  rule: "bcc-for-families",
  title: "Families can see each other's addresses",
  message: "Everybody in To can see everybody else.",
  spans: [
    { field: "to", start: 0, end: 1, excerpt: "Amara Okoye", primary: true },
    { field: "to", start: 2, end: 3, excerpt: "C. Marsh", primary: false },
  ],
  actions: [{ kind: "move-to-bcc", label: "Move them to Bcc", href: "" }],
};

export const tip = (id: string, title: string): Advice => ({
  ...noSubject,
  id,
  finding: `professional-tone/${id}`,
  check: "professional-tone",
  rule: `tip-${id}`,
  severity: "info",
  title,
  message: "A softer word reads better.",
  actions: [{ kind: "reword", label: "Say it in other words", href: "" }],
});

export const accuracy: Accuracy = {
  precision: { hits: 46, of: 48, rate: 0.958, low: 0.86, high: 0.988 },
  recall: { hits: 46, of: 60, rate: 0.767, low: 0.646, high: 0.856 },
  drafts: 420,
  measured_on: "2026-11-21",
  misses: "Anger that is only meant, without a word of it.",
  wrong_rate: { hits: 3, of: 120, rate: 0.025, low: 0.009, high: 0.071 },
  stepped_down: "",
};

export const angry: Advice = {
  ...noSubject,
  accuracy,
  id: "a4",
  check: "heat-and-cool-off",
  finding: "heat-and-cool-off/anger",
  rule: "angry-wait-and-reread",
  title: "This sounds upset: wait, then read it again?",
  message: "That may be fair. Ten minutes and a second look often make it stronger.",
  spans: [
    {
      field: "body",
      start: 12,
      end: 58,
      excerpt: "I am livid that the hall was locked on Monday!",
      primary: true,
    },
  ],
  actions: [
    { kind: "delay-send", label: "Wait ten minutes", href: "" },
    { kind: "reword", label: "Change the words", href: "" },
  ],
  rewordings: [
    {
      field: "body",
      start: 12,
      end: 58,
      words: "I am livid that the hall was locked on Monday!",
      text: "I am upset that the hall was locked on Monday.",
    },
    { field: "body", start: 60, end: 98, words: "Do carry on, the rest of us can wait.", text: "" },
  ],
};

export const bulletin: CheckReply = {
  verdict: "justify",
  advice: [
    {
      ...noSubject,
      id: "a1",
      check: "audience-shape",
      finding: "audience-shape/all-schools",
      rule: "bulletin-for-all-schools",
      severity: "justify",
      title: "News for all schools goes in the e-bulletin",
      message: "This goes to 14 schools in 5 clusters. The bulletin reaches every school and is read.",
      clause: clause("Put information of interest or importance to all schools in the e-bulletin"),
      actions: [{ kind: "route-to-bulletin", label: "Put it in the e-bulletin", href: "" }],
    },
    tip("t1", "The ask comes late"),
    tip("t2", "One long sentence"),
    tip("t3", "Two abbreviations"),
  ],
  route: {
    channel: "bulletin",
    reasons: [
      {
        message: "14 schools in 5 clusters, and nothing that cannot wait for the next issue.",
        clause: clause("Put information of interest or importance to all schools in the e-bulletin"),
      },
    ],
    issue: { number: 12, goes_out: "2026-11-27", cut_off: "2026-11-25T12:00:00+00:00" },
    alternatives: [
      { channel: "communications-team", message: "if there is a legal deadline less than a week away." },
    ],
    officers: [],
  },
  audience: {
    ...nobody,
    recipients: 14,
    people: 14,
    schools: 14,
    clusters: 5,
    phases: ["primary"],
    outside: 0,
  },
  not_checked: [],
  set_aside: [],
  summary: "14 schools · goes in the e-bulletin · 1 thing to check",
};

export const webmail: CheckReply = {
  ...clear,
  verdict: "justify",
  advice: [nhsNumber],
  route: {
    channel: "secure-channel",
    reasons: [{ message: "Personal data must not leave by ordinary e-mail.", clause: nhsNumber.clause }],
    issue: null,
    alternatives: [{ channel: "telephone", message: "if it is only a question." }],
    officers: [],
  },
  audience: { ...nobody, recipients: 1, people: 1, webmail: 1 },
  summary: "1 person · use the secure channel · 1 thing to check",
};

export const unknownAudience: CheckReply = {
  ...clear,
  verdict: "warn",
  route: {
    channel: "unknown-audience",
    reasons: [
      {
        message: "A list or group here cannot be opened. How many schools is it for?",
        clause: clause("individual lists of e-mail contacts that are held by CFHE teams", "The facts, 4"),
      },
    ],
    issue: { number: 12, goes_out: "2026-11-27", cut_off: "2026-11-25T12:00:00+00:00" },
    alternatives: [
      { channel: "send", message: "If it is for one school." },
      { channel: "local-officer", message: "If every school is in one or two clusters." },
      { channel: "bulletin", message: "If it is for more schools than that." },
    ],
    officers: [],
  },
  audience: { ...nobody, recipients: 1, groups: 1, unknown: 1, is_lower_bound: true },
  not_checked: [{ check: "audience-shape", reason: "“My schools” could not be opened." }],
  summary: "how many schools is it for?",
};
