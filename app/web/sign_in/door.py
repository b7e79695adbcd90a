"""How do people come in here?"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from app.domain.caller import Role
from app.sign_in_ports import Sessions, SignIn, SignOuts


@dataclass(frozen=True, slots=True)
class Door:
    """Who is in, and who lets people in.

    Without a `provider` people pick who they are, at this machine only. `address` is where browsers reach the
    pages; `role_names` is what the provider calls each role, `given_by` whom people ask for one.
    """

    sessions: Sessions
    provider: SignIn | None = None
    address: str = ""
    role_names: Mapping[Role, str] = field(default_factory=dict)
    given_by: str = ""
    refused: Callable[[str, str], None] = lambda _door, _reason: None
    """Told at which door somebody was refused, and why in a few words."""
    asks_every: timedelta | None = None
    """How often the provider is asked whether somebody may still be here; never when None."""
    sign_outs: SignOuts | None = None
    """Reads what the provider tells of people whom it signed out; None where it tells nothing."""

    @property
    def is_local(self) -> bool:
        """Whether people pick who they are."""
        return self.provider is None

    def is_to_be_asked(self, asked_at: datetime, now: datetime) -> bool:
        """Whether it is time to ask the provider again."""
        return self.asks_every is not None and now - asked_at >= self.asks_every
