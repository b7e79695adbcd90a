"""Is whom readers can ask the right one, among asides, mailboxes, signatures and lines of their own?"""

import pytest

from app.bulletin.from_draft.contact import is_aside
from app.domain.draft import Mailbox
from tests.bulletin.test_suggest import draft, of

FORM = "The form is new."


def contact(body: str, name: str, address: str = "", subject: str = "Returns") -> str:
    address = address or f"{name.casefold().replace(' ', '.')}@council.example"
    return of(draft(subject, body, sender=Mailbox(address, name))).text.contact


@pytest.mark.parametrize(
    ("words", "subject", "expected"),
    [
        ("Tell Sam (sam.lee@council.example) if you need parking.", "Phonics network", True),
        ("Questions about parking to Sam Lee, 01632 960111.", "Phonics network", True),
        ("Questions about parking to Sam Lee, 01632 960111.", "Parking permits", False),
        ("Contact Sam Lee, 01632 960111.", "Phonics network", False),
        ("For help with your return ring 01632 960111.", "Census", False),
        ("Please don't ring the depot, 01632 960111.", "Bins", True),
        ("Do not e-mail old@council.example.", "Bins", True),
        ("Lunch is at noon.", "Phonics network", True),
    ],
)
def test_an_aside_is_for_small_wishes_beside_the_matter(words: str, subject: str, expected: bool) -> None:
    assert is_aside(words, subject) is expected


def test_an_aside_lends_neither_its_name_nor_its_address() -> None:
    body = f"{FORM}\n\nTell Sian in the office (sian.hart@council.example) if you need parking.\n\nTess Vane"
    assert contact(body, "Tess Vane") == "Tess Vane, tess.vane@council.example"


def test_a_mailbox_is_called_as_its_team_signs() -> None:
    body = f"{FORM}\n\nNursery Funding Team\n01632 960531"
    found = contact(body, "Nursery Funding")
    assert found == "Nursery Funding Team, 01632 960531, nursery.funding@council.example"


def test_whoever_signs_with_an_address_of_their_own_is_asked_and_not_the_mailbox() -> None:
    body = f"{FORM}\n\nYours sincerely\nAgnes Low\nSurveyor\n01632 960722\nagnes.low@council.example"
    assert contact(body, "Premises Compliance") == "Agnes Low, 01632 960722, agnes.low@council.example"


def test_who_stands_beside_a_number_in_a_line_of_its_own_is_asked() -> None:
    found = contact(
        f"{FORM}\n\nAssessment Helpline 01632 960620", "Exams and Assessment", "exams@council.example"
    )
    assert found == "Assessment Helpline, 01632 960620, exams@council.example"


def test_a_name_that_ends_the_mailbox_s_own_is_the_mailbox() -> None:
    body = f"{FORM}\n\nComments to School Place Planning, County Hall, or place.planning@council.example."
    found = contact(body, "School Place Planning", "place.planning@council.example")
    assert found == "School Place Planning, place.planning@council.example"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("E-mail the hub on hub@george.sch.example.", "hub@george.sch.example"),
        ("SEND THE REVIEW DATE TO RETURNS@COUNCIL.EXAMPLE.", "Priya Shah, RETURNS@COUNCIL.EXAMPLE"),
        ("Questions to the service desk.", "Priya Shah, p.shah@council.example"),
        ("Questions to events@schools.council.example.", "Priya Shah, events@schools.council.example"),
    ],
)
def test_nobody_is_named_beside_an_address_of_another_house_nor_words_for_a_name(
    body: str, found: str
) -> None:
    assert contact(f"{FORM}\n\n{body}", "Priya Shah", "p.shah@council.example") == found
