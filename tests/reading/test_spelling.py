"""Which words are looked up, where do they stand, and what is left alone?"""

import pytest

from app.domain.draft import Field
from app.domain.reading import Misspelling
from app.ports import Correction
from app.reading.spelling import find_misspelt
from tests.fakes import FakeSpeller
from tests.steps import check_in_proportion, rows_of, steps_of

SLIPS = FakeSpeller(
    {
        "wrng": Correction("wrong", is_known_slip=True),
        "wrongful": Correction("wrongly", is_known_slip=True),
        "gess": Correction("guess"),
        "color": Correction("colour", is_american=True),
    },
    frozenset({"zum", "bahn", "hof", "hin", "und", "her"}),
)


def found(text: str, subject: str = "", names: tuple[str, ...] = ()) -> list[str]:
    return [
        (text if m.field is Field.BODY else subject)[m.start : m.end]
        for m in find_misspelt(text, subject, SLIPS, names)
    ]


def test_places_and_what_was_meant() -> None:
    assert find_misspelt("It is wrng.\nThe color, too.", "A wrng subject", SLIPS, ()) == (
        Misspelling(Field.BODY, 6, 10, "wrong"),
        Misspelling(Field.BODY, 16, 21, "colour", is_american=True),
    )


def test_a_subject_is_read_after_the_body() -> None:
    assert find_misspelt("It is right.", "A wrng subject", SLIPS, ()) == (
        Misspelling(Field.SUBJECT, 2, 6, "wrong"),
    )


def test_a_capital_stays() -> None:
    assert find_misspelt("Wrongful said.", "", SLIPS, ())[0].meant == "Wrongly"


@pytest.mark.parametrize(
    "text",
    [
        "It is “wrng” here and \"wrng\" there and 'wrng' too.",
        "> it is wrng",
        "mail@wrng.example www.wrng.example a/wrng wrng_1 wrng2 wrng-end #wrng",
        "It is WRNG or Wrng here.",
        "wrñg wrng\u0301 it is",
        "We asked Mr Wrongful Smith. Wrongful Smith came.",
        "Is it Gess? Yes, gess is it.",
        "The gess is one, the gess is two, the gess is three.",
        "hello gess",
    ],
)
def test_what_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("(wrng), wrng; *wrng*", ["wrng"]),
        ("It's wrng's own wrng.", ["wrng"]),
        ("Dear Wrongful,", ["Wrongful"]),
        ("- Wrongful or not", ["Wrongful"]),
        ("The gess is one and the gess is two.", ["gess"]),
        ("\ufeff\tThe  wrng\u00a0one", ["wrng"]),
    ],
)
def test_what_is_found(text: str, words: list[str]) -> None:
    assert found(text) == words


def test_names_of_the_people_are_left_alone() -> None:
    assert found("hi wrng, how are you today", names=("Wrng Smith",)) == []
    assert found("hi wrng, how are you today", names=("a.wrng",)) == []


def test_a_foreign_line_is_left_alone_and_the_rest_is_not() -> None:
    assert found("zum bahn hof wrng hin\nThis one is wrng.") == ["wrng"]
    assert found("zum bahn hof wrng hin\nThis one is right.") == []


@pytest.mark.parametrize("piece", ["wrng gess ", '" ', "x", "Ab "])
def test_hostile_text_takes_steps_in_proportion(piece: str) -> None:
    check_in_proportion(lambda text: find_misspelt(text, text, SLIPS, ()), rows_of(piece))


def test_a_very_long_text_takes_no_more_steps() -> None:
    long, longer = "wrng " * 9_000, "wrng " * 18_000
    less, more = (steps_of(lambda text=text: find_misspelt(text, text, SLIPS, ())) for text in (long, longer))  # type: ignore[misc]  # a text each
    assert more == less
