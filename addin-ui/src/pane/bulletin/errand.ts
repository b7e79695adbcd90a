/** What is one errand at the bulletin's desk? What its form is filled with, what sends it, and what is said then. */
import type { Form, Acts } from "./form/frame";
import type { Undo } from "../notice";
import type { KeptForm, Written } from "./kept-form";

/** What a form is filled with, and how it is drawn with these or other fields. */
export interface Filling<T> {
  readonly fields: T;
  draw(fields: T, acts: Acts): Form<T>;
}
export interface Sent {
  readonly words: string;
  /** Takes it back. */
  readonly undo: Undo;
  /** Puts the focus where it is followed. */
  readonly show: () => void;
}
export interface Errand<T extends Written> {
  readonly title: string;
  /** Said under the title; may be empty. */
  readonly words: string;
  /** What was half written. */
  readonly kept: KeptForm<T>;
  /** How it is filled as it was at first, and what is said then. */
  readonly refill: { readonly press: string; readonly said: string };
  /** Out of the draft, by the service; fails with a `Trouble`. */
  fill(): Promise<Filling<T>>;
  /** Without the service: what was kept is still there to be sent. */
  around(fields: T): Filling<T>;
  send(fields: T): Promise<Sent>;
  /** After the service said that it stands otherwise by now: how to go on, in words. */
  goOn(): Promise<string>;
}
