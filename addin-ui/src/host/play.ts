/**
 * How does the Outlook that is played behave, and the network around it?
 *
 * Plain data, so that a condition is one entry of a table and the same for the compose window, the frames in it and
 * the tests. `ORDINARY` is Outlook on the web on a good day, which still gives at most a thousand recipients and takes
 * three calls at once.
 */

/** What happens to a call of Office.js, by its name (`to.getAsync`), or `*` for all of them. */
export type Manner =
  /** The AsyncResult says that it failed. */
  | "fails"
  /** It failed, and nothing says why: no error object. */
  | "fails-unexplained"
  /** Only this kind of content is refused: HTML of a body, say. */
  | "refuses-html"
  /** The member is there and throws when it is called. */
  | "throws"
  /** The member is not there although the requirement set says so. */
  | "lacks"
  /** No answer, ever. */
  | "silent"
  /** The callback is called twice. */
  | "twice"
  /** It succeeded, and brings nothing. */
  | "blank"
  /** It gives what was there before the last change for a moment longer. */
  | "stale";

/** What the service, or whatever stands between, does with a call to it. */
export type ServiceManner =
  | { readonly does: "answers"; readonly afterMs?: number }
  | { readonly does: "unreachable" | "hangs" | "cut-off" }
  | {
      readonly does: "says";
      readonly status: number;
      readonly type: string;
      readonly body: string;
      readonly headers?: Readonly<Record<string, string>>;
      /** The calls that meet it, by the end of their path; all where none is named. */
      readonly only?: string;
    };

export type Ready =
  | { readonly is: "ready"; readonly afterMs?: number; readonly times?: number }
  /** `onReady` is there and never resolves. */
  | { readonly is: "never" }
  /** Office.js could not be loaded: there is no `Office`. */
  | { readonly is: "blocked" }
  /** Office.js finds no Outlook around it. */
  | { readonly is: "outside" };

export type OpenItem = "message" | "appointment" | "reading" | "none";

/** What Outlook does about the add-in when Send is pressed. */
export type AtSend =
  /** It runs the handler. */
  | "asks"
  /** It has no such event, or does not raise it here. */
  | "never-asks"
  /** It could not load the add-in's file. */
  | "cannot-load"
  /** It ends the handler, starts it again and listens to both. */
  | "asks-twice"
  /** It gives the handler no item. */
  | "without-item";

export interface ClientName {
  /** As `Office.context.platform` says it. */
  readonly platform: "OfficeOnline" | "PC" | "Mac" | "Android" | "iOS" | "Universal";
  /** As `Office.context.mailbox.diagnostics.hostName` says it. */
  readonly host: string;
  readonly version: string;
}

/** The mode of the manifest that the organisation deployed. */
export type SendMode = "prompt-user" | "soft-block";

export interface Play {
  readonly client: ClientName;
  /** The highest Mailbox requirement set, such as `1.16`. */
  readonly mailbox: string;
  /** Whether `isSetSupported` can be asked yet. */
  readonly tellsSets: boolean;
  readonly ready: Ready;
  readonly item: OpenItem;
  /** Shortest and longest wait before an answer, in milliseconds. */
  readonly delay: readonly [number, number];
  readonly atOnce: number;
  readonly calls: Readonly<Record<string, Manner>>;
  /** How many recipients of a field are given back; null where there is no end. */
  readonly recipients: number | null;
  /** Whether every recipient comes back as `other`. */
  readonly tellsTypes: boolean;
  /** Whether the body was written as plain text. */
  readonly plainText: boolean;
  /** Characters of session data. */
  readonly session: number;
  readonly notes: number;
  readonly theme: "own" | "dark" | "none" | "named-colours";
  readonly language: string;
  readonly storage: "open" | "closed";
  /** Set where the mailbox belongs to somebody else. */
  readonly owner: "own" | "shared" | "delegated";
  readonly service: ServiceManner;
  readonly isOnline: boolean;
  readonly atSend: AtSend;
  readonly sendMode: SendMode;
  /** What the organisation has wait at Send while nobody can look. */
  readonly closed: readonly string[];
  /** How the file with the handlers behaves at Send, and how long Outlook needs to start it. */
  readonly startMs: number;
}

export const WEB: ClientName = {
  platform: "OfficeOnline",
  host: "OutlookWebApp",
  version: "20261116001.08",
};
export const CLASSIC: ClientName = { platform: "PC", host: "Outlook", version: "16.0.19725.20126" };
export const MAC: ClientName = { platform: "Mac", host: "OutlookMac", version: "16.105.26111600" };
export const ANDROID: ClientName = { platform: "Android", host: "OutlookAndroid", version: "4.2545.0" };
export const IOS: ClientName = { platform: "iOS", host: "OutlookIOS", version: "4.2545.0" };

export const ORDINARY: Play = {
  client: WEB,
  mailbox: "1.16",
  tellsSets: true,
  ready: { is: "ready" },
  item: "message",
  delay: [8, 60],
  atOnce: 3,
  calls: {},
  recipients: 1000,
  tellsTypes: true,
  plainText: false,
  session: 2_621_440,
  notes: 5,
  theme: "own",
  language: "en-GB",
  storage: "open",
  owner: "own",
  service: { does: "answers" },
  isOnline: true,
  atSend: "asks",
  sendMode: "prompt-user",
  closed: [],
  startMs: 40,
};

export const play = (differs: Partial<Play>): Play => ({ ...ORDINARY, ...differs });

/** How a call fares: by its own name, by what it ends in (`*.getAsync`), or like all. */
export const mannerOf = ({ calls }: Play, name: string): Manner | null =>
  calls[name] ?? calls[`*.${name.split(".").at(-1) ?? ""}`] ?? calls["*"] ?? null;
