/**
 * What happens when Send is pressed in the try-out window, and when a message is begun or changed?
 *
 * What Outlook does: it raises its event, the add-in's own file answers from its own frame, and the answer is shown.
 * The window knows nothing of checks. Whether a message was checked it tells from what the add-in left with it.
 * Nothing is ever really sent.
 */
import { byId } from "../dom/element";
import { type ComposeItem, type Entry, FIELD_NAMES, type FieldName } from "../host/compose-item";
import type { Fired, LaunchServer } from "../host/launch-server";
import { showAlert, showChecking } from "../host/smart-alert";
import type { SendAnswer } from "../send/answer";
import { CHECKED_HEADER } from "../send/checked-header";
import { toast } from "./toast";

/** From the click on, Outlook says that the add-in takes long, and lets people send. */
const TAKES_LONG_MS = 5000;
const GONE = "Nothing was sent: this is a try-out window";

export class Sending {
  #isUnderWay = false;

  constructor(
    readonly item: ComposeItem,
    readonly launch: LaunchServer,
    /** Opens the pane at the card named in the answer. */
    readonly openPane: (context: string) => void,
  ) {
    item.onChange((change) => {
      if (isField(change)) {
        const changedRecipientFields = Object.fromEntries(FIELD_NAMES.map((f) => [f, f === change]));
        void launch.fire("onMessageRecipientsChangedHandler", { changedRecipientFields });
      } else if (change === "attachments") void launch.fire("onMessageAttachmentsChangedHandler");
    });
  }

  /** Another message is open. */
  begin(): void {
    this.item.setNotes([]);
    void this.launch.fire("onNewMessageComposeHandler");
  }

  async send(): Promise<void> {
    if (this.#isUnderWay) return;
    const complaint = complaintAbout(FIELD_NAMES.flatMap((f) => this.item.entries(f)));
    if (complaint !== null) {
      toast(...complaint);
      focusOnComplaint();
      return;
    }
    this.#isUnderWay = true;
    try {
      await this.#ask();
    } finally {
      this.#isUnderWay = false;
    }
  }

  async #ask(): Promise<void> {
    const done = showChecking();
    const fired = this.launch.fire("onMessageSendHandler");
    const outcome = await Promise.race([fired, after(TAKES_LONG_MS, "takes-long" as const)]);
    done();
    if (typeof outcome === "object") await this.#show(outcome.completed as unknown as SendAnswer);
    else if (outcome === "not-asked") toast(GONE, NOT_ASKED);
    else await this.#withoutAnswer(outcome);
  }

  async #show(answer: SendAnswer): Promise<void> {
    // An answer that says nothing of the mode leaves it to the one deployed: not sending is then the first choice.
    const isGrave = answer.sendModeOverride === undefined;
    const pressed = answer.allowEvent ? "send" : await showAlert(answer, isGrave);
    if (pressed === "act") this.openPane(answer.contextData ?? "");
    else if (pressed === "send") toast(GONE, this.#whatWasChecked());
  }

  async #withoutAnswer(outcome: keyof typeof NO_ANSWER): Promise<void> {
    const pressed = await showAlert({ allowEvent: false, errorMessage: NO_ANSWER[outcome] });
    if (pressed === "send") toast(GONE, "This message was not checked, and not held back.");
  }

  #whatWasChecked(): string {
    const marked = /outcome=([\w-]+)/.exec(this.item.headers.get(CHECKED_HEADER) ?? "")?.[1];
    const gap = this.item.notes.find(({ key }) => key === "sendwell-gap")?.message ?? "";
    if (marked === undefined && gap === "") return NOT_MARKED;
    if ((marked ?? "not-checked") === "not-checked")
      return /not checked/i.test(gap) ? gap : `This message was not checked. ${gap}`.trim();
    if (marked === "partly" || gap !== "") return `Not all of this message was checked. ${gap}`.trim();
    return "In Outlook it would have gone now. You can carry on.";
  }
}

const NOT_MARKED = "In Outlook it would have gone now. Nothing on it says that it was checked.";
const NOT_ASKED = "Here Outlook did not ask Sendwell, so this message was not checked, and not held back.";
const NO_ANSWER: Readonly<Record<Exclude<Fired, object | "not-asked"> | "takes-long", string>> = {
  unavailable: "Sendwell is unavailable, so it could not check your message.",
  "timed-out": "Sendwell did not come to an end, so it could not check your message.",
  "takes-long": "Sendwell is taking longer than expected to check your message.",
};

const isField = (change: string): change is FieldName => FIELD_NAMES.some((field) => field === change);

const after = <T>(ms: number, value: T): Promise<T> =>
  new Promise((resolve) => setTimeout(resolve, ms, value));

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
