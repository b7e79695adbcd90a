"""What does the service need to ask Exchange about the recipients of a draft?

The part of ``app/ports.py`` about mail tips, and about the tokens to ask with. Same rules: Protocols with
their contracts, fakes in ``tests/exchange_fakes.py``. What fails is an answer here and no error: no draft
waits for it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from app.domain.mailbox_facts import MailboxFacts


class Why(StrEnum):
    """Why there is no answer."""

    WAIT = "wait"
    """Asked too much for this mailbox: later."""
    BUSY = "busy"
    """Whoever answers is not well, or cannot be reached: later, for everybody."""
    TOKEN = "token"  # noqa: S105 - the word for it
    """This token is not taken; a new one may be."""
    CONSENT = "consent"
    """Nobody has agreed that we may ask for this person."""
    SIGN_IN = "sign-in"
    """The person has to sign in anew, with the claims that are named."""
    OURS = "ours"
    """Our own registration or its secret is wrong: somebody must mend it."""
    QUESTION = "question"
    """Something about this question is wrong; a part of it may do."""


@dataclass(frozen=True, slots=True)
class Refused:
    """No answer. `wait` is in seconds, where it was said; `claims` is JSON, as the provider wants it back."""

    why: Why
    wait: float | None = None
    claims: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Asker:
    """For whom Exchange is asked. `key` is the caller's: tenant and person.

    `assertion` is the token that they brought to us; empty when they brought none.
    """

    key: str
    assertion: str = field(default="", repr=False)

    @property
    def tenant(self) -> str:
        """The organisation that they belong to."""
        return self.key.partition(" ")[0]


class TokenExchange(Protocol):
    """Turns what somebody brought to us into a token with which Exchange is asked for them."""

    def token(self, asker: Asker, *, is_new: bool = False, claims: str = "") -> str | Refused:
        """A token; with `is_new` or `claims` not the one that was kept. Raises nothing but StoreError."""
        ...


class MailTips(Protocol):
    """Exchange, asked about recipients."""

    @property
    def most_at_once(self) -> int:
        """How many addresses one question may hold."""
        ...

    def ask(self, token: str, addresses: Sequence[str]) -> Mapping[str, MailboxFacts] | Refused:
        """What is said of each address, in the asker's spelling of it; where nothing is, it is left out.

        Takes bounded time, and raises nothing.
        """
        ...


class FactShelf(Protocol):
    """What Exchange said, kept for a while under codes of the addresses. Who asked is not kept.

    `is_moderated` and `is_restricted` depend on who asks: they are never kept here.
    """

    def held(self, tenant: str, addresses: Sequence[str], at: datetime) -> Mapping[str, MailboxFacts]:
        """What is known at that moment of these addresses, in the asker's spelling of them."""
        ...

    def keep(self, tenant: str, facts: Mapping[str, tuple[MailboxFacts, datetime]], at: datetime) -> None:
        """Keep each until its moment, in place of what was known; what is over by `at` is forgotten."""
        ...

    def count(self, at: datetime) -> int:
        """How many are held at that moment."""
        ...

    def forget_old(self, at: datetime) -> int:
        """Delete what is over, and tell how many."""
        ...


class TokenShelf(Protocol):
    """Tokens of people, sealed, each until it runs out."""

    def held(self, key: str, at: datetime) -> str | None:
        """The token of the person of that key; None when there is none that lasts."""
        ...

    def keep(self, key: str, token: str, until: datetime, at: datetime) -> None:
        """Keep it in place of the last; what is over by `at` is forgotten."""
        ...

    def drop(self, key: str) -> None:
        """Forget the token of one person."""
        ...

    def count(self, at: datetime) -> int:
        """How many are held at that moment."""
        ...

    def forget_old(self, at: datetime) -> int:
        """Delete what is over, and tell how many."""
        ...
