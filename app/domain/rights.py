"""How is what is held about one person found, and who may be given it?

An administrator makes an AccessRequest for somebody who asked for their data. Where the file would tell of
other people too, a second administrator decides. The person reads every step on their own page.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from app.domain.errors import AccessError
from app.domain.item import Person

WHY_MAX = 300


class Found(StrEnum):
    """By what a column names a person."""

    ADDRESS = "address"
    """Their work address in its normal spelling."""
    SAID = "said"
    """As histories name people: ``Priya Shah (p.shah@…)``, or the bare address."""
    CODE = "code"
    """A keyed hash of their address, or of what the sign-in calls them."""
    KEY = "key"
    """What the sign-in calls them."""
    TOLD = "told"
    """Their code stands somewhere in a text of ours."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way to somebody's rows: `column` holds what `found` says.

    With `via` (a table, its column that stands in `column` here, and its column that `found` speaks of) they
    are found through that table. `is_subject` tells rows about a person from rows that they wrote.
    """

    column: str
    found: Found
    is_subject: bool = True
    via: tuple[str, str, str] | None = None


@dataclass(frozen=True, slots=True)
class Whoever:
    """One person, by everything that they may be found by. An empty part finds nothing."""

    address: str
    key: str = ""
    codes: frozenset[str] = frozenset()


class AccessState(StrEnum):
    """Where a request stands."""

    ASKED = "asked"
    """It waits for a second person, because the file would tell of others."""
    READY = "ready"
    """The file can be taken."""
    TAKEN = "taken"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class AccessRequest:
    """That somebody's data was asked for, why, and what became of it.

    `with_others` says whether what tells of other people goes along; only a second person can allow that.
    """

    id: str
    about: Person
    by: Person
    at: datetime
    why: str
    state: AccessState
    with_others: bool = False
    second: Person | None = None
    second_at: datetime | None = None
    second_why: str = ""
    taken_at: datetime | None = None
    taken_by: Person | None = None
    version: int = 1

    def decided(self, by: Person, at: datetime, why: str, *, with_others: bool) -> "AccessRequest":
        """A second person has looked.

        Raises:
            AccessError: it waits for nobody, it is theirs or about them, or no reason is given.
        """
        if self.state is not AccessState.ASKED:
            raise AccessError("This request does not wait for a second person.")
        if by.address in {self.by.address, self.about.address}:
            raise AccessError(
                "Somebody else has to look: neither who asked nor whom it is about.", "second_why"
            )
        said = reason(why, "second_why")
        return self._to(
            state=AccessState.READY, with_others=with_others, second=by, second_at=at, second_why=said
        )

    def taken(self, by: Person, at: datetime) -> "AccessRequest":
        """The file was downloaded; it may be again. Raises AccessError unless it can be."""
        if self.state not in {AccessState.READY, AccessState.TAKEN}:
            raise AccessError("The file cannot be taken yet, or the request was withdrawn.")
        if by.address != self.by.address:
            raise AccessError("Only who asked takes the file.")
        return self._to(state=AccessState.TAKEN, taken_at=at, taken_by=by)

    def withdrawn(self, by: Person) -> "AccessRequest":
        """Not needed any more. Raises AccessError once the file was taken, or for anybody else."""
        if self.state not in {AccessState.ASKED, AccessState.READY} or by.address != self.by.address:
            raise AccessError("Only who asked can withdraw it, and only before the file was taken.")
        return self._to(state=AccessState.WITHDRAWN)

    def _to(self, **changed: object) -> "AccessRequest":
        return replace(self, version=self.version + 1, **changed)  # type: ignore[arg-type]  # fields by name


def reason(words: str, field: str) -> str:
    """Words that say why, on one line. Raises AccessError without any, or with too many."""
    said = " ".join(words.replace("\0", "").split())
    if not said or len(said) > WHY_MAX:
        raise AccessError(f"Say why, in {WHY_MAX} characters or fewer. It is kept, and they read it.", field)
    return said
