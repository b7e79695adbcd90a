"""A number that is masked on its own card is masked on every other."""

from app.checks.pointing import in_body
from app.compose.cover_numbers import cover_numbers
from app.domain.draft import Field
from app.domain.finding import Confidence, Finding, Span
from tests.road import see

STORY = "Jamie (NHS number 943 476 5919) has asthma."
READING, *_ = see({"body": STORY})
NUMBER = Span(Field.BODY, 18, 30, "••• ••• 5919")


def shown(*others: Span) -> list[str]:
    number = Finding("identifiers", "nhs-number", Confidence.HIGH, (NUMBER,))
    other = Finding("confidential-story", "health", Confidence.HIGH, others)
    masked, covered = cover_numbers([number, other], READING)
    assert masked == number
    return [span.excerpt for span in covered.spans]


def test_words_around_a_number_do_not_show_it() -> None:
    assert STORY[NUMBER.start : NUMBER.end] == "943 476 5919"
    assert shown(in_body(READING, 0, len(STORY))) == ["Jamie (NHS number ••• ••• 5919) has asthma."]


def test_other_words_stay_as_they_are() -> None:
    named, subject = in_body(READING, 0, 5), Span(Field.SUBJECT, 0, 40, "Form")
    assert shown(named, subject) == ["Jamie", "Form"]
    own = Span(Field.BODY, 0, len(STORY), "asthma → illness")
    assert shown(own) == ["asthma → illness"]
