"""How far from work does a mail sound, and which mails only look as if they did?"""

from dataclasses import replace

import pytest

from app.checks.work_manner import strangeness
from app.domain.reading import Act, Sentence, Tone
from tests.checks.seen import reading_of


def heard(body: str, **scores: float) -> float:
    """The strangeness of a mail whose one sentence the model hears so."""
    tone = {Tone.GOSSIP: scores.get("gossip", 0.01), Tone.ANGER: scores.get("anger", 0.01)}
    said = Sentence(0, len(body), tone, act={Act.ILL_WILL: scores.get("ill_will", 0.01)})
    return strangeness(replace(reading_of(body), sentences=(said,)))


@pytest.mark.parametrize(
    "manners",
    [
        "Dear Ann,\n\nher file is here.",
        "her file is here, please read it.",
        "her file is here. Kind regards",
        "Mrs Lowe wants her file.",
    ],
)
def test_each_manner_of_work_brings_it_nearer(manners: str) -> None:
    assert heard(manners) == pytest.approx(heard("her file is here.") - 0.5)


def test_a_little_of_several_tones_weighs_more_than_one() -> None:
    plain = heard("her file is here.")
    assert heard("her file is here.", gossip=0.1) > plain
    assert heard("her file is here.", gossip=0.1, anger=0.1, ill_will=0.1) > heard(
        "her file is here.", gossip=0.3
    )


def test_what_others_say_in_a_quotation_is_no_manner_of_the_senders() -> None:
    assert heard('He wrote "please read it".') == pytest.approx(heard("He wrote something."))


def test_a_long_mail_is_not_strange_for_being_long() -> None:
    body = "a b c d"
    faint, plain = {Tone.GOSSIP: 0.1}, {Tone.GOSSIP: 0.003}
    short = replace(reading_of(body), sentences=(Sentence(0, 1, faint),))
    long = replace(short, sentences=(Sentence(0, 1, faint), *(Sentence(n, n + 1, plain) for n in (2, 4, 6))))
    assert strangeness(long) < strangeness(short)


def test_an_empty_mail_sounds_like_nothing() -> None:
    assert strangeness(reading_of("")) == pytest.approx(strangeness(reading_of(".")))


def test_no_score_is_so_sure_that_it_drowns_the_others() -> None:
    assert heard("x", gossip=1.0) == pytest.approx(heard("x", gossip=0.999))
