/**
 * Which token does the pane bring?
 *
 * Held in memory only, and renewed a minute before its end. Whoever asks meanwhile waits for the one renewal
 * that is under way.
 */
import type { Door, Grant } from "./grant";

const EARLY_MS = 60_000;

export class Tokens {
  #grant: Grant | null = null;
  #renewal: Promise<Grant> | null = null;
  #wasRefused = false;

  constructor(
    readonly open: () => Promise<Door>,
    /** Told of every new token. */
    readonly welcomed: () => void = () => undefined,
    readonly now: () => number = Date.now,
  ) {}

  /** Without asking anybody. Throws `SignedOut` when somebody must be asked, `CannotSignIn` when that would not help. */
  async token(): Promise<string> {
    const grant = this.#grant;
    if (grant !== null && grant.until - EARLY_MS > this.now()) return grant.token;
    this.#renewal ??= this.#get((door) => door.quietly(this.#wasRefused));
    return (await this.#renewal).token;
  }

  /** Asks the person, unless a token comes while they press. */
  async ask(): Promise<void> {
    const quietly = this.#renewal;
    if (quietly !== null && (await quietly.then(Boolean, () => false))) return;
    this.#renewal ??= this.#get((door) => door.asking());
    await this.#renewal;
  }

  /** The service does not take this token. */
  refuse(token: string): void {
    if (this.#grant?.token !== token) return;
    this.#grant = null;
    this.#wasRefused = true;
  }

  /** A clock that is wrong here must not make a new token look old: the service judges it. */
  #lastsUntil({ until }: Grant): number {
    const least = this.now() + 2 * EARLY_MS;
    return until > least ? until : least;
  }

  async #get(how: (door: Door) => Promise<Grant>): Promise<Grant> {
    try {
      const grant = await how(await this.open());
      this.#grant = { ...grant, until: this.#lastsUntil(grant) };
      this.#wasRefused = false;
      this.welcomed();
      return grant;
    } finally {
      this.#renewal = null;
    }
  }
}
