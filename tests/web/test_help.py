"""The help page says what is checked, whom to ask and what to do about a wrong card."""

import pytest

from app.checks import CHECKS
from tests.road import pack
from tests.web.conftest import Browser


def test_everybody_may_read_it(stranger: Browser) -> None:
    shown = stranger.open("/help")

    assert shown.status_code == 200
    assert "This is wrong" in shown.text


@pytest.mark.parametrize("check", CHECKS, ids=lambda c: c.id)
def test_every_check_has_a_plain_question(check: object) -> None:
    question = getattr(check, "question", "")

    assert question.endswith("?")
    assert "draft" in question or "mail" in question or len(question.split()) > 4


def test_what_is_checked_is_listed_with_what_it_can_find(stranger: Browser) -> None:
    shown = stranger.open("/help").text
    heard = [c for c in CHECKS if any(r.hears(f"{c.id}/{k}") for r in pack("trust").rules for k in c.kinds)]

    assert all(f'<details id="{check.id}">' in shown for check in heard)


def test_the_contacts_of_every_policy_are_there(stranger: Browser) -> None:
    shown = stranger.open("/help").text

    assert all(
        contact.name in shown
        for name in ("kent-schools", "trust")
        for contact in pack(name).contacts.values()
    )
    assert "01622 221202" in shown


def test_the_policies_own_words_about_advice_are_quoted(stranger: Browser) -> None:
    assert "seek advice from your Headteacher" in stranger.open("/help").text
