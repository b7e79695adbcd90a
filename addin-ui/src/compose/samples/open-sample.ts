/** How does a sample draft get into the window? As if somebody had just written it. */
import type { ComposeItem, HeldAttachment } from "../../host/compose-item";
import { attachment } from "../../host/content-calls";
import { toBase64 } from "../attachment-bar";
import { isSchool, type Person } from "../people";
import { pickEntries, type Sample } from "./sample";

export function openSample(
  item: ComposeItem,
  sample: Sample,
  people: readonly Person[],
  ownDomain: string,
): void {
  item.session.clear(); // another draft
  item.headers.clear();
  item.composeType = sample.composeType ?? "newMail";
  item.body.setHtml(sample.body);
  item.setSubject(sample.subject);
  item.setAttachments((sample.attachments ?? []).map((wanted) => made(wanted, people)));
  item.setEntries("bcc", []);
  item.setEntries("cc", pickEntries(sample.cc ?? [], people, ownDomain));
  item.setEntries("to", pickEntries(sample.to, people, ownDomain));
}

export function clear(item: ComposeItem): void {
  item.session.clear();
  item.headers.clear();
  item.composeType = "newMail";
  item.body.setHtml("");
  item.setSubject("");
  item.setAttachments([]);
  for (const field of ["to", "cc", "bcc"] as const) item.setEntries(field, []);
}

function made(wanted: NonNullable<Sample["attachments"]>[number], people: readonly Person[]): HeldAttachment {
  if ("size" in wanted) return attachment(wanted.name, wanted.size, null);
  const rows = people.filter(isSchool).map((p) => `"${p.name}",${p.address}`);
  const bytes = new TextEncoder().encode(["School,E-mail", ...rows.slice(0, 40)].join("\r\n"));
  return attachment(wanted.name, bytes.length, toBase64(bytes));
}
