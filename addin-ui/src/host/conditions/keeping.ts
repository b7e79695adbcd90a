/** What if nothing can be shown above the message, kept with it, or set on it; and how does Outlook look? */
import { type Condition, CLEAR, type Seen } from "./condition";

const NOTES = "Office.js reference, NotificationMessages";
const SESSION = "Office.js reference, SessionData";
const HEADERS = "Office.js reference, InternetHeaders";
const THEME = "office-js issues 6348 and 6912";
/** The window goes by what the message carries, as a transport rule does. */
const UNMARKED: Seen = {
  ...CLEAR,
  send: "goes-unchecked",
  sendSays: "Nothing on it says that it was checked",
};
const KEY = "taken-by-another-view";

export const KEEPING: readonly Condition[] = [
  {
    id: "notifications-full",
    name: "No room for a notification",
    happens: "Five notifications of the add-in stand above the message already: a sixth fails.",
    source: NOTES,
    draft: (item) => {
      item.setNotes(
        [1, 2, 3, 4, 5].map((n) => ({
          key: `${KEY}-${n}`,
          type: "informationalMessage",
          message: `Kept from before (${n})`,
        })),
      );
    },
    sees: CLEAR,
  },
  {
    id: "notifications-fail",
    name: "Notifications are refused",
    happens: "Every call for a notification fails: a text over 150 characters or a key over 32 would too.",
    source: NOTES,
    play: {
      calls: { "notificationMessages.replaceAsync": "fails", "notificationMessages.addAsync": "fails" },
    },
    sees: CLEAR,
  },
  {
    id: "session-data-full",
    name: "Session data is full",
    happens: "The 50,000 characters that Outlook keeps with a draft are taken.",
    source: SESSION,
    play: { session: 50_000, mailbox: "1.15" },
    draft: (item) => {
      item.session.set("another-view", "x".repeat(49_980));
    },
    sees: CLEAR,
  },
  {
    id: "session-data-lost",
    name: "Session data is forgotten",
    happens: "What the pane kept is not there when Send asks for it.",
    source: "office-js issue 5951; postguard, outlook-quirks",
    play: { calls: { "sessionData.getAsync": "blank" } },
    sees: CLEAR,
  },
  {
    id: "headers-unsupported",
    name: "No internet headers",
    happens: "The message takes no header, so a transport rule cannot see that it was checked.",
    source: HEADERS,
    play: { calls: { "internetHeaders.setAsync": "lacks", "internetHeaders.getAsync": "lacks" } },
    sees: UNMARKED,
  },
  {
    id: "headers-fail",
    name: "A header is refused",
    happens: "internetHeaders.setAsync comes back as failed.",
    source: HEADERS,
    play: { calls: { "internetHeaders.setAsync": "fails" } },
    sees: UNMARKED,
  },
  {
    id: "headers-silent",
    name: "A header that never settles",
    happens: "internetHeaders.setAsync never calls back; Send must not wait for it for ever.",
    source: HEADERS,
    play: { calls: { "internetHeaders.setAsync": "silent" } },
    sees: UNMARKED,
  },
  {
    id: "storage-closed",
    name: "Storage is closed to the frame",
    happens: "The browser keeps third-party frames from storage: every use of it throws.",
    source: "Office Add-ins documentation, partitioned storage in Outlook on the web",
    play: { storage: "closed" },
    sees: CLEAR,
  },
  {
    id: "delay-unsupported",
    name: "Delivery cannot be delayed",
    happens: "delayDeliveryTime is not there: a message can be checked for now only.",
    source: "Outlook API requirement sets: 1.13",
    play: {
      calls: { "delayDeliveryTime.getAsync": "lacks", "delayDeliveryTime.setAsync": "lacks" },
      mailbox: "1.12",
    },
    sees: CLEAR,
  },
  {
    id: "changes-refused",
    name: "Changes to the message are refused",
    happens: "Recipients, subject and text can be read and not set, as where a delegate may only read.",
    source: "Office.js reference, Recipients.setAsync; shared folders and their rights",
    play: { calls: { "*.setAsync": "fails", "*.addAsync": "fails" } },
    sees: UNMARKED,
  },
  {
    id: "theme-not-told",
    name: "No theme",
    happens: "Office.context.officeTheme is not there: the pane goes by what the system prefers.",
    source: THEME,
    play: { theme: "none" },
    sees: CLEAR,
  },
  {
    id: "theme-named-colours",
    name: "Colours by name",
    happens: "In forced colours the theme gives names such as “window” in place of numbers.",
    source: THEME,
    play: { theme: "named-colours" },
    sees: CLEAR,
  },
  {
    id: "theme-dark",
    name: "A dark Outlook",
    happens: "The background that Outlook gives is dark.",
    source: THEME,
    play: { theme: "dark" },
    sees: CLEAR,
  },
  {
    id: "another-language",
    name: "An Outlook in Welsh",
    happens: "The language of Outlook is cy-GB; Sendwell's words are English until they are translated.",
    source: "Office.js reference, Context.displayLanguage",
    play: { language: "cy-GB" },
    sees: CLEAR,
  },
];
