/**
 * What does an add-in find in `window.Office`?
 *
 * The part of Office.js that a compose add-in uses, over any `HostLink`: AsyncResults given to callbacks, API
 * members present only up to the client's requirement set, enums with their real values.
 */
import type { Answer } from "./exchange";
import { FIELD_NAMES } from "./compose-item";
import type { HostEvent, Welcome } from "./messages";

export interface HostLink {
  call(name: string, args: readonly unknown[]): Promise<Answer>;
  onEvent(listener: (event: HostEvent) => void): void;
}
type Method = (...args: unknown[]) => void;
type Handler = (event: HostEvent) => void;

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
  ["1.1", "removeAttachmentAsync"],
  ["1.3", "notificationMessages.addAsync"],
  ["1.3", "notificationMessages.replaceAsync"],
  ["1.3", "notificationMessages.getAllAsync"],
  ["1.3", "notificationMessages.removeAsync"],
  ["1.3", "getInitializationContextAsync"],
  ["1.7", "from.getAsync"],
  ["1.8", "getAttachmentsAsync"],
  ["1.8", "getAttachmentContentAsync"],
  ["1.8", "addFileAttachmentFromBase64Async"],
  ["1.10", "getComposeTypeAsync"],
  ["1.11", "sessionData.getAsync"],
  ["1.11", "sessionData.getAllAsync"],
  ["1.11", "sessionData.setAsync"],
  ["1.11", "sessionData.removeAsync"],
  ["1.11", "sessionData.clearAsync"],
  ["1.13", "delayDeliveryTime.getAsync"],
];

export function officeGlobal(welcome: Welcome, link: HostLink): Record<string, unknown> {
  const handlers = new Map<string, Set<Handler>>();
  link.onEvent((event) => {
    handlers.get(event.type)?.forEach((handler) => {
      handler(event);
    });
  });
  const addHandlerAsync = registrar(handlers);
  const item = { itemType: "message", itemId: null, addHandlerAsync, ...members(welcome.mailbox, link) };
  const diagnostics = { hostName: "OutlookWebApp", hostVersion: "20261116001.08", OWAView: "ThreeColumns" };
  return {
    ...ENUMS,
    context: {
      contentLanguage: "en-GB",
      displayLanguage: "en-GB",
      host: "Outlook",
      platform: "OfficeOnline",
      diagnostics: { host: "Outlook", platform: "OfficeOnline", version: "16.0.0.0" },
      officeTheme: welcome.theme,
      requirements: {
        isSetSupported: (name: string, version = "1.1") => supports(welcome.mailbox, name, version),
      },
      ui: { openBrowserWindow: (url: string) => window.open(url, "_blank", "noopener") },
      mailbox: {
        item,
        diagnostics,
        addHandlerAsync,
        userProfile: { ...welcome.user, timeZone: "GMT Standard Time" },
      },
    },
  };
}

function members(mailbox: string, link: HostLink): Record<string, unknown> {
  const item: Record<string, unknown> = {};
  for (const [set, path] of MEMBERS) {
    if (compareVersions(mailbox, set) < 0) continue;
    const [first = "", second] = path.split(".");
    const method = asyncMethod(path, link);
    if (second === undefined) item[first] = method;
    else item[first] = { ...(item[first] as object | undefined), [second]: method };
  }
  return item;
}

/** The last argument is the callback, the one before may be options: as Office.js takes them. */
function asyncMethod(name: string, link: HostLink): Method {
  return (...args) => {
    const callback = typeof args.at(-1) === "function" ? (args.pop() as (result: object) => void) : null;
    const options = args.at(-1) as { asyncContext?: unknown } | null | undefined;
    void link
      .call(name, args)
      .then((answer) => callback?.({ ...answer, asyncContext: options?.asyncContext }));
  };
}

function registrar(handlers: Map<string, Set<Handler>>): Method {
  return (...args) => {
    const [type, handler] = args as [string, Handler];
    const callback =
      typeof args.at(-1) === "function" && args.length > 2 ? (args.at(-1) as (result: object) => void) : null;
    const registered = handlers.get(type) ?? new Set<Handler>();
    handlers.set(type, registered.add(handler));
    queueMicrotask(() => callback?.({ status: "succeeded" }));
  };
}

const supports = (mailbox: string, name: string, version: string): boolean =>
  name === "NestedAppAuth"
    ? "nestedAppAuthBridge" in window // where a test stands in for Outlook's own sign-in
    : name === "Mailbox" && compareVersions(mailbox, version) >= 0;

function compareVersions(one: string, other: string): number {
  const [a, b] = [one, other].map((v) => v.split(".").map(Number)) as [number[], number[]];
  return (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0);
}

const ENUMS = {
  AsyncResultStatus: { Succeeded: "succeeded", Failed: "failed" },
  CoercionType: { Html: "html", Text: "text" },
  HostType: { Outlook: "Outlook" },
  EventType: {
    RecipientsChanged: "olkRecipientsChanged",
    AttachmentsChanged: "olkAttachmentsChanged",
    InitializationContextChanged: "olkInitializationContextChanged",
    OfficeThemeChanged: "officeThemeChanged",
  },
  MailboxEnums: {
    ItemNotificationMessageType: {
      InformationalMessage: "informationalMessage",
      ErrorMessage: "errorMessage",
      ProgressIndicator: "progressIndicator",
      InsightMessage: "insightMessage",
    },
    RecipientType: {
      User: "user",
      DistributionList: "distributionList",
      ExternalUser: "externalUser",
      Other: "other",
    },
    AttachmentType: { File: "file", Item: "item", Cloud: "cloud" },
  },
};
