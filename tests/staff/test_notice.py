"""What people are told is what is so."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.verdict import Mode
from app.policy.laws import Law, LawList
from app.policy.policy import Policy
from app.staff.notice import laws_named, notice
from tests.road import pack
from tests.staff_rooms import FACTS

POLICY = Policy([pack("dale-stonehill"), pack("trust")], "test")
LAWS = LawList(
    date(2026, 1, 1),
    (
        Law("Data Protection Act", (1998, 2018), replaced={1998: "Data Protection Act 2018"}),
        Law("Computer Misuse Act", (1990,)),
        Law("Criminal Justice Act", (1988, 2003)),
        Law("Investigatory Powers Act", (2016,)),
        Law("Regulation of Investigatory Powers Act", (2000,)),
    ),
)


def test_the_days_are_those_of_the_settings() -> None:
    shorter = replace(FACTS, settings={"keep_records_days": 30, "keep_staff_days": 800})

    assert {long for _, long in notice(POLICY, FACTS).kept} == {
        "180 days. Older lines are deleted every day.",
        "As long as you are on the staff list, and at least 2,190 days (about 6 years).",
    }
    assert {long for _, long in notice(POLICY, shorter).kept} == {
        "30 days. Older lines are deleted every day.",
        "As long as you are on the staff list, and at least 800 days (about 2 years).",
    }


def test_rules_are_counted_by_what_they_may_do() -> None:
    told = notice(POLICY, FACTS)
    rules = [rule for held in POLICY.packs for rule in held.rules]

    assert told.holding + told.advising + told.on_trial == len(rules)
    assert told.on_trial == sum(rule.mode is Mode.TRIAL for rule in rules)
    assert 0 < told.holding < sum(rule.mode is Mode.ENFORCE for rule in rules)


def test_everybody_who_sees_something_is_named() -> None:
    assert [who for who, _ in notice(POLICY, FACTS).who_sees] == [
        "You",
        "Whoever keeps the policy and the registers",
        "Whoever works at the bulletin desk",
        "Whoever reviews flagged sends",
        "Whoever runs the computer",
    ]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("the Computer Misuse Act 1990 and more", ("Computer Misuse Act 1990",)),
        ("under the Data Protection Act 1998", ("Data Protection Act 2018",)),
        ("Section 160 Criminal Justice Act 1998", ("Criminal Justice Act",)),
        ("Regulation of Investigatory powers Act (RIPA).", ("Regulation of Investigatory Powers Act",)),
        ("an Act of kindness", ()),
    ],
)
def test_laws_are_named_as_they_are_today_and_never_with_a_wrong_year(
    text: str, named: tuple[str, ...]
) -> None:
    assert laws_named(text, LAWS) == named


def test_whom_to_ask_comes_from_the_packs() -> None:
    assert notice(POLICY, FACTS).contacts == (
        ("Data protection officer", "mailto:data.protection@council.example"),
    )


def test_it_says_that_exchange_is_asked_only_where_it_is() -> None:
    asking = replace(FACTS, settings={**FACTS.settings, "exchange_facts": True})
    told, quiet = notice(POLICY, asking), notice(POLICY, FACTS)

    assert (told.asks_exchange, quiet.asks_exchange) == (True, False)
    assert set(told.who_sees) - set(quiet.who_sees)
    assert not set(quiet.who_sees) - set(told.who_sees)
