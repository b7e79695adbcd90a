"""Addresses at closed schools, and how sure the check is of an unknown one."""

from dataclasses import replace

from app.checks.school_address_lists import look
from app.domain.audience import Audience, Belonging, Reader
from app.domain.draft import Mailbox, Recipient
from app.domain.finding import Confidence, Finding, Unchecked
from app.domain.reading import Reading
from app.domain.school import School
from tests.checks.seen import reading_of


def _to(belonging: Belonging, *schools: School) -> Reading:
    reader = Reader(Recipient(Mailbox("office@oldmill.sch.example")), belonging, schools)
    reading = reading_of("See below.", audience=Audience((reader,)))
    return replace(reading, draft=replace(reading.draft, recipients=(reader.recipient,)))


def _stale(reading: Reading) -> Finding:
    (finding,) = look(reading)
    return finding


def test_a_closed_school_is_certain() -> None:
    finding = _stale(_to(Belonging.CLOSED_SCHOOL))

    assert (finding.kind, finding.confidence, finding.facts["closed"]) == (
        "stale-address",
        Confidence.HIGH,
        1,
    )
    assert [(s.start, s.end) for s in finding.spans] == [(0, 1)]


def test_an_unknown_school_address_is_middling() -> None:
    assert _stale(_to(Belonging.SCHOOL, School("", "Old Mill"))).confidence is Confidence.MEDIUM


def test_without_a_register_an_unknown_address_says_little() -> None:
    reading = replace(
        _to(Belonging.SCHOOL, School("", "Old Mill")), unread=(Unchecked("audience", "No register"),)
    )

    assert _stale(reading).confidence is Confidence.LOW


def test_a_known_school_is_not_stale() -> None:
    assert not list(look(_to(Belonging.SCHOOL, School("900001", "Oak"))))
