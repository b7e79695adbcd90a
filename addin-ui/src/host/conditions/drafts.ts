/** What is being written when a condition is played? A harmless note, unless the condition needs another. */
import type { ComposeItem, Entry } from "../compose-item";
import { attachment } from "../content-calls";
import { resolved } from "../recipient-calls";

export const HOME = "wealdshire.example";

export const at = (address: string, name = address): Entry => resolved(name, address, HOME);

/** Nothing in it that any rule minds: a gap that is passed over would show as "No rule applies". */
export function openNote(item: ComposeItem): void {
  item.session.clear();
  item.headers.clear();
  item.composeType = "newMail";
  item.deferredUntil = null;
  item.label = "";
  item.body.setHtml("<p>Dear Tom,</p><p>The room is booked for Thursday at two.</p><p>Priya Shah</p>");
  item.setSubject("The room on Thursday");
  item.setAttachments([]);
  item.setEntries("bcc", []);
  item.setEntries("cc", []);
  item.setEntries("to", [at(`t.aldous@${HOME}`, "Tom Aldous")]);
}

export const colleagues = (count: number): Entry[] =>
  Array.from({ length: count }, (_, i) => at(`colleague${i + 1}@${HOME}`, `Colleague ${i + 1}`));

export const to =
  (...entries: readonly Entry[]) =>
  (item: ComposeItem): void => {
    item.setEntries("to", entries);
  };

export const list = (displayName: string, emailAddress: string): Entry => ({
  displayName,
  emailAddress,
  recipientType: "distributionList",
  resolved: true,
});

export const file = (name: string, size: number, content: string | null = null) =>
  attachment(name, size, content);
