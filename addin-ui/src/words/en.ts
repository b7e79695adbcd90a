/**
 * What does Sendwell say, in English?
 *
 * Every word that a person reads or hears in the add-in, by the place where it stands. Another language is a file of the
 * same shape, which the compiler holds it to. What rules and policies say comes from the service and stays as it came.
 *
 * `events` is all that the file for Outlook's events takes: it runs where there is no Intl, so its numbers are plain.
 */
import type { RequestKind, RequestState } from "../wire/bulk-request";
import type { Attach, Channel, KeepReason, Readership, Severity, WrongReason } from "../wire/contract";
import type { Consent, Stage } from "../wire/item";
import type { Kind } from "../send/local/numbers";
import type { WhyNot } from "../send/why-not";
import { waysOf } from "./ways";

export const locale = "en-GB" as string;
const ways = /* @__PURE__ */ waysOf(locale);

const TO = "To";
const CC = "Cc";
const BCC = "Bcc";

/** The bar above a message holds 150 characters, the dialog at Send 500, and its button 20. */
export const events = {
  fields: { to: TO, cc: CC, bcc: BCC },
  bar: {
    on: "Sendwell is on.",
    mobile:
      "Sendwell is on. On a phone Outlook does not ask it at Send, so what you send from here is not checked then.",
    signedOut: "Sendwell is on. Open it and sign in, so that your mail can be checked.",
    notAtSend: "On a phone it is not checked at Send",
    gap: (what: string): string => `Not checked: ${what}`,
    openPane: "Open Sendwell",
  },
  notChecked: {
    unreachable: "Sendwell could not be reached. Your mail is not blocked.",
    slow: "Sendwell did not answer in time. Your mail was not checked, and is not blocked.",
    busy: "Sendwell was busy. Your mail was not checked, and is not blocked.",
    "too-big": "This message is too big for Sendwell. It was not checked, and is not blocked.",
    refused: "Sendwell could not read this message. It was not checked, and is not blocked.",
    "signed-out": "Sendwell needs you to sign in again. Your mail was not checked, and is not blocked.",
    broken: "Something went wrong in Sendwell. Your mail was not checked, and is not blocked.",
    unreadable: "Outlook did not let Sendwell read this message. It was not checked, and is not blocked.",
    changing:
      "This message was changed while it was checked. As it is now it was not checked; it is not blocked.",
  } satisfies Record<WhyNot, string>,
  dialog: {
    seeMore: "See what to do",
    openPane: "Open Sendwell",
    policy: (cited: string): string => `Policy: ${cited}`,
    cited: (quote: string, where: string): string => `“${quote}” (${where})`,
    quoted: (words: string): string => `“${words}”`,
    takeOut: "Take this out",
    first: (step: string): string => `${step} first.`,
    takeOutFirst: (named: string): string => `Take this out first: ${named}`,
    andMore: (count: number): string => ` and ${count} more`,
    more: (count: number): string => `And ${count} more ${count === 1 ? "thing" : "things"} to check.`,
    /** Of the graver ones there may be none. */
    smaller: (graver: number, smaller: number): string =>
      `And ${graver === 0 ? "" : `${graver} more and `}${smaller} smaller ${smaller === 1 ? "thing" : "things"} in the pane.`,
    /** Above what the add-in saw by itself. */
    onlySeen: {
      unreachable: "Sendwell could not be reached",
      slow: "Sendwell did not answer in time",
      busy: "Sendwell was busy",
      "too-big": "This message is too big for Sendwell",
      refused: "Sendwell could not read this message",
      "signed-out": "Sendwell needs you to sign in again",
      broken: "Something went wrong in Sendwell",
      unreadable: "Outlook did not let Sendwell read this message",
      changing: "This message was changed while it was checked",
    } satisfies Record<WhyNot, string>,
    soItLooked: ", so only the most certain things were looked for.",
    soNothing: ", so this message was not checked.",
    notBlocked: "Your mail is not blocked: you can send it as it is.",
    waits: "Your organisation asks that such a message waits until it can be checked. Please try again soon.",
  },
  /** What the add-in saw by itself: of one, and of several. */
  seen: {
    "nhs-number": ["An NHS number is in this message", "NHS numbers are in this message"],
    "national-insurance-number": [
      "A National Insurance number is in this message",
      "National Insurance numbers are in this message",
    ],
    "payment-card": ["A payment card number is in this message", "Payment card numbers are in this message"],
    "bank-account": ["Bank details are in this message", "Bank details are in this message"],
  } satisfies Record<Kind, [one: string, several: string]>,
  account: (last: string): string => `sort code ••-••-••, account ••••${last}`,
  seenMany: (count: number, isLeast: boolean): string =>
    `It goes to ${isLeast ? "at least " : ""}${count} recipients`,
  seenShown: (count: number): string => `${count} private addresses are shown to each other in To and Cc`,
  /** What Outlook did not give. */
  unread: {
    subject: "Outlook did not give the subject.",
    text: "Outlook did not give the text of the message.",
    to: `Outlook did not give the ${TO} field.`,
    cc: `Outlook did not give the ${CC} field.`,
    bcc: `Outlook did not give the ${BCC} field.`,
    from: "Outlook did not say who sends it.",
    kindOfReply: "Outlook did not say whether this is a reply.",
    leaves: "Outlook did not say when it is to leave.",
    nobody: `Outlook names nobody in ${TO}, ${CC} or ${BCC}, so who it goes to was not checked.`,
    attachments: "Outlook did not give the attachments.",
    neverTold: "This Outlook does not tell Sendwell what is attached.",
  },
};

/** Why something did not come about, where the service does not say it better. */
export const troubles = {
  slow: "Sendwell took too long to answer.",
  unreachable: "Sendwell could not be reached.",
  signIn: "You need to sign in again.",
  tooBig: "This message is too big to check.",
  busy: "Sendwell is busy.",
  refused: "Sendwell could not read this message.",
  broken: "Something went wrong in Sendwell.",
  notRead: "Sendwell's answer could not be read.",
  noSense: "Sendwell could not make sense of this message.",
  noText: "Outlook did not give the text of this message.",
  signedOut: "You are signed out of Sendwell.",
  noSignIn: "Your organisation’s sign-in could not be reached.",
  signInNotSaid: "Sendwell did not say how to sign in.",
  signInNotLoaded: "The sign-in could not be loaded.",
  signInNotOpened: "Outlook did not open the sign-in.",
  signInNotEnded: "That sign-in did not come to an end.",
  signInClosed: "The sign-in was closed before it came to an end.",
  nobodyNeed: "Nobody need sign in here.",
};

/** Of the dialog in which somebody signs in. */
export const signIn = {
  nobodyNeed: "Nobody need sign in here. You can close this window.",
  notEnded: "The sign-in did not come to an end. Close this window, and try again from the pane.",
};

/** Dates and moments. A day is `2026-11-27`, and stays as it is where it is none. */
export const dates = {
  /** "Friday 27 November". */
  day: (day: Date): string => ways.date(day, { weekday: "long", day: "numeric", month: "long" }),
  /** "21 November 2026". */
  date: (day: Date): string => ways.date(day, { day: "numeric", month: "long", year: "numeric" }),
  /** "Wednesday 25 November, noon". */
  moment(moment: Date): string {
    const time = ways.date(moment, { hour: "2-digit", minute: "2-digit" });
    return `${dates.day(moment)}, ${time === "12:00" ? "noon" : time}`;
  },
  weekday: (day: Date): string => ways.date(day, { weekday: "short" }),
  number: (day: Date): string => ways.date(day, { day: "numeric" }),
  month: (day: Date): string => ways.date(day, { month: "short" }),
};

export const pane = {
  colours: {
    label: "Colours",
    auto: "As Outlook",
    light: "Light",
    dark: "Dark",
  },
  undo: "Undo",
  beforeThat: (done: string): string => `Before that: ${done}`,
  opensInTab: " (opens in a new tab)",

  waiting: {
    first: "Checking the draft",
    again: "Checking again",
    long: "Still checking; you can carry on",
  },
  empty: {
    title: "Nothing to check yet",
    words: "Add a recipient or start writing. The draft is checked when you pause.",
    pasted: "Paste or type the words. They are checked when you pause.",
  },
  clear: {
    title: "No rule applies",
    withGaps: "No rule applies to what was checked",
    answered: "Nothing else to check",
    read: "Please still read it through.",
    notRead: "Pictures, PDFs and Office files are not read yet.",
    spoken: "No rule applies. Please still read it through",
  },
  trouble: {
    title: "Not checked",
    notBlocked: "Your mail is not blocked.",
    spoken: "Not checked. Your mail is not blocked",
    signIn: "Sign in",
    retry: "Try again",
    signInOrSend: "Your draft is safe. Sign in to have it checked, or carry on and send.",
    next: {
      unreachable: "You can carry on and send. Sendwell keeps trying.",
      unreadable: "You can carry on and send. Sendwell keeps trying.",
      slow: "You can carry on and send. Sendwell keeps trying.",
      busy: "You can carry on. Sendwell tries again shortly.",
      "too-big": "Make the message smaller to have it checked, or send it as it is.",
      refused: "You can carry on. If this goes on, tell the help desk.",
      "signed-out": "Your draft is safe. Close and open this pane to sign in again.",
      "no-sign-in": "You can carry on and send. Sendwell tries again when you write on.",
      broken: "You can carry on and send. If this goes on, tell the help desk.",
    },
  },
  noMessage: {
    outside: [
      "Open this in Outlook",
      "This page reads the message you are writing. Open it from the Sendwell button of a new message.",
    ],
    "not-ready": [
      "Outlook has not answered",
      "Not checked. Your mail is not blocked. Sendwell goes on waiting; if nothing changes, close this pane and open it again.",
    ],
    "no-item": [
      "Outlook does not let Sendwell see this message",
      "In some mailboxes and folders Outlook keeps add-ins out. This message is not checked, and not blocked.",
    ],
    meeting: [
      "Meeting invitations are not checked",
      "Sendwell looks at e-mails. Your invitation is not blocked.",
    ],
    reading: [
      "Nothing is being written here",
      "Sendwell looks at messages that you write. Open it from a new message, a reply, or one you pass on.",
    ],
  } satisfies Record<string, [title: string, words: string]>,
  foot: {
    checked: "Checked against your organisation’s own policy. No text of your message is kept.",
    partly: "All else was checked against your organisation’s own policy. No text of your message is kept.",
    again: "What you changed last is still being checked. What stands here was found before it.",
    trouble: "This draft was not checked against your organisation’s policy.",
    before: "Drafts are checked against your organisation’s own policy. No text of them is kept.",
  },

  welcome: {
    aside: "About your policy",
    title: "Welcome to Sendwell",
    cards: [
      [
        "It reads along",
        "While you write, your draft is checked against your organisation’s own policy. Each card shows the words it rests on.",
      ],
      [
        "You decide",
        "Nothing is changed without your yes, and what was changed can be undone. If a card is wrong, say so with one press.",
      ],
      [
        "Your words stay yours",
        "No text of your messages is kept: only which rules spoke, and what you answered.",
      ],
    ] as [title: string, words: string][],
    sign: "Read the policy and sign it",
    gotIt: "Start writing",
    later: "Later",
    changed: (on: string): string => `The policy has changed since you signed it on ${on}.`,
    changedOnce: "The policy has changed since you signed it.",
    readNew: "See what is new, and sign",
    old: (title: string, by: string): string =>
      `“${title}” was to be reviewed by ${by}. This older version is in force until its owner has looked at it again.`,
  },

  readers: {
    recipients: (count: number): string => ways.plural(count, { one: "# recipient", other: "# recipients" }),
    least: (fact: string): string => `at least ${fact}`,
    schools: (count: number): string => ways.plural(count, { one: "# school", other: "# schools" }),
    clusters: (count: number): string => ways.plural(count, { one: "# cluster", other: "# clusters" }),
    phases: (phases: readonly string[]): string => ways.list(phases),
    people: (count: number): string => ways.plural(count, { one: "# person", other: "# people" }),
    outside: (count: number): string => ways.plural(count, { other: "# outside" }),
    outsideInGroups: (count: number): string => ways.plural(count, { other: "# outside in groups" }),
    webmail: (count: number): string => ways.plural(count, { other: "# on personal webmail" }),
    unknown: (count: number): string =>
      ways.plural(count, { one: "# list or name not known", other: "# lists or names not known" }),
  },
  verdict: {
    toCheck: (count: number): string =>
      ways.plural(count, { one: "# thing to check", other: "# things to check" }),
    tips: (count: number): string => ways.plural(count, { one: "# tip", other: "# tips" }),
    moreTips: (count: number): string => ways.plural(count, { one: "# more tip", other: "# more tips" }),
    notChecked: "Not checked",
    someNotChecked: (said: string): string => `${said}. Some of it was not checked`,
    answered: (count: number): string =>
      ways.plural(count, { one: "# card you have answered", other: "# cards you have answered" }),
    showAgain: "Show it again",
    showAgainWhich: (title: string): string => `Show again: ${title}`,
  },
  channels: {
    send: "Fine to send as an e-mail",
    bulletin: "Put it in the weekly e-bulletin",
    "communications-team": "Ask the Communications Team to send it",
    "local-officer": "Ask the local officer to pass it on",
    "secure-channel": "Use the secure channel",
    telephone: "Better by telephone",
    "unknown-audience": "How many schools is this for?",
  } satisfies Record<Channel, string>,
  localOfficers: "Ask the local officers to pass it on",
  shortChannels: {
    send: "Send it as an e-mail",
    bulletin: "The weekly e-bulletin",
    "communications-team": "The Communications Team",
    "local-officer": "The local officer",
    "secure-channel": "The secure channel",
    telephone: "The telephone",
    "unknown-audience": "Find out who it is for",
  } satisfies Record<Channel, string>,
  route: {
    question: "One question first",
    toQuestion: "Answer the question above",
    right: "The right channel",
    nextIssue: (day: string): string => `Next issue ${day}`,
    cutOff: (moment: string): string => `Cut-off ${moment}`,
    officers: (count: number): string => (count === 1 ? "Local officer" : "Local officers"),
    or: "Or",
    oneSchool: "One school",
    ofAFewClusters: "Schools in one or two clusters",
    moreSchools: "More schools than that",
    sendYourself: "Then you can send it yourself",
  },

  severities: {
    clear: "All clear",
    info: "Tip",
    warn: "Check this",
    justify: "Best not sent as it is",
    block: "Take this out first",
  } satisfies Record<Severity, string>,
  where: {
    subject: "in the subject",
    body: "in the message",
    to: `in ${TO}`,
    cc: `in ${CC}`,
    bcc: `in ${BCC}`,
    attachments: "in the attachments",
  } as Readonly<Record<string, string>>,
  card: {
    found: "What was found",
    andMore: (count: number): string => ways.plural(count, { other: "and # more" }),
    more: (count: number): string => ways.plural(count, { other: "# more" }),
    youCan: "You can",
    /** Where a policy labels a step with a bare name, so that it reads on after "You can". */
    steps: {
      "use-secure-channel": "use the ",
      "ask-communications-team": "tell the Communications Team: ",
      "ask-head": "ask: ",
    } as Readonly<Record<string, string>>,
    why: "Why?",
    same: "The same is asked for in",
    quoted: (words: string): string => `“${words}”`,
  },
  kinder: {
    leaveOut: "Leave it out",
    use: "Use these words",
    more: (count: number): string => ways.plural(count, { other: "# more to say kindly" }),
    couldLeave: "You could leave this sentence out.",
    couldSay: "You could say:",
    /** Before and after the words that are meant. */
    leaveWhich: ["You could leave this out: ", ""] as [before: string, after: string],
    insteadOf: ["Instead of ", ", you could say:"] as [before: string, after: string],
    leftOut: "The sentence is left out.",
    taken: "Your draft now has the kinder words.",
    takeOutYourself:
      "Sendwell cannot take it out safely here. Please take the sentence out in the message itself.",
    copied: "Sendwell cannot put the words in safely here, so they are copied. Paste them over the sentence.",
    typeThem: "Sendwell cannot put the words in safely here. Please type them over the sentence.",
  },
  sure: {
    title: "How sure is this?",
    quieter: "We ask for more than that, so this one is quieter than the policy has it.",
    notMeasured: "It has not been measured yet",
    right: (hits: number, of: number): string =>
      `Right ${ways.number(hits)} of the ${ways.plural(of, { one: "# time", other: "# times" })} it spoke in our test`,
    wrong: (hits: number, of: number): string =>
      `${ways.number(hits)} of ${ways.plural(of, { one: "# person", other: "# people" })} called it wrong`,
    sentence: (parts: readonly string[]): string => `${parts.join("; ")}.`,
    precision: "Right when it speaks",
    recall: "Speaks when it should",
    wrongRate: "Called wrong",
    triedOn: "Tried on",
    tried: (drafts: number, day: string): string =>
      `${ways.plural(drafts, { one: "# draft", other: "# drafts" })}, ${day}`,
    misses: "Known to miss",
    rate: (rate: number, low: number, high: number): string =>
      `${ways.percent(rate)} (likely ${ways.number(Math.round(low * 100))} to ${ways.percent(high)})`,
  },
  attach: {
    title: "Let a reviewer see it, if they ask",
    legend: "What goes along, sealed, if you answer this card and send?",
    extents: {
      "": "Nothing",
      excerpt: "The sentences this card points at",
      draft: "The subject and my whole text",
    } satisfies Record<Attach | "", string>,
    hint: "You need not. A reviewer needs a reason and a second person, sees it for 15 minutes, and you read that they did.",
  },
  answer: {
    why: "Why? Only the rule and your answer are noted, not your message.",
    keep: "Keep it as it is",
    send: "Send it as it is",
    keepReasons: {
      agreed: "Somebody who may decide has agreed",
      "no-other-way": "There is no other way",
      other: "Another good reason",
    } satisfies Record<KeepReason, string>,
    wrong: "This is wrong",
    wrongReasons: {
      "not-there": "It is not in my message",
      "does-not-fit": "The rule does not fit here",
      other: "Something else",
    } satisfies Record<WrongReason, string>,
    hidden: "Thank you. That card is hidden for this message.",
    kept: "Kept as it is. You are asked again only if there is more to it.",
    hiddenHere:
      "That card is hidden here. Sendwell could not note it, and may ask again when you press Send.",
    notNoted: "Sendwell could not note that. It may not ask when you press Send.",
  },
};

/** What the pane says of the changes that it makes. What the service says of them comes with its reply. */
export const fixes = {
  changed: "The message has changed since it was checked, so nothing was changed. It is being checked again.",
  changedSince: "The message has changed since, so nothing was put back.",
  putBack: "Put back as it was.",
  refused: "Outlook did not take the change. Please make it in the message itself.",
  nothingChanged: (why: string): string => `${why} Nothing was changed.`,
  takesLong: "This takes longer than usual.",
  uploading: "Putting the file on the website…",
  notForWebsite: (name: string): string =>
    `“${name}” holds something that should not be on the website, so it stays attached. Please look at it first.`,
  subjectSet: "Subject set.",
  nobodyGoes: "Everybody is still ticked, so nothing was changed.",
  takenOut: (count: number): string =>
    ways.plural(count, { one: "# recipient taken out.", other: "# recipients taken out." }),
  moved: (count: number, to: string): string => ways.plural(count, { other: `Moved # to ${to}.` }),
  notNow: "Not now",
  whoStays: "Untick whoever does not need it.",
  whoMoves: (to: string): string => `Untick whoever should be in ${to} instead.`,
  takeOthersOut: "Take the others out",
  moveOthers: (to: string): string => `Move the others to ${to}`,
  all: "Tick all",
  none: "Untick all",
  subject: "Add a subject",
  set: "Set",
  suggest: "Suggest one",
  noSuggestion: "There is no subject to suggest yet. Please write one.",
  /** What would lose something is left to the person. */
  tooLong: "The message is too long for Outlook to take it back. Please change it in the message itself.",
  picture:
    "This message holds a picture, which Outlook may lose when an add-in changes the text. Please change it in the message itself.",
  linkStays:
    "The file is attached again. The link stays above your message, because Outlook may lose the picture in it when an add-in changes the text. Please delete the link yourself.",
  fieldTooLong: (field: string): string =>
    `Outlook does not list all of ${field}, so Sendwell does not change it. Please do it in the message itself.`,
  holdsList: (field: string): string =>
    `${field} holds a personal list that an add-in cannot set. Please change it in the message itself.`,
  noDelay:
    "This Outlook does not let an add-in delay a message. Please use Delay delivery, or Schedule send, in Outlook.",
  noFile: "Outlook does not hand this file to an add-in. Please take it off in the message itself.",
};

const schools = (count: number): string => ways.plural(count, { one: "# school", other: "# schools" });

/** Of the bulletin's part of the pane, and of the requests for mail. */
export const bulletin = {
  phases: {
    nursery: "Nursery",
    primary: "Primary",
    middle: "Middle",
    secondary: "Secondary",
    "16-plus": "16 and over",
    "all-through": "All-through",
    special: "Special",
    "alternative-provision": "Alternative provision",
    other: "Other",
  } as Readonly<Record<string, string>>,
  roles: {
    office: "School office",
    head: "Headteacher",
    senco: "SENCO",
    safeguarding: "Safeguarding lead",
    "business-manager": "Business manager",
    admissions: "Admissions",
    governors: "Governors",
    "early-years": "Early years",
  } as Readonly<Record<string, string>>,
  stages: {
    submitted: "With the editors",
    claimed: "Being edited",
    "sent-back": "Sent back to you",
    ready: "Ready",
    placed: "Placed in an issue",
    out: "Gone out",
    declined: "Declined",
    withdrawn: "Taken back",
  } satisfies Record<Stage, string>,
  states: {
    asked: "With the Communications Team",
    approved: "Approved",
    "going-out": "Going out",
    out: "Gone out",
    "passed-on": "With the local officer",
    "turned-into-item": "In the e-bulletin instead",
    declined: "Declined",
    withdrawn: "Taken back",
  } satisfies Record<RequestState, string>,
  ways: {
    item: "Put in the e-bulletin",
    urgent: "It is urgent",
    chosen: "For chosen schools",
    "cluster-note": "Send to the local officer",
  } satisfies Record<"item" | RequestKind, string>,
  titles: {
    item: "Put it in the e-bulletin",
    urgent: "Ask for urgent mail",
    chosen: "Ask for mail to chosen schools",
    "cluster-note": "A note by the local officer",
    mend: "Mend it and send it again",
  } satisfies Record<"item" | "mend" | RequestKind, string>,
  followed: { items: "Your items for the e-bulletin", requests: "Your requests for mail" },
  consents: {
    given: "Yes, everybody in it (or their parents) agreed to this",
    "none-shown": "No people are shown or described",
    unknown: "I have to ask first",
  } satisfies Record<Consent, string>,
  labels: {
    headline: "Headline",
    summary: "Summary",
    closes: "Act by",
    contact: "Whom to ask",
    links: "Links",
    text: "Text",
    whom: "Who needs it?",
    clusters: "Clusters",
    roles: "Whose desk is it for?",
    consent: "May the people in it be shown and named?",
    subject: "Subject",
    body: "What schools shall read",
    duty: "Which law, return or national deadline makes it urgent?",
    deadline: "Schools must act by",
    chasing: "That day is past: I remind schools that owe it",
    reason: "Why these schools?",
    officer: "Local officer",
  },
  hints: {
    links: "One on each line.",
    clusters: "Their names, with commas between.",
    deadline: "If there is such a day.",
    duty: "Such as: School census.",
  },
  press: {
    submit: "Send to the editor",
    ask: "Ask the Communications Team",
    sending: "Sending…",
    leave: "Back to the message",
    retry: "Try again",
    refill: "Fill it from the message again",
    asSentBack: "Start again from what was sent back",
    useWords: "Put the words of my message in",
    takeOut: "Take it out",
    putBack: "Put it back",
    mend: "Mend and send again",
    takeBack: "Take it back",
    forget: "Take off this list",
    see: "See what became of it",
    another: "Send something else from this message",
    /** Of one among several: what is pressed, and what it is about. */
    which: (press: string, of: string): string => `${press}: ${of}`,
  },
  said: {
    wholeText: "The whole text",
    all: "All schools. Tick some to narrow it.",
    narrowed: "Only the kinds that are chosen.",
    tickKinds: "Tick the kinds that need it.",
    keptForEditors: "What you send here is kept for the editors. Your message is not.",
    keptForTeam: "What you send here is kept for the Communications Team. Your message is not.",
    toldBefore: "Told before?",
    together: "If it is the same news, the editors put the two together.",
    willAsk: "The editors will ask you about this",
    mayAsk: "The editors may ask you about this",
    notPublic: "Best not public",
    takenOut: "Taken out",
    itemSent: "Item sent to the editor. Track it here. Your draft stays as it is.",
    requestSent: "Sent to the Communications Team. Track it here. Your draft stays as it is.",
    itemBack: "You took the item back. The editors will not put it in.",
    requestBack: "You took the request back. No mail goes out for it.",
    notBack: "It could not be taken back. Please try again.",
    readIt: "Read it as it went out",
    urgencyTest: "What the policy asks of urgent mail",
    notAsked: "Where some of them stand could not be asked just now.",
    sentAlready: "You have sent this",
    writtenBefore: "You wrote this here before.",
    textNotKept: "The text was too long for Outlook to keep, so please look at it again.",
    partKept: "This is very long. If you close the pane, its text is lost: send it first, or copy it.",
    notKept: "If you close the pane, what you write here is lost: send it first.",
    refilled: "Filled from the message again.",
    asSentBack: "It stands as it was sent back.",
    draftSafe: "Your draft is safe.",
    notFilled: "The form could not be filled.",
    wrong: "Something went wrong.",
    pressAgain: "If yours is right, send it again.",
    sendAnew: "If it is to go all the same, send it again.",
  },
  stands: (title: string, stage: string): string => `${title}: ${stage}. `,
  length: (used: number, most: number): string => `${ways.number(used)} of ${ways.number(most)}`,
  which: { label: "Which schools", kinds: "Schools of some kinds" },
  /** `all` is 0 where it is not known. */
  draftSchools: (count: number, all: number): string =>
    `Your message is to ${schools(count)}${all === 0 ? "" : `; there are ${ways.number(all)}`}.`,
  ownSchools: (count: number, named: number): string =>
    named === count
      ? `Only the ${schools(count)} of my message`
      : `Only ${ways.number(named)} of the ${schools(count)} of my message: the directory cannot name the others`,
  allSchools: (all: number): string => (all === 0 ? "All schools" : `All ${schools(all)}`),
  /** The words that are meant, in quotation marks. */
  meant: (parts: readonly string[]): string => `Meant: ${parts.map((words) => `“${words}”`).join(", ")}`,
  like: (headline: string, day: string): string => `It is like “${headline}” of ${day}.`,
  notSent: (why: string): string => `Not sent. ${why} Your words are kept here.`,
  /** Nobody said whether it arrived. */
  noAnswer: (why: string): string =>
    `${why} It may have arrived all the same: send it again, and it is there only once. Your words are kept here.`,
  canGoOut: (goesOut: string, cutOff: string): string =>
    `It can go out on ${goesOut}. The editors need it by ${cutOff}.`,
  dayIsPast: "The day to act by is past.",
  tooLate: (goesOut: string): string =>
    `Too late: schools would read it on ${goesOut}, after the day to act by. Can that day be later?`,
};

/** Of the page for text messages and posts. */
export const paste = {
  kinds: {
    "text-to-parents": "A text message to parents",
    "text-to-staff": "A text message to staff",
    post: "A post on our account",
    comment: "An answer to a comment",
  },
  readers: {
    "one-family": "One family",
    families: "Families of a class or group",
    staff: "Staff",
    public: "Anybody",
  } satisfies Record<Readership, string>,
  /** What to bear in mind about them; a closed group is closed only until somebody copies from it. */
  hints: {
    "one-family": "",
    families: "One of them may pass it on.",
    staff: "",
    public: "Anybody may copy it, and it is hard to take back.",
  } satisfies Record<Readership, string>,
  characters: (count: number): string => ways.plural(count, { one: "# character", other: "# characters" }),
  /** Of a text message: what it uses of one's room, as how many it goes, and which letters make one smaller. */
  length: (used: number, room: number, parts: number, special: string): string => {
    const sent = parts > 1 ? ways.plural(parts, { other: ": goes as # text messages" }) : "";
    const why = special === "" ? "" : `. With ${special} one message holds ${ways.number(room)}`;
    return `${ways.number(used)} of ${ways.number(room)} characters${sent}${why}`;
  },
  copied: "Copied. You can paste it where it goes.",
  copyYourself: "Select the words and copy them yourself.",
  kinderCopied: "The kinder words are copied. Paste them where they fit.",
  couldWrite: (words: string): string => `You could write: ${words}`,
  leftOut: "The sentence is left out.",
  taken: "Your text now has the kinder words.",
  changedSince: "The text has changed since, so nothing was put back.",
};

/** Of the window for trying it without Outlook, with what Outlook itself would say. */
export const tryOut = {
  remove: (name: string): string => `Remove ${name}`,
  tooBig: ["Too big for Outlook", "Outlook takes files up to 25 MB."] as [title: string, words: string],
  /** As Outlook says it: whole KB, MB with a decimal. */
  size: (bytes: number): string =>
    bytes < 1000
      ? `${bytes} bytes`
      : bytes < 1_000_000
        ? `${Math.round(bytes / 1000)} KB`
        : `${(bytes / 1_000_000).toFixed(1)} MB`,
  notFound: "not found in the directory",
  list: "a list",
  aside: (note: string): string => ` (${note})`,
  recipients: (field: string): string => `${field} recipients`,
  suggestions: "Suggestions",
  andMore: (count: number): string => `and ${count} more`,
  tools: {
    bold: "Bold",
    italic: "Italic",
    underline: "Underline",
    insertUnorderedList: "Bullets",
    insertOrderedList: "Numbers",
    removeFormat: "Clear formatting",
  },
  ordinaryDay: "An ordinary day",
  backToOrdinary: "Back to an ordinary day",
  /** Of a day that is played: its name, what Outlook does, and what should be seen. */
  played: (name: string): string => `${name}. `,
  seen: {
    all: "You should see a verdict as on any other day.",
    part: "You should see a verdict that names what was not checked.",
    none: "You should see “Not checked”, and that your mail is not blocked.",
    "no-draft": "You should see what Sendwell cannot do here, and why.",
    "no-pane": "You should see no pane.",
  },
  discarded: ["Draft discarded", "A new, empty message is open."] as [title: string, words: string],
  note: "Sendwell: ",
  dismiss: "Dismiss",
  closeNotice: "Close this notice",
  samples: { schools: "To schools", people: "To people", choose: "Try a draft…" },
  sampleOf: (name: string, about: string): string => `${name}: ${about}`,
  paneTitle: "Sendwell",
  eventsTitle: "Sendwell’s events",

  alert: {
    title: "Sendwell",
    says: "Sendwell is preventing this email from being sent.",
    act: "Take Action",
    stay: "Don't Send",
    send: "Send Anyway",
    checking: "Checking",
    isChecking: "Sendwell is checking your message…",
  },
  sending: {
    gone: "Nothing was sent: this is a try-out window",
    notHeld: "This message was not checked, and not held back.",
    notChecked: "This message was not checked.",
    partly: (gap: string): string => `Not all of this message was checked. ${gap}`.trim(),
    wouldHaveGone: "In Outlook it would have gone now. You can carry on.",
    notMarked: "In Outlook it would have gone now. Nothing on it says that it was checked.",
    notAsked: "Here Outlook did not ask Sendwell, so this message was not checked, and not held back.",
    unavailable: "Sendwell is unavailable, so it could not check your message.",
    "timed-out": "Sendwell did not come to an end, so it could not check your message.",
    "takes-long": "Sendwell is taking longer than expected to check your message.",
    whoFor: ["Who is it for?", "Add at least one recipient."] as [title: string, words: string],
    notAnAddress: (name: string): [title: string, words: string] => [
      `“${name}” is not an address`,
      "Choose somebody from the list, or take the name out.",
    ],
  },
};

/** What stands in the HTML of the pages, where an element or an attribute names it (`fill-page.ts`). */
export const pages = {
  pane: { help: "Help", kept: "What is kept" },
  signIn: {
    title: "Sign in to Sendwell",
    oneMoment: "One moment: your organisation’s sign-in opens.",
  },
  paste: {
    title: "Check a text message or a post · Sendwell",
    skip: "Skip to the words",
    heading: "Check a text message or a post",
    lead: "Paste it here before you send it. The same rules are looked at as for e-mail. ",
    nothingSent: "Nothing is sent",
    notKept: ", and your words are not kept.",
    whatIsIt: "What is it?",
    whoReads: "Who reads it?",
    words: "The words",
    copy: "Copy the words",
    clear: "Start again",
  },
  tryOut: {
    title: "Try Sendwell: new message",
    skip: "Skip to the message",
    note: "A window for trying it out. ",
    neverSent: "Nothing is ever sent.",
    otherPages: "Other pages",
    policy: "The policy",
    sign: "Read and sign",
    texts: "Texts and posts",
    desk: "Bulletin desk",
    outlookHas: "Outlook has",
    outlookIs: "What Outlook is like",
    pretend: "Pretend it is",
    now: "Now",
    dark: "Dark",
    parts: "Parts of the window",
    draft: "Draft",
    sendwell: "Sendwell",
    tryDraft: "Try a draft",
    newMessage: "New message",
    message: "Message",
    send: "Send",
    sendTitle: "Send (Ctrl+Enter)",
    discard: "Discard",
    attach: "Attach file",
    importance: "High importance",
    importanceTitle: "Outlook does not tell add-ins about this mark",
    playing: "What is being played",
    notifications: "Notifications",
    from: "From",
    bcc: BCC,
    addSubject: "Add a subject",
    subject: "Subject",
    attachments: "Attachments",
    body: "Message body",
    bodyHint: "Write your message, or open a draft from the list",
    formatting: "Formatting",
    pane: "Sendwell pane",
  },
};
