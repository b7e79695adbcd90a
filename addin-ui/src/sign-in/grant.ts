/** What does signing in give, and how can it fail? */
import { Trouble } from "../wire/client";
import { troubles } from "../words/spoken";

/** With whom people sign in, as the service says. */
export interface Wanted {
  readonly authority: string;
  readonly client: string;
  readonly scope: string;
  readonly isEntra: boolean;
}

/** A token for the service, and until when it is good, in milliseconds since 1970. */
export interface Grant {
  readonly token: string;
  readonly until: number;
}

/** The organisation's own sign-in. Both ways throw `SignedOut` or `CannotSignIn`. */
export interface Door {
  /** Without asking anybody; `isFresh` when the last token was refused. */
  quietly(isFresh: boolean): Promise<Grant>;
  /** Asks the person, after they pressed for it. */
  asking(): Promise<Grant>;
}

/** The person has to do something about it, and can. */
export class SignedOut extends Trouble {
  constructor(message = troubles.signedOut) {
    super("signed-out", message);
  }
}

/** Nothing that the person does here would help. */
export class CannotSignIn extends Trouble {
  constructor(message = troubles.noSignIn) {
    super("no-sign-in", message);
  }
}
