"""Which sentences of a mail are weighed together, and what do they weigh?"""

from collections.abc import Sequence
from dataclasses import replace
from math import inf

import pytest

from app.checks.whole_mail import PAGE, STRETCH, gravity_of, harm_of, strongest
from app.domain.draft import Field
from app.domain.reading import Reading, Sentence
from tests.checks.whole import sense_of
from tests.road import see


def letter(odds: Sequence[float]) -> Reading:
    """A letter whose sentences have these log odds of harm, and of gravity."""
    read = see({"to": ["a colleague"], "subject": "", "body": "Stay. " * len(odds)}, checks=())[0]
    senses = [sense_of(one, one, Sentence(0, 5, {})) for one in odds]
    said = tuple(Sentence(at * 6, at * 6 + 5, {}, sense=sense) for at, sense in enumerate(senses))
    return replace(read, sentences=said)


def places(read: Reading) -> list[int]:
    return [one.start // 6 for _, one, _ in strongest(read)]


def test_a_page_is_weighed_whole() -> None:
    read = letter([-1.0] * (PAGE - 1) + [PAGE - 1.0])

    assert places(read) == list(range(PAGE))
    assert harm_of(strongest(read)) == pytest.approx(0.0, abs=1e-6)
    assert gravity_of(strongest(read)) == pytest.approx(0.0, abs=1e-6)


@pytest.mark.parametrize("before", [0, 7, 40])
def test_of_a_long_letter_the_stretch_that_weighs_most_is(before: int) -> None:
    read = letter([-2.0] * before + [2.0] * STRETCH + [-2.0] * 30)

    assert places(read) == list(range(before, before + STRETCH))
    assert harm_of(strongest(read)) == pytest.approx(2.0, abs=1e-6)


def test_what_comes_after_ten_pages_is_not_looked_at() -> None:
    assert max(places(letter([-2.0] * 10 * PAGE + [2.0] * STRETCH))) < 10 * PAGE


def test_the_subject_is_weighed_first() -> None:
    read = replace(letter([1.0]), subject_sentences=letter([3.0]).sentences)

    assert [field for field, *_ in strongest(read)] == [Field.SUBJECT, Field.BODY]
    assert harm_of(strongest(read)) == pytest.approx(2.0, abs=1e-6)


def test_where_nothing_is_said_there_are_no_odds() -> None:
    assert strongest(letter([])) == []
    assert (harm_of([]), gravity_of([])) == (-inf, -inf)
