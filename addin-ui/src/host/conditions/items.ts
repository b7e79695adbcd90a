/** Which messages are hard to look at? */
import { type Condition, CLEAR, notChecked, part } from "./condition";
import { at, colleagues, file, HOME } from "./drafts";

const BODY = "Office.js reference, Body.getAsync";
const SHARED = "Office Add-ins documentation, shared folders and mailboxes";
const ENCRYPTED = "Office Add-ins documentation, information rights management and troubleshoot activation";

export const ITEMS: readonly Condition[] = [
  {
    id: "shared-mailbox",
    name: "From a shared mailbox",
    happens: "The sender is the shared mailbox, not the person who is signed in.",
    source: `${SHARED}; office-js issue 3654`,
    play: { owner: "shared" },
    draft: (item) => {
      item.setFrom("Admissions", `admissions@${HOME}`);
    },
    sees: CLEAR,
  },
  {
    id: "shared-mailbox-not-asked",
    name: "A draft in a shared mailbox, not asked at Send",
    happens: "A draft that was begun in or moved to a shared mailbox may not raise the event at Send.",
    source: "office-js issue 3654",
    play: { owner: "shared", atSend: "never-asks" },
    draft: (item) => {
      item.setFrom("Admissions", `admissions@${HOME}`);
    },
    sees: { ...CLEAR, send: "goes-unchecked", sendSays: "Outlook did not ask Sendwell" },
  },
  {
    id: "delegate",
    name: "On behalf of somebody",
    happens: "A delegate writes for a colleague: the sender and the person signed in are two people.",
    source: `${SHARED}; office-js issue 4193`,
    play: { owner: "delegated" },
    draft: (item) => {
      item.setFrom("Efua Mensah", `e.mensah@${HOME}`);
    },
    sees: CLEAR,
  },
  {
    id: "encrypted",
    name: "An encrypted message",
    happens:
      "Rights management keeps the text and the files from add-ins; subject and recipients can be read.",
    source: ENCRYPTED,
    play: {
      calls: { "body.getAsync": "fails", "body.setAsync": "fails", getAttachmentContentAsync: "fails" },
    },
    sees: part("Outlook did not give the text of the message."),
  },
  {
    id: "encrypted-whole",
    name: "An encrypted message of which nothing is told",
    happens: "Some clients refuse every call for a message under rights management.",
    source: ENCRYPTED,
    play: { calls: { "*": "fails" } },
    sees: notChecked("Outlook did not give the text of this message."),
  },
  {
    id: "sensitivity-label",
    name: "A message with a sensitivity label",
    happens: "A label without encryption changes nothing that can be read.",
    source: "Office.js reference, SensitivityLabel",
    draft: (item) => {
      item.label = "8faca7b8-8d20-48a3-8ea2-0f96310a848e";
    },
    sees: CLEAR,
  },
  {
    id: "body-over-the-limit",
    name: "A very long message",
    happens: "The text is longer than the service takes in one piece.",
    source: `${BODY}: the whole text is given, quoted messages too`,
    draft: (item) => {
      item.body.setHtml(
        `<p>Dear Tom,</p>${"<p>The room is booked for Thursday at two, as it was in May.</p>".repeat(36_000)}`,
      );
    },
    sees: part("The message is too long or too tangled to read to its end."),
  },
  {
    id: "plain-text",
    name: "A plain text message",
    happens: "The message is in plain text: HTML can be asked for, and none can be put in.",
    source: `${BODY}; Body.setAsync, InvalidFormatError`,
    play: { plainText: true },
    sees: CLEAR,
  },
  {
    id: "reply",
    name: "A reply",
    happens: "The quoted message is part of the text.",
    source: BODY,
    draft: (item) => {
      item.composeType = "reply";
      item.setSubject("Re: The room on Thursday");
    },
    sees: CLEAR,
  },
  {
    id: "reply-to-all",
    name: "A reply to all",
    happens: "Outlook says “reply” whether it goes to one person or to all of them.",
    source: "Office.js reference, getComposeTypeAsync; office-js issue 6180",
    draft: (item) => {
      item.composeType = "reply";
      item.setEntries("to", colleagues(2));
    },
    sees: CLEAR,
  },
  {
    id: "forward",
    name: "A message passed on",
    happens: "What is passed on is part of the text, and its files are attached.",
    source: BODY,
    draft: (item) => {
      item.composeType = "forward";
      item.setSubject("Fw: The room on Thursday");
    },
    sees: CLEAR,
  },
  {
    id: "cloud-attachment",
    name: "A file in the cloud",
    happens: "A file that is shared as a link has a size of nothing and no content to read.",
    source: "Office.js reference, AttachmentDetailsCompose",
    draft: (item) => {
      item.setAttachments([{ ...file("plan.docx", 0), attachmentType: "cloud" }]);
    },
    sees: part("What is inside one attachment was not read."),
  },
  {
    id: "attachment-content-blanked",
    name: "A file whose content is withheld",
    happens: "A data-protection policy gives an empty content for a file that has a size.",
    source: "reported by the makers of another add-in (postguard, outlook-quirks)",
    draft: (item) => {
      item.setAttachments([file("list.csv", 4000, "")]);
    },
    sees: part("What is inside one attachment was not read."),
  },
  {
    id: "many-attachments",
    name: "As many files as Outlook takes",
    happens: "499 files are attached.",
    source: "Office Add-ins documentation, limits: 499 attachments",
    draft: (item) => {
      item.setAttachments(Array.from({ length: 499 }, (_, i) => file(`photo${i}.jpg`, 1000)));
    },
    sees: part("What is inside 499 attachments was not read."),
  },
  {
    id: "draft-edited-during-check",
    name: "Written on during the check",
    happens: "Somebody goes on writing while the service is still looking at what was there before.",
    source: "office-js issue 4645",
    play: { service: { does: "answers", afterMs: 900 } },
    then: "draft-is-edited",
    sees: CLEAR,
  },
  {
    id: "item-gone",
    name: "The message is gone",
    happens: "The message is sent or closed elsewhere while the pane is open: every call fails from then on.",
    source: "Office Add-ins documentation, event-based activation: leaving the item",
    then: "item-closes",
    sees: { ...notChecked("Outlook did not give the text of this message."), send: "goes-unchecked" },
  },
  {
    id: "item-switched",
    name: "Another message in a pinned pane",
    happens: "The pane stays while the person goes to another message; the verdict must be about that one.",
    source: "Office Add-ins documentation, pinnable task panes: ItemChanged",
    then: "item-switches",
    sees: {
      ...part("Outlook names nobody in To, Cc or Bcc"),
      send: "nothing-to-send",
      sendSays: "Add at least one recipient",
    },
  },
  {
    id: "delayed-delivery",
    name: "A message that leaves tomorrow",
    happens: "A time is set: rules about the hour go by when it leaves, not by when Send is pressed.",
    source: "Office.js reference, DelayDeliveryTime",
    draft: (item) => {
      item.deferredUntil = new Date("2026-11-17T10:00:00Z");
    },
    sees: CLEAR,
  },
  {
    id: "same-person-twice",
    name: "The same person in To and in Cc",
    happens: "Outlook gives them in both fields.",
    source: "Office.js reference, Recipients.getAsync",
    draft: (item) => {
      item.setEntries("cc", [at(`t.aldous@${HOME}`, "Tom Aldous")]);
    },
    sees: CLEAR,
  },
];
