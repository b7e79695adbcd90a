"""What does an answer of a mail server mean for an address?

By when it was said, by its code (RFC 5321) and its status (RFC 3463). What the server wrote is read here and
never passed on, since it often names addresses.
"""

from dataclasses import dataclass
from enum import StrEnum

from app.bulletin_ports import Outcome, Refusal
from app.domain.mail_status import MAY_PASS, is_nobody_there, status_in


class Stage(StrEnum):
    """How far the talk with a server had come."""

    REACHING = "reaching the mail server"
    LOGIN = "signing in"
    SENDER = "naming the sender"
    RECIPIENT = "naming the recipient"
    CONTENT = "handing over the message"


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one message.

    `is_doubtful` says that the server seems to refuse everything of ours, but may mean this address: whether
    others are taken will tell. `is_break` that the connection ended over it.
    """

    outcome: Outcome
    is_doubtful: bool = False
    is_break: bool = False


TAKEN = Answer(Outcome())
NOT_AN_ADDRESS = Answer(Outcome(Refusal.THIS_ADDRESS, "This is not an address that mail can be sent to."))

_OF_US = (
    "relay",
    "sender",
    "spf",
    "dmarc",
    "dkim",
    "client host",
    "client address",
    "blocked using",
    "blocklist",
    "blacklist",
    "banned",
    "reputation",
    "authenticat",
    "spam",
)
"""Words of refusals that are about who sends, not about who gets it."""

_OF_US_BY_STATUS = frozenset({"5.1.7", "5.1.8"})
_OF_US_BY_CODE = frozenset({500, 502, 503, 521, 530, 535, 538})
_TOO_LARGE = frozenset({"5.3.4", "5.2.3"})
_SIZE = 552
_RELAYING = ("relay access denied", "relaying denied", "unable to relay")
_LATER, _FOR_GOOD = range(400, 500), range(500, 600)

_MEND = {
    Stage.REACHING: "The mail server turns us away{code}.",
    Stage.LOGIN: "The mail server does not take our user name and password{code}. Look at SENDWELL_SMTP_USER "
    "and SENDWELL_SMTP_PASSWORD.",
    Stage.SENDER: "The mail server takes no mail from our address{code}. Look at SENDWELL_MAIL_FROM, or ask "
    "whoever runs the mail server.",
    Stage.RECIPIENT: "The mail server passes on no mail from us{code}. Ask whoever runs it.",
    Stage.CONTENT: "The mail server does not take this message{code}. Ask whoever runs it.",
}


def judge(stage: Stage, code: int, said: str) -> Answer:
    """The meaning of a refusal."""
    status, words = status_in(said), said.lower()
    named = f" ({code} {status})" if status else f" ({code})"
    if code not in _FOR_GOOD:
        if stage is Stage.RECIPIENT and any(word in words for word in _RELAYING):
            return _everything(stage, named, is_doubtful=True)
        why = "The mail server asks to wait" if code in _LATER else "The mail server answered strangely"
        return Answer(Outcome(Refusal.LATER, why + named + "."))
    if stage in {Stage.REACHING, Stage.LOGIN, Stage.SENDER}:
        return _everything(stage, named)
    if is_nobody_there(status, words):
        return Answer(Outcome(Refusal.THIS_ADDRESS, f"No such mailbox{named}."))
    if stage is Stage.CONTENT:
        return _of_content(code, status, named)
    return _of_recipient(code, status, words, named)


def _of_recipient(code: int, status: str, words: str, named: str) -> Answer:
    if (
        status in _OF_US_BY_STATUS
        or (code in _OF_US_BY_CODE and not status.startswith("5.2."))
        or any(word in words for word in _OF_US)
    ):
        return _everything(Stage.RECIPIENT, named, is_doubtful=True)
    if status in MAY_PASS or (code == _SIZE and not status):
        return Answer(Outcome(Refusal.LATER, f"The mailbox takes nothing at present{named}."))
    if status.startswith("5.7."):
        return Answer(Outcome(Refusal.THIS_ADDRESS, f"The mailbox does not take our mail{named}."))
    return Answer(Outcome(Refusal.THIS_ADDRESS, f"The mail server does not take this address{named}."))


def _of_content(code: int, status: str, named: str) -> Answer:
    if status == "5.2.2":
        return Answer(Outcome(Refusal.LATER, f"The mailbox is full{named}."))
    if code == _SIZE or status in _TOO_LARGE:
        why = f"The message is larger than the mail server takes{named}. Make it shorter."
        return Answer(Outcome(Refusal.EVERYTHING, why), is_doubtful=True)
    return _everything(Stage.CONTENT, named, is_doubtful=True)


def _everything(stage: Stage, named: str, *, is_doubtful: bool = False) -> Answer:
    return Answer(Outcome(Refusal.EVERYTHING, _MEND[stage].format(code=named)), is_doubtful)
