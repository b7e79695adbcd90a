"""A choice is kept when a rule gives the card, and never when the card is off the record."""

from datetime import UTC, datetime

import pytest

from app.compose.record_choice import record_choice
from app.domain.choice import Choice, Chosen
from app.domain.errors import ChoiceError
from app.policy.policy import Policy
from tests.fakes import FakeChoices
from tests.road import PACKS, pack

POLICY = Policy([pack(name) for name in PACKS])


def kept(rule: str, finding: str) -> list[Choice]:
    choices = FakeChoices()
    record_choice(
        Choice(datetime(2026, 11, 20, tzinfo=UTC), "h", rule, finding, Chosen.WRONG_WARNING), POLICY, choices
    )
    return choices.kept


def test_a_choice_about_a_card_is_kept() -> None:
    assert [c.rule for c in kept("credentials-confidential", "credentials/password")] == [
        "credentials-confidential"
    ]


def test_what_is_off_the_record_leaves_no_choice() -> None:
    assert kept("circumspect-with-pupils", "pupil-recipients/closeness") == []


def test_a_card_that_no_rule_gives_is_refused() -> None:
    with pytest.raises(ChoiceError):
        kept("credentials-confidential", "identifiers/upn")
