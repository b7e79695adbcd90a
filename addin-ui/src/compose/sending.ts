/**
 * What happens when Send is pressed in the try-out window?
 *
 * What Outlook does: the add-in's send handler is asked, within its own deadline, and its answer is shown.
 * When it cannot answer, the message goes, with an honest notice. Nothing is ever really sent.
 */
import { byId } from "../dom/element";
import type { Entry } from "../host/compose-item";
import { showAlert, showChecking } from "../host/smart-alert";
import { readDraft } from "../outlook/read-draft";
import { answerFor, isGrave, type SendAnswer } from "../send/answer";
import { leftTicket, ticketFetch } from "../send/ticket";
import { createClient, Trouble, type TroubleKind } from "../wire/client";
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
    focusOnComplaint();
    return;
  }
  const asked = await ask(item, now());
  if (typeof asked === "string") {
    toast(
      "Nothing was sent: this is a try-out window",
      `${NO_ANSWER[asked]}, so this message was not checked, and not held back.`,
    );
    return;
  }
  const { answer, isGrave: grave } = asked;
  const pressed = answer.allowEvent ? "send" : await showAlert(answer, grave);
  if (pressed === "act") openPane(answer.contextData ?? "");
  else if (pressed === "send")
    toast(
      "Nothing was sent: this is a try-out window",
      "In Outlook it would have gone now. You can carry on.",
    );
}

interface Asked {
  readonly answer: SendAnswer;
  readonly isGrave: boolean;
}

const NO_ANSWER: Readonly<Record<TroubleKind, string>> = {
  unreachable: "Sendwell could not be reached",
  slow: "Sendwell did not answer in time",
  busy: "Sendwell was busy",
  "too-big": "This message is too big for Sendwell",
  refused: "Sendwell could not read this message",
  "signed-out": "Sendwell needs you to sign in again",
  "no-sign-in": "Sendwell could not sign you in",
  broken: "Something went wrong in Sendwell",
};

/** The name that is not an address, or the field that is empty. */
function focusOnComplaint(): void {
  (document.querySelector<HTMLElement>(".chip-unresolved") ?? byId("to-input")).focus();
}

/** Outlook asks for recipients that it can deliver to before it asks any add-in. */
function complaintAbout(entries: readonly Entry[]): [title: string, words: string] | null {
  if (entries.length === 0) return ["Who is it for?", "Add at least one recipient."];
  const unknown = entries.find((e) => !e.resolved);
  return unknown === undefined
    ? null
    : [`“${unknown.displayName}” is not an address`, "Choose somebody from the list, or take the name out."];
}

/** What went wrong when there is no answer within the deadline. */
async function ask(item: Office.MessageCompose, now: Date): Promise<Asked | TroubleKind> {
  const done = showChecking();
  const clock = new AbortController();
  const timer = setTimeout(() => {
    clock.abort();
  }, SEND_DEADLINE_MS);
  const late = new Promise<"slow">((resolve) => {
    clock.signal.addEventListener("abort", () => {
      resolve("slow");
    });
  });
  try {
    return await Promise.race([check(item, now, clock.signal), late]);
  } catch (error) {
    return error instanceof Trouble ? error.kind : "broken";
  } finally {
    clearTimeout(timer);
    done();
  }
}

async function check(item: Office.MessageCompose, now: Date, signal: AbortSignal): Promise<Asked> {
  const { draft } = await readDraft(item, now);
  const fetcher = ticketFetch(await leftTicket(item, Date.now()));
  const client = createClient(window.location.origin, SEND_DEADLINE_MS, fetcher);
  const about = { host: "outlook-web", version: Office.context.diagnostics.version };
  const reply = await client.check({ moment: "send", draft, client: about }, signal);
  return { answer: answerFor(reply), isGrave: isGrave(reply) };
}
