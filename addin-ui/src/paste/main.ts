/**
 * What happens on the page for text messages and posts?
 *
 * Words are pasted in and checked when the person pauses, with the cards of the pane. There is no Send here: the
 * person copies the words back. Nothing is kept in the browser, and the service keeps no text.
 */
import "../styles/tokens.css";
import "../styles/pane.css";
import "../styles/paste.css";
import { byId } from "../dom/element";
import { Answers } from "../pane/answers";
import { Checker } from "../pane/checker";
import { copyWords } from "../pane/clipboard";
import { Notice } from "../pane/notice";
import type { PaneState } from "../pane/state";
import { Surface } from "../pane/surface";
import { nothingPasted } from "../pane/view/states";
import { createClient } from "../wire/client";
import { speakAs } from "../words/fill-page";
import { paste } from "../words/spoken";
import { Form } from "./form";
import { toDraft } from "./to-draft";
import { useWords } from "./use-words";

const PAUSE_MS = 250;

const DEADLINE_MS = 15_000;

function start(): void {
  let pause: ReturnType<typeof setTimeout> | undefined;
  let id: string = crypto.randomUUID();
  const client = createClient(window.location.origin, DEADLINE_MS);
  const notice = new Notice();
  const look = (): void => {
    const read = toDraft(form.words.value, form.kind, form.readership, id, new Date());
    checker.look(read);
    void notice.review(read);
  };
  const again = (): void => {
    checker.forget();
    look();
  };
  const show = (state: PaneState): void => {
    surface.draw(withoutCounts(answers.without(state)));
  };
  const redraw = (): void => {
    show(checker.state);
  };
  const answers = new Answers(client, notice.tell, redraw, again);
  const changed = (): void => {
    clearTimeout(pause);
    pause = setTimeout(look, PAUSE_MS);
  };
  const help = {
    offer: () => null,
    form: () => null,
    reword: (rewording: Parameters<typeof useWords>[1]) => () => {
      useWords(form.words, rewording, notice.tell, () => {
        form.update();
      });
    },
    callWrong: answers.callWrong.bind(answers),
    keep: answers.keep.bind(answers),
    askAgain: answers.askAgain.bind(answers),
  };
  const surface = new Surface(help, again, nothingPasted);
  const checker: Checker = new Checker(client, { host: "paste", version: "1" }, show, again);
  const form: Form = new Form(changed);
  byId("form").addEventListener("submit", (event) => {
    event.preventDefault();
  });
  byId("copy").addEventListener("click", () => {
    void copyWords(form.words.value).then((copied) => {
      notice.tell(copied ? paste.copied : paste.copyYourself);
    });
  });
  byId("clear").addEventListener("click", () => {
    form.words.value = "";
    id = crypto.randomUUID();
    form.update();
    form.words.focus();
  });
  look();
}

/** Who reads it is said in words; how many they are is not known. */
function withoutCounts(state: PaneState): PaneState {
  if (state.kind !== "verdict") return state;
  const none = { people: 0, recipients: 0, inside: 0, outside: 0, webmail: 0, groups: 0 };
  return { ...state, reply: { ...state.reply, audience: { ...state.reply.audience, ...none } } };
}

speakAs(navigator.language);
start();
