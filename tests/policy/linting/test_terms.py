"""Are words that a policy leans on, and leaves open, told from those it explains?"""

import pytest

from app.policy.linting.terms import defined_too_narrowly, undefined_terms, vague_quantities
from tests.policy.linting.written import said

URGENT = "Use the pager if it is urgent. Urgent means about a patient's treatment today."


@pytest.mark.parametrize(
    ("definition", "use", "partner"),
    [
        (URGENT, "Ring the desk for urgent or emergency calls.", "emergency"),
        ("“Critical” refers to a race within 24 hours.", "Only critical or serious matters go to the captain.", "serious"),
        ("A major message is one about a closed ward.", "Write at once if it is an emergency or major.", "emergency"),
        ("Ring us (urgent in this policy relates to legal dates).", "Dangerous or urgent news comes by telephone.", "dangerous"),
    ],
)  # fmt: skip
def test_a_word_used_for_more_than_its_definition_is_named(definition: str, use: str, partner: str) -> None:
    (found,) = defined_too_narrowly(said(ward=f"{definition}\n\n{use}\n"))
    assert f"speaks of {partner!r}" in found.message
    assert (found.line, "line 3" in found.message) == (1, True)


@pytest.mark.parametrize(
    ("definition", "use"),
    [
        (URGENT, "Ring the desk for urgent calls."),
        ("Urgent means a fire or an emergency.", "Ring for urgent or emergency calls."),
        (f"{URGENT} An emergency is a fire or a flood: emergency means just that.", "Ring for urgent or emergency calls."),
        ("The newsletter is the main means of reaching members.", "Use the newsletter or website for news."),
        (URGENT, "Nothing is urgent or secret in a rota, and rotas are long."),
    ],
    ids=["no other word", "the definition holds it", "both are defined", "no definition", "no condition"],
)  # fmt: skip
def test_a_word_used_as_defined_is_left_alone(definition: str, use: str) -> None:
    assert list(defined_too_narrowly(said(ward=f"{definition}\n\n{use}\n"))) == []


def test_quantities_without_a_number_are_named_once_a_document() -> None:
    text = (
        "Do not send large files.\nCheck the mailbox regularly.\nReply promptly to messages.\nNo bulk mail.\n"
    )
    (found,) = vague_quantities(said(club=text))
    for word in ("'large'", "'regularly'", "'promptly'", "'bulk'"):
        assert word in found.message
    assert "line 3" in found.message


@pytest.mark.parametrize(
    "text",
    [
        "Do not send large files (over 5 MB).",
        "Large means more than 5 MB. Do not send large files.",
        "Check the mailbox regularly, at least twice a week.",
        "The large hall is free on Mondays.",
        "Reply promptly, within two working days, to messages.",
    ],
)
def test_quantities_with_a_number_are_left_alone(text: str) -> None:
    assert list(vague_quantities(said(club=text))) == []


def test_words_that_decide_and_are_never_defined_are_named_once_a_document() -> None:
    text = "Do not send confidential matters.\nOnly exceptional messages may go at night.\n"
    (found,) = undefined_terms(said(club=text))
    assert "'confidential'" in found.message
    assert "'exceptional'" in found.message


@pytest.mark.parametrize(
    "text",
    [
        "Confidential means about a member's health. Do not send confidential matters.",
        "Do not send confidential matters. Confidential information includes names and addresses.",
        "The meeting was confidential.",
    ],
)
def test_words_that_are_explained_or_decide_nothing_are_left_alone(text: str) -> None:
    assert list(undefined_terms(said(club=text))) == []
