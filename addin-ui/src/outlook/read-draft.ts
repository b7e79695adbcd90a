/**
 * What is the person writing?
 *
 * Reads the open item through Office.js into the draft of the wire. Whatever could not be read is said in
 * `unread` and never passed off as empty.
 */
import type { Draft, Mailbox, ReplyKind, Unchecked } from "../wire/contract";
import { events } from "../words/spoken";
import { readAttachments } from "./attachments";
import { ask, askOr, isSupported, Lost } from "./calls";
import { readIdentity } from "./draft-identity";
import { asField, type Field, type Listed, UNREAD_FIELD } from "./recipients";

export interface DraftRead {
  readonly draft: Draft;
  readonly unread: readonly Unchecked[];
  /** Nothing is there yet: not a word, not a recipient, not a file. */
  readonly isEmpty: boolean;
  /** Neither words nor recipients could be read: there is nothing to check. */
  readonly isUnreadable: boolean;
}

const MOST_BYTES = 1_900_000;
const CUT_TO_CHARACTERS = 600_000; // at most three bytes each, so always below the service's 2 MiB

export async function readDraft(item: Office.MessageCompose, now = new Date()): Promise<DraftRead> {
  const unread: Unchecked[] = [];
  const missed = (reason: string) => () => unread.push({ check: "outlook", reason });
  const { unread: no } = events;
  const [to, cc, bcc, subject, body, from, attachments, composeType, deferred, identity] = await Promise.all([
    readField(item, "to", missed(no.to)),
    readField(item, "cc", missed(no.cc)),
    readField(item, "bcc", missed(no.bcc)),
    askText(missed(no.subject), (done) => {
      item.subject.getAsync(done);
    }),
    readBody(item, missed(no.text)),
    readFrom(item, missed(no.from)),
    readAttachments(item, missed),
    readComposeType(item, missed(no.kindOfReply)),
    readDeferred(item, missed(no.leaves)),
    readIdentity(item),
  ]);
  const draft: Draft = {
    subject,
    body,
    ...(from === null ? {} : { from }),
    to: to.recipients,
    cc: cc.recipients,
    bcc: bcc.recipients,
    recipients_capped: to.capped || cc.capped || bcc.capped,
    attachments,
    reply: replyKind(composeType, to.recipients.length + cc.recipients.length),
    importance: "normal", // Office.js does not tell an add-in the importance of a message being written
    sending_at: (deferred !== null && deferred > now ? deferred : now).toISOString(),
    ...identity,
  };
  const isUnreadable = [no.subject, no.text].every((reason) => unread.some((u) => u.reason === reason));
  const isEmpty = !isUnreadable && !unread.some(isOfTheDraft) && isBlank(draft);
  return { draft, unread, isUnreadable, isEmpty };
}

/** Besides what was not read: that no reader is known. A name that Outlook could not resolve is not told at all. */
export function withoutReaders(read: DraftRead): DraftRead {
  const { draft, unread, isEmpty, isUnreadable } = read;
  const known = draft.to.length + draft.cc.length + draft.bcc.length > 0;
  return known || isEmpty || isUnreadable
    ? read
    : { ...read, unread: [...unread, { check: "outlook", reason: events.unread.nobody }] };
}

/** What this Outlook never tells is no sign that there is something: before 1.8 there may be nothing attached at all. */
const isOfTheDraft = ({ reason }: Unchecked): boolean => reason !== events.unread.neverTold;

/** What changes without an event: words and sender. */
export interface Typed {
  readonly from: Mailbox | null;
  readonly subject: string;
  readonly body: Draft["body"];
}

/** In one wave. Null when Outlook did not give the words. */
export async function readTyped(item: Office.MessageCompose): Promise<Typed | null> {
  const failures: string[] = [];
  const missed = (): void => {
    failures.push("typing");
  };
  const [from, subject, body] = await Promise.all([
    readFrom(item, ignore),
    askText(missed, (done) => {
      item.subject.getAsync(done);
    }),
    readBody(item, missed),
  ]);
  return failures.length > 0 ? null : { from, subject, body };
}

/** A draft that was read in full, with what was typed since. */
export function retyped(read: DraftRead, { from, subject, body }: Typed, now = new Date()): DraftRead {
  const { sending_at } = read.draft;
  const isDeferred = Date.parse(sending_at) > now.getTime();
  const at = isDeferred ? sending_at : now.toISOString();
  const draft: Draft = { ...read.draft, ...(from === null ? {} : { from }), subject, body, sending_at: at };
  return { ...read, draft, isEmpty: isBlank(draft) };
}

/** A success that brings no text is a failure. */
async function askText(
  missed: () => void,
  call: (done: (result: Office.AsyncResult<string>) => void) => void,
): Promise<string> {
  const got = await askOr<unknown>(null, ignore, call);
  if (typeof got === "string") return got;
  missed();
  return "";
}

/** As HTML; as plain text where Outlook refuses that. */
async function readBody(item: Office.MessageCompose, missed: () => void): Promise<Draft["body"]> {
  const html = await ask<unknown>((done) => {
    item.body.getAsync(Office.CoercionType.Html, done);
  }).catch((error: unknown) => error);
  if (typeof html === "string") return cut(html, "html");
  if (html instanceof Lost) {
    missed();
    return cut("", "html");
  }
  const text = await askText(missed, (done) => {
    item.body.getAsync(Office.CoercionType.Text, done);
  });
  return cut(text, "text");
}

async function readField(
  item: Office.MessageCompose,
  name: "to" | "cc" | "bcc",
  missed: () => void,
): Promise<Field> {
  const listed = await askOr<unknown>(null, ignore, (done) => {
    item[name].getAsync(done);
  });
  if (Array.isArray(listed)) return asField(listed as Listed[]);
  missed();
  return { recipients: [UNREAD_FIELD], capped: false };
}

/** Who sends is a help, not a need, and an old client does not tell. */
async function readFrom(item: Office.MessageCompose, missed: () => void): Promise<Mailbox | null> {
  if (!isSupported("1.7")) return null;
  const from = await askOr<Office.EmailAddressDetails | null>(null, missed, (done) => {
    item.from.getAsync(done);
  });
  return from === null ? null : { address: from.emailAddress, name: from.displayName };
}

async function readComposeType(item: Office.MessageCompose, missed: () => void): Promise<string> {
  if (!isSupported("1.10")) return "newMail";
  const told = await askOr<{ composeType: string } | null>(null, missed, (done) => {
    item.getComposeTypeAsync(done);
  });
  return told?.composeType ?? "newMail";
}

async function readDeferred(item: Office.MessageCompose, missed: () => void): Promise<Date | null> {
  if (!isSupported("1.13")) return null;
  const until = await askOr<Date | 0>(0, missed, (done) => {
    item.delayDeliveryTime.getAsync(done);
  });
  return isDate(until) ? until : null;
}

/** Not `instanceof`: Outlook makes its dates in an engine of its own. */
const isDate = (value: unknown): value is Date =>
  typeof (value as { toISOString?: unknown } | null | undefined)?.toISOString === "function";

/** Outlook says only "reply"; one with several people in To and Cc went to all. */
function replyKind(composeType: string, recipients: number): ReplyKind {
  if (composeType === "forward") return "forward";
  if (composeType !== "reply") return "new";
  return recipients > 1 ? "reply-all" : "reply";
}

function cut(content: string, format: "html" | "text"): Draft["body"] {
  const truncated = bytesOf(content) > MOST_BYTES;
  return { format, content: truncated ? content.slice(0, CUT_TO_CHARACTERS) : content, truncated };
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
