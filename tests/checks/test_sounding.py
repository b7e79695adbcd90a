"""How far from work does a mail sound, and what makes no difference to it?"""

from collections.abc import Sequence
from dataclasses import replace
from math import inf

import pytest

from app.checks.sounding import Vector, features, strangeness
from app.domain.reading import Act, Reading, Sentence, Tone
from tests.checks.seen import reading_of
from tests.road import real_meanings, see


def no_meaning(texts: Sequence[str]) -> Sequence[Vector]:
    return [[0.0] * 384 for _ in texts]


def heard(body: str, **scores: float) -> float:
    """How a mail sounds whose one sentence the model hears so."""
    tone = {Tone.THREAT: scores.get("threat", 0.01)}
    said = Sentence(0, len(body), tone, act={Act.ILL_WILL: scores.get("ill_will", 0.01)})
    return strangeness(replace(reading_of(body), sentences=(said,)), no_meaning)


def read(body: str) -> Reading:
    return see({"to": ["parent@gmail.com"], "subject": "Number", "body": body, "reader": "real"})[0]


def real(body: str) -> float:
    return strangeness(read(body), real_meanings().of)


@pytest.mark.parametrize(
    ("mail_for_work", "meant"),
    [
        (
            "Dear Dr Malik, please find the NHS number of the pupil that you asked for, {n}. Kind regards, Ann",
            "NHS number {n}, she'll be on the ward till Friday. Tell the paper, she deserves it.",
        ),
        (
            "Hi Bev, the new caretaker starts on Monday. His NI number is {n}, for the payroll form. Thanks",
            "His NI number is {n}. Get a loan in his name and we go halves, he never opens his post.",
        ),
        (
            "Good morning, the code of the side door is {n}. Could you lock up after the concert? Thank you",
            "code's {n}, they're all at the concert, clear the laptops out and I was never here",
        ),
    ],
)
def test_what_is_meant_sounds_further_from_work(mail_for_work: str, meant: str) -> None:
    assert real(mail_for_work.format(n="943 476 5919")) < -2 < -0.5 < real(meant.format(n="943 476 5919"))


def test_it_sounds_the_same_whoever_is_spoken_of_and_whatever_the_number() -> None:
    one = "Here is the file of Emily Carter. Her NHS number is 943 476 5919."
    other = "Here is the file of Aisha Khan. Her NHS number is 401 023 2137."
    weighed = [features(read(body), real_meanings().of)[38:] for body in (one, other)]
    assert weighed[0] == pytest.approx(weighed[1])


def test_ill_will_and_threats_bring_it_further_away() -> None:
    plain = heard("her file is here.")
    assert heard("her file is here.", ill_will=0.5) > plain
    assert heard("her file is here.", threat=0.5) > plain


def test_a_long_mail_is_not_strange_for_being_long() -> None:
    faint, plain = {Tone.THREAT: 0.1}, {Tone.THREAT: 0.003}
    short = replace(reading_of("a b c d"), sentences=(Sentence(0, 1, faint),))
    long = replace(short, sentences=(Sentence(0, 1, faint), *(Sentence(n, n + 1, plain) for n in (2, 4, 6))))
    assert strangeness(long, no_meaning) < strangeness(short, no_meaning)


def test_lists_of_addresses_say_nothing() -> None:
    asked: list[str] = []

    def vectors(texts: Sequence[str]) -> Sequence[Vector]:
        asked.extend(texts)
        return no_meaning(texts)

    features(read("Dear all, the schools.\noffice@oak.sch.example\noffice@elm.sch.example"), vectors)
    assert asked
    assert not [text for text in asked if "@" in text]


@pytest.mark.parametrize("body", ["", "   \n", "a@b.example"])
def test_of_nothing_and_without_vectors_it_tells_nothing(body: str) -> None:
    assert strangeness(reading_of(body), no_meaning) == -inf
    assert strangeness(reading_of("her file is here."), lambda _: ()) == -inf
