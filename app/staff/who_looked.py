"""Who looked at what is held about somebody, when, and for what? For that person to read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.domain.rights import AccessRequest, AccessState
from app.staff.own_cases import OwnCase

_STATES = {
    AccessState.ASKED: "; a second person has to look first",
    AccessState.READY: "; the file was not taken yet",
    AccessState.TAKEN: "",
    AccessState.WITHDRAWN: "; that was withdrawn, and nobody took a file",
}


@dataclass(frozen=True, slots=True)
class Looked:
    """Somebody looked, or was let look."""

    at: datetime
    who: str
    what: str
    """What they looked at, in words."""
    why: str = ""
    rule: str = ""
    """The rule of the case, where it was one."""


def who_looked(cases: Sequence[OwnCase], requests: Sequence[AccessRequest]) -> tuple[Looked, ...]:
    """Everybody who did, newest first."""
    found = [*_at_cases(cases), *(step for request in requests for step in _of_request(request))]
    return tuple(sorted(found, key=lambda one: one.at, reverse=True))


def _at_cases(cases: Sequence[OwnCase]) -> Iterator[Looked]:
    for one in cases:
        rule = one.case.flagged.rule
        for move, purpose in one.openings:
            yield Looked(move.at, move.by.name, "opened a flagged send of yours", purpose, rule)
        for move in one.shown:
            along = f", with {move.to.name} as the second person" if move.to else ""
            yield Looked(move.at, move.by.name, f"was shown what you attached{along}", move.why, rule)


def _of_request(request: AccessRequest) -> Iterator[Looked]:
    asked = f"asked for all that is held about you{_STATES[request.state]}"
    yield Looked(request.at, request.by.name, asked, request.why)
    if request.second and request.second_at:
        along = "let it go along" if request.with_others else "left it out"
        said = f"looked at what in it tells of others, and {along}"
        yield Looked(request.second_at, request.second.name, said, request.second_why)
    if request.taken_at and request.taken_by:
        yield Looked(request.taken_at, request.taken_by.name, "took the file for you")
