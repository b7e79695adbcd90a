/** How is Outlook hard on us when Send is pressed? */
import type { ServiceManner } from "../play";
import { type Condition, CLEAR, notChecked, type Seen } from "./condition";
import { colleagues, list, to } from "./drafts";

const ALERTS = "Office Add-ins documentation, Smart Alerts";
const NOT_ASKED = "Outlook did not ask Sendwell";
const MODES = "Office.js reference, SendMode and sendModeOverride (Mailbox 1.14)";
const unchecked = (sendSays: string): Seen => ({ ...CLEAR, send: "goes-unchecked", sendSays });

const ASKS = { checked: "part", pane: ["How many schools is this for?"] } as const;
const toGroup = to(list("Partners", "governors@partners.example"));
const toMany = to(...colleagues(120));
/** All else answers, so that it can still be heard what is closed. */
const NO_CHECKS: ServiceManner = {
  does: "says",
  status: 503,
  type: "application/problem+json",
  body: JSON.stringify({ title: "Back soon", detail: "Sendwell is being updated." }),
  only: "/checks",
};

export const SENDING: readonly Condition[] = [
  {
    id: "send-not-asked",
    name: "Send is not asked",
    happens: "Mail merge, Simple MAPI and now and then Outlook on the web send without running the add-in.",
    source: `${ALERTS}; office-js issues 6810 and 6769`,
    play: { atSend: "never-asks" },
    sees: unchecked(NOT_ASKED),
  },
  {
    id: "send-cannot-load",
    name: "The add-in cannot be loaded at Send",
    happens:
      "The file with the handlers is not there. In the prompt-user mode Outlook lets the person choose.",
    source: `${ALERTS}; office-js issue 3180`,
    play: { atSend: "cannot-load" },
    sees: { ...CLEAR, send: "outlook-asks", sendSays: "longer than expected" },
  },
  {
    id: "send-loads-slowly",
    name: "The add-in loads slowly at Send",
    happens:
      "Loading takes seven seconds, and Outlook's clock started at the click: after five it asks the person.",
    source: `${ALERTS}; office-js issues 6816 and 6696`,
    play: { startMs: 7000 },
    sees: { ...CLEAR, send: "outlook-asks", sendSays: "longer than expected" },
  },
  {
    id: "send-asked-twice",
    name: "The handler is started twice",
    happens: "Outlook ends the runtime, starts another and hears an answer from both: only the first counts.",
    source: "office-js issues 4968, 6706, 5123 and 6708",
    play: { atSend: "asks-twice" },
    sees: CLEAR,
  },
  {
    id: "send-without-item",
    name: "The handler has no message",
    happens: "At Send, Office.context.mailbox.item is null.",
    source: "Office Add-ins documentation, troubleshoot activation",
    play: { atSend: "without-item" },
    sees: unchecked("Nothing on it says that it was checked"),
  },
  {
    id: "send-service-hangs",
    name: "The service hangs at Send",
    happens:
      "The service never answers; Sendwell lets the message go within its own deadline of two and a half seconds.",
    source: "office-js issues 3180 and 3946",
    play: { service: { does: "hangs" } },
    sees: { checked: "none", pane: ["Not checked", "Your mail is not blocked"], send: "goes-unchecked" },
  },
  {
    id: "soft-block-warning",
    name: "Soft block, and a warning",
    happens: "The organisation deployed soft-block; a warning relaxes it to prompt-user.",
    source: MODES,
    play: { sendMode: "soft-block" },
    draft: toGroup,
    sees: { ...ASKS, send: "held" },
  },
  {
    id: "soft-block-reason",
    name: "Soft block, and a reason is asked for",
    happens: "The organisation deployed soft-block: without a reason, given in the pane, the message stays.",
    source: MODES,
    play: { sendMode: "soft-block" },
    draft: toMany,
    sees: { checked: "all", pane: ["who really needs"], send: "held-firmly", sendSays: "See what to do" },
  },
  {
    id: "soft-block-older",
    name: "Soft block, in an Outlook of 1.13",
    happens:
      "It knows no override, and no way to the pane from the alert: a warning holds the message as well.",
    source: MODES,
    play: { sendMode: "soft-block", mailbox: "1.13" },
    draft: toGroup,
    sees: { ...ASKS, send: "held-firmly" },
  },
  {
    id: "soft-block-service-down",
    name: "Soft block, and the service is down",
    happens: "Nobody answers at its address. Nothing was closed, so the message goes all the same.",
    source: `${MODES}; office-js issues 6303 and 5833`,
    play: { sendMode: "soft-block", service: { does: "unreachable" } },
    sees: notChecked("Sendwell could not be reached."),
  },
  {
    id: "soft-block-closed",
    name: "Soft block, closed, and the checks are down",
    happens: "The organisation had whatever is unchecked wait, and the service answers no check.",
    source: MODES,
    play: { sendMode: "soft-block", closed: ["unchecked"], service: NO_CHECKS },
    sees: { ...notChecked("being updated"), send: "held-firmly", sendSays: "waits until it can be checked" },
  },
  {
    id: "prompt-user-closed",
    name: "Prompt user, closed, and the checks are down",
    happens: "The same where the organisation deployed prompt-user: Outlook asks, and the person decides.",
    source: MODES,
    play: { closed: ["unchecked"], service: NO_CHECKS },
    sees: { ...notChecked("being updated"), send: "held", sendSays: "waits until it can be checked" },
  },
];
