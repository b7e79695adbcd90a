"""Is it told how somebody meant hard words: in anger, in banter or with regret?"""

from dataclasses import replace

import pytest

from app.checks.signs import signs_of
from app.domain.draft import Field
from app.domain.finding import Confidence, Finding, Span
from app.domain.flagged import Sign
from app.domain.reading import Sentence, Tone
from tests.checks.seen import reading_of


def _signs(body: str, *, check: str) -> tuple[Sign, ...]:
    """Of what stands between ⟦ and ⟧."""
    start, end = body.index("⟦"), body.index("⟧") - 1
    seen = Finding(check, "a-kind", Confidence.HIGH, (Span(Field.BODY, start, end),))
    return signs_of(reading_of(body.replace("⟦", "").replace("⟧", "")), [seen])


@pytest.mark.parametrize(
    ("check", "anger", "is_heat"),
    [("hostile-tone", 0.9, True), ("hostile-tone", 0.7, False), ("credentials", 0.9, False)],
)
def test_hard_words_in_anger_sound_like_it(check: str, anger: float, is_heat: bool) -> None:
    said = Sentence(0, 16, {Tone.ABUSE: 0.97, Tone.ANGER: anger})
    reading = replace(reading_of("You are useless."), sentences=(said,))
    seen = Finding(check, "a-kind", Confidence.HIGH, (Span(Field.BODY, 0, 7),))
    assert (Sign.HEAT in signs_of(reading, [seen])) is is_heat


@pytest.mark.parametrize(
    ("body", "sign"),
    [
        ("⟦You are useless.⟧ I told you twice, I could scream.", Sign.HEAT),
        ("⟦Useless.⟧ Late AGAIN.", Sign.HEAT),
        ("⟦Useless.⟧ A whole morning!!", Sign.HEAT),
        ("⟦You daft idiot.⟧ Coffee?", Sign.FRIENDLY),
        ("⟦To call you a cow⟧ was vile, and I am ashamed.", Sign.APOLOGY),
        ("I shouldn't have said it: ⟦you are no idiot.⟧", Sign.APOLOGY),
        ("⟦You are no idiot⟧, and I want to apologise.", Sign.APOLOGY),
    ],
)
def test_how_hard_words_were_meant(body: str, sign: Sign) -> None:
    assert sign in _signs(body, check="hostile-tone")
    assert sign not in _signs(body, check="credentials")


@pytest.mark.parametrize(
    "body",
    [
        "⟦You are useless.⟧ Everybody here knows it.",
        "⟦You are useless.⟧ Never mind, say it again if you like!",
        'He said "I am ashamed", and ⟦he is an idiot.⟧',
        "I am sorry that ⟦you are an idiot.⟧",
        "I am ashamed to work with you, ⟦you idiot.⟧ You ought to apologise.",
        "⟦You idiot.⟧ The stalemate at the coffeehouse goes on.",
    ],
)
def test_cold_words_sound_neither_hot_nor_kind(body: str) -> None:
    assert not {Sign.HEAT, Sign.FRIENDLY, Sign.APOLOGY} & set(_signs(body, check="hostile-tone"))


@pytest.mark.parametrize(
    ("angers", "is_heat"), [((0.7, 0.1), False), ((0.7, 0.6), True), ((0.1, 0.6), True), ((0.1, 0.4), False)]
)
def test_anger_that_goes_on_is_heat(angers: tuple[float, float], is_heat: bool) -> None:
    said = tuple(Sentence(at, at + 5, {Tone.ANGER: anger}) for at, anger in zip((0, 6), angers, strict=True))
    reading = replace(reading_of("Fool. I go."), sentences=said)
    seen = Finding("hostile-tone", "abuse", Confidence.HIGH, (Span(Field.BODY, 0, 4),))
    assert (Sign.HEAT in signs_of(reading, [seen])) is is_heat


def test_anger_that_was_seen_is_heat() -> None:
    assert Sign.HEAT in _signs("⟦You are useless.⟧", check="heat-and-cool-off")
