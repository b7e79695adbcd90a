"""When is a whole mail taken for one that is meant to hurt?"""

from dataclasses import replace

import pytest

from app.checks.as_a_whole import FAINT, FAINTEST, GRAVE, HARM, LONG, LOUD, NEAR, PLAIN, find_harm
from app.checks.whole_mail import PAGE
from app.domain.finding import Confidence
from app.domain.reading import Act, Reading, Sentence, Tone
from tests.checks.whole import sense_of
from tests.road import see

_LITTLE = 0.1


def reading(
    harm: float,
    gravity: float = GRAVE + 2,
    *,
    faint: float = FAINT + _LITTLE,
    sentences: int = 2,
    body: str = "Stay. " * 30,
) -> Reading:
    """A mail with these log odds, in whose every sentence a threat is heard so faintly."""
    tone = {Tone.THREAT: faint}
    sense = sense_of(harm, gravity, Sentence(0, 5, tone))
    said = tuple(Sentence(at * 6, at * 6 + 5, tone, sense=sense) for at in range(sentences))
    return replace(see({"to": ["a colleague"], "subject": "", "body": body}, checks=())[0], sentences=said)


@pytest.mark.parametrize(
    ("harm", "gravity", "sure"),
    [
        (HARM + _LITTLE, GRAVE + _LITTLE, Confidence.HIGH),
        (HARM - _LITTLE, GRAVE + 5, Confidence.MEDIUM),
        (HARM + 5, GRAVE - _LITTLE, Confidence.MEDIUM),
        (HARM - NEAR - _LITTLE, GRAVE + 5, None),
        (HARM + 5, GRAVE - NEAR - _LITTLE, None),
    ],
)
def test_how_sure_it_is_follows_from_the_odds_of_harm_and_of_how_grave_it_is(
    harm: float, gravity: float, sure: Confidence | None
) -> None:
    found = [finding.confidence for finding in find_harm(reading(harm, gravity))]

    assert found == ([sure] if sure else [])


def test_it_points_at_the_sentences_that_weigh_most() -> None:
    [found] = find_harm(reading(3.0, sentences=5))

    assert [(span.start, span.end) for span in found.spans] == [(0, 5), (6, 11)]
    assert found.facts == {"sentences": 5}


@pytest.mark.parametrize(
    ("above", "faint", "is_told"),
    [
        (PLAIN - _LITTLE, FAINT - _LITTLE, False),
        (PLAIN + _LITTLE, FAINT - _LITTLE, True),
        (PLAIN + _LITTLE, FAINTEST - _LITTLE, False),
    ],
)
def test_the_plainer_a_wrong_is_the_fainter_its_loudest_sentence_may_be(
    above: float, faint: float, is_told: bool
) -> None:
    draft = reading(HARM + above / 2, GRAVE + above / 2, faint=faint)

    assert bool(list(find_harm(draft))) is is_told


def test_words_of_a_wrong_stand_in_for_a_faint_sentence() -> None:
    said = "Stay. Keep it under your hat."

    assert list(find_harm(reading(3.0, faint=0.0, gravity=GRAVE + 9, sentences=1, body=said)))
    assert not list(find_harm(reading(3.0, faint=0.0, gravity=GRAVE + 9, sentences=1)))


def test_ill_will_alone_is_a_fault_that_is_heard() -> None:
    draft = reading(3.0, gravity=GRAVE + 9, faint=0.0)
    meant = tuple(replace(one, act={Act.ILL_WILL: FAINT + _LITTLE}) for one in draft.sentences)

    assert list(find_harm(replace(draft, sentences=meant)))


def test_nothing_is_said_of_an_empty_mail() -> None:
    assert list(find_harm(reading(3.0, sentences=0))) == []


@pytest.mark.parametrize(
    ("more", "faint", "is_told"),
    [
        (LONG + _LITTLE, LOUD + _LITTLE, True),
        (LONG - NEAR - _LITTLE, LOUD + _LITTLE, False),
        (LONG + _LITTLE, LOUD - _LITTLE, False),
    ],
)
def test_more_is_asked_of_a_letter_longer_than_a_page(more: float, faint: float, is_told: bool) -> None:
    draft = reading(HARM + more, GRAVE + more, faint=faint, sentences=PAGE + 1, body="Stay. " * 40)

    assert bool(list(find_harm(draft))) is is_told


def test_a_report_is_let_alone() -> None:
    assert list(find_harm(reading(3.0, body="Incident report: he stayed. " * 8))) == []


def test_sentences_that_tell_what_others_said_do_not_count() -> None:
    assert list(find_harm(reading(3.0, sentences=1, body="He said it."))) != []
    told = reading(3.0, sentences=0, body="Mark told me that he would come.")
    whole = Sentence(0, 32, {Tone.THREAT: 0.4}, sense=reading(3.0).sentences[0].sense)

    assert list(find_harm(replace(told, sentences=(whole,)))) == []


def test_sentences_without_numbers_say_nothing() -> None:
    draft = reading(3.0)

    assert (
        list(find_harm(replace(draft, sentences=tuple(replace(s, sense=()) for s in draft.sentences)))) == []
    )


@pytest.mark.parametrize("name", ["Siobhan", "Priya", "Kwame", "Bogdan", "Mei Ling", "Emily"])
def test_a_kind_mail_stays_one_whoever_it_is_for(name: str) -> None:
    body = f"Hi {name}\n\nThank you for covering on Monday. Shall we swap back next week?\n\nThanks\nSam"
    draft = {"to": ["a colleague"], "subject": f"Cover for {name}", "body": body, "reader": "real"}

    assert not [one for one in see(draft)[1] if one.id == "hostile-tone/harm"]
