"""Which of the cards that are shown offer kinder words, and which never do?"""

from dataclasses import replace
from typing import Any

import pytest

from app.checks import CHECKS
from app.compose.check_draft import check_draft
from app.compose.offer_rewordings import _FORM, _HOSTILE, _TONED, Rewording
from app.domain.draft import Moment
from app.domain.reading import Sentence
from tests.drafts import draft_from
from tests.fakes import FakeReader
from tests.road import check_example, road

LIVID = "I am absolutely livid that the hall was locked on Monday!"
CALM = "I am upset that the hall was locked on Monday."
THREAT = "Do it by Friday or I will make you regret it."
MOCKING = "Do carry on, the rest of us can wait."


def offers(body: str, tones: dict[str, dict[str, float]], **draft: Any) -> dict[str, list[Rewording]]:
    example = {"to": ["a colleague"], "body": body, "tones": tones, **draft}
    checked = check_example(example)
    return {checked.verdict.advice[at].finding.id: list(found) for at, found in checked.rewordings.items()}


def texts(found: dict[str, list[Rewording]], finding: str) -> list[str]:
    return [rewording.text for rewording in found.get(finding, [])]


def test_an_angry_sentence_is_offered_calmer_with_its_place() -> None:
    found = offers(f"Dear Priya,\n{LIVID}\nThe code is 4.", {LIVID: {"anger": 0.9}})

    [offer] = found["heat-and-cool-off/anger"]
    assert (offer.text, offer.words) == (CALM, LIVID)
    assert (offer.start, offer.end) == (12, 12 + len(LIVID))


def test_words_that_the_model_still_hears_are_not_offered() -> None:
    tones = {LIVID: {"anger": 0.9}, CALM: {"anger": 0.4}}

    assert offers(f"Dear Priya,\n{LIVID}", tones) == {}


@pytest.mark.parametrize("tone", ["threat", "abuse", "obscenity"])
def test_hostile_words_are_only_left_out(tone: str) -> None:
    words = "I will make you pay for this."
    found = offers(f"Dear Priya,\nThe rota is attached.\n{words}", {words: {tone: 0.97, "anger": 0.9}})

    assert [offer.text for offer in next(iter(found.values()))] == [""]


@pytest.mark.parametrize(
    "body", [f"Dear Priya,\nThe rota is attached.\n{THREAT}", "Dear Priya,\nYou will pay for this."]
)
def test_a_wish_or_a_whole_mail_is_never_left_out(body: str) -> None:
    hostile = body.rpartition("\n")[2]

    assert offers(body, {hostile: {"threat": 0.97}}) == {}


class Pointing(FakeReader):
    """Says that the words after the last "or" decided."""

    def read(self, text: str) -> tuple[Sentence, ...]:
        return tuple(
            replace(s, words={tone: (text.rindex(" or ", s.start, s.end), s.end) for tone in s.tone})
            for s in super().read(text)
        )


def test_a_hostile_clause_goes_and_the_wish_stays() -> None:
    draft = draft_from({"to": ["a colleague"], "body": THREAT})
    checked = check_draft(draft, Moment.COMPOSE, road(reader=Pointing({THREAT: {"threat": 0.97}})))

    assert [offer.text for found in checked.rewordings.values() for offer in found] == [
        "Please could you do it by Friday?"
    ]


@pytest.mark.parametrize("wish", ["Do us all a favour", "Sit down and be quiet"])
def test_a_threat_without_a_fact_has_no_kinder_rest(wish: str) -> None:
    words = f"{wish} or I will make you pay."
    draft = draft_from({"to": ["a colleague"], "body": words})
    checked = check_draft(draft, Moment.COMPOSE, road(reader=Pointing({words: {"threat": 0.97}})))

    assert not checked.rewordings


@pytest.mark.parametrize(
    ("words", "rest"),
    [
        ("Thank heavens you were in or nobody would have rung.", []),
        ("The kiln was mended in June or so they tell us.", ["The kiln was mended in June."]),
    ],
)
def test_of_mockery_only_a_fact_is_left_to_stand(words: str, rest: list[str]) -> None:
    body = f"Dear Priya,\n{words}\nThe hall is free."
    draft = draft_from({"to": ["a colleague"], "body": body})
    checked = check_draft(draft, Moment.COMPOSE, road(reader=Pointing({words: {"sarcasm": 0.7}})))

    assert [offer.text for found in checked.rewordings.values() for offer in found] == rest


def test_a_sentence_is_offered_once_on_the_first_card_about_it() -> None:
    shouted = "I AM ABSOLUTELY LIVID THAT THE HALL WAS LOCKED!!!"
    found = offers(f"Dear Priya,\n{shouted}", {shouted: {"anger": 0.9, "sarcasm": 0.6}})

    assert texts(found, "heat-and-cool-off/anger") == ["I am upset that the hall was locked."]
    assert list(found) == ["heat-and-cool-off/anger"]


def test_a_report_of_what_was_said_is_not_offered_to_be_left_out() -> None:
    told = "He said that he would make her pay and called her a stupid cow."

    assert (
        offers(f"Incident report\n{told}", {told: {"abuse": 0.9, "threat": 0.9}}, subject="Incident report")
        == {}
    )


@pytest.mark.parametrize(
    "needed",
    [
        "Amira Bano - halal, asthma",
        "- no pork for the twins",
        "He needs his inhaler beside him.",
        "The rows are on page 4.",
        "Could there be a second bed?",
        "Somebody called Priya was here.",
    ],
)
def test_what_the_reader_needs_is_never_offered_to_be_left_out(needed: str) -> None:
    found = offers(f"Dear Sam,\nThe rota for the hall is attached.\n{needed}", {needed: {"abuse": 0.95}})

    assert "" not in [offer.text for made in found.values() for offer in made]


def test_a_bare_slight_may_still_be_left_out() -> None:
    slight = "People like that should stay at home."
    found = offers(
        f"Dear Sam,\nThe rota for the hall is attached.\n{slight}", {slight: {"discrimination": 0.95}}
    )

    assert [offer.text for made in found.values() for offer in made] == [""]


def test_mockery_without_a_fact_may_go_but_not_the_whole_mail() -> None:
    tones = {MOCKING: {"sarcasm": 0.9}}

    assert texts(
        offers(f"Dear Priya,\nThe rota is attached.\n{MOCKING}", tones), "professional-tone/sarcasm"
    ) == [""]
    assert offers(MOCKING, tones) == {}


def test_mockery_that_says_a_fact_is_not_offered_to_be_left_out() -> None:
    fact = "Do carry on, the rest of us can wait until Friday."

    assert offers(f"Dear Priya,\nThe rota is attached.\n{fact}", {fact: {"sarcasm": 0.9}}) == {}


def test_capitals_and_stacked_marks_are_put_right_on_one_card_where_no_tone_was_heard() -> None:
    found = offers("Dear Priya,\nPLEASE READ THIS NOW.\nThe form is late!!!", {})

    assert texts(found, "professional-tone/capitals") == ["Please read this now.", "The form is late!"]


def test_a_subject_is_put_right_whole() -> None:
    [offer] = offers("The rota is attached.", {}, subject="Rota!!!")["professional-tone/stacked-punctuation"]

    assert (offer.field, offer.start, offer.end, offer.text) == ("subject", 0, 7, "Rota!")


@pytest.mark.parametrize(
    ("subject", "calmer"),
    [
        ("URGENT URGENT - census return needed NOW", "Urgent: census return needed"),
        ("RE: URGENT!!! IMPORTANT!!! hall rota", "RE: Urgent: hall rota"),
    ],
)
def test_a_subject_that_shouts_for_haste_is_made_calm(subject: str, calmer: str) -> None:
    found = offers("The rota is attached.", {}, subject=subject)

    assert {offer.text for made in found.values() for offer in made} == {calmer}


def test_hostile_words_in_a_subject_are_left_to_the_sender() -> None:
    found = offers("The rota is attached.", {}, subject="You useless idiot!!!")

    assert "hostile-tone/abuse" not in found


def test_accents_of_the_draft_stay() -> None:
    words = "I am absolutely livid that Zoë’s class was told on Monday!"

    [offer] = offers(f"Dear Priya,\n{words}", {words: {"anger": 0.9}})["heat-and-cool-off/anger"]
    assert offer.text == "I am upset that Zoë’s class was told on Monday."


def test_nothing_is_offered_at_send_or_for_a_clean_draft() -> None:
    example = {"to": ["a colleague"], "body": LIVID, "tones": {LIVID: {"anger": 0.9}}}

    assert check_example(example, moment=Moment.SEND).rewordings == {}
    assert offers("The rota is attached, thank you.", {}) == {}


def test_what_is_offered_is_not_shown_by_printing_the_result() -> None:
    checked = check_example({"to": ["a colleague"], "body": LIVID, "tones": {LIVID: {"anger": 0.9}}})

    assert checked.rewordings
    assert "rewordings" not in repr(checked)


def test_the_findings_it_listens_to_exist() -> None:
    known = {f"{check.id}/{kind}" for check in CHECKS for kind in check.kinds}

    assert known >= _FORM | _TONED
    assert {check.id for check in CHECKS} >= _HOSTILE
