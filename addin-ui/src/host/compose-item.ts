/**
 * What does the fake Outlook hold while a message is being written?
 *
 * The one message in the compose window. The window edits it directly; an add-in sees it only through
 * `calls.ts`, with Outlook's limits. Every change is announced, so that both stay in step.
 */
export type FieldName = "to" | "cc" | "bcc";
export const FIELD_NAMES: readonly FieldName[] = ["to", "cc", "bcc"];
export type RecipientType = "user" | "distributionList" | "externalUser" | "other";
export type ComposeType = "newMail" | "reply" | "forward";

export interface Entry {
  readonly displayName: string;
  /** Empty for a personal contact list, as in Outlook. */
  readonly emailAddress: string;
  readonly recipientType: RecipientType;
  /** A typed name that Outlook could not match stays in the field but is never returned to an add-in. */
  readonly resolved: boolean;
}
export interface HeldAttachment {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly isInline: boolean;
  readonly attachmentType: "file" | "item" | "cloud";
  /** Base64; null when the fake holds a size only. */
  readonly content: string | null;
}
export interface Note {
  readonly key: string;
  readonly type: string;
  readonly message: string;
}
/** Where the body lives: an editor on the page, or a plain holder in tests. */
export interface BodyHolder {
  html(): string;
  text(): string;
  setHtml(html: string): void;
  /** Where the cursor is, in place of what is selected; at the top where it is elsewhere. */
  insert(html: string): void;
}

export type Change =
  FieldName | "subject" | "body" | "attachments" | "from" | "notes" | "context" | "deferred" | "moved";

export class ComposeItem {
  subject = "";
  from = { displayName: "", emailAddress: "" };
  composeType: ComposeType = "newMail";
  importance: "normal" | "high" = "normal";
  deferredUntil: Date | null = null;
  /** The sensitivity label, as its id; empty where none is set. */
  label = "";
  /** Whether Outlook has it among the drafts. */
  saved = false;
  /** What Take Action hands to the pane. */
  context = "";
  readonly session = new Map<string, string>();
  /** What an add-in wrote on the envelope, by its name in small letters. */
  readonly headers = new Map<string, string>();
  readonly #fields: Record<FieldName, readonly Entry[]> = { to: [], cc: [], bcc: [] };
  #attachments: readonly HeldAttachment[] = [];
  #notes: readonly Note[] = [];
  readonly #listeners = new Set<(change: Change) => void>();

  constructor(readonly body: BodyHolder) {}

  onChange(listener: (change: Change) => void): void {
    this.#listeners.add(listener);
  }

  announce(change: Change): void {
    for (const listener of this.#listeners) listener(change);
  }

  entries(field: FieldName): readonly Entry[] {
    return this.#fields[field];
  }

  setEntries(field: FieldName, entries: readonly Entry[]): void {
    this.#fields[field] = entries;
    this.announce(field);
  }

  setSubject(subject: string): void {
    this.subject = subject;
    this.announce("subject");
  }

  setFrom(displayName: string, emailAddress: string): void {
    this.from = { displayName, emailAddress };
    this.announce("from");
  }

  setContext(context: string): void {
    this.context = context;
    this.announce("context");
  }

  get attachments(): readonly HeldAttachment[] {
    return this.#attachments;
  }

  setAttachments(attachments: readonly HeldAttachment[]): void {
    this.#attachments = attachments;
    this.announce("attachments");
  }

  get notes(): readonly Note[] {
    return this.#notes;
  }

  setNotes(notes: readonly Note[]): void {
    this.#notes = notes;
    this.announce("notes");
  }
}
