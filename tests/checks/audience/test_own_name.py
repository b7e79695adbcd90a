"""Which outside addresses look like the sender's own?"""

import pytest

from app.checks.audience.own_name import is_own_account
from app.domain.draft import Mailbox
from app.domain.finding import Confidence

SENDER = Mailbox("priya.shah@council.example", "Priya Shah")


@pytest.mark.parametrize("local", ["priya.shah", "priyashah82", "shah_priya", "shahpriya", "priya.j.shah"])
def test_given_name_and_surname(local: str) -> None:
    assert is_own_account(SENDER, Mailbox(f"{local}@gmail.com")) is Confidence.HIGH


@pytest.mark.parametrize("local", ["pshah", "p.shah99", "shah.p"])
def test_an_initial_and_the_surname(local: str) -> None:
    assert is_own_account(SENDER, Mailbox(f"{local}@gmail.com")) is Confidence.MEDIUM


@pytest.mark.parametrize("local", ["shah", "amit.shah", "a.shah", "priya", "sunnyday", "12345", ""])
def test_other_people(local: str) -> None:
    assert is_own_account(SENDER, Mailbox(f"{local}@gmail.com")) is None


@pytest.mark.parametrize(
    "name", ["Shah, Priya", "Mrs Priya Shah", "Priya Shah (Admissions)", "Shah, Priya - CFE"]
)
def test_display_names_as_offices_write_them(name: str) -> None:
    assert (
        is_own_account(Mailbox("admissions4@council.example", name), Mailbox("priya.shah@gmail.com"))
        is Confidence.HIGH
    )


def test_a_sender_without_a_name_is_nobody() -> None:
    assert is_own_account(Mailbox("office@council.example", "Office"), Mailbox("office@gmail.com")) is None
