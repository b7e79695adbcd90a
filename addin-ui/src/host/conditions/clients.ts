/** Which Outlooks are there, and what does each not have? */
import { ANDROID, CLASSIC, IOS, MAC } from "../play";
import { type Condition, CLEAR, part, type Seen } from "./condition";

const SETS = "Outlook API requirement sets";
const MOBILE = "Office Add-ins documentation, event-based activation on mobile";
const NO_FILES = "This Outlook does not tell Sendwell what is attached.";
const NO_EVENT = "Outlook did not ask Sendwell";

const set = (
  mailbox: string,
  name: string,
  happens: string,
  sees: Seen,
  atSend?: "never-asks",
): Condition => ({
  id: `mailbox-${mailbox.replace(".", "-")}`,
  name,
  happens,
  source: SETS,
  play: { mailbox, ...(atSend === undefined ? {} : { atSend, client: CLASSIC }) },
  sees: atSend === undefined ? sees : { ...sees, send: "goes-unchecked", sendSays: NO_EVENT },
});

/** Before 1.12 there is no event at Send. */
export const CLIENTS: readonly Condition[] = [
  set(
    "1.1",
    "Requirement set 1.1",
    "The oldest set: the text of a message cannot be read, nor what is attached, and nothing is asked at Send.",
    part("Outlook did not give the text of the message.", NO_FILES),
    "never-asks",
  ),
  set(
    "1.3",
    "Requirement set 1.3",
    "The text can be read; attachments and the sender cannot.",
    part(NO_FILES),
    "never-asks",
  ),
  set(
    "1.5",
    "Requirement set 1.5 (Exchange on-premises)",
    "The most that Exchange on-premises takes in a manifest.",
    part(NO_FILES),
    "never-asks",
  ),
  set(
    "1.7",
    "Requirement set 1.7",
    "The pane hears of changed recipients; attachments cannot be read.",
    part(NO_FILES),
    "never-asks",
  ),
  set(
    "1.8",
    "Requirement set 1.8",
    "Attachments can be read; nothing can be kept with the draft, and there is no event.",
    CLEAR,
    "never-asks",
  ),
  set(
    "1.10",
    "Requirement set 1.10",
    "The add-in is told of a new message; nothing can be kept with the draft.",
    CLEAR,
    "never-asks",
  ),
  set(
    "1.11",
    "Requirement set 1.11",
    "Changed recipients and attachments start the add-in, Send does not.",
    CLEAR,
    "never-asks",
  ),
  set(
    "1.12",
    "Requirement set 1.12",
    "Send asks the add-in. The button of the alert cannot be named or lead to the pane.",
    CLEAR,
  ),
  set(
    "1.13",
    "Requirement set 1.13",
    "Delayed delivery and shared mailboxes; the alert's button still cannot lead to the pane.",
    CLEAR,
  ),
  set("1.14", "Requirement set 1.14", "The alert leads to the pane; its text is plain.", CLEAR),
  set("1.15", "Requirement set 1.15", "The alert may have bold words and lists.", CLEAR),
  {
    id: "sets-not-told",
    name: "Nobody says what is supported",
    happens:
      "isSetSupported is not there for a moment after start, so every newer call has to be taken as missing.",
    source: "office-js issue 5091",
    play: { tellsSets: false },
    sees: part(NO_FILES),
  },
  {
    id: "classic-windows",
    name: "Classic Outlook for Windows",
    happens:
      "Events run in an engine without a browser, answers come slowly, and 500 recipients are the most.",
    source: "Office Add-ins documentation, event-based activation and runtimes",
    play: { client: CLASSIC, mailbox: "1.15", recipients: 500, delay: [40, 200], startMs: 900 },
    sees: CLEAR,
  },
  {
    id: "classic-ltsc-2021",
    name: "Outlook LTSC 2021",
    happens: "Requirement set 1.9: the pane works, and nothing is asked at Send.",
    source: SETS,
    play: { client: CLASSIC, mailbox: "1.9", recipients: 500, atSend: "never-asks" },
    sees: { ...CLEAR, send: "goes-unchecked", sendSays: NO_EVENT },
  },
  {
    id: "mac-new",
    name: "New Outlook for Mac",
    happens: "Requirement set 1.14, no end to the recipients, and session data that Send may not see.",
    source: `${SETS}; office-js issue 5951`,
    play: { client: MAC, mailbox: "1.14", recipients: null, calls: { "sessionData.getAsync": "blank" } },
    sees: CLEAR,
  },
  {
    id: "mac-classic",
    name: "Classic Outlook for Mac",
    happens: "Requirement set 1.8: the pane works, and nothing is asked at Send.",
    source: SETS,
    play: { client: MAC, mailbox: "1.8", recipients: 500, atSend: "never-asks" },
    sees: { ...CLEAR, send: "goes-unchecked", sendSays: NO_EVENT },
  },
  {
    id: "android",
    name: "Outlook on Android",
    happens: "No event at Send, one notification, 100 recipients, no attachments, every recipient “other”.",
    source: MOBILE,
    play: {
      client: ANDROID,
      mailbox: "1.5",
      recipients: 100,
      tellsTypes: false,
      notes: 1,
      atSend: "never-asks",
    },
    sees: { ...part(NO_FILES), sendSays: NO_EVENT },
  },
  {
    id: "ios",
    name: "Outlook on iOS",
    happens: "As on Android: a notice while writing is all there is, and Send is not asked.",
    source: MOBILE,
    play: { client: IOS, mailbox: "1.5", recipients: 100, tellsTypes: false, notes: 1, atSend: "never-asks" },
    sees: { ...part(NO_FILES), sendSays: NO_EVENT },
  },
];
