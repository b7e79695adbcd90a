"""Which clauses of a sentence decide."""

import numpy as np
import pytest

from app.adapters.nlp.evidence import MOST_CLAUSES, Logits, Place, clauses, deciding_clauses, without_each


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


def rude(sentence: str) -> Logits:
    """Two columns: how often a rude and a kind word stand there."""
    return np.array([float(sentence.count("rude")), float(sentence.count("kind"))])


def deciding(sentence: str, heard_from: dict[int, float]) -> dict[int, Place]:
    """Every sentence said by `rude`."""
    parts = clauses(sentence)
    left = np.array([rude(rest) for rest in without_each(sentence, parts)])
    return dict(deciding_clauses(parts, rude(sentence), left, heard_from))


def test_the_clause_whose_loss_costs_most_decides() -> None:
    sentence = "The form is on the desk, and you were rude to me, but she was so kind about it."
    found = deciding(sentence, {0: 0.5, 1: 0.5})
    assert [sentence[slice(*found[column])] for column in (0, 1)] == [
        "and you were rude to me, ",
        "but she was so kind about it.",
    ]


def test_one_clause_decides_as_a_whole() -> None:
    assert deciding("You were rude.", {0: 0.5}) == {0: (0, 14)}


def test_the_sentence_decides_where_the_rest_is_heard_too() -> None:
    sentence = "You were rude rude to me, and the form is here, but she was rude too."
    assert deciding(sentence, {0: 0.5}) == {0: (0, len(sentence))}


def test_nothing_is_left_out_of_one_clause() -> None:
    assert without_each("You were rude.", clauses("You were rude.")) == []
