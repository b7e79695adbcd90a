/**
 * What is the person writing?
 *
 * Reads the open item through Office.js into the draft of the wire. Whatever could not be read is said in
 * `unread` and never passed off as empty.
 */
import type { Draft, Mailbox, Recipient, ReplyKind, Unchecked } from "../wire/contract";
import { readAttachments } from "./attachments";
import { askOr, isSupported } from "./calls";
import { readIdentity } from "./draft-identity";
import { asRecipient, isCapped, type Listed, UNREAD_FIELD } from "./recipients";

export interface DraftRead {
  readonly draft: Draft;
  readonly unread: readonly Unchecked[];
  /** Nothing is there yet: not a word, not a recipient, not a file. */
  readonly isEmpty: boolean;
  /** Neither words nor recipients could be read: there is nothing to check. */
  readonly isUnreadable: boolean;
}
interface Field {
  readonly recipients: readonly Recipient[];
  readonly capped: boolean;
}

const MOST_BYTES = 1_900_000;
const CUT_TO_CHARACTERS = 600_000; // at most three bytes each, so always below the service's 2 MiB

export async function readDraft(item: Office.MessageCompose, now = new Date()): Promise<DraftRead> {
  const unread: Unchecked[] = [];
  const missed = (reason: string) => () => unread.push({ check: "outlook", reason });
  const [to, cc, bcc, subject, body, from, attachments, composeType, deferred, identity] = await Promise.all([
    readField(item.to, missed("Outlook did not give the To field.")),
    readField(item.cc, missed("Outlook did not give the Cc field.")),
    readField(item.bcc, missed("Outlook did not give the Bcc field.")),
    askOr("", missed("Outlook did not give the subject."), (done) => {
      item.subject.getAsync(done);
    }),
    askOr("", missed("Outlook did not give the text of the message."), (done) => {
      item.body.getAsync(Office.CoercionType.Html, done);
    }),
    readFrom(item),
    readAttachments(item, missed("Outlook did not give the attachments.")),
    readComposeType(item),
    readDeferred(item),
    readIdentity(item),
  ]);
  const draft: Draft = {
    subject,
    body: cut(body),
    ...(from === null ? {} : { from }),
    to: to.recipients,
    cc: cc.recipients,
    bcc: bcc.recipients,
    recipients_capped: to.capped || cc.capped || bcc.capped,
    attachments,
    reply: replyKind(composeType, to.recipients.length + cc.recipients.length),
    importance: "normal", // Office.js does not tell an add-in the importance of a message being written
    sending_at: (deferred ?? now).toISOString(),
    ...identity,
  };
  const words = ["Outlook did not give the subject.", "Outlook did not give the text of the message."];
  const isUnreadable = words.every((reason) => unread.some((u) => u.reason === reason));
  return { draft, unread, isUnreadable, isEmpty: !isUnreadable && unread.length === 0 && isBlank(draft) };
}

/** What changes without an event: words and sender, in one wave. Null when Outlook did not give the words. */
export async function readTyping(item: Office.MessageCompose): Promise<string | null> {
  const failures: string[] = [];
  const missed = (): void => {
    failures.push("typing");
  };
  const [from, subject, body] = await Promise.all([
    readFrom(item),
    askOr("", missed, (done) => {
      item.subject.getAsync(done);
    }),
    askOr("", missed, (done) => {
      item.body.getAsync(Office.CoercionType.Html, done);
    }),
  ]);
  return failures.length > 0 ? null : [from?.address, subject, body].join("\n");
}

async function readField(field: Office.Recipients, missed: () => void): Promise<Field> {
  const listed = await askOr<Listed[] | null>(null, missed, (done) => {
    field.getAsync(done);
  });
  return listed === null
    ? { recipients: [UNREAD_FIELD], capped: false }
    : { recipients: listed.map(asRecipient), capped: isCapped(listed) };
}

/** Who sends is a help, not a need: an old client does not tell. */
async function readFrom(item: Office.MessageCompose): Promise<Mailbox | null> {
  if (!isSupported("1.7")) return null;
  const from = await askOr<Office.EmailAddressDetails | null>(null, ignore, (done) => {
    item.from.getAsync(done);
  });
  return from === null ? null : { address: from.emailAddress, name: from.displayName };
}

async function readComposeType(item: Office.MessageCompose): Promise<string> {
  if (!isSupported("1.10")) return "newMail";
  const told = await askOr<{ composeType: string }>({ composeType: "newMail" }, ignore, (done) => {
    item.getComposeTypeAsync(done);
  });
  return told.composeType;
}

async function readDeferred(item: Office.MessageCompose): Promise<Date | null> {
  if (!isSupported("1.13")) return null;
  const until = await askOr<Date | 0>(0, ignore, (done) => {
    item.delayDeliveryTime.getAsync(done);
  });
  return until === 0 ? null : until;
}

/** Outlook says only "reply"; one with several people in To and Cc went to all. */
function replyKind(composeType: string, recipients: number): ReplyKind {
  if (composeType === "forward") return "forward";
  if (composeType !== "reply") return "new";
  return recipients > 1 ? "reply-all" : "reply";
}

function cut(content: string): Draft["body"] {
  const truncated = bytesOf(content) > MOST_BYTES;
  return { format: "html", content: truncated ? content.slice(0, CUT_TO_CHARACTERS) : content, truncated };
}

/** As UTF-8. Classic Outlook's engine for events has no `TextEncoder`. */
function bytesOf(content: string): number {
  let bytes = content.length;
  for (let i = 0; i < content.length; i += 1) {
    const unit = content.charCodeAt(i);
    if (unit > 0x7f) bytes += unit > 0x7ff && (unit & 0xf800) !== 0xd800 ? 2 : 1;
  }
  return bytes;
}

function isBlank({ subject, body, to, cc, bcc, attachments }: Draft): boolean {
  const pictures = /<img\b/i.test(body.content);
  const words = body.content.replace(/<[^<>]*>|&nbsp;|\s/g, "");
  return (
    subject.trim() === "" &&
    words === "" &&
    !pictures &&
    to.length + cc.length + bcc.length + attachments.length === 0
  );
}

function ignore(): void {
  // nothing to say: the draft has an honest default
}
