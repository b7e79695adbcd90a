"""How does mail leave by SMTP?

One message to each address, over a connection that is kept. Whatever the server says or fails to say becomes
an outcome; nothing that it wrote, and no address, goes any further.
"""

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from email.message import EmailMessage
from typing import TypeAlias

import structlog

from app.adapters.mail.smtp_answers import NOT_AN_ADDRESS, TAKEN, Answer, Stage
from app.adapters.mail.smtp_connection import NotTakenError, SmtpConnection, SmtpServer
from app.bulletin_ports import Outcome, Refusal

log = structlog.get_logger("sendwell.smtp")

Sign: TypeAlias = Callable[[bytes], bytes]

_AT_ONCE = 20
"""What of these was taken is written down once all were tried: so many may come twice after a crash."""
_BREAKS, _DOUBTS = 3, 5
"""So many in a row are enough: the rest would fare no better."""
_LATELY = 900.0
_LONGEST_ADDRESS = 254


class SmtpPublisher:
    """Carries messages to one mail server. Threads take turns."""

    def __init__(self, server: SmtpServer, sender: str, sign: Sign | None = None) -> None:
        """Nothing is opened yet. `sender` gets the bounces; `sign` has the last word on the bytes."""
        self._connection = SmtpConnection(server, sender)
        self._sign = sign
        self._lock = threading.Lock()
        self._taken_at: float | None = None

    @property
    def most_at_once(self) -> int:
        """They go one after the other."""
        return _AT_ONCE

    def send(self, messages: Sequence[tuple[str, EmailMessage]]) -> Sequence[Outcome]:
        """One outcome each, in order."""
        with self._lock:
            answers: list[Answer] = []
            rest: Answer | None = None
            for address, message in messages:
                answers.append(rest or self._deliver(address, message))
                rest = rest or _for_the_rest(answers)
            takes = self._is_taking(answers)
            return [_decided(answer, takes=takes) for answer in answers]

    def look(self) -> Outcome:
        """Whether the server can be reached, lets us in and takes mail from us; nothing is sent."""
        with self._lock:
            self._connection.drop()
            try:
                self._connection.name_sender()
            except NotTakenError as error:
                return error.answer.outcome
            finally:
                self._connection.close()
            return Outcome()

    def close(self) -> None:
        """Say goodbye; the next message opens a new connection."""
        with self._lock:
            self._connection.close()

    def _is_taking(self, answers: Sequence[Answer]) -> bool:
        """Whether the server takes mail of ours, now or lately, so that a doubt is about an address."""
        now = time.monotonic()
        if TAKEN in answers:
            self._taken_at = now
        is_lately = self._taken_at is not None and now - self._taken_at < _LATELY
        return TAKEN in answers or (is_lately and sum(answer.is_doubtful for answer in answers) < _DOUBTS)

    def _deliver(self, address: str, message: EmailMessage) -> Answer:
        if not _may_be_named(address):
            return NOT_AN_ADDRESS
        data = message.as_bytes(policy=message.policy.clone(linesep="\r\n"))
        data = self._sign(data) if self._sign else data
        was_kept = self._connection.is_kept
        try:
            return self._hand_over(address, data)
        except NotTakenError as error:
            if not (was_kept and error.is_break) or error.stage is Stage.CONTENT:
                return self._note(error)
        try:  # the server had enough of the old connection, as after so many messages
            return self._hand_over(address, data)
        except NotTakenError as error:
            return self._note(error)

    def _hand_over(self, address: str, data: bytes) -> Answer:
        self._connection.name_sender(len(data))
        self._connection.name_recipient(address)
        self._connection.hand_over(data)
        return TAKEN

    def _note(self, error: NotTakenError) -> Answer:
        """Leave the connection fit for the next message, and tell what was said."""
        log.info("not taken", stage=error.stage.value, reason=error.answer.outcome.reason)
        if not error.is_over:
            self._connection.begin_anew()
        return replace(error.answer, is_break=error.is_break)


def _may_be_named(address: str) -> bool:
    local, at, domain = address.rpartition("@")
    is_line = all(c.isascii() and c.isprintable() and c not in " <>" for c in address)
    return bool(at and local and domain) and is_line and len(address) <= _LONGEST_ADDRESS


def _for_the_rest(answers: Sequence[Answer]) -> Answer | None:
    """The answer for all that were not yet tried, once it is plain that trying is of no use."""
    last = answers[-1]
    if all(answer.is_break for answer in answers[-_BREAKS:]) and len(answers) >= _BREAKS:
        return last
    if last.outcome.refusal is Refusal.EVERYTHING and not last.is_doubtful:
        return last
    is_in_doubt = all(a.is_doubtful for a in answers[-_DOUBTS:]) and TAKEN not in answers
    return last if is_in_doubt and len(answers) >= _DOUBTS else None


def _decided(answer: Answer, *, takes: bool) -> Outcome:
    """A server that takes mail for others does not refuse everything, whatever it says of one address."""
    return replace(answer.outcome, refusal=Refusal.LATER) if takes and answer.is_doubtful else answer.outcome
