/**
 * What does an add-in find in `window.Office`?
 *
 * The part of Office.js that a compose add-in uses, over any `HostLink`: AsyncResults given to callbacks, API
 * members present only up to the client's requirement set, enums with their real values.
 */
import type { Answer } from "./exchange";
import { FIELD_NAMES } from "./compose-item";
import { compareVersions, itemMembers } from "./item-members";
import type { HostEvent, Welcome } from "./messages";
import { ORDINARY, type Play } from "./play";

export interface HostLink {
  call(name: string, args: readonly unknown[]): Promise<Answer>;
  onEvent(listener: (event: HostEvent) => void): void;
}
type Method = (...args: unknown[]) => void;
type Handler = (event: HostEvent) => void;

export function officeGlobal(
  welcome: Welcome,
  link: HostLink,
  play: Play = ORDINARY,
): Record<string, unknown> {
  const handlers = new Map<string, Set<Handler>>();
  const addHandlerAsync = registrar(handlers);
  let open = new OpenedItem(link);
  const mailbox: Record<string, unknown> = { item: openItem(play, open, addHandlerAsync) };
  link.onEvent((event) => {
    if (event.type === "olkItemSelectedChanged") {
      open.isOver = true; // what holds on to the message that was left gets no more answers from it
      open = new OpenedItem(link);
      mailbox.item = openItem(play, open, addHandlerAsync);
    }
    handlers.get(event.type)?.forEach((handler) => {
      handler(event);
    });
  });
  const { client } = play;
  return {
    ...ENUMS,
    context: {
      contentLanguage: play.language,
      displayLanguage: play.language,
      host: "Outlook",
      platform: client.platform,
      diagnostics: { host: "Outlook", platform: client.platform, version: client.version },
      officeTheme: themeFor(play, welcome),
      requirements: play.tellsSets
        ? { isSetSupported: (name: string, version = "1.1") => supports(play, name, version) }
        : {},
      ui: {
        openBrowserWindow: (url: string) => window.open(url, "_blank", "noopener"),
        displayDialogAsync: dialogs(),
      },
      mailbox: Object.assign(mailbox, {
        diagnostics: { hostName: client.host, hostVersion: client.version, OWAView: "ThreeColumns" },
        addHandlerAsync,
        userProfile: { ...welcome.user, timeZone: "GMT Standard Time" },
      }),
    },
  };
}

/** The calls of one open item, until the person goes to another. */
class OpenedItem implements Pick<HostLink, "call"> {
  isOver = false;

  constructor(readonly link: HostLink) {}

  async call(name: string, args: readonly unknown[]): Promise<Answer> {
    const answer = await this.link.call(name, args);
    return this.isOver ? GONE : answer;
  }
}

const GONE: Answer = {
  status: "failed",
  error: { code: 9020, name: "InvalidOperation", message: "The item is no longer open." },
};

/** What stands in `mailbox.item`: nothing where the mailbox is none of the add-in's, nothing to set while reading. */
function openItem(
  play: Play,
  link: Pick<HostLink, "call">,
  addHandlerAsync: Method,
): Record<string, unknown> | null {
  if (play.item === "none") return null;
  const itemType = play.item === "appointment" ? "appointment" : "message";
  if (play.item === "reading")
    return { itemType, itemId: "AAMkAGRead", subject: "Read, not written", addHandlerAsync };
  const members = itemMembers(play, link);
  if (play.item === "message") return { itemType, itemId: null, addHandlerAsync, ...members };
  const rest = Object.fromEntries(Object.entries(members).filter(([name]) => !FIELDS.has(name)));
  const { to, cc } = members;
  return { itemType, itemId: null, addHandlerAsync, ...rest, requiredAttendees: to, optionalAttendees: cc };
}

const FIELDS: ReadonlySet<string> = new Set(FIELD_NAMES);

/** Newer builds name colours where older ones gave numbers; some give no theme at all. */
function themeFor({ theme }: Play, welcome: Welcome): object | undefined {
  if (theme === "none") return undefined;
  if (theme === "dark")
    return { ...welcome.theme, bodyBackgroundColor: "#1f1f1f", bodyForegroundColor: "#f0f0f0" };
  return theme === "own"
    ? welcome.theme
    : { bodyBackgroundColor: "window", bodyForegroundColor: "windowtext" };
}

/** No dialog opens here: there is nobody to sign in with. Blocked ones fail with the code of Office. */
function dialogs(): Method {
  return (...args) => {
    const callback = args.at(-1) as (result: object) => void;
    const error = {
      code: 12009,
      name: "DialogBlocked",
      message: "The person, or the browser, blocked the dialog.",
    };
    queueMicrotask(() => {
      callback({ status: "failed", error });
    });
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

const supports = ({ mailbox }: Play, name: string, version: string): boolean =>
  name === "NestedAppAuth"
    ? "nestedAppAuthBridge" in window // where a test stands in for Outlook's own sign-in
    : name === "Mailbox" && compareVersions(mailbox, version) >= 0;

const ENUMS = {
  AsyncResultStatus: { Succeeded: "succeeded", Failed: "failed" },
  CoercionType: { Html: "html", Text: "text" },
  HostType: { Outlook: "Outlook" },
  EventType: {
    RecipientsChanged: "olkRecipientsChanged",
    AttachmentsChanged: "olkAttachmentsChanged",
    InitializationContextChanged: "olkInitializationContextChanged",
    OfficeThemeChanged: "officeThemeChanged",
    ItemChanged: "olkItemSelectedChanged",
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
