"""What is said of recipients whom the mail service did not tell about."""

from dataclasses import replace

import pytest

from app.domain.draft import Body, Draft, Mailbox, Recipient, RecipientKind
from app.domain.mailbox_facts import MailboxFacts, Told
from app.reading.untold import untold
from tests.fakes import MONDAY_MORNING

SAM = Recipient(Mailbox("sam@council.example"))
FINANCE = Recipient(Mailbox("finance@council.example"), kind=RecipientKind.GROUP)
COUNTED = replace(FINANCE, mailbox=Mailbox("hall@council.example"), facts=MailboxFacts(members=8))


def said(told: Told, *to: Recipient) -> list[str]:
    return [one.reason for one in untold(Draft("", Body(""), MONDAY_MORNING, recipients=to, told=told))]


def test_where_nobody_is_asked_nothing_is_missing() -> None:
    assert said(Told.NOT_ASKED, SAM, FINANCE) == []


@pytest.mark.parametrize("told", [t for t in Told if t is not Told.NOT_ASKED])
def test_a_group_that_nobody_counted_is_said(told: Told) -> None:
    (reason,) = said(told, SAM, FINANCE, COUNTED)

    assert reason.startswith("How many people are in the group is not known: Exchange ")


def test_each_group_is_counted_once() -> None:
    (reason,) = said(Told.LATER, FINANCE, FINANCE, replace(FINANCE, mailbox=Mailbox("x@council.example")))

    assert reason == "How many people are in 2 groups is not known: Exchange has not answered yet."


def test_of_people_it_is_said_only_that_nobody_was_told_of() -> None:
    assert said(Told.ALL, SAM, COUNTED) == []
    assert said(Told.LATER, SAM, COUNTED) == [
        "Whether your readers are away is not known: Exchange has not answered yet."
    ]
