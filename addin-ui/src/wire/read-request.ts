/** What did the service answer about a request for mail? Missing fields get their honest default; what is no request is told. */
import {
  type AskedFields,
  type FollowedRequest,
  REQUEST_KINDS,
  REQUEST_STATES,
  type Urgency,
} from "./bulk-request";
import { readForWhom } from "./read-item";
import { count, list, object, text, texts, UnreadableReply } from "./read-reply";

export function readAsked(value: unknown): AskedFields {
  const v = object(value);
  return {
    kind: REQUEST_KINDS.find((kind) => kind === v.kind) ?? "urgent",
    subject: text(v.subject),
    body: text(v.body),
    for_whom: readForWhom(v.for_whom),
    reason: text(v.reason),
    duty: text(v.duty),
    deadline: text(v.deadline) || null,
    officer: text(v.officer),
    is_chasing: v.is_chasing === true,
    draft_schools: typeof v.draft_schools === "number" ? v.draft_schools : null,
    is_for_all: v.is_for_all === true,
    documents: texts(v.documents),
  };
}

function readUrgency(value: unknown): Urgency | null {
  const v = object(value);
  if (text(v.said) === "") return null;
  return {
    said: text(v.said),
    steps: list(v.steps).map((step) => {
      const s = object(step);
      return { asks: text(s.asks), said: text(s.said), section: text(s.section), quote: text(s.quote) };
    }),
  };
}

export function readRequest(value: unknown): FollowedRequest {
  const v = object(value);
  const state = REQUEST_STATES.find((s) => s === v.state);
  if (text(v.id) === "" || state === undefined) throw new UnreadableReply("That is not a request.");
  return {
    id: text(v.id),
    state,
    said: text(v.said),
    version: count(v.version),
    may_withdraw: v.may_withdraw === true,
    item: text(v.item),
    asked: readAsked(v.asked),
    urgency: readUrgency(v.urgency),
  };
}
