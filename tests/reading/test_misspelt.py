"""Days and months gone wrong under the fingers are spelt out, and every place leads back to what was written."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.reading.times.date_words import LONG_NAMES
from app.reading.times.misspelt import SLIPS, spelt


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Wensday", "Wednesday"),
        ("Wednsday", "Wednesday"),
        ("thrusday", "thursday"),
        ("Saterday", "Saturday"),
        ("Febuary", "February"),
        ("Feburary", "February"),
        ("Septmeber", "September"),
        ("0ctober", "0ctober"),
        ("Oct0ber", "October"),
        ("tommorow", "tomorrow"),
        ("yesteday", "yesterday"),
        ("Jully", "July"),
        ("marhc", "march"),
    ],
)
def test_one_slip_is_forgiven(written: str, meant: str) -> None:
    assert spelt(f"by {written} please").text == f"by {meant} please"


@pytest.mark.parametrize(
    "word",
    [
        "sundry",
        "sundae",
        "Frida",
        "Augusta",
        "Avril",
        "apron",
        "Mondays",
        "Fridays",
        "Saturdays",
        "remember",
        "match",
        "toady",
        "merch",
        "Monty",
        "jury",
        "jumper",
    ],
)
def test_words_of_their_own_stay(word: str) -> None:
    assert spelt(word).text == word


def test_names_themselves_are_no_slips() -> None:
    assert not SLIPS.keys() & set(LONG_NAMES)


@given(st.lists(st.sampled_from(["Wensday", "Febuary", " 3 ", "by ", "Tuesday", "tommorow", "\n", "é"])))
def test_places_lead_back(words: list[str]) -> None:
    written = " ".join(words)
    put_right = spelt(written)

    assert put_right.place(len(put_right.text)) == len(written)
    at = put_right.text.rfind("by ")
    assert at < 0 or written[put_right.place(at) :].startswith("by ")


@given(
    st.lists(
        st.sampled_from(["Wensday", "0wensday", "wensday0", "next weak", "10", "é", "-", "3rd", "WENSDAY"])
    )
)
def test_words_known_at_once_are_those_looked_through_one_by_one(words: list[str]) -> None:
    line = "".join(words)
    found = re.findall(r"(?:next|this|last|per) weak\b|[A-Za-z][A-Za-z0]{2,}", line, re.ASCII)

    assert len(spelt(line).ends) == sum(word.lower() in SLIPS for word in found)
