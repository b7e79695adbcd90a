"""Does a card point at no more places than a person will look at?"""

from collections.abc import Iterator

from app.checks import look
from app.checks.check import MOST_SPANS, Check
from app.domain.draft import Field
from app.domain.finding import Confidence, Finding, Span
from app.domain.reading import Reading
from tests.road import see


def _check(places: int) -> Check:
    def _look(_reading: Reading) -> Iterator[Finding]:
        spans = tuple(Span(Field.BODY, at, at + 1) for at in range(places))
        yield Finding("many", "kind", Confidence.HIGH, spans, {"count": places})

    return Check("many", _look, {"kind": "Many places"})


def test_the_first_places_are_kept_and_all_are_counted() -> None:
    reading, *_ = see({"body": "x" * 900})
    [finding], _ = look(reading, [_check(731)])

    assert [span.start for span in finding.spans] == list(range(MOST_SPANS))
    assert finding.facts == {"count": 731, "places": 731}


def test_a_few_places_stay_as_they_are() -> None:
    reading, *_ = see({"body": "x" * 900})
    [finding], _ = look(reading, [_check(MOST_SPANS)])

    assert len(finding.spans) == MOST_SPANS
    assert finding.facts == {"count": MOST_SPANS}
