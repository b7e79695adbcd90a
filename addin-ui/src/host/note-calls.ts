/**
 * What may an add-in leave on a message: notifications, and data for the session?
 */
import type { ComposeItem, Note } from "./compose-item";
import type { Play } from "./play";
import type { Call } from "./recipient-calls";
import { Refusal } from "./refusal";

const LONGEST_NOTE = 150;
const LONGEST_KEY = 32;

export const noteCalls = (play: Play): Record<string, Call> => ({
  "notificationMessages.addAsync": (item, [key, details]) => {
    const note = asNote(key, details);
    if (item.notes.some((n) => n.key === note.key)) {
      throw new Refusal("GenericResponseError", "A notification with this key is already there.");
    }
    addNote(item, item.notes, note, play);
  },
  "notificationMessages.replaceAsync": (item, [key, details]) => {
    const note = asNote(key, details);
    const others = item.notes.filter((n) => n.key !== note.key);
    addNote(item, others, note, play);
  },
  "notificationMessages.getAllAsync": (item) => item.notes.map((n) => ({ ...n })),
  "notificationMessages.removeAsync": (item, [key]) => {
    const kept = item.notes.filter((n) => n.key !== key);
    if (kept.length === item.notes.length)
      throw new Refusal("KeyNotFound", "The specified key was not found.");
    item.setNotes(kept);
  },
  "sessionData.getAsync": (item, [key]) => {
    const value = item.session.get(String(key));
    if (value === undefined) throw new Refusal("KeyNotFound", "The specified key was not found.");
    return value;
  },
  "sessionData.getAllAsync": (item) => Object.fromEntries(item.session),
  "sessionData.setAsync": (item, [key, value]) => {
    keep(item, play, String(key), String(value));
  },
  "sessionData.removeAsync": (item, [key]) => {
    item.session.delete(String(key));
  },
  "sessionData.clearAsync": (item) => {
    item.session.clear();
  },
});

const INSIGHT = "insightMessage";

/** So many a message, and of those that lead to the pane only one. */
function addNote(item: ComposeItem, others: readonly Note[], note: Note, { notes }: Play): void {
  const isSecondInsight = note.type === INSIGHT && others.some((n) => n.type === INSIGHT);
  if (others.length >= notes || isSecondInsight) {
    throw new Refusal(
      "NumberOfNotificationMessagesExceeded",
      isSecondInsight ? "A message holds one insight message." : `A message holds ${notes} notifications.`,
    );
  }
  item.setNotes([...others, note]);
}

const word = (value: unknown): string => (typeof value === "string" ? value : "");

function asNote(key: unknown, details: unknown): Note {
  const fields = (details ?? {}) as { type?: unknown; message?: unknown; icon?: unknown };
  const note = { key: String(key), type: word(fields.type), message: word(fields.message) };
  if (note.key.length > LONGEST_KEY) throw new Refusal("DataExceedsMaximumSize", "The key is too long.");
  if (note.message.length > LONGEST_NOTE) {
    throw new Refusal("DataExceedsMaximumSize", `A notification holds ${LONGEST_NOTE} characters.`);
  }
  const needsIcon = note.type === "informationalMessage" || note.type === "insightMessage";
  if (needsIcon !== (fields.icon !== undefined)) {
    throw new Refusal("GenericResponseError", needsIcon ? "An icon is required." : "An icon is not allowed.");
  }
  return note;
}

function keep(item: ComposeItem, play: Play, key: string, value: string): void {
  let total = key.length + value.length;
  for (const [k, v] of item.session) if (k !== key) total += k.length + v.length;
  if (total > play.session) throw new Refusal("DataExceedsMaximumSize", "The session data is full.");
  item.session.set(key, value);
}
