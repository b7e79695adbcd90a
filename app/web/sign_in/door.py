"""How do people come in here?"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from app.domain.caller import Role
from app.sign_in_ports import Sessions, SignIn


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

    @property
    def is_local(self) -> bool:
        """Whether people pick who they are."""
        return self.provider is None
