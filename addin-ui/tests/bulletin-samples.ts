/** What do the tests of the bulletin's part of the pane speak of? One item, one request, and who answers for them. */
import type { Session } from "../src/outlook/session-data";
import type { FollowedRequest, RequestClient } from "../src/wire/bulk-request";
import { Trouble } from "../src/wire/client";
import type { BulletinClient, FollowedItem, ItemFields, Suggestion } from "../src/wire/item";
import { readAsked } from "../src/wire/read-request";

const everybody = { phases: [], types: [], clusters: [], trusts: [], lists: [], roles: [], schools: [] };
export const item: ItemFields = {
  headline: "New admissions form",
  summary: "Use it from January.",
  body: "Please use the new form.",
  for_whom: { ...everybody, phases: ["primary"], clusters: ["Oakham"] },
  closes: "2026-12-18",
  contact: "Priya Shah",
  links: ["https://form.example/"],
  documents: ["d1"],
  consent: "unknown",
};
export const suggestion: Suggestion = {
  item,
  marks: [],
  gates: [],
  alike: [],
  duty: "School census",
  goes_to: { count: 0, urns: [], all: 0 },
  issue: { number: 12, goes_out: "2026-11-27", cut_off: "2026-11-25T12:00:00Z" },
  is_too_late: false,
};
export const sentItem: FollowedItem = {
  id: "abcdef0123456789",
  stage: "submitted",
  said: "No editor has taken it up yet.",
  version: 1,
  link: "",
  may_withdraw: true,
  item,
  gates: [],
  alike: [],
};
export const sentRequest: FollowedRequest = {
  id: "fedcba9876543210",
  state: "asked",
  said: "Nobody has decided yet.",
  version: 1,
  may_withdraw: true,
  item: "",
  asked: readAsked({ kind: "urgent", subject: "School census" }),
  urgency: {
    said: "It is urgent as the policy means it.",
    steps: [
      { asks: "Is it near?", said: "Yes: it is tomorrow.", section: "You can", quote: "within a week" },
    ],
  },
};

const none = (): Promise<never> => Promise.reject(new Trouble("unreachable", "Nobody answers."));
export const itemClient = (client: Partial<BulletinClient>): BulletinClient => ({
  suggest: none,
  submit: none,
  follow: none,
  mend: none,
  withdraw: none,
  ...client,
});
export const requestClient = (client: Partial<RequestClient>): RequestClient => ({
  ask: none,
  follow: none,
  withdraw: none,
  ...client,
});

/** Session data that holds so many characters. */
export function sessionOf(kept: Map<string, string>, most = Infinity): Session {
  return {
    read: (key) => Promise.resolve(kept.get(key) ?? ""),
    keep: (key, value) => {
      if (value.length > most) return Promise.resolve(false);
      kept.set(key, value);
      return Promise.resolve(true);
    },
  };
}
export const settle = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 0));
export const pressed = (words: string, within: HTMLElement = document.body): void =>
  [...within.querySelectorAll("button")].find((b) => b.textContent === words)!.click();
export function typed(input: HTMLInputElement | HTMLTextAreaElement, words: string): void {
  input.value = words;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}
