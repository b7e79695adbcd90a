"""What can the journal tell? A closed set of kinds of entries, each with a closed set of fields.

A fact is a count, a keyed hash, an id or a few ids: nothing in which words of a draft, an address or a name
could stand. What is hashed of an entry is its text, one line of JSON that is written in one way only.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import TypeAlias

Fact: TypeAlias = int | str | tuple[str, ...]


class Kind(StrEnum):
    """What happened."""

    CHECK = "check"
    """A draft was checked at Send."""
    OVERRIDE = "override"
    """Somebody answered a card: sent anyway, called it wrong, or took that back."""
    DECISION = "decision"
    """Somebody decided on what others asked for or did."""
    REVEAL = "reveal"
    """Somebody was shown what a sender had attached."""
    LOOKUP = "lookup"
    """Addresses that are sealed were opened."""
    POLICY_CHANGE = "policy-change"
    PUBLISH = "publish"
    SIGN_IN_FAILURE = "sign-in-failure"
    ADMINISTRATION = "administration"
    """An administrator changed a register, the directory, or something else that is kept."""
    FORGETTING = "forgetting"
    """The journal let go of what its entries `below` a number said, but for as many as it `kept`."""


class Shape(StrEnum):
    """What may stand in a field."""

    COUNT = "count"
    HASH = "hash"
    """A keyed hash, hex; empty for nobody known."""
    ID = "id"
    """A short id of ours, as ``2026-27-12`` or ``bulletin/all-schools``; empty for none."""
    IDS = "ids"


FIELDS: Mapping[Kind, Mapping[str, Shape]] = {
    Kind.CHECK: {
        "sender": Shape.HASH,
        "draft": Shape.HASH,
        "verdict": Shape.ID,
        "channel": Shape.ID,
        "rules": Shape.IDS,
        "not_checked": Shape.IDS,
        "policy": Shape.ID,
    },
    Kind.OVERRIDE: {
        "sender": Shape.HASH,
        "rule": Shape.ID,
        "finding": Shape.ID,
        "chosen": Shape.ID,
        "reason": Shape.ID,
    },
    Kind.DECISION: {"about": Shape.ID, "what": Shape.ID, "by": Shape.HASH, "decided": Shape.ID},
    Kind.REVEAL: {"about": Shape.ID, "by": Shape.HASH, "second": Shape.HASH},
    Kind.LOOKUP: {"addresses": Shape.COUNT, "purpose": Shape.ID, "by": Shape.HASH},
    Kind.POLICY_CHANGE: {
        "pack": Shape.ID,
        "version": Shape.COUNT,
        "follows": Shape.COUNT,
        "text": Shape.HASH,
        "by": Shape.HASH,
    },
    Kind.PUBLISH: {"what": Shape.ID, "state": Shape.ID, "items": Shape.COUNT, "by": Shape.HASH},
    Kind.SIGN_IN_FAILURE: {"door": Shape.ID, "reason": Shape.ID, "times": Shape.COUNT},
    Kind.ADMINISTRATION: {"action": Shape.ID, "about": Shape.ID, "count": Shape.COUNT, "by": Shape.HASH},
    Kind.FORGETTING: {"below": Shape.COUNT, "kept": Shape.COUNT},
}

_HASH = re.compile(r"(?:[0-9a-f]{64})?")
_ID = re.compile(r"[A-Za-z0-9._:/+-]{0,96}")
_MOST_IDS = 200


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened, before it is written down. Every field of its kind is given, and no other.

    Raises:
        ValueError: a field is missing, unknown, or holds what it may not; the value is never repeated.
    """

    kind: Kind
    facts: Mapping[str, Fact]

    def __post_init__(self) -> None:
        """Look at every fact."""
        fields = FIELDS[self.kind]
        if self.facts.keys() != fields.keys():
            raise ValueError(f"the journal's {self.kind} has the fields {', '.join(fields)}")
        for name, shape in fields.items():
            if not _fits(self.facts[name], shape):
                raise ValueError(f"{name} of the journal's {self.kind} is not a {shape}")


def _fits(fact: Fact, shape: Shape) -> bool:
    if shape is Shape.COUNT:
        return type(fact) is int and fact >= 0
    if shape is Shape.IDS:
        return (
            isinstance(fact, tuple) and len(fact) <= _MOST_IDS and all(_fits(one, Shape.ID) for one in fact)
        )
    form = _HASH if shape is Shape.HASH else _ID
    return isinstance(fact, str) and form.fullmatch(fact) is not None


def as_id(words: str) -> str:
    """An id of ours as the journal may hold it; what is none becomes ``other``."""
    return words if _ID.fullmatch(words) else "other"


def text_of(entry: Entry, number: int, at: datetime, salt: str) -> str:
    """What is hashed of an entry: its place among the others is in it, so that none can change places.

    `salt` is random, so that once the text is gone nobody can find it again by trying what it may have said.
    """
    told = {
        "at": at.astimezone(UTC).isoformat(timespec="milliseconds"),
        "facts": dict(entry.facts),
        "kind": entry.kind.value,
        "number": number,
        "salt": salt,
    }
    return json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def when(text: str) -> datetime:
    """The moment that the text of an entry tells."""
    return datetime.fromisoformat(json.loads(text)["at"])
