/**
 * Which draft is this, and of which conversation?
 *
 * The pane and the send handler are two runtimes that must speak of the same draft, so the first of them to look
 * leaves a random name in the draft's session data. Outlook forgets it when the draft is sent or closed. A new
 * message has no conversation until it is saved, which is why one alone would not do.
 */
import { ask, askOr, isSupported } from "./calls";

const KEY = "sendwell-draft";

export interface DraftIdentity {
  readonly id?: string;
  readonly thread?: string;
}

/** Nobody waits for it long: without a name the draft is known by its words. */
const PATIENCE_MS = 700;

export async function readIdentity(item: Office.MessageCompose): Promise<DraftIdentity> {
  const thread = (item as { conversationId?: string | null }).conversationId ?? "";
  const late = new Promise<string>((resolve) => setTimeout(resolve, PATIENCE_MS, ""));
  const id = await Promise.race([nameOf(item), late]);
  return { ...(id === "" ? {} : { id }), ...(thread === "" ? {} : { thread }) };
}

/** Empty where Outlook is too old, or does not keep what it is given. */
async function nameOf(item: Office.MessageCompose): Promise<string> {
  if (!isSupported("1.11")) return "";
  const known = await named(item);
  if (known !== "") return known;
  await askOr<unknown>(null, ignore, (done: (result: Office.AsyncResult<void>) => void) => {
    item.sessionData.setAsync(KEY, crypto.randomUUID(), done);
  });
  return named(item); // the other runtime may have been first: what stands there counts
}

async function named(item: Office.MessageCompose): Promise<string> {
  try {
    return await ask<string>((done) => {
      item.sessionData.getAsync(KEY, done);
    });
  } catch {
    return ""; // Outlook answers with an error for what was never kept
  }
}

function ignore(): void {
  // the next look tries again
}
