/** What can be pasted in, and who can read it then? */
import type { Medium, Readership } from "../wire/contract";
import type { paste } from "../words/spoken";

export interface Kind {
  readonly id: keyof typeof paste.kinds;
  readonly medium: Medium;
  /** The usual readers first. */
  readonly readers: readonly Readership[];
}

export const KINDS: readonly Kind[] = [
  { id: "text-to-parents", medium: "text-message", readers: ["one-family", "families"] },
  { id: "text-to-staff", medium: "text-message", readers: ["staff"] },
  { id: "post", medium: "post", readers: ["public", "families"] },
  { id: "comment", medium: "comment", readers: ["public", "families"] },
];
