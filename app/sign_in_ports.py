"""How does the service know who calls?

The part of ``app/ports.py`` about signing in. Same rules: Protocols with their contracts, fakes in
``tests/sign_in_fakes.py``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from app.domain.caller import Caller


class Asking(StrEnum):
    """How the provider asks somebody to sign in."""

    USUAL = "usual"
    ACCOUNT = "account"
    """With which of their accounts."""
    AGAIN = "again"
    """To prove anew who they are, though it knows them already."""
    SILENT = "silent"
    """Nothing at all: only whether they may still come in."""


@dataclass(frozen=True, slots=True)
class Begun:
    """A sign-in on its way: where the browser goes, and what must be remembered until it comes back."""

    address: str
    remembered: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Whom the provider let in.

    `sid` is its name of the session that it has with them; empty when it has none. `proved_at` is when they
    proved who they are, such as by a password; None when the provider does not say.
    """

    caller: Caller
    sid: str = ""
    proved_at: datetime | None = None


class SignIn(Protocol):
    """The organisation's own sign-in, outside the process."""

    def begin(self, asking: Asking = Asking.USUAL) -> Begun:
        """A new sign-in. Raises ProviderError when nobody can sign in now."""
        ...

    def complete(self, remembered: Mapping[str, object], answer: Mapping[str, str]) -> SignedIn:
        """Who signed in, by what the browser brought back; good once.

        Raises SignInError when this is not the answer to that beginning, or whoever it is may not come in;
        ProviderError when it cannot be found out now.
        """
        ...


class Tokens(Protocol):
    """Reads the bearer tokens that the add-in brings."""

    def caller_of(self, token: str) -> Caller:
        """Whose token it is. Raises SignInError unless all of it is right; ProviderError as above."""
        ...


@dataclass(frozen=True, slots=True)
class SignedOut:
    """Whom the provider signed out: everywhere, or only where they came in by its session `sid`."""

    key: str = ""
    sid: str = ""


class SignOuts(Protocol):
    """Reads what the provider tells us, itself and without a browser, of people whom it signed out."""

    def told(self, token: str) -> SignedOut:
        """Who it is. Raises SignInError unless all of it is right; ProviderError as above."""
        ...


@dataclass(frozen=True, slots=True)
class Session:
    """One browser in which somebody is signed in. `handle` names it to them, and opens nothing.

    `proved_at` as in SignedIn; `asked_at` is when the provider said last that they may be here.
    """

    handle: str
    caller: Caller
    started_at: datetime
    seen_at: datetime
    asked_at: datetime
    proved_at: datetime | None = None


class Sessions(Protocol):
    """The browsers in which people are signed in; each ends when it rests too long, and after its time.

    Where the provider is asked again now and then, it ends too when that was not done for too long. Only a
    hash of a session's token is kept.
    """

    def start(self, caller: Caller, at: datetime, sid: str = "", proved_at: datetime | None = None) -> str:
        """A new session; its token, which nobody can guess. What is over is forgotten."""
        ...

    def renew(self, handle: str, signed: SignedIn, at: datetime) -> bool:
        """The provider was asked again: their roles are those of now, the session goes on as it was.

        False when that person has no such session, or it is over.
        """
        ...

    def find(self, token: str, at: datetime) -> Session | None:
        """The session of that token, which is seen by this; None when there is none, or it is over."""
        ...

    def of(self, key: str, at: datetime) -> Sequence[Session]:
        """Everywhere that person is signed in, last seen first."""
        ...

    def end(self, token: str) -> None:
        """Sign out here; no matter when there is no such session."""
        ...

    def end_one(self, key: str, handle: str) -> int:
        """Sign that person out in one browser, and tell how many sessions that were: one or none."""
        ...

    def end_told(self, told: SignedOut) -> int:
        """Sign out whom the provider did, and tell how many sessions there were."""
        ...

    def end_all(self, key: str) -> int:
        """Sign that person out everywhere, and tell how many sessions there were."""
        ...

    def forget_old(self, at: datetime) -> int:
        """Delete what is over, and tell how many there were."""
        ...
