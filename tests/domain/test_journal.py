"""Nothing that people write fits into an entry, and an entry is written in one way only."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.journal import FIELDS, Entry, Fact, Kind, Shape, as_id, text_of, when

GOOD: dict[Shape, Fact] = {Shape.COUNT: 1, Shape.HASH: "a" * 64, Shape.ID: "one", Shape.IDS: ("one", "two")}
AT = datetime(2026, 11, 16, 10, 0, tzinfo=UTC)
FIELDS_OF_ALL = [(kind, name) for kind, fields in FIELDS.items() for name in fields]


def facts(kind: Kind, **others: Fact) -> dict[str, Fact]:
    return {name: GOOD[shape] for name, shape in FIELDS[kind].items()} | others


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_its_fields_and_no_other(kind: Kind) -> None:
    good = facts(kind)

    assert Entry(kind, good).facts == good
    with pytest.raises(ValueError, match="has the fields"):
        Entry(kind, good | {"words": "a"})
    with pytest.raises(ValueError, match="has the fields"):
        Entry(kind, dict(list(good.items())[1:]))


@pytest.mark.parametrize(
    "wrong",
    [
        "Dear Ann",
        "ann@school.sch.example",
        "a\nb",
        "é",
        "x" * 97,
        -1,
        True,
        1.5,
        None,
        ["one"],
        ("two words",),
    ],
)
def test_no_words_and_no_address_fit_into_any_field(wrong: Fact) -> None:
    for kind, name in FIELDS_OF_ALL:
        with pytest.raises(ValueError, match=f"^{name} of the journal's {kind}") as refused:
            Entry(kind, facts(kind, **{name: wrong}))
        assert "Ann" not in str(refused.value)


@given(st.text())
def test_what_is_no_id_becomes_other(words: str) -> None:
    told = as_id(words)

    assert told in {words, "other"}
    assert not set(told) & set(" @\n\t,;'\"<>")


def test_the_text_is_the_same_for_the_same_entry_and_tells_its_moment() -> None:
    one = Entry(Kind.LOOKUP, {"addresses": 1, "purpose": "a", "by": ""})
    other = Entry(Kind.LOOKUP, {"by": "", "purpose": "a", "addresses": 1})
    text = text_of(one, 7, AT, "00")

    assert text == text_of(other, 7, AT, "00")
    assert when(text) == AT
    assert json.loads(text)["number"] == 7
    assert len({text, text_of(one, 8, AT, "00"), text_of(one, 7, AT, "01")}) == 3
