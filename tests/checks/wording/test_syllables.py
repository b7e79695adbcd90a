"""Are syllables counted as people speak?"""

import pytest

from app.checks.wording.syllables import syllables

SPOKEN = {
    1: "late named asked makes the be school through queue league friend clothes planned world",
    2: "likely create people table pages statement careful homework colleague technique science quiet headline",
    3: "area creative opinion museum library previous wonderful stakeholder dialogue",
    4: "education information secondary curriculum material experience appreciate january society",
    5: "evaluation association utilisation implementation administrative",
    7: "multi-disciplinary",
}


@pytest.mark.parametrize(("word", "count"), [(w, n) for n, words in SPOKEN.items() for w in words.split()])
def test_words_as_they_are_spoken(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize("odd", ["", "x", "12", "é", "---", "zzz", "😀"])
def test_anything_is_at_least_one(odd: str) -> None:
    assert syllables(odd) == 1
