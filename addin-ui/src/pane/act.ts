/**
 * What can the pane do by itself, through Outlook, when the person presses a button?
 *
 * Whatever the service knows how to change, after asking once; a subject that the person types; people whom they
 * choose; and kinder words. Everything else is the person's own to do.
 */
import { button, element } from "../dom/element";
import { peoplePart } from "../outlook/parts";
import { asRecipient } from "../outlook/recipients";
import type { Action, Advice } from "../wire/contract";
import { PEOPLE } from "../wire/fix";
import { fixes } from "../words/spoken";
import { choosePeople } from "./fixes/choose-people";
import type { Fixer } from "./fixes/fixer";
import { askFirst } from "./fixes/question";
import type { Tell } from "./notice";
import { useKinderWords } from "./reword";
import type { Help } from "./view/advice-card";

const LONGEST_SUBJECT = 255;
const ONLY_THE_SENDER = "internal-audience/reply-all";

/** `changed` hears when the draft holds other words: Outlook itself does not tell. `suggest` gives a subject for it. */
export function createHelp(
  item: Office.MessageCompose,
  tell: Tell,
  fixer: Fixer,
  changed: () => void = () => undefined,
  suggest?: () => Promise<string>,
): Omit<Help, "callWrong" | "keep" | "askAgain"> {
  return {
    reword: (rewording) => () => void attempt(tell, () => useKinderWords(item, rewording, tell, changed)),
    offer: () => null,
    form(action, advice) {
      if (action.kind === "add-subject")
        return subjectForm(fixer, action, advice, suggest && suggesting(suggest, tell));
      const key = `fix-${action.kind}-${advice.rule}`;
      if ((action.asks ?? "") !== "")
        return askFirst(action.label, action.asks ?? "", key, () => fixer.run(action, advice));
      return (action.chooses ?? []).length > 0 ? choosing(item, fixer, action, advice, key) : null;
    },
  };
}

function choosing(
  item: Office.MessageCompose,
  fixer: Fixer,
  action: Action,
  advice: Advice,
  key: string,
): HTMLElement {
  const to = action.kind === "move-to-cc" ? "cc" : null;
  return choosePeople({
    label: action.label,
    key,
    to,
    fields: PEOPLE.filter((field) => action.chooses?.includes(field)),
    onlyFirst: advice.finding === ONLY_THE_SENDER,
    people: async (field) => (await peoplePart(item, field).read()).map(asRecipient),
    run: (stays) => fixer.choose(action, advice, stays, to),
  });
}

type Fill = (input: HTMLInputElement) => Promise<void>;

function subjectForm(fixer: Fixer, action: Action, advice: Advice, fill?: Fill): HTMLElement {
  const id = `subject-${advice.id}`;
  const input = element("input", {
    id,
    type: "text",
    maxlength: LONGEST_SUBJECT,
    autocomplete: "off",
    "data-key": id,
  });
  const set = (): void => {
    const subject = input.value.trim();
    if (subject === "") input.focus();
    else void fixer.setSubject(subject);
  };
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") set();
  });
  return element(
    "div",
    { class: "subject-form" },
    element("label", { for: id }, action.label || fixes.subject),
    element("div", { class: "subject-row" }, input, button(fixes.set, { class: "action" }, set)),
    fill && button(fixes.suggest, { class: "plain", "data-key": `${id}-suggest` }, () => void fill(input)),
  );
}

/** It stands in the field, to be looked at and changed: nothing is set before the press. */
function suggesting(suggest: () => Promise<string>, tell: Tell): Fill {
  return async (input) => {
    const subject = await suggest().catch(() => "");
    if (subject === "") tell(fixes.noSuggestion);
    else input.value = subject.slice(0, LONGEST_SUBJECT);
    input.focus();
    input.select();
  };
}

async function attempt(tell: Tell, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch {
    tell(fixes.refused);
  }
}
