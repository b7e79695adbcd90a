"""When is a whole mail taken for one that is meant to hurt?"""

from dataclasses import replace

import pytest

from app.checks.as_a_whole import CHECK, MOST, PERHAPS, SURE
from app.checks.packed_harm import ALONE, PACKED, STEP
from app.domain.finding import Confidence
from app.domain.reading import Act, Reading, Sentence, Tone
from app.packed import unpacked
from tests.road import see

WEIGHTS = unpacked(PACKED, STEP)
SQUARE = sum(weight * weight for weight in WEIGHTS)


def reading(odds: float, *, faint: float = 0.2, sentences: int = 2, body: str = "Stay. " * 30) -> Reading:
    """A mail whose every sentence has these log odds, and a threat that is heard so faintly."""
    sense = [weight * (odds - ALONE) / SQUARE for weight in WEIGHTS]
    said = tuple(Sentence(at * 6, at * 6 + 5, {Tone.THREAT: faint}, sense=sense) for at in range(sentences))
    return replace(see({"to": ["a colleague"], "subject": "", "body": body}, checks=())[0], sentences=said)


@pytest.mark.parametrize(
    ("odds", "sure"),
    [(SURE + 0.1, Confidence.HIGH), (SURE - 0.1, Confidence.MEDIUM), (PERHAPS - 0.1, None)],
)
def test_how_sure_it_is_follows_from_the_odds(odds: float, sure: Confidence | None) -> None:
    found = [finding.confidence for finding in CHECK.look(reading(odds))]

    assert found == ([sure] if sure else [])


def test_it_points_at_the_sentences_that_weigh_most() -> None:
    [found] = CHECK.look(reading(3.0, sentences=5))

    assert [(span.start, span.end) for span in found.spans] == [(0, 5), (6, 11)]
    assert found.facts == {"sentences": 5}


def test_what_sounds_of_no_fault_at_all_is_let_go() -> None:
    assert list(CHECK.look(reading(3.0, faint=0.05))) == []


def test_ill_will_alone_is_a_fault_that_is_heard() -> None:
    draft = reading(3.0, faint=0.0)
    meant = tuple(replace(one, act={Act.ILL_WILL: 0.3}) for one in draft.sentences)

    assert list(CHECK.look(replace(draft, sentences=meant)))


@pytest.mark.parametrize("sentences", [0, MOST + 1])
def test_nothing_is_said_of_an_empty_mail_or_a_long_letter(sentences: int) -> None:
    assert list(CHECK.look(reading(3.0, sentences=sentences, body="Stay. " * 40))) == []


def test_a_report_is_let_alone() -> None:
    assert list(CHECK.look(reading(3.0, body="Incident report: he stayed. " * 8))) == []


def test_sentences_that_tell_what_others_said_do_not_count() -> None:
    assert list(CHECK.look(reading(3.0, sentences=1, body="He said it."))) != []
    told = reading(3.0, sentences=0, body="Mark told me that he would come.")
    whole = Sentence(0, 32, {Tone.THREAT: 0.4}, sense=reading(3.0).sentences[0].sense)

    assert list(CHECK.look(replace(told, sentences=(whole,)))) == []


def test_sentences_without_numbers_say_nothing() -> None:
    draft = reading(3.0)

    assert (
        list(CHECK.look(replace(draft, sentences=tuple(replace(s, sense=()) for s in draft.sentences)))) == []
    )


@pytest.mark.parametrize("name", ["Siobhan", "Priya", "Kwame", "Bogdan", "Mei Ling", "Emily"])
def test_a_kind_mail_stays_one_whoever_it_is_for(name: str) -> None:
    body = f"Hi {name}\n\nThank you for covering on Monday. Shall we swap back next week?\n\nThanks\nSam"
    draft = {"to": ["a colleague"], "subject": f"Cover for {name}", "body": body, "reader": "real"}

    assert not [one for one in see(draft)[1] if one.check == CHECK.id]
