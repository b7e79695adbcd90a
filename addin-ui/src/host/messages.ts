/**
 * What passes between the compose window and the fake Office.js in the pane's frame?
 *
 * Plain data only, as with the real one: nothing is shared, everything is copied.
 */
import type { Answer } from "./exchange";

export interface Theme {
  readonly bodyBackgroundColor: string;
  readonly bodyForegroundColor: string;
  readonly controlBackgroundColor: string;
  readonly controlForegroundColor: string;
}
/** What is known before the first call, as in `Office.context`. */
export interface Welcome {
  readonly theme: Theme;
  readonly user: { readonly displayName: string; readonly emailAddress: string };
  /** Milliseconds by which the pretended time differs from the real one. */
  readonly clockOffset: number;
}
export type HostEvent =
  | {
      readonly type: "olkRecipientsChanged";
      readonly changedRecipientFields: Readonly<Record<"to" | "cc" | "bcc", boolean>>;
    }
  | { readonly type: "olkAttachmentsChanged" }
  | { readonly type: "olkInitializationContextChanged" }
  | { readonly type: "olkItemSelectedChanged" }
  | { readonly type: "officeThemeChanged"; readonly officeTheme: Theme };

export type FromPane =
  | { readonly sendwell: "hello" }
  | {
      readonly sendwell: "call";
      readonly id: number;
      readonly name: string;
      readonly args: readonly unknown[];
    };
export type FromHost =
  | { readonly sendwell: "welcome"; readonly welcome: Welcome }
  | { readonly sendwell: "answer"; readonly id: number; readonly answer: Answer }
  | { readonly sendwell: "clock"; readonly offset: number }
  | { readonly sendwell: "event"; readonly event: HostEvent };

const isMessage = (data: unknown): data is { sendwell: unknown } =>
  typeof data === "object" && data !== null && "sendwell" in data;
export const isFromPane = (data: unknown): data is FromPane =>
  isMessage(data) && ["hello", "call"].includes(String(data.sendwell));
export const isFromHost = (data: unknown): data is FromHost => isMessage(data) && !isFromPane(data);
