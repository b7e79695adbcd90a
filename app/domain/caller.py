"""Who calls, and what may they do?

Somebody who signed in, with the roles that the organisation gave them. Everybody sends mail; beyond that no
role contains another: whoever keeps the policy does not edit the bulletin by that, and nobody reviews because
they administer.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What somebody may do."""

    SENDER = "sender"
    """Has drafts checked, signs the policy, sees what is held about them."""
    EDITOR = "editor"
    """Works at the bulletin desk."""
    REVIEWER = "reviewer"
    """Looks at flagged sends."""
    ADMINISTRATOR = "administrator"
    """Keeps the policy and the registers."""


EVERY_ROLE = frozenset(Role)
IN_WORDS: Mapping[Role, str] = {
    Role.SENDER: "have your mail checked",
    Role.EDITOR: "work at the bulletin desk",
    Role.REVIEWER: "review flagged mail",
    Role.ADMINISTRATOR: "keep the policy and the registers",
}


@dataclass(frozen=True, slots=True)
class Caller:
    """One person. `key` tells people apart for ever, as an address does not; empty when nobody is known."""

    name: str
    address: str
    key: str = ""
    roles: frozenset[Role] = frozenset()


NOBODY_KNOWN = Caller("", "")
"""Somebody at this machine who has not said who they are."""
