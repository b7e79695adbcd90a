"""Which findings stand on the same words, or in the same paragraph."""

from dataclasses import replace

import pytest

from app.compose.place_findings import place_findings
from app.domain.draft import Field
from app.domain.finding import Confidence, Finding, Span
from tests.road import see

READING, *_ = see({"body": "One two three.\nFour five.\n\nSix seven eight."})


def finding(kind: str, *places: tuple[int, int], field: Field = Field.BODY) -> Finding:
    return Finding("c", kind, Confidence.HIGH, tuple(Span(field, a, b) for a, b in places))


def together(*findings: Finding) -> tuple[set[str], set[str]]:
    first = place_findings(findings, READING)[0]
    return {f[2:] for f in first.same_words}, {f[2:] for f in first.same_paragraph}


@pytest.mark.parametrize(
    ("one", "other", "words", "paragraph"),
    [
        ([(0, 3)], [(0, 14)], True, True),
        ([(0, 14)], [(4, 7)], True, True),
        ([(0, 3)], [(3, 7)], False, True),
        ([(0, 3)], [(15, 19)], False, True),
        ([(0, 3)], [(27, 30)], False, False),
        ([(0, 3), (27, 30)], [(0, 3)], True, True),
        ([(0, 3), (27, 30)], [(4, 7), (27, 30)], False, True),
        ([(0, 30)], [(27, 30)], True, True),
    ],
)
def test_where_they_stand(
    one: list[tuple[int, int]], other: list[tuple[int, int]], *, words: bool, paragraph: bool
) -> None:
    assert together(finding("a", *one), finding("b", *other)) == (
        {"b"} if words else set(),
        {"b"} if paragraph else set(),
    )


def test_subject_and_body_are_apart() -> None:
    assert together(finding("a", (0, 3)), finding("b", (0, 3), field=Field.SUBJECT)) == (set(), set())


def test_what_is_heard_from_the_whole_stands_everywhere() -> None:
    whole = replace(finding("w", (0, 3)), is_of_whole=True)

    assert together(whole, finding("a", (27, 30)), finding("b", (0, 3), field=Field.SUBJECT))[0] == {"a", "b"}
    assert together(finding("a", (27, 30)), whole, finding("c"))[0] == {"w"}


def test_what_points_at_no_words_stands_nowhere() -> None:
    assert together(finding("a", (0, 3)), finding("b", (0, 1), field=Field.TO), finding("c")) == (
        set(),
        set(),
    )
    assert together(finding("c"), finding("a", (0, 3))) == (set(), set())
