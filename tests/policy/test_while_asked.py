"""Do the cards fit what the route asks, while only the sender knows which way it goes?"""

from typing import Any

import pytest

from app.compose.summary import channels, in_full
from app.domain.draft import Moment
from app.domain.verdict import Advice, Severity, Verdict
from app.policy.pack import Pack
from tests.policy.test_judge import pack, rule
from tests.road import check_example, judge_example

LAW = {"subject": "Registers", "body": "Schools are fined for that. We meet on Thursday."}
CHOSEN_BODY = "The tanker comes on Mondays from now on."
CHOSEN = {"subject": "Oil", "body": CHOSEN_BODY, "tones": {CHOSEN_BODY: {"chosen": 0.5}}}
SETTLED = ("goes in the e-bulletin", "use the e-bulletin", "in time", "can carry it")


def judged(words: dict[str, Any], moment: Moment = Moment.COMPOSE, to: str = "9 schools") -> Verdict:
    return judge_example({"to": [to], "at": "2026-11-16T09:00", **words}, moment=moment)


def about_the_way(verdict: Verdict) -> Advice:
    return next(one for one in verdict.advice if one.rule == "no-bulk-to-schools")


def steps(advice: Advice) -> list[tuple[str, str]]:
    return [(action.kind, action.label) for action in advice.actions]


@pytest.mark.parametrize("moment", Moment)
def test_no_card_tells_an_answer_that_nobody_gave(moment: Moment) -> None:
    verdict = judged(LAW | {"body": f"{LAW['body']} Tell us by Thursday 3 December, too."}, moment)

    assert verdict.route.question is not None
    told = [f"{card.title} {card.message}" for card in verdict.advice]
    assert [words for words in told if any(settled in words for settled in SETTLED)] == []


def test_one_card_says_both_answers_and_cites_the_rules_that_rest_on_one() -> None:
    verdict = judged(LAW | {"body": f"{LAW['body']} Tell us by Thursday 3 December, too."})

    card = about_the_way(verdict)
    assert card.severity is Severity.JUSTIFY
    assert card.title == "9 schools: one answer decides how it goes"
    assert card.message == (
        "If a law sets Thursday 19 November as the deadline, the Communications Team sends it. "
        "If no law sets that day, it goes in the weekly e-bulletin."
    )
    assert {"official-channels-only", "deadline-under-one-week"} <= {one.rule for one in card.also}


def test_its_steps_say_under_which_answer_they_are_right() -> None:
    assert steps(about_the_way(judged(LAW))) == [
        (
            "ask-communications-team",
            "Ask the Communications Team, if a law sets Thursday 19 November as the deadline",
        ),
        ("route-to-bulletin", "Put in the e-bulletin, if no law sets that day"),
        ("contact-local-officer", "Ask the local officer"),
    ]


def test_schools_that_may_be_chosen_are_told_both_ways_too() -> None:
    card = about_the_way(judged(CHOSEN, to="4 schools"))

    assert card.message == (
        "If this is meant for just these 4 schools, the Communications Team sends it. "
        "If any school could use it, it goes in the weekly e-bulletin."
    )
    assert ("route-to-bulletin", "Put in the e-bulletin, if any school could use it") in steps(card)


def test_a_duty_without_its_date_is_asked_after_beside_another_question_only() -> None:
    duty = "Please remember to complete your school census return."
    body = f"{duty} {CHOSEN_BODY}"
    beside = judged({"subject": "Oil", "body": body, "tones": {CHOSEN_BODY: {"chosen": 0.5}}}, to="4 schools")

    assert "urgent-definition" in {card.rule for card in beside.advice}
    law = judged(LAW | {"body": f"{duty} {LAW['body']}"})
    assert "urgent-definition" not in {card.rule for card in law.advice}


def test_a_card_that_holds_either_way_keeps_its_words() -> None:
    verdict = judged(LAW | {"body": f"Schools are more likely to respond to an e-mail. {LAW['body']}"})

    card = next(one for one in verdict.advice if one.rule == "not-because-email-feels-better")
    assert card.title == "“Schools read e-mail more” is not a reason"
    assert steps(card) == [("route-to-bulletin", "Put in the e-bulletin, if no law sets that day")]


def test_without_a_question_every_card_speaks_for_itself() -> None:
    verdict = judged({"subject": "Art", "body": "The art club begins in March."})

    assert verdict.route.question is None
    assert about_the_way(verdict).title == "9 schools: this goes in the e-bulletin"


def test_a_pack_of_ones_own_needs_no_words_for_it() -> None:
    way = "actions: [{kind: route-to-bulletin, label: Move it}]"
    listens = {"listens": "audience-shape/several-schools", "severity": "[{warn: {channel: bulletin}}]"}
    own: Pack = pack("own", rule("r", **listens).replace('actions: [{kind: reword, label: "Reword"}]', way))
    example: dict[str, Any] = {"to": ["9 schools"], "at": "2026-11-16T09:00", **LAW}

    (card,) = judge_example(example, [own]).advice
    assert card.title == "9 schools: one answer decides how it goes"


def test_in_a_table_every_way_is_named() -> None:
    assert channels(judged(LAW).route) == "communications-team or bulletin?"
    assert channels(judged({"subject": "Art", "body": "The art club begins in March."}).route) == "bulletin"


def test_on_a_terminal_each_answer_leads_somewhere() -> None:
    said = in_full("x", check_example({"to": ["9 schools"], "at": "2026-11-16T09:00", **LAW}))

    assert "Does a law set Thursday 19 November as the deadline?" in said
    assert "- Yes: the law, the government or a court sets it. Then ask the Communications Team." in said
    assert "- No: it is our own date, or nobody must act by it. Then it goes in the e-bulletin." in said
