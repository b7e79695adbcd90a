/**
 * What can the pane do by itself, through Outlook, when the person presses a button?
 *
 * Set a subject, move recipients to Bcc (and back), and put in kinder words. Everything else needs the service or the person.
 */
import { ask } from "../outlook/calls";
import { button, element } from "../dom/element";
import type { Action, Advice } from "../wire/contract";
import type { Tell } from "./notice";
import type { Help } from "./view/advice-card";
import { useKinderWords } from "./reword";

type Entries = Office.EmailAddressDetails[];

const MOST_A_CALL = 100;
const LONGEST_SUBJECT = 255;

/** `changed` hears when the draft holds other words: Outlook itself does not tell. */
export function createHelp(
  item: Office.MessageCompose,
  tell: Tell,
  changed: () => void = () => undefined,
): Omit<Help, "callWrong" | "keep" | "askAgain"> {
  return {
    reword: (rewording) => () => void attempt(tell, () => useKinderWords(item, rewording, tell, changed)),
    offer(action, advice) {
      if (action.kind !== "move-to-bcc") return null;
      const run = (): void => void attempt(tell, () => moveToBcc(item, isShown(advice), tell));
      return { label: action.label || "Move them to Bcc", run };
    },
    form: (action, advice) =>
      action.kind === "add-subject" ? subjectForm(item, action, advice, tell) : null,
  };
}

/** Whether an entry of To or Cc is one that should not be shown to the others. */
type IsShown = (field: "to" | "cc", at: number, entry: Office.EmailAddressDetails) => boolean;

/** Those the advice points at by position; where it points at nobody, everybody outside. */
function isShown(advice: Advice): IsShown {
  const pointed = advice.spans.filter((s) => s.field === "to" || s.field === "cc");
  if (pointed.length === 0) return (_field, _at, { recipientType }) => recipientType === "externalUser";
  const places = new Set(pointed.map((s) => `${s.field} ${s.start}`));
  return (field, at) => places.has(`${field} ${at}`);
}

export async function moveToBcc(item: Office.MessageCompose, shown: IsShown, tell: Tell): Promise<void> {
  const [to, cc, bcc] = await Promise.all([read(item.to), read(item.cc), read(item.bcc)]);
  const stays = {
    to: to.filter((e, at) => !shown("to", at, e)),
    cc: cc.filter((e, at) => !shown("cc", at, e)),
  };
  const moved = [...to, ...cc].filter((e) => !stays.to.includes(e) && !stays.cc.includes(e));
  if (moved.length === 0) {
    tell("Nobody in To or Cc needs hiding.");
    return;
  }
  await write(item.bcc, [...bcc, ...moved]); // first the copy, then the removal: nobody is lost half-way
  await write(item.to, stays.to);
  await write(item.cc, stays.cc);
  const after = await recipients(item);
  const holds = async (): Promise<boolean> => (await recipients(item)) === after;
  const putBack = async (): Promise<void> => {
    if (!(await holds())) {
      tell("The recipients have changed since, so nothing was put back.");
      return;
    }
    await write(item.to, to);
    await write(item.cc, cc);
    await write(item.bcc, bcc);
    tell("Put back as it was.");
  };
  tell(`Moved ${moved.length} to Bcc.`, { run: () => void attempt(tell, putBack), holds });
}

/** All three fields as one text, to see whether somebody has changed them. */
async function recipients(item: Office.MessageCompose): Promise<string> {
  const fields = await Promise.all([read(item.to), read(item.cc), read(item.bcc)]);
  return JSON.stringify(fields.map((entries) => entries.map((e) => e.emailAddress || e.displayName)));
}

function read(field: Office.Recipients): Promise<Entries> {
  return ask((done) => {
    field.getAsync(done);
  });
}

/** Outlook takes a hundred entries a call. */
async function write(field: Office.Recipients, entries: Entries): Promise<void> {
  await ask<unknown>((done) => {
    field.setAsync(entries.slice(0, MOST_A_CALL), done);
  });
  for (let at = MOST_A_CALL; at < entries.length; at += MOST_A_CALL) {
    await ask<unknown>((done) => {
      field.addAsync(entries.slice(at, at + MOST_A_CALL), done);
    });
  }
}

function subjectForm(item: Office.MessageCompose, action: Action, advice: Advice, tell: Tell): HTMLElement {
  const id = `subject-${advice.id}`;
  const input = element("input", { id, type: "text", maxlength: LONGEST_SUBJECT, autocomplete: "off" });
  const set = (): void => {
    const subject = input.value.trim();
    if (subject === "") {
      input.focus();
      return;
    }
    void attempt(tell, async () => {
      await ask<unknown>((done) => {
        item.subject.setAsync(subject, done);
      });
      tell("Subject set.");
    });
  };
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") set();
  });
  return element(
    "div",
    { class: "subject-form" },
    element("label", { for: id }, action.label || "Add a subject"),
    element("div", { class: "subject-row" }, input, button("Set", { class: "action" }, set)),
  );
}

async function attempt(tell: Tell, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch {
    tell("Outlook did not take the change. Please make it in the message itself.");
  }
}
