"""Does the name of a group say that schools are in it?

A distribution list on the organisation's own domain is mostly colleagues; one called "All
headteachers" or "Primary schools" is not, and nobody can see from here who is in it.
"""

from itertools import pairwise

from app.domain.draft import Mailbox

_PEOPLE = "headteachers heads sencos sendcos dsls governors bursars principals"
_WHICH = "all every maintained nursery infant junior primary primaries middle secondary secondaries special"
_STAFF = "team teams service services support admin admissions unit office officers board"

_PEOPLE_OF_SCHOOLS = frozenset(_PEOPLE.split())
_WHICH_SCHOOLS = frozenset(_WHICH.split())
_COLLEAGUES = frozenset(_STAFF.split())


def is_for_schools(group: Mailbox) -> bool:
    """Whether the name or the address of `group` speaks of schools or their people."""
    return any(_speaks_of_schools(_words(text)) for text in (group.name, group.address.partition("@")[0]))


def _words(text: str) -> list[str]:
    spaced = "".join(c if c.isalpha() else " " for c in text.lower())
    return spaced.replace("allschools", "all schools").replace("allheads", "all heads").split()


def _speaks_of_schools(words: list[str]) -> bool:
    if not _COLLEAGUES.isdisjoint(words):
        return False
    if any(a == "heads" and b == "of" for a, b in pairwise(words)):
        return False
    is_which = "schools" in words or "academies" in words
    return not _PEOPLE_OF_SCHOOLS.isdisjoint(words) or (is_which and not _WHICH_SCHOOLS.isdisjoint(words))
