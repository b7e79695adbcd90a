"""Whose work it is to write to everybody is told by the signature and the sender, not by what is spoken of."""

import pytest

from app.checks.audience.offices import is_from_an_office
from app.domain.verdict import Severity
from tests.checks.seen import reading_of
from tests.road import check_example

SIGNED = [
    "Ama Osei, Head of HR",
    "Chief Executive, Weald Council",
    "David Rees\nChief Executive",
    "Roberto\nDirector of Place",
    "Sanna\nDPO",
    "IT Service Desk",
]


@pytest.mark.parametrize("signed", SIGNED)
def test_signed_by_an_office(signed: str) -> None:
    assert is_from_an_office(reading_of(f"The flag flies at half mast on Friday.\n\n{signed}"))


@pytest.mark.parametrize(
    "body",
    [
        "HR will be closed on Friday, and so will payroll.\nPlease plan for it, all of you.\nThanks\nSam\nTax",
        "Ask HR.\nThanks, HR will know",
        "Tell payroll\nSam",
    ],
)
def test_an_office_that_is_only_spoken_of(body: str) -> None:
    assert not is_from_an_office(reading_of(body))


def test_to_everybody_from_an_office_is_a_hint() -> None:
    advice = check_example(
        {"to": ["all staff"], "body": "Pay day is Friday.\n\nSam Lee\nPayroll"}
    ).verdict.advice
    said = [a.severity for a in advice if a.finding.id == "internal-audience/all-user"]
    assert max(said) is Severity.INFO
