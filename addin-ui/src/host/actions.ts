/**
 * What is `Office.actions` in the frame in which the add-in's events run?
 *
 * It keeps what the add-in associates with a name and starts it when Outlook's event comes. How often it completes
 * is Outlook's business, so every completion is passed on.
 */
import type { FromLaunch, ToLaunch } from "./launch-messages";

type Handler = (event: object) => void;

export class Actions {
  readonly #handlers = new Map<string, Handler>();

  constructor(readonly tell: (message: FromLaunch) => void) {}

  associate = (name: string, handler: Handler): void => {
    this.#handlers.set(name, handler);
    this.tell({ sendwell: "associated", name });
  };

  /** Throws what the handler throws, as Outlook's own runtime does: then nothing completes. */
  launch({ id, name, details }: ToLaunch): void {
    this.#handlers.get(name)?.({
      ...details,
      completed: (options: unknown = {}) => {
        this.tell({ sendwell: "completed", id, options });
      },
    });
  }
}
