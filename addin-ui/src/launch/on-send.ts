/**
 * What happens when somebody presses Send?
 *
 * Read the draft, ask the service, see that the draft is still that one, answer. Whatever goes wrong, and however
 * long anything takes, Outlook is answered once, well before it would say that the add-in takes too long. Nothing
 * of the message is changed here but the header that says whether it was checked.
 */
import { tell } from "../bar/bar";
import { gapOf, type Told } from "../bar/told";
import { fingerprint } from "../outlook/fingerprint";
import { type DraftRead, readDraft } from "../outlook/read-draft";
import { answerFor, type SendAnswer } from "../send/answer";
import { capitalised } from "../pane/view/words";
import { leaveChecked, type Outcome } from "../send/checked-header";
import { leftClosed } from "../send/closed";
import { fittedToOutlook } from "../send/fitted";
import { localAnswer } from "../send/local-answer";
import { type Closable, type LocalFinding, lookLocally } from "../send/local/look";
import { leftTicket } from "../send/ticket";
import type { WhyNot } from "../send/why-not";
import type { CheckReply } from "../wire/contract";
import { events } from "../words/spoken";
import { askCheck, NotChecked } from "./ask-service";
import { completeOnce } from "./once";
import { openItem } from "./open-item";

/** From the first line of ours: Outlook's own five seconds began at the click, before it loaded this file. */
export const GIVE_UP_MS = 2200;
/** Then what is left with the message has this long: more where the answer came soon, as each call of Outlook's may take 200 ms. */
const LEAVE_MS = 150;
const LEAVE_AT_MOST_MS = 600;
/** A draft that somebody writes on meanwhile is checked again, so often. */
const MOST_ROUNDS = 3;

interface Checked {
  readonly read: DraftRead;
  readonly reply: CheckReply;
}
interface Decision {
  readonly answer: SendAnswer;
  readonly outcome: Outcome;
  readonly told: Told;
}

export function onMessageSend(event: Office.MailboxEvent): void {
  const complete = completeOnce(event);
  const item = openItem();
  if (item === null) {
    complete({ allowEvent: true });
    return;
  }
  const sending = new Sending(item);
  Promise.resolve()
    .then(() => sending.decide())
    .then((decision) => sending.leave(decision))
    .then(complete, () => complete({ allowEvent: true }));
}

class Sending {
  readonly #now = new Date();
  #seen: readonly LocalFinding[] = [];
  #closed: readonly Closable[] = [];
  #begun: Promise<unknown> = Promise.resolve();

  constructor(readonly item: Office.MessageCompose) {}

  decide(): Promise<Decision> {
    this.#begun = leaveChecked(this.item, "not-checked", this.#now);
    const late = new Promise<Decision>((resolve) => {
      setTimeout(() => resolve(this.#without("slow")), GIVE_UP_MS);
    });
    const found = this.#check().then(decided, (error: unknown) =>
      this.#without(error instanceof NotChecked ? error.why : "broken"),
    );
    return Promise.race([found, late]);
  }

  /** Header and bar, as far as Outlook takes them in time; then the answer as this Outlook knows it. */
  leave({ answer, outcome, told }: Decision): Promise<SendAnswer> {
    const header =
      outcome === "not-checked"
        ? this.#begun
        : this.#begun.then(() => leaveChecked(this.item, outcome, this.#now));
    const left = Promise.all([header, tell(this.item, told, true)]).catch(() => null);
    const spare = GIVE_UP_MS - (Date.now() - this.#now.getTime());
    const time = Math.min(Math.max(LEAVE_MS, spare), LEAVE_AT_MOST_MS);
    const enough = new Promise((resolve) => setTimeout(resolve, time));
    return Promise.race([left, enough]).then(() => fittedToOutlook(answer));
  }

  async #check(): Promise<Checked> {
    const closed = leftClosed(this.item).then((left) => {
      this.#closed = left;
    });
    const ticket = leftTicket(this.item);
    let read = await this.#read();
    await closed;
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const reply = await askCheck("send", read.draft, await ticket);
      const again = await this.#read();
      if (fingerprint(again.draft) === fingerprint(read.draft)) return { read, reply };
      read = again;
    }
    throw new NotChecked("changing");
  }

  async #read(): Promise<DraftRead> {
    const read = await readDraft(this.item, this.#now);
    this.#seen = lookLocally(read.draft);
    if (read.isUnreadable) throw new NotChecked("unreadable");
    return read;
  }

  #without(why: WhyNot): Decision {
    return {
      answer: localAnswer(why, this.#seen, this.#closed),
      outcome: "not-checked",
      // once in the bar: that somebody is signed out stands there already
      told: { gap: events.notChecked[why], ...(why === "signed-out" ? { about: "" } : {}) },
    };
  }
}

/** A verdict about a part is told as one: neither Outlook nor a check may have left something out in silence. */
function decided({ read, reply }: Checked): Decision {
  const gap = gapOf([...read.unread, ...reply.not_checked]);
  const isFine = reply.verdict === "clear" || reply.verdict === "info";
  return {
    answer: answerFor(reply),
    outcome: gap !== "" && isFine ? "partly" : reply.verdict,
    told: {
      gap,
      ...(reply.summary === "" ? {} : { about: capitalised(reply.summary) }),
    },
  };
}
