/**
 * What does Outlook start by itself?
 *
 * The functions of the add-in's events, under the names that the manifests give them. This file becomes the one
 * file `launch.js`: ES2016, no import, no page needed (classic Outlook runs it in an engine that has none).
 */
import { loseCallsAfter } from "../outlook/calls";
import { speakAtEvents } from "../words/spoken";
import { endLooks, onChanged, onNewMessageCompose } from "./on-compose";
import { onMessageSend } from "./on-send";

/** An answer of Outlook's that takes longer than this is not waited for at Send. */
const LOST_AFTER_MS = 700;

function begin(): void {
  loseCallsAfter(LOST_AFTER_MS);
  at("onNewMessageComposeHandler", onNewMessageCompose);
  at("onMessageRecipientsChangedHandler", onChanged);
  at("onMessageAttachmentsChangedHandler", onChanged);
  at("onMessageSendHandler", (event) => {
    endLooks();
    onMessageSend(event);
  });
  try {
    void Office.onReady(); // on the web, Office.js starts nothing before somebody asked whether it is ready
  } catch {
    // classic Outlook has no need of it
  }
}

/** Each time in the language of this Outlook. */
function at(name: string, handler: (event: Office.MailboxEvent) => void): void {
  Office.actions.associate(name, (event: Office.MailboxEvent) => {
    try {
      speakAtEvents(Office.context.displayLanguage);
    } catch {
      // an Outlook that does not say is spoken to as before
    }
    handler(event);
  });
}

if (typeof Office !== "undefined") begin(); // where Office.js is blocked, nobody asks
