/** How is Outlook hard on us before anything has begun? */
import { type Condition, CLEAR, type Seen } from "./condition";

const READY = "Office Add-ins documentation, initialise your add-in";
const ACTIVATION = "Office Add-ins documentation, troubleshoot activation";

const nothing = (...pane: string[]): Seen => ({ checked: "no-draft", pane, send: "nothing-to-send" });
const unchecked = (...pane: string[]): Seen => ({ checked: "no-draft", pane, send: "goes-unchecked" });

export const LOADING: readonly Condition[] = [
  {
    id: "ready-late",
    name: "Outlook is ready late",
    happens: "Office.onReady takes three seconds.",
    source: "office-js issues 6535 and 6696: slow and late loading",
    play: { ready: { is: "ready", afterMs: 3000 } },
    sees: CLEAR,
  },
  {
    id: "ready-very-late",
    name: "Outlook is ready very late",
    happens: "Office.onReady takes nine seconds: longer than the pane waits before it says something.",
    source: "office-js issues 6535 and 6696: slow and late loading",
    play: { ready: { is: "ready", afterMs: 9000 } },
    sees: CLEAR,
  },
  {
    id: "ready-never",
    name: "Outlook is never ready",
    happens: "Office.onReady never resolves.",
    source: "office-js issue 4968: a runtime that is replaced while it starts",
    play: { ready: { is: "never" }, atSend: "cannot-load" },
    sees: { ...unchecked("Outlook has not answered", "Not checked"), send: "outlook-asks" },
  },
  {
    id: "ready-twice",
    name: "Outlook is ready twice",
    happens: "The callback of Office.onReady is called a second time.",
    source: "office-js issue 6706: runtimes replaced and started again",
    play: { ready: { is: "ready", times: 2 } },
    sees: CLEAR,
  },
  {
    id: "office-js-blocked",
    name: "Office.js cannot be loaded",
    happens: "A filter keeps out Microsoft's script, so that there is no Office at all.",
    source: READY,
    play: { ready: { is: "blocked" }, atSend: "cannot-load" },
    sees: { ...unchecked("Open this in Outlook"), send: "outlook-asks" },
  },
  {
    id: "outside-outlook",
    name: "The pane outside Outlook",
    happens:
      "Somebody opens the address of the pane in a browser: Office.onReady says that there is no host.",
    source: "tried with the real Office.js: host and platform are null",
    play: { ready: { is: "outside" }, atSend: "never-asks" },
    sees: { ...unchecked("Open this in Outlook"), sendSays: "Outlook did not ask Sendwell" },
  },
  {
    id: "slow-calls",
    name: "A slow Outlook",
    happens: "Every call takes between half a second and a second and a half.",
    source: "office-js issues 6816 and 4362: load and answer times",
    play: { delay: [600, 1500] },
    sees: { ...CLEAR, send: "goes-unchecked" },
  },
  {
    id: "no-item",
    name: "A mailbox where add-ins are not let in",
    happens: "In a group mailbox, an archive or a mailbox hidden from the directory there is no item.",
    source: ACTIVATION,
    play: { item: "none", atSend: "without-item" },
    sees: { ...unchecked("Outlook does not let Sendwell see this message"), send: "goes-unchecked" },
  },
  {
    id: "appointment",
    name: "A meeting invitation",
    happens: "The open item is an appointment: it has attendees in place of To, Cc and Bcc.",
    source: "Office.js reference, AppointmentCompose",
    play: { item: "appointment", atSend: "never-asks" },
    sees: { ...unchecked("Meeting invitations are not checked"), sendSays: "Outlook did not ask Sendwell" },
  },
  {
    id: "message-being-read",
    name: "A message that is read, not written",
    happens:
      "The pane is open beside a received message: its parts are plain values, and there is nothing to check.",
    source: "Office.js reference, MessageRead",
    play: { item: "reading", atSend: "never-asks" },
    sees: nothing("Nothing is being written here"),
  },
];
