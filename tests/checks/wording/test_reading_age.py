"""Does the reading age follow the two formulas, and only where there is prose?"""

from math import sqrt

import pytest

from app.checks.wording.prose import Stretch
from app.checks.wording.reading_age import reading_age

EASY = "The cat sat on the mat by the old red gate at noon."
LONG = "Organisational deliberation necessitates consideration of the managerial responsibilities."


def _measured(*lines: str) -> tuple[str, list[Stretch]]:
    text, found = "\n".join(lines), []
    at = 0
    for line in lines:
        found.append(Stretch(at, at + len(line), len(line.split())))
        at += len(line) + 1
    return text, found


def test_words_of_one_syllable() -> None:
    found = reading_age(*_measured(*[EASY] * 6))

    flesch_kincaid = 0.39 * 13 + 11.8 * 1 - 15.59
    smog = 3.1291
    assert found is not None
    assert found.age == round((flesch_kincaid + smog) / 2) + 5


def test_long_words() -> None:
    found = reading_age(*_measured(*[LONG] * 10))

    syllables = (6 + 5 + 4 + 5 + 1 + 1 + 5 + 6) / 8
    flesch_kincaid = 0.39 * 8 + 11.8 * syllables - 15.59
    smog = 3.1291 + 1.043 * sqrt(6 * 30)
    assert found is not None
    assert found.age == pytest.approx(round((flesch_kincaid + smog) / 2) + 5, abs=1)


@pytest.mark.parametrize(
    "lines",
    [[], [EASY] * 4, [" ".join([EASY] * 6)], [f"- {LONG}"] * 12, ["one two three four"] * 30],
    ids=["nothing", "too short", "one sentence", "a list", "headings"],
)
def test_too_little_prose_has_no_age(lines: list[str]) -> None:
    assert reading_age(*_measured(*lines)) is None


def test_the_sentence_with_most_long_words_comes_first() -> None:
    text, measured = _measured(*[EASY] * 5, LONG)
    found = reading_age(text, measured)

    assert found is not None
    assert found.hardest[0] == measured[-1]
