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
import { events, tryOut } from "../words/spoken";
import { toast } from "./toast";

/** From the click on, Outlook says that the add-in takes long, and lets people send. */
const TAKES_LONG_MS = 5000;

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
    else if (outcome === "not-asked") toast(tryOut.sending.gone, tryOut.sending.notAsked);
    else await this.#withoutAnswer(outcome);
  }

  async #show(answer: SendAnswer): Promise<void> {
    // An answer that says nothing of the mode leaves it to the one deployed: not sending is then the first choice.
    const isGrave = answer.sendModeOverride === undefined;
    const maySend = !isGrave || this.launch.play.sendMode === "prompt-user";
    const pressed = answer.allowEvent ? "send" : await showAlert(answer, isGrave, maySend);
    if (pressed === "act") this.openPane(answer.contextData ?? "");
    else if (pressed === "send") toast(tryOut.sending.gone, this.#whatWasChecked());
  }

  async #withoutAnswer(outcome: NoAnswer): Promise<void> {
    const pressed = await showAlert({ allowEvent: false, errorMessage: tryOut.sending[outcome] });
    if (pressed === "send") toast(tryOut.sending.gone, tryOut.sending.notHeld);
  }

  #whatWasChecked(): string {
    const marked = /outcome=([\w-]+)/.exec(this.item.headers.get(CHECKED_HEADER) ?? "")?.[1];
    const says = tryOut.sending;
    const gap = this.item.notes.find(({ key }) => key === "sendwell-gap")?.message ?? "";
    if (marked === undefined && gap === "") return says.notMarked;
    if ((marked ?? "not-checked") === "not-checked") return notCheckedWords(gap);
    return marked === "partly" || gap !== "" ? says.partly(gap) : says.wouldHaveGone;
  }
}

/** What stands in the bar says why, and mostly that it was not checked too. */
function notCheckedWords(gap: string): string {
  const saysSo = gap !== "" && gap !== events.notChecked.unreachable;
  return saysSo ? gap : `${tryOut.sending.notChecked} ${gap}`.trim();
}

type NoAnswer = Exclude<Fired, object | "not-asked"> | "takes-long";

const isField = (change: string): change is FieldName => FIELD_NAMES.some((field) => field === change);

const after = <T>(ms: number, value: T): Promise<T> =>
  new Promise((resolve) => setTimeout(resolve, ms, value));

/** The name that is not an address, or the field that is empty. */
function focusOnComplaint(): void {
  (document.querySelector<HTMLElement>(".chip-unresolved") ?? byId("to-input")).focus();
}

/** Outlook asks for recipients that it can deliver to before it asks any add-in. */
function complaintAbout(entries: readonly Entry[]): [title: string, words: string] | null {
  if (entries.length === 0) return tryOut.sending.whoFor;
  const unknown = entries.find((e) => !e.resolved);
  return unknown === undefined ? null : tryOut.sending.notAnAddress(unknown.displayName);
}
