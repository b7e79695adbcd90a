"""A sure model is not enough: the sentence must hold what its tone is about."""

import pytest

from app.checks.tone.grounds import is_enough
from app.domain.reading import Tone

GROUNDED = [
    (Tone.THREAT, 0.85, "You might recall who does your appraisal before you side with her."),
    (Tone.THREAT, 0.97, "I can make things awkward by teatime."),
    (Tone.DISCRIMINATION, 0.97, "I doubt the Roma ones will turn up."),
    (Tone.DISCRIMINATION, 0.86, "A headscarf on the front desk is not what couples expect."),
    (Tone.GOSSIP, 0.97, "Have you heard why he left, they say there is a baby?"),
    (Tone.ANGER, 0.85, "You have let us all down again."),
    (Tone.ABUSE, 0.97, "He is what the cat would not drag in."),
    (Tone.CONDESCENSION, 0.81, "Do try to keep up."),
]
UNGROUNDED = [
    (Tone.THREAT, 0.88, "Otherwise we can scare somebody up to sign and I will initial later."),
    (Tone.DISCRIMINATION, 0.99, "They always take an age."),
    (Tone.DISCRIMINATION, 0.98, "Are whole offices out of reach today?"),
    (Tone.DISCRIMINATION, 0.86, "The depot has one women's toilet, which is a disgrace."),
    (Tone.GOSSIP, 0.99, "Did you watch the match last night?"),
    (Tone.ANGER, 0.89, "As you can tell, I am getting crushed."),
    (Tone.ABUSE, 0.98, "THERE IS A LOT ON YOUR PLATE, DAD."),
    (Tone.ABUSE, 0.9, "He is what the cat would not drag in."),
    (Tone.CONDESCENSION, 0.79, "Do try to keep up."),
]


@pytest.mark.parametrize(("tone", "heard", "words"), GROUNDED)
def test_what_the_tone_is_about_makes_a_sure_model_enough(tone: Tone, heard: float, words: str) -> None:
    assert is_enough(words, tone, heard)


@pytest.mark.parametrize(("tone", "heard", "words"), UNGROUNDED)
def test_without_it_the_model_is_not_enough(tone: Tone, heard: float, words: str) -> None:
    assert not is_enough(words, tone, heard)
