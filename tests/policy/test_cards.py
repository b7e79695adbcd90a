"""Does each card say what was found, and no louder than the occasion asks?"""

import pytest

from app.domain.verdict import Severity
from tests.road import judge_example

FILE = {"subject": "Re: Sports day", "body": "The plan is attached.", "attachments": ["plan.pdf"]}
URGENT = {"subject": "Re: URGENT: Sports day", "body": "Thanks all, 12 June it is."}
DIRECT = {"body": "I write direct because schools are more likely to respond to an e-mail."}


@pytest.mark.parametrize("example", [FILE, URGENT, DIRECT])
def test_an_answer_to_a_few_schools_is_never_held(example: dict[str, object]) -> None:
    answer = judge_example({"to": ["3 schools"], "reply": "reply-all", **example})
    mailing = judge_example({"to": ["3 schools"], **example})

    assert answer.severity is Severity.INFO
    assert mailing.severity > Severity.INFO


@pytest.mark.parametrize(
    ("example", "rule", "severity", "title"),
    [
        (
            {"to": ["9 schools"], "at": "2026-10-23T10:00", "body": "Please reply by Monday 2 November."},
            "deadline-before-the-issue",
            Severity.INFO,
            "Could this be later than Monday 2 November?",
        ),
        (
            {"to": ["4 parents"], "body": "The open day is in March."},
            "families-see-addresses",
            Severity.WARN,
            "Families can see each other's addresses",
        ),
        (
            {"to": ["a colleague"], "body": "The NHS number is 943 476 5919."},
            "only-what-is-necessary-inside",
            Severity.INFO,
            "Does everyone here need this NHS number?",
        ),
        (
            {"to": ["60 colleagues"], "body": "Has anyone seen a blue umbrella?"},
            "no-blanket-to-many",
            Severity.JUSTIFY,
            "This goes to 60 colleagues: who really needs it?",
        ),
        (
            {"to": [{"name": "Nobody Atall"}], "body": "The plan is ready."},
            "name-not-known",
            Severity.WARN,
            "Outlook does not know this name yet",
        ),
        (
            {"to": ["a colleague"], "body": "The code for the side gate is 4471."},
            "credentials-confidential",
            Severity.JUSTIFY,
            "This looks like a PIN or door code",
        ),
        (
            {"to": ["a colleague"], "body": "What legs.", "tones": {"What legs.": {"sexual": 0.6}}},
            "content-ought-to-offend",
            Severity.INFO,
            "This may read as sexual",
        ),
        (
            {"to": ["a colleague"], "body": "Please reply by 10 November."},
            "content-accurate",
            Severity.WARN,
            "This date has already passed",
        ),
    ],
)
def test_the_card_that_is_shown(
    example: dict[str, object], rule: str, severity: Severity, title: str
) -> None:
    card = next(c for c in judge_example(example).advice if c.rule == rule)

    assert (card.severity, card.title) == (severity, title)


def test_a_list_to_a_company_is_one_stop() -> None:
    offices = "; ".join(f"office@s0{n}.c0{n}.primary.sch.example" for n in range(1, 7))
    verdict = judge_example({"to": ["a company"], "body": f"The schools are {offices}"})

    assert [c.rule for c in verdict.advice if c.severity is Severity.BLOCK] == ["no-giving-school-lists"]
