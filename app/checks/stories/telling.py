"""Does a draft tell a private matter about somebody who can be identified?

Adds up what the model hears sentence by sentence. A sentence counts with the chance that it tells such a
story; it needs a matter as well, and somebody to be about: a person who is named in the draft, or so sure a
story that "her", "your son" or "the boy in Year 4" will be known to the reader. Sentences that speak to
many readers and name nobody (policies, adverts, newsletters) count only when the model leaves no doubt.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import prod

from app.checks.stories.persons import Named, places, third_parties
from app.checks.tone.tones import MENTION, WARNING
from app.checks.words import whole_any
from app.domain.finding import Confidence
from app.domain.reading import Act, Matter, Reading, Sentence, Tone

NEEDS_MATTER = 0.3
HALF_HEARD = 0.3
_MOST_WEAK = 4
_SOMEBODY = whole_any("""
    he|she|him|her|his|hers|mum|mother|dad|father|nan|son|daughter|brother|sister|wife|husband|partner
    (?:the|this|that|a|our) (?:\\w+ )?(?:boy|girl|child|pupil|student|family|baby|lad|lass|mother|father|parent|carer|teacher|colleague|head|manager)
""")  # noqa: E501 - one phrase a line
GRAVEST = (
    Matter.SAFEGUARDING,
    Matter.HEALTH,
    Matter.SEND,
    Matter.FAMILY,
    Matter.CONDUCT,
    Matter.PERFORMANCE,
)


@dataclass(frozen=True, slots=True)
class Story:
    """What is told: the sentences (of the body, the surest first) and the people named beside them.

    `in_subject` are the sentences of the subject that tell it.
    """

    sentences: tuple[Sentence, ...]
    in_subject: tuple[Sentence, ...]
    people: tuple[Named, ...]
    sure: Confidence

    @property
    def all(self) -> tuple[Sentence, ...]:
        """Every sentence that tells it."""
        return (*self.in_subject, *self.sentences)

    @property
    def matters(self) -> Mapping[Matter, float]:
        """Each matter told of, by its surest sentence."""
        heard = {matter: max(s.matter.get(matter, 0.0) for s in self.all) for matter in Matter}
        return {matter: score for matter, score in heard.items() if score >= MENTION}

    def is_mostly(self, matter: Matter) -> bool:
        """Whether at least half of the sentences tell of this matter."""
        return 2 * sum(s.matter.get(matter, 0.0) >= MENTION for s in self.all) >= len(self.all)

    @property
    def gravest(self) -> Matter:
        """The matter that needs the most care."""
        if Matter.SAFEGUARDING not in self.matters and self.is_mostly(Matter.PERSONNEL):
            return Matter.PERSONNEL
        sure = next((matter for matter in GRAVEST if matter in self.matters), None)
        if sure:
            return sure
        heard = {matter: max(s.matter.get(matter, 0.0) for s in self.all) for matter in GRAVEST}
        nearest = max(GRAVEST, key=lambda matter: heard[matter])
        return nearest if heard[nearest] >= NEEDS_MATTER else Matter.FAMILY


def find_story(reading: Reading) -> Story | None:
    """The private matter about one person or family that the draft tells, if it does."""
    people = third_parties(reading)
    own, subject = reading.own, reading.subject.clean
    named = places(people)
    heard = [
        (_chance(s, own[s.start : s.end], is_named=_holds(s, named), has_people=bool(people)), s)
        for s in reading.sentences
    ]
    in_title = any(person.in_subject for person in people)
    titles = [
        (_chance(s, subject[s.start : s.end], is_named=in_title, has_people=bool(people)), s)
        for s in reading.subject_sentences
    ]
    chances = [chance for chance, _ in (*heard, *titles)]
    chance = _together(chances, is_named=bool(people))
    if chance < MENTION:
        return None
    least = MENTION if max(chances) >= MENTION else HALF_HEARD
    return Story(
        _surest(heard, least),
        _surest(titles, least),
        people,
        Confidence.HIGH if chance >= WARNING else Confidence.MEDIUM,
    )


def _holds(sentence: Sentence, places: Sequence[int]) -> bool:
    """Whether one of the places, which are in order, lies in the sentence."""
    at = bisect_left(places, sentence.start)
    return at < len(places) and places[at] < sentence.end


def _chance(sentence: Sentence, words: str, *, is_named: bool, has_people: bool) -> float:
    """How surely a sentence tells a story."""
    matter = max(sentence.matter.values(), default=0.0)
    if max(matter, sentence.tone.get(Tone.GOSSIP, 0.0)) < NEEDS_MATTER:
        return 0.0
    is_to_many = sentence.act.get(Act.ANNOUNCEMENT, 0.0) >= MENTION
    points = has_people or _SOMEBODY.search(words) is not None
    if not is_named and (is_to_many or not points) and sentence.story < WARNING:
        return 0.0
    return sentence.story


def _together(chances: Sequence[float], *, is_named: bool) -> float:
    """The surest sentence; or several half heard ones about people who are named."""
    surest = max(chances, default=0.0)
    weak = sorted((chance for chance in chances if chance >= HALF_HEARD), reverse=True)[:_MOST_WEAK]
    if not is_named or len(weak) == 1:
        return surest
    return max(surest, 1 - prod(1 - chance for chance in weak))


def _surest(heard: Sequence[tuple[float, Sentence]], least: float) -> tuple[Sentence, ...]:
    return tuple(s for chance, s in sorted(heard, key=lambda pair: -pair[0]) if chance >= least)
