/**
 * What happens when Send is pressed in the try-out window?
 *
 * What Outlook does: the add-in's send handler is asked, within its own deadline, and its answer is shown.
 * When it cannot answer, the message goes, with an honest notice. Nothing is ever really sent.
 */
import type { Entry } from "../host/compose-item";
import { showAlert, showChecking } from "../host/smart-alert";
import { readDraft } from "../outlook/read-draft";
import { answerFor, type SendAnswer } from "../send/answer";
import { createClient } from "../wire/client";
import { toast } from "./toast";

export const SEND_DEADLINE_MS = 2500;

export interface Sending {
  readonly item: Office.MessageCompose;
  readonly now: () => Date;
  readonly entries: () => readonly Entry[];
  /** Opens the pane at the card named in the answer. */
  readonly openPane: (context: string) => void;
}

export async function send({ item, now, entries, openPane }: Sending): Promise<void> {
  const complaint = complaintAbout(entries());
  if (complaint !== null) {
    toast(...complaint);
    return;
  }
  const answer = await ask(item, now());
  if (answer === null) {
    toast(
      "Nothing was sent: this is a try-out window",
      "Sendwell did not answer in time, so this message was not checked, and not held back.",
    );
    return;
  }
  const pressed = answer.allowEvent ? "send" : await showAlert(answer);
  if (pressed === "act") openPane(answer.contextData ?? "");
  else if (pressed === "send")
    toast(
      "Nothing was sent: this is a try-out window",
      "In Outlook it would have gone now. You can carry on.",
    );
}

/** Outlook asks for recipients that it can deliver to before it asks any add-in. */
function complaintAbout(entries: readonly Entry[]): [title: string, words: string] | null {
  if (entries.length === 0) return ["Who is it for?", "Add at least one recipient."];
  const unknown = entries.find((e) => !e.resolved);
  return unknown === undefined
    ? null
    : [`“${unknown.displayName}” is not an address`, "Choose somebody from the list, or take the name out."];
}

/** Null when there is no answer within the deadline, for whatever reason. */
async function ask(item: Office.MessageCompose, now: Date): Promise<SendAnswer | null> {
  const done = showChecking();
  const clock = new AbortController();
  const timer = setTimeout(() => {
    clock.abort();
  }, SEND_DEADLINE_MS);
  const late = new Promise<null>((resolve) => {
    clock.signal.addEventListener("abort", () => {
      resolve(null);
    });
  });
  try {
    return await Promise.race([check(item, now, clock.signal), late]);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
    done();
  }
}

async function check(item: Office.MessageCompose, now: Date, signal: AbortSignal): Promise<SendAnswer> {
  const { draft } = await readDraft(item, now);
  const client = createClient(window.location.origin, SEND_DEADLINE_MS);
  const about = { host: "outlook-web", version: Office.context.diagnostics.version };
  return answerFor(await client.check({ moment: "send", draft, client: about }, signal));
}
