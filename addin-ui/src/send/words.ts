/**
 * What does the part of the add-in that runs by itself say?
 *
 * All its words in one place: in the bar above the message, and in the dialog at Send when the service gave no
 * answer. A bar holds 150 characters, a dialog 500.
 */
export const BAR = {
  on: "Sendwell is on.",
  mobile:
    "Sendwell is on. On a phone Outlook does not ask it at Send, so what you send from here is not checked then.",
  "signed-out": "Sendwell is on. Open it and sign in, so that your mail can be checked.",
  unchecked: "Sendwell could not be reached. Your mail is not blocked.",
  notAtSend: "On a phone it is not checked at Send",
  gap: (what: string): string => `Not checked: ${what}`,
  openPane: "Open Sendwell",
} as const;

/** Why there is no verdict at Send. */
export type WhyNot =
  | "unreachable"
  | "slow"
  | "busy"
  | "too-big"
  | "refused"
  | "signed-out"
  | "broken"
  | "unreadable"
  | "changing";

export const NOT_CHECKED: Readonly<Record<WhyNot, string>> = {
  unreachable: "Sendwell could not be reached. Your mail is not blocked.",
  slow: "Sendwell did not answer in time. Your mail was not checked, and is not blocked.",
  busy: "Sendwell was busy. Your mail was not checked, and is not blocked.",
  "too-big": "This message is too big for Sendwell. It was not checked, and is not blocked.",
  refused: "Sendwell could not read this message. It was not checked, and is not blocked.",
  "signed-out": "Sendwell needs you to sign in again. Your mail was not checked, and is not blocked.",
  broken: "Something went wrong in Sendwell. Your mail was not checked, and is not blocked.",
  unreadable: "Outlook did not let Sendwell read this message. It was not checked, and is not blocked.",
  changing:
    "This message was changed while it was checked. As it is now it was not checked; it is not blocked.",
};

export const DIALOG = {
  seeMore: "See what to do",
  openPane: "Open Sendwell",
  /** Above what the add-in saw by itself. */
  onlySeen: {
    unreachable: "Sendwell could not be reached",
    slow: "Sendwell did not answer in time",
    busy: "Sendwell was busy",
    "too-big": "This message is too big for Sendwell",
    refused: "Sendwell could not read this message",
    "signed-out": "Sendwell needs you to sign in again",
    broken: "Something went wrong in Sendwell",
    unreadable: "Outlook did not let Sendwell read this message",
    changing: "This message was changed while it was checked",
  } satisfies Readonly<Record<WhyNot, string>>,
  soItLooked: ", so only the most certain things were looked for.",
  soNothing: ", so this message was not checked.",
  notBlocked: "Your mail is not blocked: you can send it as it is.",
  waits: "Your organisation asks that such a message waits until it can be checked. Please try again soon.",
} as const;

export const SEEN = {
  "nhs-number": ["An NHS number is in this message", "NHS numbers are in this message"],
  "national-insurance-number": [
    "A National Insurance number is in this message",
    "National Insurance numbers are in this message",
  ],
  "payment-card": ["A payment card number is in this message", "Payment card numbers are in this message"],
  "bank-account": ["Bank details are in this message", "Bank details are in this message"],
} as const;

export const seenMany = (count: number, least: boolean): string =>
  `It goes to ${least ? "at least " : ""}${count} recipients`;
export const seenShown = (count: number): string =>
  `${count} private addresses are shown to each other in To and Cc`;
