"""Which words a card points at."""

import pytest

from app.checks.tone.cues import Cue
from app.checks.tone.evidence import point
from app.domain.draft import Field
from app.domain.reading import Sentence, Tone
from tests.fakes import FakeReader
from tests.road import see

BODY = "Hello. As any adult would know, the form has two sides and a signature box."
START = BODY.index("As any")


def _words(stretch: tuple[int, int] | None, cue: Cue | None = None) -> str:
    reading, *_ = see({"to": ["a colleague"], "body": BODY}, FakeReader())
    words = {} if stretch is None else {"condescension": stretch}
    sentence = Sentence(START, len(BODY), {Tone.CONDESCENSION: 0.9}, words=words)
    span = point(reading, Field.BODY, sentence, Tone.CONDESCENSION, cue)
    return BODY[span.start : span.end]


def _place(words: str) -> tuple[int, int]:
    at = BODY.index(words)
    return at, at + len(words)


@pytest.mark.parametrize(
    ("stretch", "shown"),
    [
        ("any adult would", "any adult would"),
        (" the form has", "the form has"),  # no white space
        ("know, ", "know"),  # no comma
    ],
)
def test_points_at_the_words_that_decided(stretch: str, shown: str) -> None:
    assert _words(_place(stretch)) == shown


@pytest.mark.parametrize(
    ("stretch", "shown"),
    [
        (" and frankly you never", "frankly you never"),
        ("your notes are,", "your notes are, as ever, a puzzle."),
    ],
)
def test_points_at_a_whole_clause_without_the_word_that_joins_it(stretch: str, shown: str) -> None:
    body = (
        "Dear Jo, the hall is free until the end of term, and frankly you never ask,"
        " so your notes are, as ever, a puzzle."
    )
    reading, *_ = see({"to": ["a colleague"], "body": body}, FakeReader())
    at = body.index(stretch)
    sentence = Sentence(0, len(body), {Tone.ANGER: 0.9}, words={"anger": (at, at + len(stretch))})

    span = point(reading, Field.BODY, sentence, Tone.ANGER, None)

    assert body[span.start : span.end] == shown


def test_points_at_looked_up_words_where_the_model_names_none() -> None:
    assert _words(None, Cue(*_place("any adult"))) == "any adult"


def test_points_at_both_where_model_and_list_name_words() -> None:
    assert _words(_place("has two sides"), Cue(*_place("the form"))) == "the form has two sides"


def test_points_at_the_sentence_where_nothing_is_named() -> None:
    assert _words(None) == BODY[START:]
