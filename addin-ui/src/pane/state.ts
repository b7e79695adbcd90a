/** What can the pane be showing? One of these, always. */
import type { CheckReply, Unchecked } from "../wire/contract";
import type { Trouble } from "../wire/client";
import type { SentFrom } from "./bulletin/ways";
import type { NoMessage } from "./opened";

/** How long an answer has been waited for: not noticeable, worth a sign, worth a word. */
export type Wait = "none" | "short" | "noticed" | "long";

export type PaneState =
  | { readonly kind: "starting" }
  | { readonly kind: "no-message"; readonly why: NoMessage }
  | { readonly kind: "empty" }
  | { readonly kind: "loading"; readonly wait: Wait }
  | {
      readonly kind: "verdict";
      readonly reply: CheckReply;
      readonly unread: readonly Unchecked[];
      readonly wait: Wait;
      /** What was sent to the desks from this draft. */
      readonly sent?: readonly SentFrom[];
    }
  | {
      readonly kind: "trouble";
      readonly trouble: Trouble;
      /** While it is tried again. */
      readonly wait?: Wait;
    };

export const NOTICED_AFTER_MS = 300;
export const LONG_AFTER_MS = 2000;
