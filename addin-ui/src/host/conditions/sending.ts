/** How is Outlook hard on us when Send is pressed? */
import { type Condition, CLEAR, type Seen } from "./condition";

const ALERTS = "Office Add-ins documentation, Smart Alerts";
const NOT_ASKED = "Outlook did not ask Sendwell";
const unchecked = (sendSays: string): Seen => ({ ...CLEAR, send: "goes-unchecked", sendSays });

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
];
