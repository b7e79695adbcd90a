"""Is a forward read for what others told, as far as there is time, and only for new readers?"""

import pytest

from app.domain.finding import Confidence, Finding
from app.domain.people import Who
from tests.fakes import FakeReader
from tests.road import see

HEADER = (
    "\n\nFrom: Gillian Royce <g.royce@gmail.com>\nSent: 18 November 2026 21:04\nTo: P Shah\nSubject: Hall\n\n"
)
ILL = {"Orla Quennell has asthma at school.": {"story": 0.95, "health": 0.95}}


def _found(
    said: str, to: str = "a company", own: str = "See below.", reply: str = "forward"
) -> Finding | None:
    draft = {"to": [to], "reply": reply, "subject": "FW: Hall", "body": own + HEADER + said}
    _, findings, _ = see(draft, FakeReader(ILL, ["Orla Quennell", "Gillian"]))
    return next((f for f in findings if f.id == "confidential-story/passed-on"), None)


def test_the_facts_say_that_it_is_quoted_and_who_is_new() -> None:
    found = _found(next(iter(ILL)))

    assert found is not None
    assert found.confidence is Confidence.HIGH
    assert found.facts["quoted"] is True
    assert found.facts["matter"] == "health"
    assert (found.facts["new_readers"], found.facts["new_outside"]) == (1, 1)


@pytest.mark.parametrize(("to", "outside"), [("a colleague", 0), ("all staff", 0), ("1 school", 1)])
def test_readers_inside_are_new_but_not_outside(to: str, outside: int) -> None:
    found = _found(next(iter(ILL)), to)

    assert found is not None
    assert (found.facts["new_readers"], found.facts["new_outside"]) == (1, outside)


@pytest.mark.parametrize("reply", ["reply", "reply-all"])
def test_an_answer_is_not_read_for_what_it_quotes(reply: str) -> None:
    assert _found(next(iter(ILL)), reply=reply) is None


@pytest.mark.parametrize(
    ("said", "is_told"),
    [
        ("I was diagnosed with breast cancer on Monday.", True),
        ("I've tried to kill myself once before.", True),
        ("I am gay and nobody at work knows.", True),
        ("I was not arrested.", False),
        ("If I am diagnosed with cancer I will tell you.", False),
        ("I met people who have cancer.", False),
        ("I have an MS Office question.", False),
    ],
)
def test_what_somebody_wrote_of_themselves(said: str, is_told: bool) -> None:
    assert (_found(said) is not None) is is_told


def test_who_signs_there_is_a_third_party() -> None:
    draft = {"to": ["a company"], "reply": "forward", "body": f"See below.{HEADER}Hello\n\nThanks\nGillian\n"}
    reading, *_ = see(draft, FakeReader({}, ["Gillian"]))

    assert reading.passed_on is not None
    assert {person.who for person in reading.passed_on.people} == {Who.THIRD_PARTY}


@pytest.mark.parametrize(("own", "lines", "is_read"), [(0, 300, True), (0, 900, False), (1_300, 300, False)])
def test_no_more_is_read_than_there_is_time_for(own: int, lines: int, is_read: bool) -> None:
    filler = "We have moved the chairs again.\n"
    draft = {
        "to": ["a company"],
        "reply": "forward",
        "body": filler * own + HEADER + filler * lines + next(iter(ILL)),
    }
    reading, findings, _ = see(draft, FakeReader(ILL, ["Orla Quennell"]))
    said = [gap.reason for gap in reading.unread if gap.check == "tone"]

    assert any(f.kind == "passed-on" for f in findings) is is_read
    assert any("below yours" in reason for reason in said) is not is_read
