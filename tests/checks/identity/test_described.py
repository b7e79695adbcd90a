"""A file whose sender says what it holds of people goes by the secure channel; a form to fill in does not."""

from typing import Any

import pytest

from tests.road import check_example

LIST = {"name": "list.xlsx", "size": 9000}


def _route(body: str, name: str = "list.xlsx", to: str = "a company", **rest: Any) -> str:
    attachments = [{"name": name, "size": 9000}]
    example = {"to": [to], "body": body, "attachments": attachments, **rest}
    return check_example(example).verdict.route.channel.value


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Here are the payslips of our kitchen staff.", "oct.pdf"),
        ("The sheet has UPNs and SEN codes for all 212.", "y8.xlsx"),
        ("As promised.", "payslips_oct.pdf"),
        ("See the attached.", "ICPC minutes.docx"),
    ],
)
def test_a_file_that_is_said_to_hold_peoples_data(body: str, name: str) -> None:
    assert _route(body, name) == "secure-channel"


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Is this your medical form? It asks for medical history.", "medical form.pdf"),
        ("Please complete the form with dates of birth and addresses.", "form.docx"),
        ("The template has columns for UPNs and SEN codes.", "template.xlsx"),
        ("The names of the winners are in the sheet.", "winners.xlsx"),
        ("The payslips come by the secure portal.", "dates.pdf"),
    ],
)
def test_a_form_or_a_list_of_winners_holds_nothing_private(body: str, name: str) -> None:
    assert _route(body, name) == "send"


def test_no_file_no_data() -> None:
    example = {"to": ["a company"], "body": "When do payslips come?"}

    assert check_example(example).verdict.route.channel == "send"


def test_colleagues_may_get_it_and_no_card_is_made_of_it() -> None:
    body = "Here are the payslips of our kitchen staff."
    verdict = check_example({"to": ["a colleague"], "body": body, "attachments": [LIST]}).verdict

    assert verdict.route.channel == "send"
    assert "identifiers/class-list" not in {a.finding.id for a in verdict.advice}
