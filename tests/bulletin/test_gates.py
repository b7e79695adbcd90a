"""Everything that can be read of an item is read by the checks, and what they mean is shown."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.bulletin.gates import Gated, gates, gates_of_opening
from app.compose.check_draft import check_draft
from app.compose.checked import Checked
from app.domain.draft import Draft, Moment
from app.domain.item import Person
from app.domain.item_text import ItemText
from app.domain.verdict import Advice, Severity
from tests.road import road

PRIYA = Person("Priya Shah", "p.shah@wealdshire.example")
AT = datetime(2026, 11, 16, 10, tzinfo=UTC)
TEXT = ItemText(
    "Census day",
    "Send your census by 4 December.",
    "Check the free meals first.",
    contact="Priya Shah, 01632 960600",
)
BORN = "born 12/03/2018"
SECRETS = {
    "headline": f"Olivia Hartley, {BORN}",
    "summary": f"Olivia Hartley, {BORN}.",
    "body": f"Well done to Olivia Hartley, {BORN}. Kind regards",
    "contact": f"Sarah Hartley, mum of Olivia ({BORN})",
}


def judge(draft: Draft) -> Checked:
    return check_draft(draft, Moment.COMPOSE, road())


def stops(gated: Gated) -> Iterator[Advice]:
    return (advice for advice in gated.verdict.advice if advice.severity is Severity.BLOCK)


def test_an_item_like_many_is_let_through() -> None:
    assert not list(stops(gates(TEXT, PRIYA, AT, judge)))


@pytest.mark.parametrize("field", SECRETS)
def test_what_must_not_be_public_stops_wherever_it_stands(field: str) -> None:
    text = replace(TEXT, **{field: SECRETS[field]})  # type: ignore[arg-type]  # a row of a test
    gated = gates(text, PRIYA, AT, judge)
    found = [place for advice in stops(gated) for place in gated.places(advice)]

    assert found
    assert {place.field for place in found} == {field}
    assert all(place.words in SECRETS[field] for place in found)


def test_a_contact_is_read_even_where_the_text_signs_off() -> None:
    text = replace(TEXT, body="Come along.\n\nKind regards\nPriya", contact=SECRETS["contact"])
    assert list(stops(gates(text, PRIYA, AT, judge)))


def test_what_summary_and_text_both_say_is_shown_in_both() -> None:
    text = replace(TEXT, summary=SECRETS["summary"], body=f"{SECRETS['summary']} More.")
    gated = gates(text, PRIYA, AT, judge)
    assert {place.field for advice in stops(gated) for place in gated.places(advice)} == {"summary", "body"}


def test_opening_words_are_read_too() -> None:
    gated = gates_of_opening(f"Well done to Olivia Hartley, {BORN}!", PRIYA, AT, judge)
    assert {place.field for advice in stops(gated) for place in gated.places(advice)} == {"introduction"}
    assert not gates_of_opening("A short week, and a full bulletin.", PRIYA, AT, judge).verdict.advice


def test_opening_words_are_as_public_as_an_item() -> None:
    for words in ("Photos of our pupils are attached.", "Please do not share this outside the school."):
        gated = gates_of_opening(words, PRIYA, AT, judge)
        assert max(advice.severity for advice in gated.verdict.advice) >= Severity.JUSTIFY
