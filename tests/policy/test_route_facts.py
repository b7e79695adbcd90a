"""Which findings count for the route, and which outweighs which."""

from typing import Any

import pytest

from tests.road import check_example

NEWS = "I'm sorry to have to break it to you that Sofia was sent out of class."


def _channel(body: str, to: str = "a parent", **rest: Any) -> str:
    return check_example({"to": [to], "body": body, **rest}).verdict.route.channel.value


def test_hard_news_for_a_family_goes_by_telephone() -> None:
    assert _channel(NEWS, tones={NEWS: {"voice": 0.95}}) == "telephone"


def test_an_answer_to_a_family_about_its_child_is_sent() -> None:
    news = "She was sent out of class after lunch."

    assert _channel(news, reply="reply", tones={news: {"voice": 0.95}}) == "send"


def test_what_the_writer_knows_will_hurt_is_said_in_an_answer_too() -> None:
    assert _channel(NEWS, reply="reply", tones={NEWS: {"voice": 0.95}}) == "telephone"


ILL = "Sarah Clarke is off sick this week so I am covering."
HURT = "Sarah Clarke was dismissed after she threatened two trainees."


@pytest.mark.parametrize(("body", "channel"), [(ILL, "send"), (HURT, "secure-channel")])
def test_a_colleagues_cold_is_nobodys_story(body: str, channel: str) -> None:
    heard = {body: {"story": 0.95, "health": 0.9, "personnel": 0.9}}

    assert _channel(body, "a company", tones=heard, names=["Sarah Clarke"]) == channel


BACK = "Lucy Abbot's cancer has come back."
TOOK = "Saskia took the money."


@pytest.mark.parametrize(
    ("body", "to", "name", "heard", "channel"),
    [
        (BACK, "a company", "Lucy Abbot", {"health": 0.95, "personnel": 0.9}, "secure-channel"),
        (TOOK, "a parent", "Saskia", {"conduct": 0.95}, "telephone"),
    ],
)
def test_what_sounds_like_gossip_may_be_somebodys_matter(
    body: str, to: str, name: str, heard: dict[str, float], channel: str
) -> None:
    scores = {body: {"story": 0.95, "gossip": 0.9, **heard}}

    assert _channel(body, to, tones=scores, names=[name]) == channel


def test_what_is_half_heard_and_better_said_is_told() -> None:
    body = "Sandra Voss is under investigation."
    heard = {"story": 0.6, "personnel": 0.6}

    assert _channel(body, "1 school", tones={body: heard}, names=["Sandra Voss"]) == "send"
    told = {body: {**heard, "voice": 0.95}}
    assert _channel(body, "1 school", tones=told, names=["Sandra Voss"]) == "secure-channel"


PAID = "Sandra Voss is behind with her rent."


@pytest.mark.parametrize(
    ("to", "channel"),
    [
        ("a company", "secure-channel"),
        ("1 school", "send"),
        ("a colleague", "send"),
    ],
)
def test_whose_matter_is_half_heard_leaves_by_the_secure_channel_to_no_school(to: str, channel: str) -> None:
    heard = {PAID: {"story": 0.6, "family": 0.6}}

    assert _channel(PAID, to, tones=heard, names=["Sandra Voss"]) == channel


@pytest.mark.parametrize(
    ("to", "body", "reply", "channel"),
    [
        ("a colleague", "You called me a liar.", "reply", "telephone"),
        ("1 school", "You called me a liar.", "new", "telephone"),
        ("a company", "You called me a liar.", "new", "telephone"),
        ("9 schools", "You called me a liar.", "new", "bulletin"),
        ("a colleague", "She called him a liar.", "new", "send"),
    ],
)
def test_what_is_better_said_between_two_is_said_whoever_reads_it(
    to: str, body: str, reply: str, channel: str
) -> None:
    assert _channel(body, to, reply=reply, tones={body: {"voice": 0.85}}) == channel


@pytest.mark.parametrize(
    ("to", "reply", "voice", "channel"),
    [
        ("a parent", "new", 0.6, "telephone"),
        ("a parent", "reply", 0.6, "send"),
        ("a parent", "new", 0.1, "send"),
        ("a company", "new", 0.6, "send"),
        ("1 school", "new", 0.6, "send"),
    ],
)
def test_what_a_family_half_hears_better_said_is_said(
    to: str, reply: str, voice: float, channel: str
) -> None:
    body = "He is moving down a set from Monday."

    assert _channel(body, to, reply=reply, tones={body: {"voice": voice}}) == channel


def test_what_is_half_heard_makes_no_card() -> None:
    body = "He is moving down a set from Monday."
    example = {"to": ["a parent"], "body": body, "tones": {body: {"voice": 0.6}}}

    advice = check_example(example).verdict.advice
    assert "channel-choice/hard-news" not in {a.finding.id for a in advice}


CASE = "He was permanently excluded after he set a fire."
NEWS_BESIDE = "Bring your calendars."


@pytest.mark.parametrize(
    ("to", "news", "channel"),
    [
        ("6 secondary schools", 0.2, "secure-channel"),
        ("6 secondary schools", 0.7, "bulletin"),
        ("3 secondary schools", 0.7, "secure-channel"),
        ("1 school", 0.0, "secure-channel"),
    ],
)
def test_a_story_of_one_whom_nobody_names_is_weighed_against_the_news(
    to: str, news: float, channel: str
) -> None:
    heard = {CASE: {"story": 0.95, "conduct": 0.95}, NEWS_BESIDE: {"announcement": news}}

    assert _channel(f"{CASE}\n\n{NEWS_BESIDE}", to, tones=heard) == channel


@pytest.mark.parametrize(("news", "channel"), [(0.1, "secure-channel"), (0.6, "bulletin")])
def test_what_is_half_heard_of_somebody_named_is_weighed_too(news: float, channel: str) -> None:
    body = "Sandra Voss pleaded guilty."
    heard = {body: {"story": 0.6, "conduct": 0.6}, NEWS_BESIDE: {"announcement": news}}

    assert _channel(f"{body}\n\n{NEWS_BESIDE}", "9 schools", tones=heard, names=["Sandra Voss"]) == channel


@pytest.mark.parametrize(
    ("told", "channel"),
    [("He's Year 10 and owes money.", "secure-channel"), ("He owes us a visit and money.", "bulletin")],
)
def test_one_pupil_named_in_full_needs_no_more_than_half_a_story(told: str, channel: str) -> None:
    lead = "Jordan Tate's picture is going round."
    heard = {told: {"story": 0.55, "family": 0.55}, lead: {"announcement": 0.4}}

    assert _channel(f"{lead}\n{told}", "9 schools", tones=heard, names=["Jordan Tate"]) == channel


@pytest.mark.parametrize(
    ("said", "channel"),
    [
        ("Your disciplinary hearing is on Friday, and you may be accompanied.", "send"),
        ("That was all.", "telephone"),
    ],
    ids=["a formal letter", "no letter"],
)
def test_a_formal_letter_about_work_is_owed_in_writing(said: str, channel: str) -> None:
    hurt = "You failed all of us on the day."

    assert _channel(f"{hurt}\n{said}", "a colleague", tones={hurt: {"voice": 0.95}}) == channel


@pytest.mark.parametrize(("news", "channel"), [(0.1, "secure-channel"), (0.8, "bulletin")])
def test_a_staff_matter_in_one_sentence_outweighs_weak_news_alone(news: float, channel: str) -> None:
    body = "Ms Irina Volk can no longer be employed."
    heard = {body: {"story": 0.9, "personnel": 0.9}, NEWS_BESIDE: {"announcement": news}}

    assert _channel(f"{body}\n\n{NEWS_BESIDE}", "6 schools", tones=heard, names=["Ms Irina Volk"]) == channel


@pytest.mark.parametrize(
    ("local", "channel"), [("dsl", "send"), ("office", "local-officer")], ids=["in confidence", "not"]
)
def test_no_officer_passes_on_what_is_told_in_confidence(local: str, channel: str) -> None:
    to = [f"{local}@s{n}.c06.primary.sch.example" for n in (21, 33)]

    told = check_example({"to": to, "body": "Officers went to 4 Lime Walk at 02:10."})
    assert told.verdict.route.channel.value == channel


@pytest.mark.parametrize(("story", "channel"), [(0.76, "secure-channel"), (0.65, "send")])
def test_to_one_school_somebodys_story_must_be_sure(story: float, channel: str) -> None:
    body = "A girl of yours, Charley-Ann, told a friend that a man pays for her phone."
    heard = {body: {"story": story, "safeguarding": 0.5}}

    assert _channel(body, "1 school", tones=heard, names=["Charley-Ann"]) == channel


def test_thanks_to_nine_schools_are_bulk_like_any_other_mail() -> None:
    assert _channel("Thanks all, that is helpful.", "9 schools", reply="reply-all") == "bulletin"
