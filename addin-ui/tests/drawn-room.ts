/** How does a test come into the bulletin's room? A bare page, clients that answer as told, session data of any size. */
import { BulletinRoom } from "../src/pane/bulletin/room";
import type { DraftRead } from "../src/outlook/read-draft";
import type { RequestClient } from "../src/wire/bulk-request";
import type { Undo } from "../src/pane/notice";
import type { CheckReply } from "../src/wire/contract";
import type { BulletinClient, Suggestion } from "../src/wire/item";
import { itemClient, requestClient, sessionOf, suggestion } from "./bulletin-samples";

const draft = { subject: "S", body: { content: "" }, attachments: [] } as unknown as DraftRead["draft"];
const DRAFT: DraftRead = { draft, unread: [], isEmpty: false, isUnreadable: false };
export const place = (): HTMLElement => document.getElementById("bulletin")!;
export const followed = (): HTMLElement => document.getElementById("followed-items")!;
export const headline = (): HTMLInputElement => place().querySelector<HTMLInputElement>("#item-headline")!;
export const suggest = (): Promise<Suggestion> => Promise.resolve(suggestion);
export const told: string[] = [];
export const kept = new Map<string, string>();
let way: Undo | undefined;
export const undo = (): void => way?.run();
export const undoHolds = (): Promise<boolean> | undefined => way?.holds();

interface Given {
  readonly requests?: Partial<RequestClient>;
  readonly reply?: CheckReply;
  /** How many characters its session data holds. */
  readonly most?: number;
  readonly signIn?: () => Promise<void>;
}
export function room(items: Partial<BulletinClient>, given: Given = {}): BulletinRoom {
  const { requests = {}, reply, most } = given;
  document.body.replaceChildren(Object.assign(document.createElement("main"), { id: "content" }));
  return new BulletinRoom({
    items: itemClient(items),
    requests: requestClient(requests),
    session: sessionOf(kept, most),
    read: () => Promise.resolve(DRAFT),
    verdict: () => reply ?? null,
    tell: (message, back) => {
      told.push(message);
      way = back;
    },
    redraw: () => undefined,
    signIn: () => given.signIn?.() ?? Promise.resolve(),
  });
}

/** Nothing is remembered from before. */
export function forgetAll(): void {
  localStorage.clear();
  told.length = 0;
  kept.clear();
  window.scrollTo = () => undefined;
  HTMLElement.prototype.scrollIntoView = () => undefined;
}
