/** How does a test have a step of a card made? A fixer over the fake Outlook, and a service that says what it is told to. */
import { Fixer } from "../src/pane/fixes/fixer";
import type { Tell, Undo } from "../src/pane/notice";
import { readDraft } from "../src/outlook/read-draft";
import type { Action, Advice } from "../src/wire/contract";
import { type Change, type FixClient, type FixRequest, NO_CHANGE, type PutFile } from "../src/wire/fix";
import { nhsNumber } from "../dev/replies";

export interface Service extends FixClient {
  readonly asked: FixRequest[];
  readonly put: FixClient["put"];
}

/** Answers each question with `change`, made from what was asked. */
export function service(
  change: (request: FixRequest) => Partial<Change>,
  file: PutFile = { href: "https://kent.example/documents/1/plan.pdf", isWaiting: false },
): Service {
  const asked: FixRequest[] = [];
  return {
    asked,
    fix: (request) => {
      asked.push(request);
      return Promise.resolve({ ...NO_CHANGE, said: "Done.", ...change(request) });
    },
    put: () => Promise.resolve(file),
  };
}

export interface Told {
  readonly told: [string, Undo | undefined][];
  readonly tell: Tell;
}
export function listening(): Told {
  const told: [string, Undo | undefined][] = [];
  return { told, tell: (message, undo) => told.push([message, undo]) };
}

export const fixerOf = (
  item: Office.MessageCompose,
  tell: Tell,
  client: FixClient = service(() => ({})),
  more: { again?: () => void; followed?: (advice: Advice) => void } = {},
): Fixer =>
  new Fixer({
    item,
    client,
    tell,
    read: () => readDraft(item),
    again: more.again ?? (() => undefined),
    followed: more.followed ?? (() => undefined),
  });

export const step = (kind: string, asks = "Shall we?"): Action => ({ kind, label: "Do it", href: "", asks });
export const card = (action: Action): Advice => ({ ...nhsNumber, actions: [action] });

export const waitFor = async (check: () => boolean): Promise<void> => {
  for (let i = 0; i < 400 && !check(); i += 1) await new Promise((resolve) => setTimeout(resolve, 5));
};
