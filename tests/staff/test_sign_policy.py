"""A signature is for now, for these cards, and can only be marked."""

from dataclasses import replace
from datetime import timedelta
from inspect import signature

import pytest

from app.domain.errors import SignatureError
from app.policy.pack import Pack
from app.policy.policy import Policy
from app.staff.notice import NoticeFacts, what_is_told
from app.staff.policy_version import version_of
from app.staff.sign_policy import sign, withdraw
from tests.fakes import MONDAY_MORNING, FakeClock
from tests.road import pack
from tests.staff_rooms import FACTS, signing_desk

PRIYA = "p.shah@council.example"


def with_cards(words: str) -> Policy:
    held: Pack = pack("trust")
    card = replace(held.staff_cards.cards[0], words=words)
    return Policy([replace(held, staff_cards=replace(held.staff_cards, cards=(card,)))], "test")


def test_the_date_is_now_and_nobody_can_give_another() -> None:
    desk = signing_desk()
    signed = sign(desk, "P.Shah@Council.example", " Priya  Shah ", str(desk.version()))

    assert (signed.address, signed.name, signed.signed_at) == (PRIYA, "Priya Shah", MONDAY_MORNING)
    assert not {"at", "when", "date"} & set(signature(sign).parameters)


def test_the_words_that_were_signed_are_kept() -> None:
    desk = signing_desk()
    signed = sign(desk, PRIYA, "Priya Shah", str(desk.version()))
    edition = desk.signatures.past_edition(signed.version.cards)

    assert edition is not None
    assert edition.text == desk.text()


@pytest.mark.parametrize(
    ("address", "name", "read"),
    [("", "Priya Shah", None), (PRIYA, "  ", None), (PRIYA, "Priya Shah", "older")],
)
def test_what_cannot_be_signed_is_refused(address: str, name: str, read: str | None) -> None:
    desk = signing_desk()
    with pytest.raises(SignatureError):
        sign(desk, address, name, read or str(desk.version()))
    assert desk.signatures.all() == ()


def test_a_policy_without_cards_cannot_be_signed() -> None:
    desk = signing_desk(("parent-guidance",))
    with pytest.raises(SignatureError, match="nothing to sign"):
        sign(desk, PRIYA, "Priya Shah", str(desk.version()))


def test_a_withdrawn_one_stays_with_its_mark_and_can_be_given_again() -> None:
    clock = FakeClock()
    desk = signing_desk(clock=clock)
    first = sign(desk, PRIYA, "Priya Shah", str(desk.version()))
    clock.at += timedelta(days=2)
    withdraw(desk, first.number, PRIYA, "Not me")
    again = sign(desk, PRIYA, "Priya Shah", str(desk.version()))

    assert [s.stands for s in desk.signatures.all()] == [True, False]
    assert again.signed_at == clock.at


@pytest.mark.parametrize(
    ("number", "of", "why"), [(1, "t.ward@council.example", "x"), (9, "", "x"), (1, "", " ")]
)
def test_nobody_withdraws_anothers_or_without_a_reason(number: int, of: str, why: str) -> None:
    desk = signing_desk()
    sign(desk, PRIYA, "Priya Shah", str(desk.version()))
    with pytest.raises(SignatureError):
        withdraw(desk, number, "somebody", why, of=of)
    assert desk.signatures.all()[0].stands


def test_only_other_words_on_the_cards_ask_for_a_new_signature() -> None:
    first, told = with_cards("Be kind, always."), what_is_told(FACTS)
    base = version_of(first, told)
    rules = Policy([replace(p, rules=p.rules[1:]) for p in first.packs], "test")

    assert version_of(with_cards("be  KIND always"), told).cards == base.cards
    assert version_of(with_cards("Be kind, sometimes."), told).cards != base.cards
    assert version_of(rules, told).cards == base.cards
    assert version_of(rules, told).rules != base.rules


def test_the_order_of_the_packs_is_no_other_policy() -> None:
    packs = [pack("trust"), pack("dale-stonehill")]

    assert version_of(Policy(packs), ()) == version_of(Policy(packs[::-1]), ())


def test_keeping_something_longer_is_another_notice() -> None:
    longer: NoticeFacts = replace(FACTS, settings={**FACTS.settings, "keep_records_days": 365})
    policy = with_cards("Be kind.")

    assert version_of(policy, what_is_told(longer)).notice != version_of(policy, what_is_told(FACTS)).notice
