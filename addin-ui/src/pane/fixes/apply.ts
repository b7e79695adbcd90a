/**
 * How is a change made in the open message, and how is it taken back?
 *
 * First everything is read and compared with the draft that the change is for; where Outlook holds something else by
 * now, nothing is touched. Then part after part is set, what is added before what is taken away, so that nothing is
 * lost half-way. A part that fails has the others put back.
 */
import { holdFile, type HeldFile, listFiles, putAbove, putBackFile, takeOff } from "../../outlook/files";
import {
  bodyPart,
  CannotSet,
  checkBody,
  checkPeople,
  checkWaiting,
  hasPicture,
  isPlainText,
  type Part,
  peoplePart,
  subjectPart,
  waitingPart,
} from "../../outlook/parts";
import { asRecipient } from "../../outlook/recipients";
import type { Draft } from "../../wire/contract";
import { type Change, PEOPLE, type PeopleField } from "../../wire/fix";
import { fixes } from "../../words/spoken";
import type { Undo } from "../notice";
import { fromAsLeft, isSame, Moved, partStep, settled, type Step } from "./part-step";
import { entriesWithout, textWithout } from "./take-back";

export { Moved };

export async function apply(
  item: Office.MessageCompose,
  seen: Draft,
  change: Change,
): Promise<Omit<Undo, "run"> & { readonly back: () => Promise<void> }> {
  const steps = [
    ...(await peopleSteps(item, seen, change)),
    ...(await subjectSteps(item, seen, change)),
    ...(await bodySteps(item, seen, change)),
    ...(await waitingSteps(item, change)),
    ...(await fileSteps(item, seen, change)),
  ];
  const done: Step[] = [];
  try {
    for (const step of steps) {
      done.unshift(step); // one that failed half-way is put back too
      await step.act();
    }
  } catch (why) {
    for (const step of done) await step.restore().catch(() => undefined);
    throw why;
  }
  const waysBack = (): Promise<(() => Promise<unknown>)[]> => Promise.all(done.map((step) => step.wayBack()));
  return {
    back: async () => {
      for (const goBack of await waysBack()) await goBack(); // all are known before the first is gone
    },
    holds: () => waysBack().then(() => true, isStillThere),
  };
}

/** What Outlook or its limits refuse is said when it is tried. */
function isStillThere(why: unknown): boolean {
  if (why instanceof Moved) return false;
  if (why instanceof CannotSet) return true;
  throw why;
}

async function subjectSteps(item: Office.MessageCompose, seen: Draft, { subject }: Change): Promise<Step[]> {
  if (subject === null) return [];
  const part = subjectPart(item);
  const before = await part.read();
  if (before !== seen.subject) throw new Moved();
  return [partStep(part, { before, after: subject, without: (left) => textWithout(before, left) })];
}

async function bodySteps(item: Office.MessageCompose, seen: Draft, { body, above }: Change): Promise<Step[]> {
  if (body === null && above === "") return [];
  const isText = seen.body.format === "text";
  const part = bodyPart(item, isText);
  const before = await part.read();
  if (before !== seen.body.content) throw new Moved();
  if (body === null) return [await aboveStep(item, part, before, above)];
  checkBody(before, body);
  const without = (left: string): ((now: string) => string | null) => textWithout(before, left);
  return [partStep(part, { before, after: body, without, check: checkBody })];
}

/** Put before the words, which stay untouched, pictures and all; taken back only where that harms nothing. */
async function aboveStep(
  item: Office.MessageCompose,
  part: Part<string>,
  before: string,
  above: string,
): Promise<Step> {
  const isText = await isPlainText(item);
  let back = textWithout(before, before);
  return {
    async act() {
      await putAbove(item, isText ? asText(above) : above, isText);
      back = textWithout(before, await settled(part, before, before));
    },
    restore: async () => {
      checkBody(before, before);
      await part.put(before);
    },
    async wayBack() {
      const now = await part.read();
      const then = back(now);
      if (then === null) throw new Moved();
      return () => {
        if (hasPicture(now)) throw new CannotSet(fixes.linkStays); // the file is attached again by now
        return part.put(then);
      };
    },
  };
}

/** "plan.pdf: https://…", a line a link. */
function asText(html: string): string {
  const page = new DOMParser().parseFromString(html, "text/html");
  return [...page.querySelectorAll("a")].map((link) => `${link.textContent}: ${link.href}\n`).join("") + "\n";
}

async function waitingSteps(item: Office.MessageCompose, { sendingAt }: Change): Promise<Step[]> {
  if (sendingAt === null) return [];
  checkWaiting();
  const part = waitingPart(item);
  const before = await part.read();
  return [partStep(part, { before, after: sendingAt.getTime(), without: fromAsLeft(before) })];
}

async function peopleSteps(item: Office.MessageCompose, seen: Draft, { people }: Change): Promise<Step[]> {
  const fields = PEOPLE.filter((field) => people[field] !== undefined);
  if (fields.length === 0) return [];
  const needed = PEOPLE.filter((field) =>
    fields.some((f) => f === field || people[f]?.some((p) => p.field === field)),
  );
  const read = new Map(
    await Promise.all(needed.map(async (field) => [field, await peoplePart(item, field).read()] as const)),
  );
  for (const [field, entries] of read) if (!isSame(entries.map(asRecipient), seen[field])) throw new Moved();
  const grown = (field: PeopleField): number => (people[field]?.length ?? 0) - (read.get(field)?.length ?? 0);
  return fields
    .map((field) => {
      const before = read.get(field) ?? [];
      const after = (people[field] ?? []).flatMap((place) => read.get(place.field)?.[place.at] ?? []);
      if (after.length !== people[field]?.length) throw new Moved();
      checkPeople(field, before, after);
      const check = (now: Entries, then: Entries): void => checkPeople(field, now, then);
      return {
        field,
        step: partStep(peoplePart(item, field), { before, after, without: withoutMove(before), check }),
      };
    })
    .sort((one, other) => grown(other.field) - grown(one.field)) // first the copy, then the removal: nobody is lost half-way
    .map(({ step }) => step);
}

type Entries = Office.EmailAddressDetails[];

const withoutMove =
  (before: Entries) =>
  (left: Entries) =>
  (now: Entries): Entries | null =>
    isSame(now, left)
      ? before
      : entriesWithout(before, left, now, ({ emailAddress }) => emailAddress.toLowerCase());

async function fileSteps(item: Office.MessageCompose, seen: Draft, { detached }: Change): Promise<Step[]> {
  if (detached.length === 0) return [];
  const listed = await listFiles(item);
  if (
    !isSame(
      listed.map(({ name, size }) => [name, size]),
      seen.attachments.map(({ name, size }) => [name, size]),
    )
  )
    throw new Moved();
  const steps: Step[] = [];
  for (const at of detached) {
    const one = listed[at];
    if (one === undefined) throw new Moved();
    steps.push(fileStep(item, await holdFile(item, one)));
  }
  return steps;
}

function fileStep(item: Office.MessageCompose, file: HeldFile): Step {
  let held = file;
  let isOff = false;
  const attach = async (): Promise<void> => {
    if (isOff) held = await putBackFile(item, held);
    isOff = false;
  };
  return {
    async act() {
      await takeOff(item, held);
      isOff = true;
    },
    restore: attach,
    wayBack: () => Promise.resolve(attach), // whatever was attached since, it can be attached again
  };
}
