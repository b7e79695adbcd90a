"""Does somebody read what is held about their checks in words, and never in the ids of records?"""

from datetime import timedelta

from app.domain.choice import Choice, ChoiceReason, Chosen
from app.domain.draft import Moment
from app.domain.verdict import Severity
from app.ports import CheckRecord
from app.web.staff.own_words import TOLD
from app.web.state import WebState
from tests.fakes import MONDAY_MORNING
from tests.web.conftest import PRIYA, Browser

GONE = "a-rule-that-is-gone"


def test_every_moment_verdict_and_answer_has_its_words() -> None:
    for kind in (Moment, Severity, Chosen):
        assert all(TOLD[each] for each in kind)
    assert all(TOLD[reason] for reason in ChoiceReason if reason)
    assert len({TOLD[each] for each in Chosen}) == len(Chosen)


def test_checks_and_answers_are_told_by_what_the_rule_says(priya: Browser, site: WebState) -> None:
    held = site.staff.held
    code = held.records.keyed_hash(PRIYA.address)
    rule = site.review.policy().packs[0].rules[0]
    rules = [{"rule": rule.id, "severity": "warn"}, {"rule": GONE, "severity": "info"}]
    for at in (MONDAY_MORNING, MONDAY_MORNING - timedelta(hours=1)):
        held.records.add(CheckRecord(at, "send", code, "", "warn", "send", (), rules, {}, (), {}, 1.0))
    held.records.add(
        CheckRecord(MONDAY_MORNING, "compose", code, "", "clear", "send", (), (), {}, (), {}, 1.0)
    )
    chosen = Choice(MONDAY_MORNING, code, rule.id, "c/k", Chosen.WRONG_WARNING, ChoiceReason.NOT_THERE)
    held.choices.add(chosen)
    told = priya.open("/staff/me").text

    assert f'<th scope="row">{rule.title.partition("{")[0]}' in told
    assert f"at Send: a warning ({rule.title.partition('{')[0]}" in told
    assert f"; {GONE})</li>" in told
    assert "while you wrote: no rule applied</li>" in told
    assert "you called it wrong (What the card says is not in the mail)" in told
    assert rule.id not in told
