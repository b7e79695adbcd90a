"""An organisation's own account, given so that it is paid, is nobody's private detail."""

import pytest

from app.domain.finding import Confidence
from tests.road import see

NUMBERS = "sort code 20-00-00, account number 55779911"
OURS = [
    f"Our bank details for BACS: {NUMBERS}.",
    f"The council's bank details for BACS are: Wealdshire Council General Income, {NUMBERS}.",
    f"Please pay to Wealdshire Council, {NUMBERS}, quoting 8810.",
    "Payment to:\nOakfield Primary School\nSort code: 20-00-00\nAccount number: 55779911\nReference: your invoice number",
    f"How to pay us: {NUMBERS}.",
    f"Account name: Acorn Academy Trust, {NUMBERS}",
]
NOT_OURS = [
    f"Please pay into {NUMBERS}.",
    f"Please pay to Mrs Smith of Oakfield School, {NUMBERS}.",
    f"Mrs Grey's account is {NUMBERS}.",
    f"Our bank details have changed: {NUMBERS}.",
    f"Please pay the council. Her salary goes to {NUMBERS}.",
    f"Our bank details are on the back. Mr Pike gave {NUMBERS}.",
    f"Please make the refund to my account, {NUMBERS}.",
    f"Our employees' bank details: {NUMBERS}.",
]


def _sureness(body: str) -> Confidence:
    _, findings, _ = see({"to": ["a company"], "body": body})
    return max(f.confidence for f in findings if f.id == "identifiers/bank-account")


@pytest.mark.parametrize("body", OURS)
def test_our_own_account_is_seen_and_let_be(body: str) -> None:
    assert _sureness(body) is Confidence.LOW


@pytest.mark.parametrize("body", NOT_OURS)
def test_anybody_else_s_account_is_said(body: str) -> None:
    assert _sureness(body) > Confidence.LOW


def test_an_account_in_a_forwarded_mail_is_never_ours() -> None:
    body = f"Please see below.\n\n-----Original Message-----\nFrom: Ann\n\nOur bank details: {NUMBERS}."
    _, findings, _ = see({"to": ["a company"], "reply": "forward", "body": body})
    assert [f.confidence for f in findings if f.id == "identifiers/bank-account"] != [Confidence.LOW]
