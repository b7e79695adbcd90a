"""Is somebody left in peace who has only just begun to write?"""

import pytest

from app.domain.draft import Moment
from app.domain.verdict import Severity
from tests.road import judge_example, pack


def how_loud(body: str, moment: Moment) -> Severity:
    draft = {"to": ["a colleague"], "subject": "", "body": body}
    advice = judge_example(draft, [pack("dale-stonehill")], moment).advice
    return next(one.severity for one in advice if one.rule == "subject-required")


@pytest.mark.parametrize("body", ["", "Dear Priya,", "Hello Sam, could you"])
def test_a_missing_subject_is_only_mentioned_before_there_is_a_message(body: str) -> None:
    assert how_loud(body, Moment.COMPOSE) is Severity.INFO


def test_a_message_without_one_is_asked_about() -> None:
    assert (
        how_loud("Could you send me the plan for the new hall, please?", Moment.COMPOSE) is Severity.JUSTIFY
    )


def test_at_send_the_shortest_message_is_asked_about() -> None:
    assert how_loud("Dear Priya,", Moment.SEND) is Severity.JUSTIFY
