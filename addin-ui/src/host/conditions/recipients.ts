/** How is Outlook hard on us about who a message is for? */
import { type Condition, CLEAR, part, type Seen } from "./condition";
import { at, colleagues, HOME, list, to } from "./drafts";

const API = "Office.js reference, Recipients.getAsync";

/** So many readers are asked about besides. */
const TOO_MANY: Seen = { ...part("Outlook did not list every recipient."), send: "held" };

export const RECIPIENTS: readonly Condition[] = [
  {
    id: "at-most-100-recipients",
    name: "Only 100 recipients are told",
    happens:
      "Outlook on a phone gives the first 100 recipients of a field and does not say that there are more.",
    source: API,
    play: { recipients: 100 },
    draft: to(...colleagues(130)),
    sees: TOO_MANY,
  },
  {
    id: "at-most-500-recipients",
    name: "Only 500 recipients are told",
    happens: "Classic Outlook before requirement set 1.16 gives the first 500 recipients of a field.",
    source: API,
    play: { recipients: 500, mailbox: "1.15" },
    draft: to(...colleagues(620)),
    sees: TOO_MANY,
  },
  {
    id: "at-most-1000-recipients",
    name: "Only 1,000 recipients are told",
    happens: "Outlook on the web gives the first 1,000 recipients of a field.",
    source: API,
    draft: to(...colleagues(1200)),
    sees: TOO_MANY,
  },
  {
    id: "recipients-without-end",
    name: "More recipients than Sendwell takes",
    happens: "Outlook on a Mac has no end of its own and gives all 2,400 recipients of a field.",
    source: API,
    play: { recipients: null },
    draft: to(...colleagues(2400)),
    sees: TOO_MANY,
  },
  {
    id: "contact-list",
    name: "A contact list without an address",
    happens: "A personal contact list is one recipient with a blank address; who is in it is not told.",
    source: "office-js issues 4242 and 4661",
    draft: to(list("My schools", "")),
    sees: { checked: "part", pane: ["How many schools is this for?"], send: "held" },
  },
  {
    id: "group-counts-once",
    name: "A group counts as one",
    happens:
      "A distribution group is one recipient however many people are in it, and its members are not told.",
    source: API,
    draft: to(list("Partners", "everyone@partners.example")),
    sees: { checked: "part", pane: ["How many schools is this for?"], send: "held" },
  },
  {
    id: "nested-groups",
    name: "Groups inside groups",
    happens: "A group of groups looks like any other group: one recipient, nothing about what is inside.",
    source: API,
    draft: to(
      list("All partners and their groups", "all@partners.example"),
      at(`t.aldous@${HOME}`, "Tom Aldous"),
    ),
    sees: { checked: "part", pane: ["How many schools is this for?"], send: "held" },
  },
  {
    id: "colleague-from-contacts",
    name: "A colleague who looks like an outsider",
    happens: "Somebody of the directory who is kept in personal contacts comes back as an external user.",
    source: `${API}, recipientType`,
    draft: to({ ...at(`t.aldous@${HOME}`, "Tom Aldous"), recipientType: "externalUser" }),
    sees: CLEAR,
  },
  {
    id: "types-not-told",
    name: "Everybody is “other”",
    happens: "Outlook on a phone gives every recipient the type “other”.",
    source: API,
    play: { tellsTypes: false },
    sees: CLEAR,
  },
  {
    id: "unresolved-name",
    name: "A name that is not resolved",
    happens: "A typed name that Outlook could not match is left out of the answer without a word.",
    source: "office-js issue 2636",
    draft: to({ ...at("", "Somebody"), resolved: false }),
    sees: {
      ...part("Outlook names nobody in To, Cc or Bcc"),
      send: "nothing-to-send",
      sendSays: "is not an address",
    },
  },
  {
    id: "nobody-yet",
    name: "Nobody in To, Cc or Bcc",
    happens: "There are words and no recipients yet, or the recipients of a mailto link have not arrived.",
    source: "Office Add-ins documentation, event-based activation: OnNewMessageCompose",
    draft: to(),
    sees: {
      ...part("Outlook names nobody in To, Cc or Bcc"),
      send: "nothing-to-send",
      sendSays: "Add at least one recipient",
    },
  },
  {
    id: "recipient-without-anything",
    name: "A recipient with neither name nor address",
    happens: "An entry can come back with a blank name and a blank address.",
    source: "office-js issues 4242 and 4661",
    draft: to({ displayName: "", emailAddress: "", recipientType: "other", resolved: true }),
    sees: { checked: "part", pane: ["How many schools is this for?"], send: "held" },
  },
];
