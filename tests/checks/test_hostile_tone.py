from typing import Any

import pytest

from app.checks.hostile_tone import CHECK
from app.domain.finding import Confidence
from tests.road import reader_for, see

INSULT = "You are a complete idiot."
COLD = "Your contribution would shame a trainee."
REPORTED = "The pupil said that she is useless."


def _sureness(
    body: str, tones: dict[str, dict[str, float]] | None = None, **draft: Any
) -> dict[str, Confidence]:
    reader = reader_for({"tones": tones or {}})
    reading, *_ = see({"to": ["a colleague"], "body": body, **draft}, reader)
    return {f.kind: f.confidence for f in CHECK.look(reading)}


@pytest.mark.parametrize(
    ("sentence", "sure"),
    [
        ("Let us see who we can scare up at the office.", Confidence.LOW),
        ("If it overruns again I will literally kill someone.", Confidence.LOW),
        ("We will scare up your children on their way home.", Confidence.HIGH),
    ],
)
def test_a_saying_that_only_sounds_like_violence_is_a_hint(sentence: str, sure: Confidence) -> None:
    assert _sureness(sentence, {sentence: {"threat": 0.97}}) == {"threat": sure}


@pytest.mark.parametrize(
    ("sentence", "heard", "sure"),
    [
        (INSULT, 0.8, Confidence.HIGH),  # words and model agree
        (INSULT, 0.6, Confidence.HIGH),
        (INSULT, 0.4, Confidence.MEDIUM),
        (INSULT, 0.1, Confidence.LOW),  # the model hears it as harmless
        (COLD, 0.95, Confidence.HIGH),
        (COLD, 0.94, Confidence.MEDIUM),  # no word confirms what holds a mail up
        (COLD, 0.5, Confidence.MEDIUM),
        ("This stupid form never saves.", 0.97, Confidence.LOW),  # mild, at a thing
        ("Stupid Karen strikes again.", 0.97, Confidence.HIGH),
    ],
)
def test_the_model_decides_and_words_confirm(sentence: str, heard: float, sure: Confidence) -> None:
    assert _sureness(sentence, {sentence: {"abuse": heard}}) == {"abuse": sure}


@pytest.mark.parametrize(
    ("tone", "heard", "ill_will", "sure"),
    [
        ("abuse", 0.6, 0.5, Confidence.HIGH),
        ("abuse", 0.6, 0.49, Confidence.MEDIUM),
        ("abuse", 0.4, 0.9, Confidence.MEDIUM),  # no mention of its own
        ("threat", 0.6, 0.8, Confidence.HIGH),
        ("threat", 0.6, 0.79, Confidence.MEDIUM),  # threats are made in fun too
        ("anger", 0.6, 0.9, None),  # anger is not grave, and another check's
    ],
)
def test_a_mention_that_is_meant_is_sure(
    tone: str, heard: float, ill_will: float, sure: Confidence | None
) -> None:
    found = _sureness(COLD, {COLD: {tone: heard, "ill-will": ill_will}})

    assert found.get(tone) == sure


@pytest.mark.parametrize(
    ("second", "sure"),
    [("You are what the cat would not drag in.", Confidence.HIGH), (COLD, Confidence.MEDIUM)],
)
def test_two_grave_sentences_bear_each_other_out(second: str, sure: Confidence) -> None:
    """Though not where the one sentence stands there twice."""
    scores = {sentence: {"abuse": 0.85} for sentence in (COLD, second)}

    assert _sureness(f"{COLD}\n{second}", scores) == {"abuse": sure}


@pytest.mark.parametrize(
    ("sentence", "sure"),
    [
        ("Hang yourself.", Confidence.HIGH),
        ("Go and kill yourself, then.", Confidence.HIGH),
        ("Do not hang yourself over a typo.", None),
        ("You will kill yourself laughing.", None),
    ],
)
def test_nobody_is_told_to_end_their_life(sentence: str, sure: Confidence | None) -> None:
    assert _sureness(sentence).get("threat") == sure


@pytest.mark.parametrize(
    "sentence",
    [
        REPORTED,
        "The allegation is that he is a bully and a liar.",
        "He was called a bastard by the driver.",
        'The pupil shouted "you are a stupid cow" at him.',
        "Mr Cole told the office that she is pathetic.",
    ],
)
def test_a_report_is_never_more_than_a_hint(sentence: str) -> None:
    sures = _sureness(sentence, {sentence: {"abuse": 0.9, "obscenity": 0.6}})

    assert set(sures.values()) == {Confidence.LOW}


@pytest.mark.parametrize(
    "subject", ["Incident report: Year 9", "Disciplinary hearing", "Safeguarding referral"]
)
def test_a_whole_report_is_never_more_than_a_hint(subject: str) -> None:
    sures = _sureness(
        "She is useless.\nShe is a bastard.", {"She is useless.": {"abuse": 0.97}}, subject=subject
    )

    assert sures == {"abuse": Confidence.LOW, "obscenity": Confidence.LOW}


def test_a_report_is_no_shelter_for_turning_on_the_reader() -> None:
    assert _sureness(INSULT, {INSULT: {"abuse": 0.9}}, subject="Incident report") == {
        "abuse": Confidence.HIGH
    }


def test_ten_minutes_are_no_minutes() -> None:
    body = "This takes ten minutes.\nShe is useless."

    assert _sureness(body, {"She is useless.": {"abuse": 0.9}}) == {"abuse": Confidence.HIGH}


def test_a_name_that_the_model_misreads_is_a_hint() -> None:
    sentence = "Dick Hoare will drive to Cockermouth."

    assert _sureness(sentence, {sentence: {"obscenity": 0.97}}) == {"obscenity": Confidence.LOW}


def test_the_loudest_sentence_comes_first() -> None:
    body = f"{COLD}\nThe hall is open.\n{INSULT}"
    reader = reader_for({"tones": {COLD: {"abuse": 0.7}, INSULT: {"abuse": 0.9}}})
    reading, *_ = see({"to": ["a colleague"], "body": body}, reader)
    [finding] = CHECK.look(reading)

    assert [s.excerpt for s in finding.spans] == [INSULT, COLD]
    assert finding.facts == {"sentences": 2}


def test_humiliation_counts_the_readers() -> None:
    reader = reader_for({"tones": {INSULT: {"abuse": 0.9}}})
    reading, *_ = see({"to": ["a colleague"], "cc": ["6 colleagues"], "body": f"Dear Tom,\n{INSULT}"}, reader)
    found = {f.kind: f for f in CHECK.look(reading)}

    assert found["humiliation"].facts["people"] == reading.audience.people
    assert found["humiliation"].confidence is Confidence.HIGH


def test_a_sentence_of_two_tones_gives_the_graver_card() -> None:
    body = "You useless bastard, this is bullshit."

    assert set(_sureness(body, {body: {"abuse": 0.9, "obscenity": 0.97, "anger": 0.9}})) == {"abuse"}


def test_humiliation_takes_the_place_of_abuse() -> None:
    cc = ["6 colleagues"]

    assert set(_sureness(f"Dear Tom,\n{INSULT}", {INSULT: {"abuse": 0.9}}, cc=cc)) == {"humiliation"}
