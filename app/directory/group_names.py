"""Does the name of a group say that schools are in it?

A distribution list on the organisation's own domain is mostly colleagues; one called "All
headteachers" or "Valley cluster schools" is not, and nobody can see from here who is in it.
"""

from itertools import pairwise

from app.domain.draft import Mailbox

_PEOPLE = (
    "headteachers heads sencos senco sendcos dsls dsl governors bursars sbms sbm principals clerks chairs"
    " ptas teachers leads coordinators ects kitchens caretakers cooks trustees"
)
_PLACES = "schools academies settings nurseries preschools childminders clusters cluster"
_STAFF = (
    "team teams service services support admin admissions unit office officers board capital finance hr it"
    " improvement managers group panel project programme forum transport meals library staff"
)
_POSTS_AT_SCHOOLS = frozenset(
    {("exams", "officers"), ("exam", "officers"), ("data", "managers"), ("business", "managers")}
)
"""What schools call their people although it sounds like colleagues."""

_GATHERINGS = frozenset({"forum", "group", "panel", "programme", "project"})
_ONLY_AT_SCHOOLS = frozenset(
    {"headteachers", "heads", "sencos", "senco", "sendcos", "dsls", "dsl", "governors", "bursars"}
    | {"sbms", "sbm", "caretakers"}
)
"""Whose forum or group is one of schools; a lead or a coordinator may be a colleague."""

_PEOPLE_OF_SCHOOLS = frozenset(_PEOPLE.split())
_PLACES_OF_SCHOOLS = frozenset(_PLACES.split())
_COLLEAGUES = frozenset(_STAFF.split())


def is_for_schools(group: Mailbox) -> bool:
    """Whether the name or the address of `group` speaks of schools or their people."""
    return any(_speaks_of_schools(_words(text)) for text in (group.name, group.address.partition("@")[0]))


def _words(text: str) -> list[str]:
    spaced = "".join(c if c.isalpha() else " " for c in text.lower())
    return spaced.replace("allschools", "all schools").replace("allheads", "all heads").split()


def _speaks_of_schools(words: list[str]) -> bool:
    if not _POSTS_AT_SCHOOLS.isdisjoint(pairwise(words)):
        return True
    is_of_post = not _ONLY_AT_SCHOOLS.isdisjoint(words)
    if not (_COLLEAGUES - _GATHERINGS if is_of_post else _COLLEAGUES).isdisjoint(words):
        return False
    if any(a == "heads" and b == "of" for a, b in pairwise(words)):
        return False
    return not (_PEOPLE_OF_SCHOOLS | _PLACES_OF_SCHOOLS).isdisjoint(words)
