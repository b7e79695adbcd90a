/**
 * Which draft is this, and of which conversation?
 *
 * The pane and the send handler are two runtimes that must speak of the same draft, so the first of them to look
 * leaves a random name in the draft's session data. Outlook forgets it when the draft is sent or closed. A new
 * message has no conversation until it is saved, which is why one alone would not do.
 */
import { sessionOf } from "./session-data";

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
  const session = sessionOf(item);
  const known = await session.read(KEY);
  if (known !== "") return known;
  await session.keep(KEY, randomName());
  return session.read(KEY); // the other runtime may have been first: what stands there counts
}

/** Classic Outlook's engine for events has no `crypto`; a draft's name is no secret. */
function randomName(): string {
  if (typeof crypto !== "undefined") return crypto.randomUUID();
  const part = (): string => Math.random().toString(16).slice(2, 10);
  return `${part()}-${part()}-${part()}`;
}
