"""How does mail leave by Microsoft Graph?

In batches: one message to many addresses in Bcc, so that a whole bulletin fits into what Exchange Online lets
one mailbox send in a minute. Exchange then gives the message its id, makes the plain text from the HTML, and
lets us set no list headers. As copies each address has its own message, exactly as we wrote it, but Exchange
keeps every one of them in Sent Items, and takes thirty a minute.
"""

import threading
from base64 import b64encode
from collections import deque
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.utils import parseaddr
from typing import Any, Literal, Protocol, TypeAlias
from urllib.parse import quote

import httpx
import structlog

from app.adapters.graph.answers import Answer, Turn, judge
from app.adapters.graph.token import TokenError
from app.bulletin_ports import Outcome, Refusal
from app.ports import Clock

log = structlog.get_logger("sendwell.graph")

Form: TypeAlias = Literal["batches", "copies"]
Addressed: TypeAlias = tuple[str, EmailMessage]

_HOME = "https://graph.microsoft.com/v1.0"
_LONGEST_ADDRESS = 254
_MOST_HEADERS = 5
"""So many of our own does Graph allow."""
_MINUTE = timedelta(minutes=1)

_NOT_AN_ADDRESS = Outcome(Refusal.THIS_ADDRESS, "This is not an address that mail can be sent to.")
_UNREACHED = Outcome(Refusal.LATER, "Microsoft Graph cannot be reached, or did not answer in time.")
_NO_TOKEN = Outcome(
    Refusal.EVERYTHING,
    "Microsoft Entra gives us no token. Look at SENDWELL_GRAPH_TENANT, SENDWELL_GRAPH_CLIENT and "
    "SENDWELL_GRAPH_SECRET.",
)
_NO_TOKEN_NOW = Outcome(Refusal.LATER, "Microsoft Entra cannot be reached.")
_ASKED_TO_WAIT = "Microsoft Graph asked to wait."
_FULL = "As much as Exchange takes in a minute has been sent."


class Tokens(Protocol):
    """Gives the token of every request."""

    def __call__(self, *, is_new: bool = False) -> str:
        """Raises TokenError."""
        ...


@dataclass(frozen=True, slots=True)
class GraphMailbox:
    """From which mailbox, in which form, and how much: recipients a message, messages a minute."""

    address: str
    form: Form = "batches"
    most_recipients: int = 500
    most_a_minute: int = 30
    home: str = _HOME


class GraphPublisher:
    """Carries messages to Exchange Online. Threads take turns."""

    def __init__(self, mailbox: GraphMailbox, tokens: Tokens, web: httpx.Client, clock: Clock) -> None:
        """Nothing is asked yet. `web` has the timeouts, and follows no redirects."""
        self._mailbox, self._tokens, self._web, self._clock = mailbox, tokens, web, clock
        self._url = f"{mailbox.home}/users/{quote(mailbox.address)}/sendMail"
        self._lock = threading.Lock()
        self._asked_at: deque[datetime] = deque(maxlen=mailbox.most_a_minute)
        self._not_before: datetime | None = None

    @property
    def most_at_once(self) -> int:
        """As many as fit into one message; of copies, as many as go in a minute."""
        is_batch = self._mailbox.form == "batches"
        return self._mailbox.most_recipients if is_batch else self._mailbox.most_a_minute

    def send(self, messages: Sequence[Addressed]) -> Sequence[Outcome]:
        """One outcome each, in order: that of the message it shared with others."""
        with self._lock:
            outcomes = {n: _NOT_AN_ADDRESS for n, (a, _) in enumerate(messages) if not _may_be_named(a)}
            waiting = deque(self._grouped(messages, outcomes))
            rest: Outcome | None = None
            while waiting:
                group = waiting.popleft()
                answer = Answer(Turn.STOP, rest) if rest else self._ask([messages[n] for n in group])
                if answer.turn is Turn.HALVE and len(group) > 1:
                    waiting.extendleft((group[len(group) // 2 :], group[: len(group) // 2]))
                    continue
                outcomes |= dict.fromkeys(group, answer.outcome)
                rest = answer.outcome if answer.turn is Turn.STOP else None
            return [outcomes[n] for n in range(len(messages))]

    def look(self) -> Outcome:
        """Whether a token is given; nothing is sent."""
        try:
            self._tokens(is_new=True)
        except TokenError as error:
            return _NO_TOKEN if error.is_ours else _NO_TOKEN_NOW
        return Outcome()

    def _grouped(self, messages: Sequence[Addressed], left_out: Container[int]) -> Iterable[list[int]]:
        """Which go as one: those that say the same, up to the limit."""
        named = [n for n in range(len(messages)) if n not in left_out]
        if self._mailbox.form == "copies":
            return [[n] for n in named]
        same: dict[tuple[str, ...], list[int]] = {}
        for n in named:
            same.setdefault(_says(messages[n][1]), []).append(n)
        most = self._mailbox.most_recipients
        return [group[i : i + most] for group in same.values() for i in range(0, len(group), most)]

    def _ask(self, group: Sequence[Addressed]) -> Answer:
        """One message; with a new token when the old one is not taken any more."""
        if (wait := self._must_wait()) is not None:
            return Answer(Turn.STOP, wait)
        try:
            answer = self._post(group, self._tokens())
            if answer.turn is Turn.SIGN_IN:
                answer = self._post(group, self._tokens(is_new=True))
        except TokenError as error:
            answer = Answer(Turn.STOP, _NO_TOKEN if error.is_ours else _NO_TOKEN_NOW)
        except httpx.HTTPError:
            answer = Answer(Turn.STOP, _UNREACHED)
        if answer.turn is Turn.SIGN_IN:
            answer = Answer(Turn.STOP, answer.outcome)
        wait_for = answer.outcome.retry_after
        self._not_before = self._clock.now() + timedelta(seconds=wait_for) if wait_for else None
        if answer.outcome.refusal:
            log.info("not taken", messages=len(group), reason=answer.outcome.reason)
        return answer

    def _must_wait(self) -> Outcome | None:
        """As long as we were asked to, and until the minute has room; without asking again."""
        now = self._clock.now()
        if self._not_before and now < self._not_before:
            return Outcome(Refusal.LATER, _ASKED_TO_WAIT, (self._not_before - now).total_seconds())
        if len(self._asked_at) == self._asked_at.maxlen and now - self._asked_at[0] < _MINUTE:
            return Outcome(Refusal.LATER, _FULL, (self._asked_at[0] + _MINUTE - now).total_seconds())
        return None

    def _post(self, group: Sequence[Addressed], token: str) -> Answer:
        now = self._clock.now()
        self._asked_at.append(now)
        head = {"Authorization": f"Bearer {token}"}
        if self._mailbox.form == "copies":
            message = group[0][1]
            whole = b64encode(message.as_bytes(policy=message.policy.clone(linesep="\r\n")))
            reply = self._web.post(self._url, headers={**head, "Content-Type": "text/plain"}, content=whole)
        else:
            reply = self._web.post(self._url, headers=head, json=_as_json(group, self._mailbox.address))
        return judge(reply, now)


def _says(message: EmailMessage) -> tuple[str, ...]:
    """What is the same in messages that may go as one."""
    head = (str(message[name]) for name in ("From", "Reply-To", "Subject"))
    return (*head, *(str(part.get_payload()) for part in message.walk() if not part.is_multipart()))


def _as_json(group: Sequence[Addressed], mailbox: str) -> dict[str, Any]:
    """The message as Graph documents it. Headers may be ours only where they begin with X."""
    message = group[0][1]
    part = message.get_body(("html", "plain"))
    content = part.get_content() if part is not None else ""
    kind = "HTML" if part is not None and part.get_content_subtype() == "html" else "Text"
    ours = [(name, str(value)) for name, value in message.items() if name.lower().startswith("x-")]
    body: dict[str, Any] = {
        "subject": str(message["Subject"]),
        "body": {"contentType": kind, "content": content},
        "bccRecipients": [_recipient(address) for address, _ in group],
    }
    if ours:
        body["internetMessageHeaders"] = [{"name": n, "value": v} for n, v in ours[:_MOST_HEADERS]]
    name, sender = parseaddr(str(message["From"]))
    if sender.lower() != mailbox.lower():
        body["from"] = _recipient(sender, name)
    if message["Reply-To"]:
        body["replyTo"] = [_recipient(parseaddr(str(message["Reply-To"]))[1])]
    return {"message": body, "saveToSentItems": False}


def _recipient(address: str, name: str = "") -> dict[str, Any]:
    return {"emailAddress": {"address": address, **({"name": name} if name else {})}}


def _may_be_named(address: str) -> bool:
    local, at, domain = address.rpartition("@")
    is_line = all(c.isascii() and c.isprintable() and c not in " <>,;" for c in address)
    return bool(at and local and domain) and is_line and len(address) <= _LONGEST_ADDRESS
