/** What is asked of the service about words that are no e-mail? A draft without recipients; its readers are said. */
import type { DraftRead } from "../outlook/read-draft";
import type { Readership } from "../wire/contract";
import type { Kind } from "./kinds";

export function toDraft(words: string, kind: Kind, readership: Readership, id: string, now: Date): DraftRead {
  return {
    draft: {
      subject: "",
      body: { format: "text", content: words, truncated: false },
      to: [],
      cc: [],
      bcc: [],
      recipients_capped: false,
      attachments: [],
      reply: "new",
      importance: "normal",
      sending_at: now.toISOString(),
      id,
      medium: kind.medium,
      readership,
    },
    unread: [],
    isEmpty: words.trim() === "",
    isUnreadable: false,
  };
}
