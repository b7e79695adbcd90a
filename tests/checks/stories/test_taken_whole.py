"""Does a mail as a whole let a doubtful story go?"""

from dataclasses import replace

import pytest

from app.checks.confidential_story import CHECK
from app.checks.hr_matters import CHECK as HR_MATTERS
from app.checks.stories import packed_story
from app.checks.stories.taken_whole import LET_GO, odds_of_story
from app.checks.stories.telling import find_story, tell
from app.checks.whole_mail import PAGE
from app.domain.finding import Confidence
from app.domain.reading import Reading
from app.packed import unpacked, weigh
from tests.fakes import FakeReader
from tests.road import see

_SAID = "Orla is ill."
_LITTLE = 0.1
_SENSES = unpacked(packed_story.PACKED, packed_story.STEP)[2:]


def reading(
    odds: float, *, story: float, matter: str = "health", body: str = f"{_SAID}\nShe left school."
) -> Reading:
    """A mail of which one sentence is heard so surely, with these log odds as a whole."""
    scores = {_SAID: {"story": story, matter: 0.9}}
    draft, *_ = see({"to": ["a colleague"], "body": body}, FakeReader(scores, ["Orla"]))

    def meaning(size: float) -> Reading:
        sense = [size * one for one in _SENSES]
        return replace(draft, sentences=tuple(replace(one, sense=sense) for one in draft.sentences))

    without = odds_of_story(meaning(0.0), story) or 0.0
    return meaning((odds - without) / weigh(_SENSES, _SENSES))


def sure(draft: Reading) -> Confidence | None:
    story = find_story(draft)
    return story.sure_for_card if story else None


@pytest.mark.parametrize(
    ("odds", "story", "expected"),
    [
        (LET_GO + _LITTLE, 0.6, Confidence.MEDIUM),
        (LET_GO - _LITTLE, 0.6, Confidence.LOW),
        (LET_GO - _LITTLE, 0.9, Confidence.HIGH),
        (LET_GO + 9, 0.3, None),
    ],
)
def test_what_is_in_doubt_and_unlike_a_story_is_too_faint_for_a_card(
    odds: float, story: float, expected: Confidence | None
) -> None:
    assert sure(reading(odds, story=story)) is expected


def test_the_route_alone_knows_of_it() -> None:
    [found] = [f for f in CHECK.look(reading(LET_GO - 1, story=0.6)) if f.kind == "health"]

    assert (found.confidence, found.facts["doubtful"]) == (Confidence.LOW, True)


def test_nor_is_a_colleagues_matter_a_card() -> None:
    found = [f.confidence for f in HR_MATTERS.look(reading(LET_GO - 1, story=0.6, matter="personnel"))]

    assert found == [Confidence.LOW]


def test_of_a_letter_longer_than_a_page_its_sentences_alone_decide() -> None:
    longer = reading(LET_GO - 1, story=0.6, body="\n".join([_SAID, *["It is so."] * PAGE]))

    assert odds_of_story(longer, 0.6) is None
    assert sure(longer) is Confidence.MEDIUM


def test_what_others_wrote_is_not_weighed() -> None:
    doubtful = reading(LET_GO - 1, story=0.6)
    passed_on = tell(doubtful, is_passed_on=True)

    assert passed_on is not None
    assert passed_on.sure_for_card is Confidence.MEDIUM
