/** How does the pane speak of the changes that it makes? What the service says of them comes with its reply. */
import { counted } from "../view/words";

const FIELDS: Readonly<Record<"to" | "cc" | "bcc", string>> = { to: "To", cc: "Cc", bcc: "Bcc" };

export const FIX_WORDS = {
  changed: "The message has changed since it was checked, so nothing was changed. It is being checked again.",
  changedSince: "The message has changed since, so nothing was put back.",
  putBack: "Put back as it was.",
  refused: "Outlook did not take the change. Please make it in the message itself.",
  nothingChanged: "Nothing was changed.",
  uploading: "Putting the file on the website…",
  notForWebsite: (name: string): string =>
    `“${name}” holds something that should not be on the website, so it stays attached. Please look at it first.`,
  subjectSet: "Subject set.",
  nobodyGoes: "Everybody is still ticked, so nothing was changed.",
  takenOut: (count: number): string => `${counted(count, "recipient")} taken out.`,
  moved: (count: number, to: "to" | "cc" | "bcc"): string => `Moved ${count} to ${FIELDS[to]}.`,
  notNow: "Not now",
  field: (field: "to" | "cc" | "bcc"): string => FIELDS[field],
  whoStays: "Untick whoever does not need it.",
  whoMoves: (to: "to" | "cc" | "bcc"): string => `Untick whoever should be in ${FIELDS[to]} instead.`,
  takeOthersOut: "Take the others out",
  moveOthers: (to: "to" | "cc" | "bcc"): string => `Move the others to ${FIELDS[to]}`,
  all: "Tick all",
  none: "Untick all",
  subject: "Add a subject",
  set: "Set",
} as const;
