"""Does somebody read what is held about their checks in words, and never in the ids of records?"""

from datetime import timedelta
from types import SimpleNamespace
from typing import cast

import pytest

from app.domain.case_move import Purpose
from app.domain.choice import Choice, ChoiceReason, Chosen
from app.domain.draft import Moment
from app.domain.item import Person
from app.domain.verdict import Severity
from app.ports import CheckRecord
from app.review.attach import OwnSide
from app.review.decide import hold
from app.review.desk import ReviewDesk
from app.review.open_case import open_case
from app.review_ports import Whose
from app.staff.own_record import NOT_SHOWN, OwnRecord
from app.web.staff.own_words import TOLD, not_shown
from app.web.state import WebState
from tests.fakes import MONDAY_MORNING
from tests.review_rooms import NUMBER, OMAR, at_case, flagged, in_hand, reviewing
from tests.web.conftest import PRIYA, Browser

GONE = "a-rule-that-is-gone"


def test_every_moment_verdict_and_answer_has_its_words() -> None:
    for kind in (Moment, Severity, Chosen):
        assert all(TOLD[each] for each in kind)
    assert all(TOLD[reason] for reason in ChoiceReason if reason)
    assert len({TOLD[each] for each in Chosen}) == len(Chosen)


def test_checks_and_answers_are_told_by_what_the_rule_says(priya: Browser, site: WebState) -> None:
    held = site.staff.held
    code = held.records.keyed_hash(PRIYA.address)
    rule = site.review.policy().packs[0].rules[0]
    rules = [{"rule": rule.id, "severity": "warn"}, {"rule": GONE, "severity": "info"}]
    for at in (MONDAY_MORNING, MONDAY_MORNING - timedelta(hours=1)):
        held.records.add(CheckRecord(at, "send", code, "", "warn", "send", (), rules, {}, (), {}, 1.0))
    held.records.add(
        CheckRecord(MONDAY_MORNING, "compose", code, "", "clear", "send", (), (), {}, (), {}, 1.0)
    )
    chosen = Choice(MONDAY_MORNING, code, rule.id, "c/k", Chosen.WRONG_WARNING, ChoiceReason.NOT_THERE)
    held.choices.add(chosen)
    told = priya.open("/staff/me").text

    assert f'<th scope="row">{rule.title.partition("{")[0]}' in told
    assert f"at Send: a warning ({rule.title.partition('{')[0]}" in told
    assert f"; {GONE})</li>" in told
    assert "while you wrote: no rule applied</li>" in told
    assert "you called it wrong (What the card says is not in the mail)" in told
    assert rule.id not in told


def of_priya(desk: ReviewDesk, site: WebState) -> str:
    """A send of hers was flagged; the code by which it is hers."""
    code, priya = site.staff.held.records.keyed_hash(PRIYA.address), Person(PRIYA.name, PRIYA.address)
    flagged(desk, sender=priya)
    desk.cases.whose[NUMBER] = Whose(priya, frozenset({code}))  # type: ignore[attr-defined]  # a fake
    return code


def test_what_is_not_told_line_by_line_is_named_in_words_and_folded_where_there_is_nothing() -> None:
    how_long = dict.fromkeys(("sessions", "marks", "exchange_facts"), "A day.")
    own = cast("OwnRecord", SimpleNamespace(rest={"sessions": 2, "marks": 0}, how_long=how_long))
    told = not_shown(own)

    assert {title: one.many for title, one in told["some"].items()} == {"Where you are signed in": 2}
    assert set(told["none"]) == {
        "Cards that you answered already",
        "What Exchange says about a mailbox or group",
    }


def test_every_table_that_is_not_shown_has_a_title() -> None:
    own = cast("OwnRecord", SimpleNamespace(rest={}, how_long=dict.fromkeys(NOT_SHOWN, "A day.")))

    assert not set(NOT_SHOWN) & set(not_shown(own)["none"])


def test_who_looked_is_told_by_what_the_rule_says(priya: Browser, site: WebState) -> None:
    desk = reviewing(ReviewDesk(site.staff.held.cases, site.clock))
    of_priya(desk, site)
    open_case(at_case(desk, by=OMAR), Purpose.ABUSE)
    told = priya.open("/staff/me").text

    assert (
        "Tom Aldous opened a flagged send of yours (Personal details should not be sent like this)." in told
    )
    assert "no-personal-data-external" not in told


@pytest.mark.parametrize("is_held", [True, False])
def test_what_is_held_as_evidence_has_no_button_to_take_it_back(
    priya: Browser, site: WebState, *, is_held: bool
) -> None:
    desk = reviewing(site.review.desk)
    code = of_priya(desk, site)
    OwnSide(desk.cases, desk.clock, {code}).attach(NUMBER, "Words.")
    if is_held:
        hold(in_hand(desk, OMAR), "A threat.", MONDAY_MORNING.date() + timedelta(days=30))
    told = priya.open(f"/staff/me/cases/{NUMBER}").text

    assert ("cannot be taken back" in told) is is_held
    assert ("Take it all back" in told) is not is_held
