"""Which clauses of a sentence decide."""

import re

import numpy as np
import pytest

from app.adapters.nlp.evidence import MOST_CLAUSES, clauses, loudest_clauses, without


@pytest.mark.parametrize(
    "pieces",
    [
        ["Send it by noon today, ", "or I will put it in writing."],
        ["You had a year ", "and you wasted it."],
        ["The form is due on Friday – ", "not that you would know – ", "so please send it."],
        ["Grow up."],
        ["Well, you look at the clock, ", "you say the word break."],  # a short piece joins the shorter side
        ["This long clause stays as it is, and on."],
        [""],
    ],
)
def test_cuts_into_clauses(pieces: list[str]) -> None:
    sentence = "".join(pieces)
    assert [sentence[start:end] for start, end in clauses(sentence)] == ([] if pieces == [""] else pieces)


def test_there_are_never_many_clauses() -> None:
    assert len(clauses("one two three four, " * 40)) == MOST_CLAUSES


def loudest(sentence: str, *words: str) -> list[str]:
    """The stretch that is loudest in each column, where only the piece `words[column]` says anything."""
    pieces = [found.span() for found in re.finditer(r"\w+", sentence)]
    shares = np.array([[float(sentence[start:end] == word) for word in words] for start, end in pieces])
    found = loudest_clauses(clauses(sentence), pieces, shares, range(len(words)))
    return [sentence[slice(*found[column])] for column in range(len(words))]


def test_the_clause_with_the_loudest_piece_stands_out() -> None:
    sentence = "The form is on the desk, and you were rude to me, but she was so kind about it."
    assert loudest(sentence, "rude", "kind") == ["and you were rude to me, ", "but she was so kind about it."]


def test_clauses_side_by_side_that_are_as_loud_stand_out_together() -> None:
    sentence = "You were rude to me, and then rude to her, but the form is on the desk."
    assert loudest(sentence, "rude") == ["You were rude to me, and then rude to her, "]


def test_what_is_left_without_a_stretch() -> None:
    assert without("You were rude, and late.", (0, 14)) == " and late."
