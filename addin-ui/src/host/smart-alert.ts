/**
 * What does Outlook show when an add-in holds a message?
 *
 * Its Smart Alerts dialog: the add-in's name and text, Don't Send, Take Action (which the add-in may rename) when it named
 * a pane, and Send Anyway where the mode lets people. Outlook's limits are kept: too long a text is not shown at all.
 * Where the answer leaves the message to the mode, Don't Send is the first and the prominent one.
 */
import { button, element } from "../dom/element";
import { tryOut } from "../words/spoken";
import type { SendAnswer } from "../send/answer";

export type Pressed = "send" | "stay" | "act";

const LONGEST_TEXT = 500;
const LONGEST_LABEL = 20;

export function showAlert(answer: SendAnswer, isGrave = false, maySend = true): Promise<Pressed> {
  const text = within(answer.errorMessage, LONGEST_TEXT) ?? tryOut.alert.says;
  const act =
    answer.commandId === undefined ? null : (within(answer.cancelLabel, LONGEST_LABEL) ?? tryOut.alert.act);
  return new Promise((resolve) => {
    const close = (pressed: Pressed) => () => {
      dialog.close();
      dialog.remove();
      resolve(pressed);
    };
    const stay = button(tryOut.alert.stay, { class: isGrave ? "primary" : "secondary" }, close("stay"));
    const take =
      act === null ? null : button(act, { class: isGrave ? "secondary" : "primary" }, close("act"));
    const dialog = element(
      "dialog",
      { class: "alert", "aria-labelledby": "alert-title", "aria-describedby": "alert-text" },
      element("h2", { id: "alert-title" }, tryOut.alert.title),
      element("p", { id: "alert-text" }, text),
      element(
        "div",
        { class: "alert-buttons" },
        ...(isGrave ? [stay, take] : [take, stay]),
        maySend && button(tryOut.alert.send, { class: "secondary" }, close("send")),
      ),
    );
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      close("stay")();
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

const within = (text: string | undefined, longest: number): string | null =>
  text === undefined || text === "" || text.length > longest ? null : text;

/** Shown while a handler runs; closes with the function it returns. */
export function showChecking(): () => void {
  const dialog = element(
    "dialog",
    { class: "alert alert-busy", "aria-label": tryOut.alert.checking },
    element("p", { role: "status" }, tryOut.alert.isChecking),
  );
  const shown = setTimeout(() => {
    document.body.append(dialog);
    dialog.showModal();
  }, 400);
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
  });
  return () => {
    clearTimeout(shown);
    if (dialog.open) dialog.close();
    dialog.remove();
  };
}
