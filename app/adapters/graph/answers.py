"""What does an answer of Microsoft Graph mean for a message?

By its status and the code in its JSON, as documented. The words beside them may name addresses: they are
never passed on.
"""

from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from enum import StrEnum

import httpx

from app.bulletin_ports import Outcome, Refusal

_ACCEPTED, _NOT_SIGNED_IN, _TOO_LARGE, _TOO_MANY = 202, 401, 413, 429
_SERVER_FAULT = 500
_CLIENT_FAULT = 400
_LONGEST_WAIT = 86_400.0
_LOOK_AT_APP = "Look at SENDWELL_GRAPH_CLIENT and SENDWELL_GRAPH_SECRET."
_LOOK_AT_MAILBOX = "Look at the app registration and SENDWELL_GRAPH_MAILBOX."
_BAD_RECIPIENTS = frozenset({"errorinvalidrecipients", "errorrecipientnotfound", "errormissingrecipients"})
_RECIPIENT_LIMITS = frozenset({"errortoomanyrecipients", "errorexceededrecipientlimit"})
_PASSING = frozenset(
    {
        "errorserverbusy",
        "errormailboxmoveinprogress",
        "errormailboxstoreunavailable",
        "errorinternalserver",
        "errorinternalservertransienterror",
        "errortimeoutexpired",
        "errorexceededmessagelimit",
        "errorsubmissionquotaexceeded",
        "applicationthrottled",
        "activitylimitreached",
    }
)


class Turn(StrEnum):
    """What to do after an answer."""

    DONE = "done"
    HALVE = "halve"
    """One of the recipients, or their number, is wrong: try the halves."""
    SIGN_IN = "sign-in"
    STOP = "stop"
    """The same will be said of everything that follows now."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one request."""

    turn: Turn
    outcome: Outcome


def judge(reply: httpx.Response, now: datetime) -> Answer:
    """The meaning of a reply."""
    status, code = reply.status_code, _code(reply)
    named = f" ({status} {code})" if code else f" ({status})"
    if status == _ACCEPTED:
        return Answer(Turn.DONE, Outcome())
    if status == _NOT_SIGNED_IN:
        why = f"Microsoft Graph does not let us in{named}. {_LOOK_AT_APP}"
        return Answer(Turn.SIGN_IN, Outcome(Refusal.EVERYTHING, why))
    if status == _TOO_MANY or status >= _SERVER_FAULT or code.lower() in _PASSING:
        wait = retry_after(reply, now)
        return Answer(Turn.STOP, Outcome(Refusal.LATER, f"Microsoft Graph asks to wait{named}.", wait))
    if code.lower() in _BAD_RECIPIENTS | _RECIPIENT_LIMITS:
        why = f"Microsoft Graph does not take this address{named}."
        return Answer(Turn.HALVE, Outcome(Refusal.THIS_ADDRESS, why))
    if status < _CLIENT_FAULT:
        return Answer(Turn.STOP, Outcome(Refusal.LATER, f"Microsoft Graph answered strangely{named}."))
    why = (
        "The message is larger than Microsoft Graph takes. Make it shorter."
        if status == _TOO_LARGE
        else f"Microsoft Graph does not let us send{named}. {_LOOK_AT_MAILBOX}"
    )
    return Answer(Turn.STOP, Outcome(Refusal.EVERYTHING, why))


def retry_after(reply: httpx.Response, now: datetime) -> float | None:
    """Seconds, whether it says seconds or a moment; None when it says neither."""
    said = reply.headers.get("Retry-After", "").strip()
    if said.isascii() and said.isdigit():
        return min(float(said[:9]), _LONGEST_WAIT)
    try:
        moment = parsedate_to_datetime(said)
        return min(max((moment - now).total_seconds(), 0.0), _LONGEST_WAIT)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _code(reply: httpx.Response) -> str:
    """The code of the error, when the reply has the documented shape."""
    try:
        code = reply.json()["error"]["code"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return ""
    is_word = isinstance(code, str) and code.isascii() and code.isalnum()
    return code[:60] if is_word else ""
