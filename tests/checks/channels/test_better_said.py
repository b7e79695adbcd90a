"""What is said between two, a thread that goes round, what is asked within the hour, a complaint that has grown."""

from typing import Any

import pytest

from tests.road import check_example, see

AT = "2026-11-17T10:10"


def _better_said(body: str, to: str = "a colleague", **rest: Any) -> set[str]:
    _, findings, _ = see({"to": [to], "at": AT, "body": body, **rest})
    return {f.kind for f in findings if f.facts.get("better_said") is True}


@pytest.mark.parametrize(
    ("body", "voice", "is_between"),
    [
        ("I could see that you were close to tears.", 0.85, True),
        ("It must have been awful, on your own with him shouting.", 0.85, True),
        ("You may not like it but you signed it.", 0.75, False),
        ("She ran off from the home again last night.", 0.95, False),
        ("We said that she could drive him.", 0.9, False),
        ("The report was late.", 0.9, False),
        ("You did so well. Thank you for your work.", 0.7, False),
        ("> I never know what to say to you.", 0.7, False),
    ],
)
def test_what_is_said_of_the_two_is_better_said(body: str, voice: float, is_between: bool) -> None:
    assert ("hard-news" in _better_said(body, tones={body: {"voice": voice}})) is is_between


def test_sentences_that_are_half_heard_add_up() -> None:
    one, other = "I have to be frank with you.", "This isn't where I hoped you would be."

    assert not _better_said(one, tones={one: {"voice": 0.5}})
    heard = {one: {"voice": 0.5}, other: {"voice": 0.5}}
    assert _better_said(f"{one}\n{other}", tones=heard)
    long = "The hall is free on Friday.\n" * 20
    assert not _better_said(f"{one}\n{other}\n{long}", tones=heard), "in a long mail they are only many"


def test_anger_between_two_counts_with_it() -> None:
    one = "I resent what you call me."

    assert _better_said(one, tones={one: {"voice": 0.5, "anger": 0.5}})


@pytest.mark.parametrize(
    ("body", "is_of_another"), [("Mr Pryce, you", False), ("You told Mr Pryce and", True)]
)
def test_whoever_is_called_is_nobody_else(body: str, is_of_another: bool) -> None:
    said = f"{body} have called me biased."
    found = _better_said(said, "a parent", reply="reply", names=["Mr Pryce"], tones={said: {"voice": 0.85}})

    assert ("hard-news" in found) is not is_of_another


@pytest.mark.parametrize("to", ["4 colleagues", "all staff"])
def test_nobody_rings_a_whole_office(to: str) -> None:
    body = "I could see that you were close to tears."

    assert not _better_said(body, to, tones={body: {"voice": 0.85}})


@pytest.mark.parametrize(
    ("body", "subject", "goes_round"),
    [
        ("We keep going round in circles.", "RE: Line 7", True),
        ("It is the third on the list.", "RE: Line 7", False),
        ("You ask it for the third time.", "RE: Line 7", True),
        ("No, I meant the other list.", "RE: RE: RE: Line 7", True),
        ("No, I meant the other list.", "RE: RE: Line 7", False),
        ("Perfect, that's settled: the other list.", "RE: RE: RE: RE: Line 7", False),
    ],
)
def test_a_thread_that_goes_round(body: str, subject: str, goes_round: bool) -> None:
    found = _better_said(body, "6 colleagues", reply="reply-all", subject=subject)

    assert ("back-and-forth" in found) is goes_round


def test_nothing_has_gone_round_in_a_new_mail() -> None:
    assert not _better_said("The bus goes round in circles.", subject="Line 7")


@pytest.mark.parametrize(
    ("body", "is_soon"),
    [
        ("The printers start at 11.\nIs it right?", True),
        ("They hold the price until half past.\nShall I say yes?", True),
        ("The printers start at 12.30.\nIs it right?", False),
        ("The printers start at 11.", False),
        ("On Thursday 19 November they start at 11.\nIs it right?", False),
        ("Could you ring the printers before 11?", False),
        ("The hall is ours from 11 on Thursdays.\nIs it?", False),
        ("Are you free at 11?\nI'll see you there.", False),
        ("Could we meet at 11?", False),
        ("Sorry, the nurse can't come this morning.", True),
        ("Today's visit is cancelled.", True),
        ("I can't open the file that came today.", False),
        ("Sorry, I can't make lunch today.", False),
        ("Tom is off today, so send it to me.", False),
        ("The clinic is off today.", True),
        ("Sorry, I can't come on Thursday 19 November.", False),
        ("The visit on Thursday 19 November is cancelled.", False),
    ],
)
def test_what_is_wanted_within_the_hour_or_called_off_today(body: str, is_soon: bool) -> None:
    assert ("cannot-wait" in _better_said(body)) is is_soon


def test_an_answer_that_it_cannot_be_today_is_only_an_answer() -> None:
    assert not _better_said("Sorry, I can't come today. Tomorrow?", reply="reply")


@pytest.mark.parametrize(
    ("body", "has_grown"),
    [
        ("You are angry. This is your third letter, and now your MP writes.", True),
        ("I am sorry that you feel let down after six weeks, and have lost faith.", True),
        ("I am sorry that your complaint took six weeks.", False),
        ("Your complaint about the bin has been passed on.", False),
    ],
)
def test_a_complaint_that_has_grown(body: str, has_grown: bool) -> None:
    assert ("hard-news" in _better_said(body, "a parent", reply="reply")) is has_grown
    assert not _better_said(body, "a parent")


def test_no_card_is_made_of_what_is_half_heard() -> None:
    one, other = "I find it hard to overlook what you did.", "You let me down."
    heard = {one: {"voice": 0.65}, other: {"voice": 0.5}}
    body = f"{one}\n{other}"
    verdict = check_example({"to": ["a colleague"], "body": body, "tones": heard}).verdict

    assert "channel-choice/hard-news" not in {a.finding.id for a in verdict.advice}
    assert verdict.route.channel == "telephone"
