/**
 * What may an add-in ask about the message as a whole, and set on it?
 *
 * Who it is from and whose mailbox it is in, what kind of writing it is, when it leaves, what opened the pane, and
 * whether it is saved.
 */
import type { ComposeItem } from "./compose-item";
import type { Play } from "./play";
import type { Call } from "./recipient-calls";
import { Refusal } from "./refusal";

/** Read, write and delete items of the mailbox's owner: what a delegate commonly has. */
const DELEGATE_RIGHTS = 1 | 2 | 4;

export const itemCalls = ({ owner, plainText }: Play): Record<string, Call> => ({
  "from.getAsync": (item) => ({ ...item.from, recipientType: "user" }),
  getComposeTypeAsync: (item) => ({
    composeType: item.composeType,
    coercionType: plainText ? "text" : "html",
  }),
  getInitializationContextAsync: (item) => item.context,
  "delayDeliveryTime.getAsync": (item) => item.deferredUntil ?? 0,
  "delayDeliveryTime.setAsync": (item, [until]) => {
    defer(item, until);
  },
  saveAsync: (item) => {
    item.saved = true;
    return "AAMkAGSaved";
  },
  getSharedPropertiesAsync: (item) => {
    if (owner === "own")
      throw new Refusal("OperationNotSupported", "The message is not in a shared folder or mailbox.");
    return {
      delegatePermissions: DELEGATE_RIGHTS,
      owner: item.from.emailAddress,
      targetMailbox: item.from.emailAddress,
      targetRestUrl: "",
    };
  },
  "sensitivityLabel.getAsync": (item) => item.label,
  isClientSignatureEnabledAsync: () => true,
});

/** A time that is past sends at once; anything that is no time is refused. */
function defer(item: ComposeItem, until: unknown): void {
  const at = until instanceof Date ? until : null;
  if (at === null || Number.isNaN(at.getTime()))
    throw new Refusal("InvalidFormatError", "The time given is not a date.");
  item.deferredUntil = at;
  item.announce("deferred");
}
