/**
 * What is attached, and which of it is worth reading?
 *
 * Small files that may hold a list of addresses are read once and sent along; of all others only the name and
 * the size are told.
 */
import type { Attachment, AttachmentKind } from "../wire/contract";
import { events } from "../words/spoken";
import { ask, askOr, isSupported } from "./calls";

type Listed = Office.AttachmentDetailsCompose;

const READABLE = /\.(csv|tsv|txt|html?|eml|xlsx|docx)$/i;
const LARGEST_FILE = 512 * 1024;
const MOST_IN_ALL = 1024 * 1024;
const contents = new Map<string, string | null>();

export async function readAttachments(
  item: Office.MessageCompose,
  missed: (reason: string) => () => void,
): Promise<Attachment[]> {
  if (!isSupported("1.8")) {
    missed(events.unread.neverTold)();
    return [];
  }
  const listed = await askOr<Listed[] | null>(null, ignore, (done) => {
    item.getAttachmentsAsync(done);
  });
  if (!Array.isArray(listed)) {
    missed(events.unread.attachments)();
    return [];
  }
  const chosen = worthReading(listed);
  return Promise.all(
    listed.map(async (a) => ({
      name: a.name,
      size: a.size,
      inline: a.isInline,
      kind: a.attachmentType as AttachmentKind,
      content: chosen.has(a.id) ? await contentOf(item, a.id) : null,
    })),
  );
}

function worthReading(listed: readonly Listed[]): ReadonlySet<string> {
  const chosen = new Set<string>();
  let total = 0;
  for (const a of listed) {
    const readable =
      a.attachmentType === "file" && !a.isInline && READABLE.test(a.name) && a.size <= LARGEST_FILE;
    if (!readable || total + a.size > MOST_IN_ALL) continue;
    total += a.size;
    chosen.add(a.id);
  }
  return chosen;
}

async function contentOf(item: Office.MessageCompose, id: string): Promise<string | null> {
  const known = contents.get(id);
  if (known !== undefined) return known;
  const content = await ask<Office.AttachmentContent>((done) => {
    item.getAttachmentContentAsync(id, done);
  }).then(
    // A policy of the mailbox may blank a file that has a size.
    (got: Office.AttachmentContent | undefined) =>
      got?.format === "base64" && got.content !== "" ? got.content : null,
    () => null,
  );
  contents.set(id, content);
  return content;
}

function ignore(): void {
  // said by whoever looks at what came
}
