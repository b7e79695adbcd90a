"""Are missing safeguards, and readers without the add-in, found?"""

import pytest

from app.policy.linting.outsiders import outside_readers
from app.policy.linting.safeguards import missing_safeguards
from tests.policy.linting.written import pack, said

MANY = "Coaches may e-mail all the members of a crew."


def test_bcc_is_missed_where_many_are_written_to_and_what_argues_against_it_is_quoted() -> None:
    (found,) = missing_safeguards(said(club=MANY, board="All messages are to be open to scrutiny."))
    assert "No document mentions Bcc" in found.message
    assert (
        "“All messages are to be open to scrutiny” (board.txt, line 1) may even read as against it"
        in found.message
    )


@pytest.mark.parametrize(
    ("called_for", "missing"),
    [
        ("Use the To field for those who must act and the Cc field for others.", "Bcc"),
        ("Do not send bulk e-mails.", "Bcc"),
        ("Never e-mail personal data.", "wrong person"),
        ("Tell somebody if vulnerable adults are named.", "in danger"),
    ],
)
def test_a_safeguard_that_no_document_mentions_is_missed(called_for: str, missing: str) -> None:
    (found,) = missing_safeguards(said(club=called_for, board="Be kind."))
    assert missing in found.message
    assert "(club.txt, line 1)" in found.message


@pytest.mark.parametrize(
    "text",
    [
        f"{MANY} Put their addresses in the Bcc field.",
        f"{MANY} Use blind copies.",
        "E-mail one member at a time.",
        "Never e-mail personal data. Tell the desk of any message sent by mistake.",
        "If vulnerable adults are named, tell the safeguarding lead.",
    ],
)
def test_a_safeguard_that_is_mentioned_or_not_called_for_is_not_missed(text: str) -> None:
    assert list(missing_safeguards(said(club=text))) == []


@pytest.mark.parametrize(
    ("text", "group", "others"),
    [
        ("Patients should not send photographs.\nStaff must not either.", "patients", "1 sentence does"),
        ("When writing, members of the public must:\n- Give a telephone number.\n- Be polite.", "members of the public", "3 sentences do"),
        ("Advice for tenants\n\nTenants are asked to write to one address only.", "tenants", "2 sentences do"),
    ],
)  # fmt: skip
def test_readers_without_the_add_in_are_named_with_how_much_is_meant_for_them(
    text: str, group: str, others: str
) -> None:
    (found,) = outside_readers(pack("club"), said(club=text))
    assert f"speaks to {group}" in found.message
    assert others in found.message
    assert "rules rest on 0 of them" in found.message


def test_rules_that_take_up_what_others_are_asked_are_counted() -> None:
    (found,) = outside_readers(pack("club"), said(club="Patients should always:\n- Be kind.\n- Be brief.\n"))
    assert "3 sentences do, down to line 3; rules rest on 1 of them" in found.message


@pytest.mark.parametrize(
    "text",
    [
        "Staff should not write to patients.",
        "Patients may see it.",
        "Nurses must answer.",
        "The patients' files must stay.",
    ],
)
def test_what_is_asked_of_staff_is_left_alone(text: str) -> None:
    assert list(outside_readers(pack("club"), said(club=text))) == []
