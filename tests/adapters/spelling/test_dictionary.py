"""Does the dictionary know British words, and what was surely meant?"""

import importlib.metadata

import pytest

from app.adapters.spelling import dictionary
from app.adapters.spelling.dictionary import DictionarySpeller
from app.domain.errors import SettingsError
from app.ports import Correction, Speller
from tests.fakes import FakeSpeller
from tests.road import real_speller


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("recieve", "receive"),
        ("accomodation", "accommodation"),
        ("tommorow", "tomorrow"),
        ("alot", "a lot"),
        ("dont", "don't"),
        ("teh", "the"),
        ("vist", "visit"),
        ("neice", "niece"),
        ("realy", "really"),
        ("childrens", "children's"),
        ("appologise", "apologise"),
        ("neighbor", "neighbour"),
    ],
)
def test_slips_on_record(slip: str, meant: str) -> None:
    found = real_speller().correct(slip)

    assert found is not None
    assert found.meant == meant


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("headteahcer", "headteacher"),
        ("safegaurding", "safeguarding"),
        ("litgation", "litigation"),
        ("meetting", "meeting"),
        ("moderaton", "moderation"),
        ("honuor", "honour"),
    ],
)
def test_slips_that_are_worked_out(slip: str, meant: str) -> None:
    assert real_speller().correct(slip) == Correction(meant)
    assert not real_speller().knows(slip)


@pytest.mark.parametrize(
    "word",
    """colour organise organize prioritized programme program whilst learnt queueing enquiry despatch focused
    phonics safeguarding timetabling headteachers dyslexia diarise proforma wellbeing webinar ceilidh craic
    unplaced reprofiled resubmitted cancelled stopping equipped multiagency chairing""".split(),  # noqa: SIM905 - a list of words reads best as words
)
def test_what_is_right_is_left(word: str) -> None:
    assert real_speller().knows(word)
    assert real_speller().correct(word) is None


@pytest.mark.parametrize(
    ("american", "british"),
    [("color", "colour"), ("theater", "theatre"), ("analyze", "analyse"), ("enrollment", "enrolment")],
)
def test_american_spelling(american: str, british: str) -> None:
    assert real_speller().correct(american) == Correction(british, is_american=True)
    assert real_speller().knows(american)


@pytest.mark.parametrize("word", ["qxzvbn", "zzz", "a", "", "x" * 200_000])
def test_what_is_near_no_word_is_not_guessed(word: str) -> None:
    assert real_speller().correct(word) is None


def test_own_words_are_right() -> None:
    speller = DictionarySpeller("Wealdnet recieve\nkidsplan")

    assert speller.knows("wealdnet")
    assert speller.correct("wealdnet") is None
    assert speller.correct("recieve") is None
    assert speller.correct("kidspaln") == Correction("kidsplan")


def test_missing_lists_are_said_at_start(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(_: str) -> importlib.metadata.Distribution:
        raise importlib.metadata.PackageNotFoundError

    monkeypatch.setattr(dictionary, "distribution", nothing)

    with pytest.raises(SettingsError, match="Install requirements"):
        DictionarySpeller()


@pytest.mark.parametrize(
    "speller",
    [
        real_speller(),
        FakeSpeller(
            {
                "recieve": Correction("receive", is_known_slip=True),
                "color": Correction("colour", is_american=True),
            },
            frozenset({"qxzvbn"}),
        ),
    ],
    ids=["real", "fake"],
)
def test_every_speller_keeps_the_contract(speller: Speller) -> None:
    assert speller.correct("recieve") == Correction("receive", is_known_slip=True)
    assert speller.correct("color") == Correction("colour", is_american=True)
    assert speller.correct("school") is None
    assert speller.correct("qxzvbn") is None
    assert speller.odd(["school", "color", "recieve", "qxzvbn", "school"]) == {"color", "recieve", "qxzvbn"}
    assert [speller.knows(word) for word in ("school", "color", "recieve", "qxzvbn")] == [
        True,
        True,
        False,
        False,
    ]
