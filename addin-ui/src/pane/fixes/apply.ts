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
  checkBody,
  checkPeople,
  checkWaiting,
  isPlainText,
  type Part,
  peoplePart,
  subjectPart,
  waitingPart,
} from "../../outlook/parts";
import { asRecipient } from "../../outlook/recipients";
import type { Draft } from "../../wire/contract";
import { type Change, PEOPLE, type PeopleField } from "../../wire/fix";
import type { Undo } from "../notice";

/** What Outlook holds is not what the change is for. */
export class Moved extends Error {}

/** One thing that is set: done, looked at, and taken back. */
interface Step {
  readonly act: () => Promise<void>;
  readonly back: () => Promise<void>;
  readonly holds: () => Promise<boolean>;
}

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
    for (const step of done) await step.back().catch(() => undefined);
    throw why;
  }
  return {
    back: async () => {
      for (const step of done) await step.back();
    },
    holds: async () => (await Promise.all(done.map((step) => step.holds()))).every(Boolean),
  };
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Set, then read again: Outlook may write what it was given in its own way, and a moment later. */
function partStep<T>(part: Part<T>, before: T, after: T): Step {
  let held = after;
  return {
    async act() {
      await part.put(after);
      held = await settled(part, before, after);
    },
    back: async () => {
      await part.put(before);
    },
    holds: async () => isSame(await part.read(), held),
  };
}

const LOOKS = 4;
const BETWEEN_MS = 250;

async function settled<T>(part: Part<T>, before: T, after: T): Promise<T> {
  for (let look = 0; look < LOOKS; look += 1) {
    const now = await part.read().catch(() => before);
    if (!isSame(now, before)) return now;
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
  }
  return after;
}

async function subjectSteps(item: Office.MessageCompose, seen: Draft, { subject }: Change): Promise<Step[]> {
  if (subject === null) return [];
  const part = subjectPart(item);
  const before = await part.read();
  if (before !== seen.subject) throw new Moved();
  return [partStep(part, before, subject)];
}

async function bodySteps(item: Office.MessageCompose, seen: Draft, { body, above }: Change): Promise<Step[]> {
  if (body === null && above === "") return [];
  const isText = seen.body.format === "text";
  const part = bodyPart(item, isText);
  const before = await part.read();
  if (before !== seen.body.content) throw new Moved();
  if (body === null) return [await aboveStep(item, part, before, above)];
  checkBody(before, body);
  return [partStep(part, before, body)];
}

/** Put before the words, which stay untouched, pictures and all; taken back only where that harms nothing. */
async function aboveStep(
  item: Office.MessageCompose,
  part: Part<string>,
  before: string,
  above: string,
): Promise<Step> {
  const isText = await isPlainText(item);
  let held = before;
  return {
    async act() {
      await putAbove(item, isText ? asText(above) : above, isText);
      held = await settled(part, before, before);
    },
    back: async () => {
      checkBody(before, before);
      await part.put(before);
    },
    holds: async () => (await part.read()) === held,
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
  return [partStep(part, await part.read(), sendingAt.getTime())];
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
      return { field, step: partStep(peoplePart(item, field), before, after) };
    })
    .sort((one, other) => grown(other.field) - grown(one.field)) // first the copy, then the removal: nobody is lost half-way
    .map(({ step }) => step);
}

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
  return {
    async act() {
      await takeOff(item, held);
      isOff = true;
    },
    async back() {
      if (isOff) held = await putBackFile(item, held);
      isOff = false;
    },
    holds: () => Promise.resolve(true), // whatever was attached since, it can be attached again
  };
}
