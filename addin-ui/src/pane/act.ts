/**
 * What can the pane do by itself, through Outlook, when the person presses a button?
 *
 * Set a subject, and move recipients to Bcc (and back). Everything else needs the service or the person.
 */
import { ask } from "../outlook/calls";
import { button, element } from "../dom/element";
import type { Action, Advice } from "../wire/contract";
import type { Help } from "./view/advice-card";

type Entries = Office.EmailAddressDetails[];
export type Tell = (message: string, undo?: () => void) => void;

const MOST_A_CALL = 100;
const LONGEST_SUBJECT = 255;

export function createHelp(item: Office.MessageCompose, tell: Tell): Help {
  return {
    offer(action, advice) {
      const outsiders = action.kind === "move-to-bcc" ? shownEntries(advice) : null;
      if (outsiders === null || outsiders.to.size + outsiders.cc.size === 0) return null;
      return {
        label: action.label || "Move them to Bcc",
        run: () => void attempt(tell, () => moveToBcc(item, outsiders, tell)),
      };
    },
    form: (action, advice) =>
      action.kind === "add-subject" ? subjectForm(item, action, advice, tell) : null,
  };
}

interface Shown {
  readonly to: ReadonlySet<number>;
  readonly cc: ReadonlySet<number>;
}

/** The entries of To and Cc that the advice points at, by position. */
function shownEntries(advice: Advice): Shown {
  const at = (field: string): Set<number> =>
    new Set(advice.spans.filter((s) => s.field === field).map((s) => s.start));
  return { to: at("to"), cc: at("cc") };
}

export async function moveToBcc(item: Office.MessageCompose, shown: Shown, tell: Tell): Promise<void> {
  const [to, cc, bcc] = await Promise.all([read(item.to), read(item.cc), read(item.bcc)]);
  const moved = [...to.filter((_, i) => shown.to.has(i)), ...cc.filter((_, i) => shown.cc.has(i))];
  await write(item.bcc, [...bcc, ...moved]); // first the copy, then the removal: nobody is lost half-way
  await write(
    item.to,
    to.filter((_, i) => !shown.to.has(i)),
  );
  await write(
    item.cc,
    cc.filter((_, i) => !shown.cc.has(i)),
  );
  tell(`Moved ${moved.length} to Bcc.`, () => {
    void attempt(tell, async () => {
      await write(item.to, to);
      await write(item.cc, cc);
      await write(item.bcc, bcc);
      tell("Put back as it was.");
    });
  });
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
