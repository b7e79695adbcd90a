"""What does Exchange say about recipients, asked through Microsoft Graph?

``POST /me/getMailTips`` with the person's own token, and nothing else: the permission it needs (delegated
Mail.Read) would open their mailbox, so no other address of Graph stands in this file. Whatever comes back is
somebody else's: it is read up to a limit of bytes and of time, and what is not as documented is not known.
"""

import json
import time
from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Callable, Mapping, Sequence
from http import HTTPStatus
from typing import Any

import httpx
import re2
import structlog

from app.adapters.graph.answers import retry_after
from app.adapters.graph.tips_read import read_tips
from app.domain.mailbox_facts import MailboxFacts
from app.exchange_ports import Refused, Why
from app.ports import Clock

log = structlog.get_logger("sendwell.exchange")

GRAPH = "https://graph.microsoft.com/v1.0"
_OPTIONS = (
    "automaticReplies, deliveryRestriction, externalMemberCount, mailboxFullStatus, maxMessageSize, "
    "moderationStatus, totalMemberCount"
)
_MOST = 50
"""Graph does not say how many addresses a question may hold; others report 100."""
_MOST_BYTES = 4 * 1024 * 1024
_SECONDS = 6.0
"""For one whole answer, however slowly it drips."""
_LONGEST_CLAIMS = 8 * 1024
_CLAIMS = re2.compile(r'(?i)\bclaims="([A-Za-z0-9+/=_-]+)"')
_NO_MAILBOX_FOR = 3600.0
"""Seconds for which somebody who has no mailbox at Exchange is not asked for again."""
_ABOUT_THE_QUESTION = frozenset({HTTPStatus.BAD_REQUEST, HTTPStatus.REQUEST_ENTITY_TOO_LARGE})
_BUSY = Refused(Why.BUSY)


class GraphMailTips:
    """Mail tips, a batch of addresses at a time. Threads may ask at once."""

    def __init__(
        self,
        web: httpx.Client,
        clock: Clock,
        home: str = GRAPH,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        """Nothing is asked yet. `web` has the timeouts of a connection, and follows no redirects."""
        self._web, self._clock, self._seconds = web, clock, seconds
        self._url = f"{home}/me/getMailTips"

    @property
    def most_at_once(self) -> int:
        """So many addresses in one question."""
        return _MOST

    def ask(self, token: str, addresses: Sequence[str]) -> Mapping[str, MailboxFacts] | Refused:
        """One question. Words of the answer go into no log and no error: they name people."""
        question = {"EmailAddresses": list(addresses), "MailTipsOptions": _OPTIONS}
        head = {"Authorization": f"Bearer {token}"}
        try:
            with self._web.stream("POST", self._url, json=question, headers=head) as reply:
                if reply.status_code != HTTPStatus.OK:
                    return self._refusal(reply)
                said = self._whole(reply)
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError) as error:
            return self._failed(type(error).__name__)
        return self._failed("too long or too slow") if said is None else self._read(said, addresses)

    def _whole(self, reply: httpx.Response) -> bytes | None:
        """The body, unless it is too long or takes too long."""
        until, said = self._seconds() + _SECONDS, bytearray()
        for piece in reply.iter_bytes():
            said += piece
            if len(said) > _MOST_BYTES or self._seconds() > until:
                return None
        return bytes(said)

    def _read(self, said: bytes, addresses: Sequence[str]) -> Mapping[str, MailboxFacts] | Refused:
        try:
            told: Any = json.loads(said)
        except (ValueError, RecursionError):
            return self._failed("no JSON")
        entries = told.get("value") if isinstance(told, dict) else None
        if not isinstance(entries, list):
            return self._failed("not as documented")
        return read_tips(entries, addresses, self._clock.now())

    def _refusal(self, reply: httpx.Response) -> Refused:
        status, wait = reply.status_code, retry_after(reply, self._clock.now())
        log.info("exchange did not answer", status=status)
        if status == HTTPStatus.TOO_MANY_REQUESTS:
            return Refused(Why.WAIT, wait)
        if status == HTTPStatus.NOT_FOUND:
            return Refused(Why.WAIT, _NO_MAILBOX_FOR)
        if status == HTTPStatus.UNAUTHORIZED:
            return Refused(Why.TOKEN, claims=_claims_of(reply))
        if status == HTTPStatus.FORBIDDEN:
            return Refused(Why.CONSENT)
        return Refused(Why.QUESTION) if status in _ABOUT_THE_QUESTION else Refused(Why.BUSY, wait)

    def _failed(self, reason: str) -> Refused:
        log.info("exchange did not answer", reason=reason)
        return _BUSY


def _claims_of(reply: httpx.Response) -> str:
    """The claims that a challenge asks for (RFC 9470's cousin), as JSON; empty when there are none."""
    for challenge in reply.headers.get_list("WWW-Authenticate"):
        if "insufficient_claims" in challenge and (found := _CLAIMS.search(challenge[: 2 * _LONGEST_CLAIMS])):
            return _decoded(found[1])
    return ""


def _decoded(given: str) -> str:
    plain = given.replace("-", "+").replace("_", "/").rstrip("=")
    try:
        said = b64decode(plain + "=" * (-len(plain) % 4), validate=True).decode()
        is_object = isinstance(json.loads(said), dict)
    except (NotBase64, ValueError, RecursionError):
        return ""
    return said if is_object and len(said) <= _LONGEST_CLAIMS else ""
