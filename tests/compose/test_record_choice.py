"""A choice is kept when a rule gives the card, and never when the card is off the record."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.compose.record_choice import record_choice
from app.domain.choice import Choice, Chosen
from app.domain.errors import ChoiceError
from app.policy.policy import Policy
from tests.fakes import FakeChoices
from tests.road import PACKS, pack

AT = datetime(2026, 11, 20, tzinfo=UTC)
POLICY = Policy([pack(name) for name in PACKS])


def kept(rule: str, finding: str) -> list[Choice]:
    choices = FakeChoices()
    record_choice(Choice(AT, "h", rule, finding, Chosen.WRONG_WARNING), POLICY, choices)
    return choices.kept


def test_a_choice_about_a_card_is_kept() -> None:
    assert [c.rule for c in kept("credentials-confidential", "credentials/password")] == [
        "credentials-confidential"
    ]


def test_what_is_off_the_record_leaves_no_choice() -> None:
    assert kept("circumspect-with-pupils", "pupil-recipients/closeness") == []


@pytest.mark.parametrize(
    ("rule", "finding"),
    [
        ("credentials-confidential", "identifiers/upn"),
        ("no-such-rule", "credentials/password"),
        ("credentials-confidential", "credentials/my dog is ill"),
    ],
)
def test_a_card_that_no_rule_gives_is_refused(rule: str, finding: str) -> None:
    with pytest.raises(ChoiceError):
        kept(rule, finding)


def test_a_rule_that_hears_a_whole_check_takes_no_made_up_finding() -> None:
    whole = [
        replace(p, rules=tuple(replace(r, listens=("credentials/*",)) for r in p.rules)) for p in POLICY.packs
    ]
    made_up = Choice(AT, "h", "credentials-confidential", "credentials/my dog is ill", Chosen.WRONG_WARNING)

    with pytest.raises(ChoiceError):
        record_choice(made_up, Policy(whole), FakeChoices())
