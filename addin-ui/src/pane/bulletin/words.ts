/** How does the bulletin's part of the pane say it? All its words are here. */
import type { RequestKind, RequestState } from "../../wire/bulk-request";
import type { Channel } from "../../wire/contract";
import type { Consent, Stage } from "../../wire/item";

export const PHASES: Readonly<Record<string, string>> = {
  nursery: "Nursery",
  primary: "Primary",
  middle: "Middle",
  secondary: "Secondary",
  "16-plus": "16 and over",
  "all-through": "All-through",
  special: "Special",
  "alternative-provision": "Alternative provision",
  other: "Other",
};
export const ROLES: Readonly<Record<string, string>> = {
  office: "School office",
  head: "Headteacher",
  senco: "SENCO",
  safeguarding: "Safeguarding lead",
  "business-manager": "Business manager",
  admissions: "Admissions",
  governors: "Governors",
  "early-years": "Early years",
};
export const STAGES: Readonly<Record<Stage, string>> = {
  submitted: "With the editors",
  claimed: "Being edited",
  "sent-back": "Sent back to you",
  ready: "Ready",
  placed: "Placed in an issue",
  out: "Gone out",
  declined: "Declined",
  withdrawn: "Taken back",
};
export const STATES: Readonly<Record<RequestState, string>> = {
  asked: "With the Communications Team",
  approved: "Approved",
  "going-out": "Going out",
  out: "Gone out",
  "passed-on": "With the local officer",
  "turned-into-item": "In the e-bulletin instead",
  declined: "Declined",
  withdrawn: "Taken back",
};
export const HEADLINE_MAX = 60;
export const SUMMARY_MAX = 100;
export const SUBJECT_MAX = 120;

/** What a draft can be made into here. */
export type Way = "item" | RequestKind;
/** By channel, the likeliest first. */
export const WAYS: Readonly<Partial<Record<Channel, readonly Way[]>>> = {
  bulletin: ["item"],
  "communications-team": ["urgent", "chosen"],
  "local-officer": ["cluster-note"],
};
export const WAY_WORDS: Readonly<Record<Way, string>> = {
  item: "Put in the e-bulletin",
  urgent: "It is urgent",
  chosen: "For chosen schools",
  "cluster-note": "Send to the local officer",
};
export const TITLES: Readonly<Record<Way | "mend", string>> = {
  item: "Put it in the e-bulletin",
  urgent: "Ask for urgent mail",
  chosen: "Ask for mail to chosen schools",
  "cluster-note": "A note by the local officer",
  mend: "Mend it and send it again",
};
export const FOLLOWED = { items: "Your items for the e-bulletin", requests: "Your requests for mail" };
export const CONSENTS: readonly (readonly [Consent, string])[] = [
  ["given", "Yes, everybody in it (or their parents) agreed to this"],
  ["none-shown", "No people are shown or described"],
  ["unknown", "I have to ask first"],
];

export const LABELS = {
  headline: "Headline",
  summary: "Summary",
  closes: "Act by",
  contact: "Whom to ask",
  links: "Links",
  text: "Text",
  whom: "Who needs it?",
  clusters: "Clusters",
  roles: "Whose desk is it for?",
  consent: "May the people in it be shown and named?",
  subject: "Subject",
  body: "What schools shall read",
  duty: "Which law, return or national deadline makes it urgent?",
  deadline: "Schools must act by",
  chasing: "That day is past: I remind schools that owe it",
  reason: "Why these schools?",
  officer: "Local officer",
};
export const HINTS = {
  links: "One on each line.",
  clusters: "Their names, with commas between.",
  deadline: "If there is such a day.",
  duty: "Such as: School census.",
};
export const PRESS = {
  submit: "Send to the editor",
  ask: "Ask the Communications Team",
  sending: "Sending…",
  leave: "Back to the message",
  retry: "Try again",
  refill: "Fill it from the message again",
  useWords: "Put the words of my message in",
  takeOut: "Take it out",
  putBack: "Put it back",
  mend: "Mend and send again",
  takeBack: "Take it back",
  forget: "Take off this list",
  see: "See what became of it",
  another: "Send something else from this message",
};
export const SAID = {
  wholeText: "The whole text",
  all: "All schools. Tick some to narrow it.",
  narrowed: "Only the kinds that are chosen.",
  tickKinds: "Tick the kinds that need it.",
  keptForEditors: "What you send here is kept for the editors. Your message is not.",
  keptForTeam: "What you send here is kept for the Communications Team. Your message is not.",
  toldBefore: "Told before?",
  together: "If it is the same news, the editors put the two together.",
  willAsk: "The editors will ask you about this",
  mayAsk: "The editors may ask you about this",
  notPublic: "Best not public",
  takenOut: "Taken out",
  itemSent: "Item sent to the editor. Track it here. Your draft stays as it is.",
  requestSent: "Sent to the Communications Team. Track it here. Your draft stays as it is.",
  itemBack: "You took the item back. The editors will not put it in.",
  requestBack: "You took the request back. No mail goes out for it.",
  notBack: "It could not be taken back. Please try again.",
  readIt: "Read it as it went out",
  urgencyTest: "What the policy asks of urgent mail",
  notAsked: "Where some of them stand could not be asked just now.",
  sentAlready: "You have sent this",
  writtenBefore: "You wrote this here before.",
  textNotKept: "The text was too long for Outlook to keep, so please look at it again.",
  partKept: "This is very long. If you close the pane, its text is lost: send it first, or copy it.",
  notKept: "If you close the pane, what you write here is lost: send it first.",
  refilled: "Filled from the message again.",
  draftSafe: "Your draft is safe.",
  notFilled: "The form could not be filled.",
  wrong: "Something went wrong.",
  pressAgain: "If yours is right, send it again.",
  sendAnew: "If it is to go all the same, send it again.",
};

export const WHICH = { label: "Which schools", kinds: "Schools of some kinds" };
const schools = (count: number): string => `${count} ${count === 1 ? "school" : "schools"}`;
export const draftSchools = (count: number, all: number): string =>
  `Your message is to ${schools(count)}${all === 0 ? "" : `; there are ${all}`}.`;
export const ownSchools = (count: number, named: number): string =>
  named === count
    ? `Only the ${schools(count)} of my message`
    : `Only ${named} of the ${schools(count)} of my message: the directory cannot name the others`;
export const allSchools = (all: number): string => (all === 0 ? "All schools" : `All ${schools(all)}`);

/** The words that are meant, in quotation marks. */
export const partsWords = (parts: readonly string[]): string =>
  `Meant: ${parts.map((words) => `“${words}”`).join(", ")}`;

export const likeWords = (headline: string, day: string): string => `It is like “${headline}” of ${day}.`;
export const notSent = (why: string): string => `Not sent. ${why} Your words are kept here.`;
export const issueWords = (goesOut: string, cutOff: string): string =>
  `It can go out on ${goesOut}. The editors need it by ${cutOff}.`;
export const tooLate = (goesOut: string): string =>
  goesOut === ""
    ? "The day to act by is past."
    : `Too late: schools would read it on ${goesOut}, after the day to act by. Can that day be later?`;
