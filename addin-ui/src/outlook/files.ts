/**
 * How is a file taken off the message, and put back?
 *
 * Only one whose content Outlook hands over is taken off: without it there would be no way back.
 */
import { fixes } from "../words/spoken";
import { ask, isSupported } from "./calls";
import { CannotSet } from "./parts";

type Listed = Office.AttachmentDetailsCompose;

export interface HeldFile {
  readonly id: string;
  readonly name: string;
  /** Base64. */
  readonly content: string;
}

export function listFiles(item: Office.MessageCompose): Promise<readonly Listed[]> {
  if (!isSupported("1.8")) return Promise.reject(new CannotSet(fixes.noFile));
  return ask<Listed[]>((done) => {
    item.getAttachmentsAsync(done);
  });
}

export async function holdFile(item: Office.MessageCompose, listed: Listed): Promise<HeldFile> {
  const type: string = listed.attachmentType;
  if (type !== "file" || listed.isInline) throw new CannotSet(fixes.noFile);
  const got = await ask<Office.AttachmentContent>((done) => {
    item.getAttachmentContentAsync(listed.id, done);
  }).catch(() => {
    throw new CannotSet(fixes.noFile);
  });
  // A policy of the mailbox may blank a file that has a size.
  const format: string = got.format;
  if (format !== "base64" || got.content === "") throw new CannotSet(fixes.noFile);
  return { id: listed.id, name: listed.name, content: got.content };
}

export function takeOff(item: Office.MessageCompose, { id }: HeldFile): Promise<unknown> {
  return ask<unknown>((done) => {
    item.removeAttachmentAsync(id, done);
  });
}

/** Gives it a new id. */
export async function putBackFile(item: Office.MessageCompose, file: HeldFile): Promise<HeldFile> {
  const id = await ask<string>((done) => {
    item.addFileAttachmentFromBase64Async(file.content, file.name, done);
  });
  return { ...file, id };
}

export function asBlob({ content }: HeldFile): Blob {
  const bytes = Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0));
  return new Blob([bytes]);
}

/** Before the words of the message, which are not written anew. */
export function putAbove(item: Office.MessageCompose, words: string, isText: boolean): Promise<unknown> {
  const coercionType = isText ? Office.CoercionType.Text : Office.CoercionType.Html;
  return ask<unknown>((done) => {
    item.body.prependAsync(words, { coercionType }, done);
  });
}
