"""How does the service know who calls?

The part of ``app/ports.py`` about signing in. Same rules: Protocols with their contracts, fakes in
``tests/sign_in_fakes.py``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from app.domain.caller import Caller


@dataclass(frozen=True, slots=True)
class Begun:
    """A sign-in on its way: where the browser goes, and what must be remembered until it comes back."""

    address: str
    remembered: Mapping[str, object]


class SignIn(Protocol):
    """The organisation's own sign-in, outside the process."""

    def begin(self, *, picks_account: bool = False) -> Begun:
        """A new sign-in; people who have several accounts may be asked which.

        Raises ProviderError when nobody can sign in now.
        """
        ...

    def complete(self, remembered: Mapping[str, object], answer: Mapping[str, str]) -> Caller:
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
class Session:
    """One browser in which somebody is signed in. `handle` names it to them, and opens nothing."""

    handle: str
    caller: Caller
    started_at: datetime
    seen_at: datetime


class Sessions(Protocol):
    """The browsers in which people are signed in; each ends when it rests too long, and after its time.

    Only a hash of a session's token is kept.
    """

    def start(self, caller: Caller, at: datetime) -> str:
        """A new session; its token, which nobody can guess. What is over is forgotten."""
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

    def end_all(self, key: str) -> int:
        """Sign that person out everywhere, and tell how many sessions there were."""
        ...

    def forget_old(self, at: datetime) -> int:
        """Delete what is over, and tell how many there were."""
        ...
