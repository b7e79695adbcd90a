/** How is Outlook hard on us when it is asked something? */
import { type Condition, CLEAR, notChecked, part, type Seen } from "./condition";
import { file, openNote } from "./drafts";
import type { Manner } from "../play";

const LIMITS = "Office Add-ins documentation, limits for activation and API";
const PRECAUTION = "No report of it: a precaution, because nothing promises otherwise";
const FAILS = "Office.js reference: any call may come back as a failed AsyncResult";

/** What may stand in a field that is not told counts as a reader whom nobody knows, and is asked about. */
const unknownField = (field: string): Seen => ({
  ...part(`Outlook did not give the ${field} field.`),
  send: "held",
});

const fails = (
  id: string,
  name: string,
  call: string,
  sees: Condition["sees"],
  how: Manner = "fails",
): Condition => ({
  id,
  name,
  happens: `${call} comes back as failed.`,
  source: FAILS,
  play: { calls: { [call]: how } },
  sees,
});

export const CALLS: readonly Condition[] = [
  fails("to-fails", "To is not told", "to.getAsync", unknownField("To")),
  fails("cc-fails", "Cc is not told", "cc.getAsync", unknownField("Cc")),
  fails("bcc-fails", "Bcc is not told", "bcc.getAsync", unknownField("Bcc")),
  fails(
    "subject-fails",
    "The subject is not told",
    "subject.getAsync",
    part("Outlook did not give the subject."),
  ),
  fails(
    "body-fails",
    "The text is not told",
    "body.getAsync",
    part("Outlook did not give the text of the message."),
  ),
  fails("from-fails", "The sender is not told", "from.getAsync", part("Outlook did not say who sends it.")),
  fails(
    "attachments-fail",
    "The attachments are not told",
    "getAttachmentsAsync",
    part("Outlook did not give the attachments."),
  ),
  {
    ...fails("attachment-content-fails", "A file cannot be opened", "getAttachmentContentAsync", {
      ...part("What is inside one attachment was not read."),
    }),
    draft: (item) => {
      item.setAttachments([file("list.csv", 3, btoa("a,b"))]);
    },
  },
  fails(
    "compose-type-fails",
    "Reply or new is not told",
    "getComposeTypeAsync",
    part("Outlook did not say whether this is a reply."),
  ),
  fails(
    "delivery-time-fails",
    "The time it leaves is not told",
    "delayDeliveryTime.getAsync",
    part("Outlook did not say when it is to leave."),
  ),
  fails("session-read-fails", "What was kept cannot be read", "sessionData.getAsync", CLEAR),
  fails("session-write-fails", "Nothing can be kept with the draft", "sessionData.setAsync", CLEAR),
  fails("context-fails", "What opened the pane is not told", "getInitializationContextAsync", CLEAR),
  {
    ...fails(
      "everything-fails",
      "Every call fails",
      "*",
      notChecked("Outlook did not give the text of this message."),
    ),
    happens: "Every call comes back as failed.",
  },
  {
    ...fails(
      "fails-without-reason",
      "A failure that says nothing",
      "to.getAsync",
      unknownField("To"),
      "fails-unexplained",
    ),
    happens: "to.getAsync comes back as failed, with no error object to say why.",
  },
  {
    ...fails(
      "member-throws",
      "A call that throws",
      "cc.getAsync",
      { ...unknownField("Cc"), send: "held" },
      "throws",
    ),
    happens: "cc.getAsync throws at once in place of answering.",
    source: "office-js issue 5091: members missing or not ready for a moment after start",
  },
  {
    ...fails(
      "member-lacks",
      "A call that is not there",
      "bcc.getAsync",
      { ...unknownField("Bcc"), send: "held" },
      "lacks",
    ),
    happens: "bcc.getAsync is not there, although the requirement set promises it.",
    source: "Office Add-ins documentation: the copy of Office.js that comes with classic Outlook",
  },
  {
    ...fails(
      "body-silent",
      "The text never comes",
      "body.getAsync",
      part("Outlook did not give the text of the message."),
      "silent",
    ),
    happens: "body.getAsync never calls back.",
    source: "office-js issue 4669: another handler under way breaks requests",
  },
  {
    ...fails(
      "everything-silent",
      "Nothing ever comes",
      "*",
      notChecked("Outlook did not give the text of this message."),
      "silent",
    ),
    happens: "No call ever calls back.",
    source: "office-js issue 4669: another handler under way breaks requests",
  },
  {
    ...fails("callback-twice", "Every answer comes twice", "*", CLEAR, "twice"),
    happens: "Every callback is called twice with the same answer.",
    source: PRECAUTION,
  },
  {
    ...fails(
      "recipients-blank",
      "To succeeds and brings nothing",
      "to.getAsync",
      unknownField("To"),
      "blank",
    ),
    happens: "to.getAsync says that it succeeded and brings no list.",
    source: PRECAUTION,
  },
  {
    ...fails(
      "body-blank",
      "The text succeeds and brings nothing",
      "body.getAsync",
      part("Outlook did not give the text of the message."),
      "blank",
    ),
    happens: "body.getAsync says that it succeeded and brings no text.",
    source: PRECAUTION,
  },
  {
    id: "three-at-once",
    name: "A fourth call at once fails",
    happens: "No more than three calls may be under way at once on the web; a fourth fails.",
    source: LIMITS,
    play: { delay: [60, 90] },
    draft: (item) => {
      openNote(item);
      item.setAttachments([
        file("a.csv", 3, btoa("a,b")),
        file("b.csv", 3, btoa("c,d")),
        file("c.csv", 3, btoa("e,f")),
      ]);
    },
    sees: CLEAR,
  },
  {
    id: "html-refused",
    name: "HTML is refused",
    happens: "body.getAsync gives plain text, and refuses HTML.",
    source: "Office.js reference, Body.getAsync and CoercionType",
    play: { calls: { "body.getAsync": "refuses-html" } },
    sees: CLEAR,
  },
  {
    id: "body-is-stale",
    name: "The text lags behind",
    happens: "For a moment after body.setAsync, body.getAsync still gives what was there before.",
    source: PRECAUTION,
    play: { calls: { "body.getAsync": "stale" } },
    then: "draft-is-edited",
    sees: CLEAR,
  },
];
