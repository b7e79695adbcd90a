/** How is an item made of the draft, or mended when it was sent back, and how is it followed? */
import type { DraftRead } from "../../outlook/read-draft";
import type { Draft, Mailbox } from "../../wire/contract";
import type { BulletinClient, FollowedItem, ItemFields } from "../../wire/item";
import type { Errand, Filling } from "./errand";
import type { Followable, Followed } from "./following/followed";
import { type About, itemForm } from "./form/item-form";
import type { KeptForm } from "./kept-form";
import { bulletin } from "../../words/spoken";

const NOTHING: About = {
  marks: [],
  gates: [],
  alike: [],
  issue: null,
  is_too_late: false,
  asksConsent: false,
};

export function itemErrand(
  client: BulletinClient,
  followed: Followed<FollowedItem>,
  read: () => Promise<DraftRead>,
  kept: KeptForm<ItemFields>,
): Errand<ItemFields> {
  let from: Mailbox | null = null;
  let pictures = false;
  return {
    title: bulletin.titles.item,
    words: "",
    kept,
    refill: { press: bulletin.press.refill, said: bulletin.said.refilled },
    async fill() {
      const { draft } = await read();
      from = draft.from ?? null;
      pictures = hasPictures(draft);
      const found = await client.suggest(draft);
      return filling(found.item, { ...found, asksConsent: found.marks.length > 0 || pictures });
    },
    around: (fields) => filling(fields, { ...NOTHING, asksConsent: pictures }),
    async send(fields) {
      const made = await client.submit(kept.key, fields, from);
      void kept.clear();
      await followed.takeFromHere(made);
      return followed.sent(made, bulletin.said.itemSent);
    },
    async goOn() {
      await kept.clear(); // the name stands for what arrived before
      return bulletin.said.sendAnew;
    },
  };
}

/** One that was sent back. */
export function mendErrand(
  client: BulletinClient,
  followed: Followed<FollowedItem>,
  item: FollowedItem,
  kept: KeptForm<ItemFields>,
): Errand<ItemFields> {
  let seen = item;
  const { gates, alike } = item;
  const about = { ...NOTHING, gates, alike, asksConsent: true };
  return {
    title: bulletin.titles.mend,
    words: item.said,
    kept,
    refill: { press: bulletin.press.asSentBack, said: bulletin.said.asSentBack },
    fill: () => Promise.resolve(filling(item.item, about)),
    around: (fields) => filling(fields, about),
    async send(fields) {
      const mended = await client.mend(seen.id, seen.version, fields);
      void kept.clear();
      followed.take(mended);
      return followed.sent(mended, bulletin.said.itemSent);
    },
    async goOn() {
      seen = await client.follow(seen.id);
      followed.take(seen);
      return seen.stage === "sent-back" ? `${seen.said} ${bulletin.said.pressAgain}` : seen.said;
    },
  };
}

export function followableItems(
  client: BulletinClient,
  mend: (item: FollowedItem) => void,
): Followable<FollowedItem> {
  return {
    name: "items",
    takenBack: bulletin.said.itemBack,
    follow: (id) => client.follow(id),
    withdraw: (id, version) => client.withdraw(id, version),
    line: (thing) => ({
      id: thing.id,
      version: thing.version,
      title: thing.item.headline,
      state: thing.stage,
      stage: bulletin.stages[thing.stage],
      said: thing.said,
      link: thing.link,
      isAlive: thing.stage !== "declined" && thing.stage !== "withdrawn",
      mayTakeBack: thing.may_withdraw,
      mend:
        thing.stage === "sent-back"
          ? () => {
              mend(thing);
            }
          : null,
      more: null,
    }),
  };
}

function filling(fields: ItemFields, about: About): Filling<ItemFields> {
  return { fields, draw: (now, acts) => itemForm(now, about, acts) };
}

function hasPictures({ body, attachments }: Draft): boolean {
  return /<img\b/i.test(body.content) || attachments.some(({ name }) => PICTURE.test(name));
}
const PICTURE = /\.(jpe?g|png|gif|heic|webp|bmp|tiff?)$/i;
