/**
 * What happens when somebody has said yes to a step of a card?
 *
 * The draft is read as it is now, the service says what becomes of it, and that is set in the message, with a way
 * back. Where the draft has changed since it was checked, nothing is set, that is said, and it is checked again.
 */
import { asBlob, holdFile, listFiles } from "../../outlook/files";
import { bodyPart, CannotSet, isPlainText } from "../../outlook/parts";
import type { DraftRead } from "../../outlook/read-draft";
import { SignedOut } from "../../sign-in/grant";
import { Trouble } from "../../wire/client";
import type { Action, Advice, Draft } from "../../wire/contract";
import {
  type Change,
  type FixClient,
  type Link,
  NO_CHANGE,
  PEOPLE,
  type PeopleField,
  type Place,
  Stale,
} from "../../wire/fix";
import { events, fixes } from "../../words/spoken";
import type { Tell, Undo } from "../notice";
import { LONG_AFTER_MS } from "../state";
import { apply, Moved } from "./apply";

export interface FixTools {
  readonly item: Office.MessageCompose;
  readonly client: FixClient;
  readonly read: () => Promise<DraftRead>;
  readonly tell: Tell;
  /** Has the draft checked again: Outlook itself does not tell of words that an add-in sets. */
  readonly again: () => void;
  /** Notes that the person did what the card said. */
  readonly followed: (advice: Advice) => void;
}

export class Fixer {
  #busy: Promise<void> | null = null;

  constructor(readonly tools: FixTools) {}

  /** Makes a step that the service knows how to make. */
  run(action: Action, advice: Advice): Promise<void> {
    return this.#once(async () => {
      const draft = await this.#draft();
      const links = action.kind === LINK ? await this.#upload(draft, advice) : [];
      const { rule, finding } = advice;
      const spans = advice.spans.map(({ field, start, end, excerpt }) => ({ field, start, end, excerpt }));
      const change = await this.tools.client.fix({ draft, rule, finding, kind: action.kind, spans, links });
      await this.#make(draft, change);
      this.tools.followed(advice);
    });
  }

  /** Leaves those in a field whom the person chose, and moves the others, or takes them out. */
  choose(
    { chooses }: Action,
    advice: Advice,
    stays: readonly Place[],
    to: PeopleField | null,
  ): Promise<void> {
    return this.#once(async () => {
      const draft = await this.#draft();
      const fields = PEOPLE.filter((field) => chooses?.includes(field));
      await this.#make(draft, chosen(draft, fields, stays, to));
      this.tools.followed(advice);
    });
  }

  setSubject(subject: string): Promise<void> {
    return this.#once(async () => {
      const draft = await this.#draft();
      await this.#make(draft, { ...NO_CHANGE, said: fixes.subjectSet, subject });
    });
  }

  async #make(draft: Draft, change: Change): Promise<void> {
    const { item, tell, again } = this.tools;
    const made = await apply(item, draft, change);
    tell(change.said, { holds: made.holds, run: () => void this.#next(() => this.#back(made)) });
    again();
  }

  async #back(made: Pick<Undo, "holds"> & { readonly back: () => Promise<void> }): Promise<void> {
    const { tell, again } = this.tools;
    if (!(await made.holds())) {
      tell(fixes.changedSince);
      return;
    }
    await made.back();
    tell(fixes.putBack);
    again();
  }

  /** The draft with its words as they can be set again: in plain text where that is what it is. */
  async #draft(): Promise<Draft> {
    const { item, read } = this.tools;
    const { draft } = await read();
    if (draft.body.truncated || !(await isPlainText(item))) return draft;
    const content = await bodyPart(item, true).read();
    return { ...draft, body: { format: "text", content, truncated: false } };
  }

  async #upload(draft: Draft, { spans }: Advice): Promise<Link[]> {
    const { item, client, tell } = this.tools;
    const listed = await listFiles(item);
    const places = spans.filter((span) => span.field === "attachments").map((span) => span.start);
    const links: Link[] = [];
    tell(fixes.uploading);
    for (const at of new Set(places)) {
      const one = listed[at];
      if (one === undefined || one.name !== draft.attachments[at]?.name) throw new Moved();
      const { href } = await client.put(one.name, asBlob(await holdFile(item, one)));
      if (href === "") throw new CannotSet(fixes.notForWebsite(one.name));
      links.push({ at, href });
    }
    return links;
  }

  /** One at a time: a second press while the first is under way does nothing. */
  async #once(act: () => Promise<void>): Promise<void> {
    if (this.#busy !== null) return;
    const slow = setTimeout(() => this.tools.tell(fixes.takesLong), LONG_AFTER_MS);
    this.#busy = act()
      .catch((why: unknown) => this.#explain(why))
      .finally(() => clearTimeout(slow));
    await this.#busy;
    this.#busy = null;
  }

  /** What is taken back waits for what is under way. */
  async #next(act: () => Promise<void>): Promise<void> {
    while (this.#busy !== null) await this.#busy;
    await this.#once(act);
  }

  #explain(why: unknown): void {
    const { tell, again } = this.tools;
    if (why instanceof Moved || (why instanceof Stale && why.how === "changed")) {
      tell(fixes.changed);
      again();
    } else if (why instanceof CannotSet) tell(why.message);
    else if (why instanceof Trouble) {
      tell(fixes.nothingChanged(why.message));
      if (why instanceof SignedOut) again(); // so that the pane shows how to sign in
    } else tell(fixes.refused);
  }
}

const LINK = "link-instead-of-attachment";

/** Whoever stands in the fields and was not chosen goes to `to`, or goes. */
function chosen(
  draft: Draft,
  fields: readonly PeopleField[],
  stays: readonly Place[],
  to: PeopleField | null,
): Change {
  const isKept = ({ field, at }: Place): boolean => stays.some((s) => s.field === field && s.at === at);
  const all = fields.flatMap((field) => draft[field].map((_, at) => ({ field, at })));
  const going = all.filter((place) => !isKept(place));
  if (going.length === 0) throw new CannotSet(fixes.nobodyGoes);
  const people: Partial<Record<PeopleField, readonly Place[]>> = Object.fromEntries(
    fields.map((field) => [field, all.filter((place) => place.field === field && isKept(place))]),
  );
  if (to !== null) people[to] = [...draft[to].map((_, at) => ({ field: to, at })), ...going];
  const said = to === null ? fixes.takenOut(going.length) : fixes.moved(going.length, events.fields[to]);
  return { ...NO_CHANGE, said, people };
}
