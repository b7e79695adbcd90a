"""Is it heard from a whole mail which road it needs, where no sentence says so?"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from app.checks.channels import packed_call, packed_family, packed_private, roads
from app.packed import unpacked
from tests.road import check_example, see

SCHOOL = "office@s41.c12.secondary.sch.example"
FLUE = "Readings from last night came back and the flue's blowing back into the corridor."


def _channel(**draft: Any) -> str:
    return str(check_example({"reader": "real", **draft}).verdict.route.channel)


@pytest.mark.parametrize(
    "draft",
    [
        {
            "subject": "Changing room taps",
            "body": "The mixing valve's gone, we logged 71 degrees at 6 this morning. Please lock the rooms first.",
        },
        {
            "subject": "Plant room",
            "body": f"Whoever opens up: leave the boiler alone. {FLUE} Engineer's due at nine.",
        },
        {
            "subject": "Midday tablets",
            "body": "The strip we left this morning is the adult strength. He mustn't have it.",
        },
    ],
)
def test_danger_that_no_word_names_is_rung(draft: Mapping[str, str]) -> None:
    assert _channel(**draft, to=[SCHOOL], at="2026-11-19T07:50") == "telephone"


@pytest.mark.parametrize(
    "body",
    [
        (
            "Placement broke down on Saturday. Kofi is with a couple from tonight, he saw his carer taken off in an "
            "ambulance and hasn't eaten. They are not to be told yet that it's for good. I will get you in a room."
        ),
        "She's missed four sessions because there's nobody to turn her mum at night. Could someone fetch her on Thursdays?",
    ],
)
def test_what_only_uses_words_of_danger_is_not(body: str) -> None:
    assert _channel(body=body, subject="Weds", to=[SCHOOL]) == "secure-channel"


def test_a_private_matter_of_nobody_named_is_told_where_all_of_it_is_private() -> None:
    body = "She can't stay there. His mates know the address and there was petrol through the door on Sunday."

    assert _channel(to=["lettings@harbourhomes.example"], subject="Swap", body=body) == "secure-channel"


def test_one_that_is_half_heard_is_told_and_makes_no_card() -> None:
    body = "Candidate 0417, Oisín Devlin. Diagnosed with lymphoma, first chemo fell on the mock week. Move it to the ward?"
    draft = {"to": ["access@examboard.example"], "subject": "Cand. 0417", "body": body}

    assert _channel(**draft) == "secure-channel"
    assert not check_example({"reader": "real", **draft}).verdict.advice


def test_danger_for_many_at_break_is_for_the_team() -> None:
    body = (
        "There's cleaning stuff in some of them, from the dairy's pipes. Don't hand any out at break. "
        "One child in Oxwold has blisters. Put them outside for the van."
    )

    assert (
        _channel(to=["30 primary schools"], subject="Milk cartons, green tops", body=body)
        == "communications-team"
    )


def test_no_assembly_is_no_lesson() -> None:
    body = (
        "Structural man looked at last night's pictures and he doesn't like them. That beam could go with a "
        "door slam. No assembly, no breakfast club, tape it. He'll be with you by ten."
    )

    assert _channel(to=[SCHOOL], subject="Hall", body=body, at="2026-11-20T08:05") == "telephone"


def test_whom_nothing_names_is_told_of_where_all_of_it_is_private() -> None:
    body = (
        "Seventeen, left by the back door the night before the wedding. Her brothers drive taxis all over the county "
        "so please keep her off any list. Could one of you take her in January?"
    )
    to = ["welfare@marlcollege.example", "rooms@harbourhostel.example"]

    assert _channel(to=to, subject="A place to start again", body=body) == "secure-channel"


def test_a_family_is_rung_for_what_the_whole_mail_tells() -> None:
    body = "Still here with us, it's gone twenty past and it's getting dark. I've tried three numbers. Will someone be coming?"

    assert _channel(to=["a parent"], subject="Hollie", body=body, at="2026-11-16T16:20") == "telephone"


def test_odds_are_the_mean_of_what_the_sentences_weigh() -> None:
    weights = [
        unpacked(fitted.PACKED, fitted.STEP) for fitted in (packed_private, packed_call, packed_family)
    ]
    alone = [fitted.ALONE for fitted in (packed_private, packed_call, packed_family)]
    reading = see({"to": [SCHOOL], "subject": "", "body": "Stay. " * 30}, checks=())[0]
    like, none = (
        replace(reading.sentences[0], sense=sense) for sense in (weights[0], [0.0] * len(weights[0]))
    )
    odds = roads.odds_of(replace(reading, sentences=(like, none)))

    assert odds is not None
    assert odds.private == pytest.approx(alone[0] + sum(one * one for one in weights[0]) / 2)
    assert odds.call == pytest.approx(
        alone[1] + sum(a * b for a, b in zip(weights[0], weights[1], strict=True)) / 2
    )


@pytest.mark.parametrize("sentences", [0, roads.MOST + 1])
def test_nothing_is_said_of_an_empty_mail_or_a_long_letter(sentences: int) -> None:
    reading = see({"to": [SCHOOL], "subject": "", "body": "Stay. " * 30}, checks=())[0]
    heard = (replace(reading.sentences[0], sense=[1.0] * 384),) * sentences

    assert roads.odds_of(replace(reading, sentences=heard)) is None


@pytest.mark.parametrize(
    ("subject", "body"),
    [
        (
            "Car park permit",
            (
                "Dear Mr Ames\n\nYour permit runs out on 31 December and you owe £60 for the last quarter. "
                "If we are not paid by Friday it will not be renewed.\n\nParking Services"
            ),
        ),
        (
            "Sixth form bursary",
            (
                "Dear Mrs Todd\n\nLeo does not qualify for the bursary this year, because the form came after the "
                "closing date. You may ask for a review within 28 days.\n\nStudent Services"
            ),
        ),
    ],
)
def test_a_standard_letter_is_sent(subject: str, body: str) -> None:
    assert _channel(to=["a parent"], subject=subject, body=body) == "send"


def test_what_a_family_should_hear_is_no_standard_letter() -> None:
    body = "Dear Mrs Todd\n\nLeo was in a fight at lunch and has been sent home for two days.\n\nMr Ray"

    assert _channel(to=["a parent"], subject="Leo", body=body) == "telephone"
