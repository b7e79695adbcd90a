import pytest

from app.checks.heat_and_cool_off import CHECK
from app.domain.finding import Confidence
from tests.road import reader_for, see

PERSONAL = "You have let us all down again."
OF_ONESELF = "I am tired of working so late."
IMPERSONAL = "Power is where power lies."


def _anger(body: str, heard: dict[str, float], subject: str = "Rota") -> Confidence | None:
    reader = reader_for({"tones": {line: {"anger": score} for line, score in heard.items()}})
    reading, *_ = see({"to": ["a colleague"], "subject": subject, "body": body}, reader)
    return next((f.confidence for f in CHECK.look(reading) if f.kind == "anger"), None)


@pytest.mark.parametrize(
    ("sentence", "heard", "sure"),
    [
        (PERSONAL, 0.85, Confidence.HIGH),
        (PERSONAL, 0.7, Confidence.MEDIUM),
        (PERSONAL, 0.5, Confidence.MEDIUM),
        (OF_ONESELF, 0.95, Confidence.HIGH),
        (IMPERSONAL, 0.7, Confidence.MEDIUM),
        (PERSONAL, 0.45, Confidence.MEDIUM),
        (PERSONAL, 0.44, None),
    ],
)
def test_how_sure_depends_on_the_score(sentence: str, heard: float, sure: Confidence | None) -> None:
    assert _anger(sentence, {sentence: heard}) is sure


def test_a_word_of_anger_makes_a_half_heard_sentence_count() -> None:
    sentence = "This is the last straw."

    assert _anger(sentence, {sentence: 0.4}) is Confidence.MEDIUM
    assert _anger(sentence, {sentence: 0.2}) is None


def test_anger_that_is_taken_back_is_not_held_against_the_author() -> None:
    sentence = "I was furious at first, but I can see now that I misread it."

    assert _anger(sentence, {sentence: 0.6}) is None


def test_minutes_of_an_angry_meeting_are_only_a_hint() -> None:
    said = "It was an outrage that the roof had leaked again."

    assert _anger(said, {said: 0.9}, "Minutes of the meeting") is Confidence.LOW
    assert _anger(PERSONAL, {PERSONAL: 0.9}, "Minutes of the meeting") is Confidence.HIGH
