"""Are two numbers for one contact, and two figures for one measure, found?"""

import pytest

from app.policy.linting.agreement import figures, numbers_of_contacts
from tests.policy.linting.written import said


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        (
            "Ring 01865 555100 or write to desk@club.example.",
            "The desk (desk@club.example) is on 01865 555200.",
        ),
        (
            "The Patient Experience Team is on 0207 555 0101.",
            "Ask the Patient Experience Team, 0207 555 0199.",
        ),
        ("Contact the Press Office on ext. 4410.", "The Press Office has ext. 4411."),
    ],
)
def test_a_contact_with_two_numbers_is_named_with_both(mine: str, theirs: str) -> None:
    (found,) = numbers_of_contacts(said(ward=mine, board=theirs))
    assert found.document == "board.txt"
    assert "ward.txt, line 1" in found.message


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("Ring the Press Office on 01865 555100.", "The Press Office: 01865 555 100."),
        ("Ring the Press Office on 01865 555100.", "The Press Office: +44 1865 555100."),
        ("Ring the Press Office on 01865 555100.", "Ring the Welfare Officer on 01865 555200."),
        ("The Press Office is on 01865 555100, or at night on 01865 555200.", "Be kind."),
        ("The Press Office has 12 people.", "The Press Office is on 01865 555100."),
    ],
    ids=["spaces", "abroad", "somebody else", "day and night", "no telephone number"],
)
def test_numbers_that_agree_are_left_alone(mine: str, theirs: str) -> None:
    assert list(numbers_of_contacts(said(ward=mine, board=theirs))) == []


@pytest.mark.parametrize(
    ("mine", "theirs", "measure"),
    [
        ("Reply within two working days.", "Answer messages within five working days.", "how soon"),
        ("Messages are kept for one year.", "Delete messages after 6 months.", "how long to keep"),
        ("Attachments may have up to 5 MB.", "Files over 10MB are refused.", "how large"),
        ("A password has at least 8 characters.", "Choose a password of 12 characters or more.", "password"),
    ],
)
def test_two_figures_for_one_measure_are_named(mine: str, theirs: str, measure: str) -> None:
    (found,) = figures(said(ward=mine, board=theirs))
    assert found.message.startswith(measure) or measure in found.message
    assert "ward.txt, line 1" in found.message


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("Reply within two working days.", "Answer messages within 2 working days."),
        ("Reply within two working days.", "The course takes five working days."),
        ("Reply within two working days.", "Keep messages for five days."),
    ],
    ids=["the same", "no measure", "another measure"],
)
def test_figures_that_agree_are_left_alone(mine: str, theirs: str) -> None:
    assert list(figures(said(ward=mine, board=theirs))) == []
