"""Is a mailbox a pupil's?

Told by the shapes that schools use: a domain for pupils below the school's own (``@pupils.oak.kent.sch.uk``),
the year of entry before the name (``19smithj@oak.kent.sch.uk``), "(Pupil)" after the name, a group called
"Year 9 pupils"; and by whatever the organisation adds: a domain, or a pattern in which ``*`` is anything and
``#`` a digit. Outside the organisation and the schools, only such a pattern makes a pupil.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import re2

from app.domain.audience import Belonging, Reader
from app.domain.draft import RecipientKind

_OF_PUPILS = frozenset({"pupil", "pupils", "student", "students", "learner", "learners"})
_OF_ADULTS_TOO = frozenset({"learner", "learners"})
"""What an authority calls those of its evening classes."""
_OF_STAFF = frozenset(
    """team teams service services support admin office officer officers welfare council councillors records
    data teacher teachers staff leads lead leaders union premium progress voice referral pru parents carers
    governors admissions""".split()  # noqa: SIM905 - a closed list reads best as words
)
_YEAR_OF_ENTRY = re2.compile(r"^(?:20)?(?:0[5-9]|[12]\d)[._-]?[a-z][a-z'.-]{2,}\d?$")
_NO_NAME = re2.compile(
    r"^\d+[._-]?(?:plus|hour|admission|exam|trip|prom|leaver|alumn|reunion|production|residential|camp|award"
    r"|intake|transition|appeal|open|transfer|starter)"
)
_CALLED = re2.compile(r"(?i)(?:[(\[]|[-\x{2013}|,/]\s*)(?:pupil|student|learner)\s*[)\]]?\s*$")
_MOST_PATTERNS = 200


def is_of_pupil(reader: Reader, address: str, patterns: Sequence[str], *, is_at_school: bool) -> bool:
    """Whether a mailbox, or every member of a group, is a pupil's.

    Args:
        reader: as it is placed.
        address: its normal spelling.
        patterns: the organisation's own.
        is_at_school: whether its domain is one that only schools have.
    """
    if any(pattern.search(address) for pattern in _compiled(tuple(patterns[:_MOST_PATTERNS]))):
        return True
    if reader.belonging not in {Belonging.INSIDE, Belonging.SCHOOL}:
        return False
    name = reader.recipient.mailbox.name
    local, _, domain = address.rpartition("@")
    label = domain.partition(".")[0]
    if label in _OF_PUPILS and (is_at_school or label not in _OF_ADULTS_TOO):
        return True
    if _CALLED.search(name):
        return True
    if reader.recipient.kind is RecipientKind.GROUP:
        return any(map(_speaks_of_pupils, (name, local)))
    return is_at_school and _YEAR_OF_ENTRY.search(local) is not None and not _NO_NAME.search(local)


def _speaks_of_pupils(name: str) -> bool:
    words = frozenset("".join(c if c.isalpha() else " " for c in name.lower()).split())
    return not words.isdisjoint(_OF_PUPILS) and words.isdisjoint(_OF_STAFF)


@lru_cache(maxsize=8)
def _compiled(patterns: tuple[str, ...]) -> tuple[Any, ...]:  # google-re2 publishes no types
    return tuple(re2.compile(_as_regex(p.strip().lower())) for p in patterns if p.strip(" *@."))


def _as_regex(pattern: str) -> str:
    """``pupils.oak.org`` is every address there and below; with an ``@`` it is the whole address."""
    local, at, domain = pattern.rpartition("@")
    return f"^{_wild(local)}@{_wild(domain)}$" if at else rf"@(?:[^@]*\.)?{_wild(domain)}$"


def _wild(words: str) -> str:
    return str(re2.escape(words)).replace(r"\*", "[^@]*").replace(r"\#", "[0-9]")
