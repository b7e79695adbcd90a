"""Which of a school's mailboxes does a message go to?

One for each desk that is asked for, and the office's when a school has none of these: a school is told once,
and told at all. `role` is the word under which the directory keeps an address.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from app.domain.for_whom import ForWhom, Role
from app.domain.school import School

IN_ORDER: Mapping[Role, tuple[str, ...]] = MappingProxyType(
    {
        Role.OFFICE: ("office",),
        Role.HEAD: ("head", "deputy-head"),
        Role.SENCO: ("senco",),
        Role.SAFEGUARDING: ("safeguarding",),
        Role.BUSINESS: ("business-manager",),
        Role.ADMISSIONS: ("admissions",),
        Role.GOVERNORS: ("chair-of-governors", "clerk", "governor"),
        Role.EARLY_YEARS: ("early-years",),
    }
)
"""The directory's words for each role, the best first."""

_WITHOUT_A_WISH = (
    *("office", "", "admissions", "business-manager", "head", "deputy-head", "trust", "other"),
    *("early-years", "senco", "safeguarding", "clerk", "chair-of-governors", "governor"),
)
_PLACE = {role: place for place, role in enumerate(_WITHOUT_A_WISH)}
"""Where a message goes that is for nobody in particular: shared mailboxes first, people last."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One mailbox of a school that may be written to, by the key of its address."""

    key: str
    role: str


def mailboxes_for(roles: Collection[Role], held: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """The mailboxes of one school to write to; empty only when it has none at all.

    Which of two of the same role is taken does not depend on the order of `held`.
    """
    best: dict[str, Candidate] = {}
    for candidate in held:
        before = best.get(candidate.role)
        if before is None or candidate.key < before.key:
            best[candidate.role] = candidate
    asked = [_first(best, IN_ORDER[role]) for role in Role if role in roles]
    found = tuple(candidate for candidate in asked if candidate)
    if found or not best:
        return found
    return (min(best.values(), key=lambda c: (_PLACE.get(c.role, len(_PLACE)), c.key)),)


def _first(best: Mapping[str, Candidate], words: Iterable[str]) -> Candidate | None:
    return next((best[word] for word in words if word in best), None)


@dataclass(frozen=True, slots=True)
class Reach:
    """Whom a message reaches. `mailboxes` gives each once, with the first of its schools that it is for."""

    mailboxes: Mapping[Candidate, School]
    reached: int
    """Schools with at least one of the mailboxes."""
    unreachable: tuple[School, ...]


def reach(
    for_whom: ForWhom,
    schools: Iterable[School],
    held: Mapping[str, Iterable[Candidate]],
    on_lists: Mapping[str, Collection[str]],
) -> Reach:
    """Choose among open schools and their mailboxes.

    Args:
        for_whom: which schools, and whose desk.
        schools: every open school.
        held: the mailboxes of each that may be written to, by its URN.
        on_lists: the subscription lists in force that each is on, by its URN.
    """
    mailboxes: dict[Candidate, School] = {}
    reached, unreachable, keys = 0, [], set[str]()
    for school in sorted(schools, key=lambda s: s.urn):
        if not for_whom.holds(school, on_lists.get(school.urn, ())):
            continue
        chosen = mailboxes_for(for_whom.roles, held.get(school.urn, ()))
        if not chosen:
            unreachable.append(school)
            continue
        reached += 1
        for candidate in chosen:
            if candidate.key not in keys:
                keys.add(candidate.key)
                mailboxes[candidate] = school
    return Reach(mailboxes, reached, tuple(unreachable))
