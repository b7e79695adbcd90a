/**
 * What may an add-in do with the subject, the body and the attachments?
 */
import type { ComposeItem, HeldAttachment } from "./compose-item";
import type { Play } from "./play";
import type { Call } from "./recipient-calls";
import { Refusal } from "./refusal";

const LONGEST_SUBJECT = 255;
const LONGEST_BODY = 1_000_000;
const MOST_ATTACHMENTS = 499;
const LONGEST_BASE64 = 34_865_152;
const LONGEST_NAME = 255;

export const contentCalls = ({ plainText }: Play): Record<string, Call> => ({
  "subject.getAsync": (item) => item.subject,
  "subject.setAsync": (item, [subject]) => {
    item.setSubject(within(subject, LONGEST_SUBJECT, "subject"));
  },
  "body.getTypeAsync": () => (plainText ? "text" : "html"),
  "body.getAsync": (item, [coercion]) =>
    coercion !== "html" ? item.body.text() : plainText ? asHtml(item.body.text()) : item.body.html(),
  "body.setAsync": (item, [data, options]) => {
    put(item, plainText, data, options, (html) => {
      item.body.setHtml(html);
    });
  },
  "body.prependAsync": (item, [data, options]) => {
    put(item, plainText, data, options, (html) => {
      item.body.setHtml(html + item.body.html());
    });
  },
  "body.setSelectedDataAsync": (item, [data, options]) => {
    put(item, plainText, data, options, (html) => {
      item.body.insert(html);
    });
  },
  getAttachmentsAsync: (item) => item.attachments.map(listed),
  getAttachmentContentAsync: (item, [id]) => content(item, id),
  addFileAttachmentFromBase64Async: (item, [base64, name]) => add(item, base64, name),
  removeAttachmentAsync: (item, [id]) => {
    const kept = item.attachments.filter((a) => a.id !== id);
    if (kept.length === item.attachments.length) throw noSuchAttachment();
    item.setAttachments(kept);
  },
});

/** HTML is not taken into a message in plain text. */
function put(
  item: ComposeItem,
  plainText: boolean,
  data: unknown,
  options: unknown,
  how: (html: string) => void,
): void {
  const text = within(data, LONGEST_BODY, "data");
  const coercion = (options as { coercionType?: string } | undefined)?.coercionType;
  if (coercion === "html" && plainText)
    throw new Refusal("InvalidFormatError", "The message is in plain text, and HTML was given.");
  how(coercion === "html" ? text : asHtml(text));
  item.announce("body");
}

function asHtml(text: string): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return `<div>${escaped.replaceAll("\n", "<br>")}</div>`;
}

function listed({ id, name, size, isInline, attachmentType }: HeldAttachment): object {
  return { id, name, size, isInline, attachmentType };
}

function content(item: ComposeItem, id: unknown): object {
  const found = item.attachments.find((a) => a.id === id);
  if (found === undefined) throw noSuchAttachment();
  if (found.content === null)
    throw new Refusal("GenericResponseError", "The content of this attachment cannot be read.");
  return { content: found.content, format: found.attachmentType === "cloud" ? "url" : "base64" };
}

function add(item: ComposeItem, base64: unknown, name: unknown): string {
  if (typeof base64 !== "string" || base64.length > LONGEST_BASE64) {
    throw new Refusal("AttachmentSizeExceeded", "The attachment is larger than allowed.");
  }
  if (item.attachments.length >= MOST_ATTACHMENTS) {
    throw new Refusal("NumberOfAttachmentsExceeded", "The message has too many attachments.");
  }
  const made = attachment(
    within(name, LONGEST_NAME, "attachmentName"),
    Math.floor((base64.length * 3) / 4),
    base64,
  );
  item.setAttachments([...item.attachments, made]);
  return made.id;
}

let lastId = 0;

export function attachment(name: string, size: number, content: string | null): HeldAttachment {
  lastId += 1;
  return { id: `addin-attachment-${lastId}`, name, size, isInline: false, attachmentType: "file", content };
}

const noSuchAttachment = (): Refusal =>
  new Refusal("InvalidAttachmentId", "The attachment identifier does not exist.");

function within(value: unknown, longest: number, name: string): string {
  const text = typeof value === "string" ? value : "";
  if (text.length > longest) {
    throw new Refusal(
      "DataExceedsMaximumSize",
      `The ${name} parameter is longer than ${longest} characters.`,
    );
  }
  return text;
}
