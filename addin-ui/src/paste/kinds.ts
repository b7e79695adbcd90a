/** What can be pasted in, and who can read it then? */
import type { Medium, Readership } from "../wire/contract";

export interface Kind {
  readonly id: string;
  readonly label: string;
  readonly medium: Medium;
  /** The usual readers first. */
  readonly readers: readonly Readership[];
}

export const KINDS: readonly Kind[] = [
  {
    id: "text-to-parents",
    label: "A text message to parents",
    medium: "text-message",
    readers: ["one-family", "families"],
  },
  { id: "text-to-staff", label: "A text message to staff", medium: "text-message", readers: ["staff"] },
  { id: "post", label: "A post on our account", medium: "post", readers: ["public", "families"] },
  { id: "comment", label: "An answer to a comment", medium: "comment", readers: ["public", "families"] },
];

export const READER_WORDS: Readonly<Record<Readership, string>> = {
  "one-family": "One family",
  families: "Families of a class or group",
  staff: "Staff",
  public: "Anybody",
};

/** What to bear in mind about them; a closed group is closed only until somebody copies from it. */
export const READER_HINTS: Readonly<Record<Readership, string>> = {
  "one-family": "",
  families: "One of them may pass it on.",
  staff: "",
  public: "Anybody may copy it, and it is hard to take back.",
};
