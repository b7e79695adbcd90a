/** Which numbers of what was sent are remembered? In this browser, and beside the draft that they came from. */
import type { Session } from "../../../outlook/session-data";
import { texts } from "../../../wire/read-reply";

export const MOST = 10;

export class Numbers {
  /** Where the browser keeps nothing: as long as the pane is open. */
  #own: readonly string[] = [];

  constructor(
    readonly key: string,
    readonly session: Session,
  ) {}

  /** The newest first; read each time, because the pane of another draft may have added some. */
  get all(): readonly string[] {
    try {
      return listed(localStorage.getItem(this.key) ?? "").slice(0, MOST);
    } catch {
      return this.#own; // storage may be closed to a frame
    }
  }

  add(id: string): void {
    this.#keep([id, ...this.all.filter((other) => other !== id)].slice(0, MOST));
  }

  drop(ids: readonly string[]): void {
    this.#keep(this.all.filter((id) => !ids.includes(id)));
  }

  /** Those that came from the open draft. */
  async ofDraft(): Promise<readonly string[]> {
    return listed(await this.session.read(this.key));
  }

  async keepOfDraft(ids: readonly string[]): Promise<void> {
    await this.session.keep(this.key, JSON.stringify(ids));
  }

  #keep(ids: readonly string[]): void {
    try {
      localStorage.setItem(this.key, JSON.stringify(ids));
    } catch {
      this.#own = ids;
    }
  }
}

function listed(kept: string): readonly string[] {
  try {
    return texts(JSON.parse(kept));
  } catch {
    return []; // nothing was kept
  }
}
