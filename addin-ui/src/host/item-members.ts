/**
 * What can be called on the open item?
 *
 * Members present only up to the client's requirement set, each an asynchronous call that tells its callback; and what
 * can go wrong on the add-in's own side of the door: a member that is not there after all, one that throws, a callback
 * that is called twice.
 */
import { FIELD_NAMES } from "./compose-item";
import type { HostLink } from "./office-global";
import { mannerOf, type Play } from "./play";

type Link = Pick<HostLink, "call">;
type Method = (...args: unknown[]) => void;

/** Members of a compose item, each with the requirement set that brought it. */
const MEMBERS: readonly (readonly [set: string, name: string])[] = [
  ...FIELD_NAMES.flatMap((f) =>
    ["getAsync", "setAsync", "addAsync"].map((m) => ["1.1", `${f}.${m}`] as const),
  ),
  ["1.1", "subject.getAsync"],
  ["1.1", "subject.setAsync"],
  ["1.1", "body.getTypeAsync"],
  ["1.3", "body.getAsync"],
  ["1.3", "body.setAsync"],
  ["1.1", "body.prependAsync"],
  ["1.2", "body.setSelectedDataAsync"],
  ["1.1", "removeAttachmentAsync"],
  ["1.3", "notificationMessages.addAsync"],
  ["1.3", "notificationMessages.replaceAsync"],
  ["1.3", "notificationMessages.getAllAsync"],
  ["1.3", "notificationMessages.removeAsync"],
  ["1.3", "saveAsync"],
  ["1.7", "from.getAsync"],
  ["1.8", "getSharedPropertiesAsync"],
  ["1.8", "getInitializationContextAsync"],
  ["1.8", "internetHeaders.getAsync"],
  ["1.8", "internetHeaders.setAsync"],
  ["1.8", "internetHeaders.removeAsync"],
  ["1.8", "getAttachmentsAsync"],
  ["1.8", "getAttachmentContentAsync"],
  ["1.8", "addFileAttachmentFromBase64Async"],
  ["1.10", "getComposeTypeAsync"],
  ["1.11", "sessionData.getAsync"],
  ["1.11", "sessionData.getAllAsync"],
  ["1.11", "sessionData.setAsync"],
  ["1.11", "sessionData.removeAsync"],
  ["1.11", "sessionData.clearAsync"],
  ["1.10", "isClientSignatureEnabledAsync"],
  ["1.13", "delayDeliveryTime.getAsync"],
  ["1.13", "delayDeliveryTime.setAsync"],
  ["1.13", "sensitivityLabel.getAsync"],
];

export function itemMembers(play: Play, link: Link): Record<string, unknown> {
  const item: Record<string, unknown> = {};
  for (const [set, path] of MEMBERS) {
    const [first = "", second] = path.split(".");
    if (second !== undefined && compareVersions(play.mailbox, set) >= 0) item[first] ??= {};
    if (compareVersions(play.mailbox, set) < 0 || mannerOf(play, path) === "lacks") continue;
    const method = asyncMethod(path, link, play);
    if (second === undefined) item[first] = method;
    else item[first] = { ...(item[first] as object | undefined), [second]: method };
  }
  return item;
}

/** The last argument is the callback, the one before may be options: as Office.js takes them. */
function asyncMethod(name: string, link: Link, play: Play): Method {
  const manner = mannerOf(play, name);
  return (...args) => {
    if (manner === "throws") throw new Error(`${name} is not implemented.`);
    const callback = typeof args.at(-1) === "function" ? (args.pop() as (result: object) => void) : null;
    const options = args.at(-1) as { asyncContext?: unknown } | null | undefined;
    void link.call(name, args).then((answer) => {
      const result = { ...answer, asyncContext: options?.asyncContext };
      callback?.(result);
      if (manner === "twice") callback?.(result);
    });
  };
}

export function compareVersions(one: string, other: string): number {
  const [a, b] = [one, other].map((v) => v.split(".").map(Number)) as [number[], number[]];
  return (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0);
}
