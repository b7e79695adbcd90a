"""Has the same text gone to other schools, and have these schools had much mail already?

What it sees: that the sender wrote nearly the same text to other schools, in one mail each or a few, within
24 hours; that nearly the same text was written for many schools within some days, by anybody; how many
mails the busiest of the schools was sent in seven days. Greetings, names of readers and schools, days, times
and numbers make no difference; what stands in quoted mail, signatures and disclaimers does not count. Two
texts are different when each names somebody, or has a file, a sum, a reference or the day of an appointment,
that the other has not: a form letter about two children is two letters.

What it does not see: mail that raises no check at Send (mail merge, telephones), texts of under twenty
words, the same news in other words, and what is only in an attachment. Issues of the bulletin are not known
yet: only what was written as a mail is. A mail that was stopped at Send and never went counts as sent,
unless it goes again changed. Nothing is remembered of mail in confidence, and of a private matter only that
a mail went. The names of the schools' own staff in the middle of a text may make two copies look different.
"""

from collections.abc import Iterator, Mapping

from app.checks.audience.at_home import is_within_one_school
from app.checks.check import Check
from app.checks.pointing import to_readers
from app.domain.audience import Reader
from app.domain.finding import Confidence, Fact, Finding
from app.domain.reading import Reading

_ID = "serial-and-duplicate"
_SURELY_ALIKE = 0.8
_SECOND = 2


def _look(reading: Reading) -> Iterator[Finding]:
    before = reading.sent_before
    if others := before.other_schools:
        # How alike the text was that three schools get: further, less alike ones never lower it.
        likeness = others[:_SECOND][-1]
        together = {"schools_today": reading.audience.schools + len(others)}
        yield _finding(reading, "one-by-one", likeness, together)
    if before.for_many:
        closest = max(before.for_many, key=lambda copy: (copy.likeness, copy.day))
        copied: dict[str, Fact] = {"day": closest.day, "reached": closest.reached}
        yield _finding(reading, "near-copy", closest.likeness, copied)
    if before.mails_this_week and not is_within_one_school(reading):
        spans = to_readers(reading.draft, _at_schools(reading))
        facts = {"mails_this_week": before.mails_this_week}
        yield Finding(_ID, "busy-school", Confidence.HIGH, spans, facts)


def _finding(reading: Reading, kind: str, likeness: float, facts: Mapping[str, Fact]) -> Finding:
    audience = reading.audience
    sender = reading.draft.sender.address.lower() if reading.draft.sender else ""
    whose: dict[str, Fact] = {
        "recognised": audience.is_from_recognised,
        "from_school": audience.is_from_school,
        "own_schools": {officer.lower() for officer in audience.officers} == {sender},
    }
    sure = Confidence.HIGH if likeness >= _SURELY_ALIKE else Confidence.MEDIUM
    spans = to_readers(reading.draft, _at_schools(reading))
    return Finding(_ID, kind, sure, spans, {**facts, "likeness": round(likeness * 100), **whose})


def _at_schools(reading: Reading) -> list[Reader]:
    return [reader for reader in reading.audience.readers if reader.schools]


CHECK = Check(
    _ID,
    _look,
    {
        "one-by-one": "The sender wrote nearly the same text to other schools within a day",
        "near-copy": "Nearly the same text was written for many schools within some days",
        "busy-school": "Mails that a school was sent in seven days, as far as Sendwell saw them",
    },
)
