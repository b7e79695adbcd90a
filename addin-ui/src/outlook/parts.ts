/**
 * How is one part of the open message read and set?
 *
 * A part is the subject, the words, To, Cc or Bcc, or the time of sending. Each can be read, compared and set, within Outlook's limits;
 * what an add-in cannot set without losing something is refused before anything is touched.
 */
import { events, fixes } from "../words/spoken";
import { ask, askOr, isSupported, NotRead } from "./calls";
import { isCapped } from "./recipients";

/** `T` is plain data: two of the same part are compared as JSON. */
export interface Part<T> {
  read(): Promise<T>;
  put(value: T): Promise<unknown>;
}

/** What would be lost if this part were set; the words are for the person. */
export class CannotSet extends Error {}

type Entries = Office.EmailAddressDetails[];
type FieldName = "to" | "cc" | "bcc";

const MOST_A_CALL = 100;
export const LONGEST_BODY = 1_000_000; // what Outlook takes in one call
const LONGEST_SUBJECT = 255;
/** Pictures that lie in the message itself, also by an address of Outlook’s own: it has lost those when an add-in set the body. */
const PICTURE =
  /<(v:imagedata|v:shape|picture|svg)\b|<img\b(?![^>]*\bsrc\s*=\s*["']?https:)|<img\b[^>]*(?:\bcid:|AttachmentByCid)/i;

export function subjectPart(item: Office.MessageCompose): Part<string> {
  return {
    read: () =>
      ask<string>((done) => {
        item.subject.getAsync(done);
      }),
    put: (subject) =>
      ask<unknown>((done) => {
        item.subject.setAsync(subject.slice(0, LONGEST_SUBJECT), done);
      }),
  };
}

export async function isPlainText(item: Office.MessageCompose): Promise<boolean> {
  const type = await askOr<Office.CoercionType | string>(
    "html",
    () => undefined,
    (done) => {
      item.body.getTypeAsync(done);
    },
  );
  return type === "text";
}

export function bodyPart(item: Office.MessageCompose, isText: boolean): Part<string> {
  const coercionType = isText ? Office.CoercionType.Text : Office.CoercionType.Html;
  return {
    read: () =>
      ask<string>((done) => {
        item.body.getAsync(coercionType, done);
      }),
    put: (body) =>
      ask<unknown>((done) => {
        item.body.setAsync(body, { coercionType }, done);
      }),
  };
}

/** Throws `CannotSet` where setting the words might lose something else. */
export function checkBody(before: string, after: string): void {
  if (before.length > LONGEST_BODY || after.length > LONGEST_BODY) throw new CannotSet(fixes.tooLong);
  if (hasPicture(before)) throw new CannotSet(fixes.picture);
}

export const hasPicture = (body: string): boolean => PICTURE.test(body);

export function peoplePart(item: Office.MessageCompose, field: FieldName): Part<Entries> {
  const place = item[field];
  return {
    async read() {
      const entries = await ask<Entries>((done) => {
        place.getAsync(done);
      });
      return entries.map(({ displayName, emailAddress, recipientType }) => ({
        displayName,
        emailAddress,
        recipientType,
      })) as Entries;
    },
    put: (entries) => writePeople(place, entries),
  };
}

/** Throws `CannotSet` where Outlook did not give the whole field, or an entry that it does not take back. */
export function checkPeople(field: FieldName, before: Entries, after: Entries): void {
  if (isCapped(before)) throw new CannotSet(fixes.fieldTooLong(events.fields[field]));
  if (after.some(({ emailAddress }) => ((emailAddress as string | undefined) ?? "").trim() === ""))
    throw new CannotSet(fixes.holdsList(events.fields[field]));
}

/** Outlook takes a hundred entries a call. */
async function writePeople(place: Office.Recipients, entries: Entries): Promise<void> {
  await ask<unknown>((done) => {
    place.setAsync(entries.slice(0, MOST_A_CALL), done);
  });
  for (let at = MOST_A_CALL; at < entries.length; at += MOST_A_CALL) {
    await ask<unknown>((done) => {
      place.addAsync(entries.slice(at, at + MOST_A_CALL), done);
    });
  }
}

/** As milliseconds, 0 where it goes at once. Outlook has no call to take a delay off: a moment that is over does it. */
export function waitingPart(item: Office.MessageCompose, now: () => number = Date.now): Part<number> {
  return {
    async read() {
      const until = await ask<Date | 0>((done) => {
        item.delayDeliveryTime.getAsync(done);
      });
      const at = until === 0 ? 0 : new Date(until).getTime();
      return at > now() ? at : 0;
    },
    put: (at) =>
      ask<unknown>((done) => {
        item.delayDeliveryTime.setAsync(new Date(at === 0 ? now() : at), done);
      }),
  };
}

export function checkWaiting(): void {
  if (!isSupported("1.13")) throw new CannotSet(fixes.noDelay);
}

export { NotRead };
