"""What is told, of whom: a story once it is found, and which of its matters weighs most.

The sentences that tell it and the people it is about. Of several matters the one that needs the most care
gives it its kind, if a sentence is sure of it; a colleague's own affairs are one matter, whatever else they
touch, but for harm done to somebody.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from app.checks.stories.persons import Named
from app.checks.stories.standing import Standing
from app.checks.tone.tones import MENTION, WARNING
from app.domain.finding import Confidence
from app.domain.reading import Matter, Sentence

NEEDS_MATTER = 0.25
_NEARLY = 0.8  # a pupil's exclusion sounds a little like a dismissal
GRAVEST = (
    Matter.SAFEGUARDING,
    Matter.HEALTH,
    Matter.SEND,
    Matter.FAMILY,
    Matter.CONDUCT,
    Matter.PERFORMANCE,
)
_OF_HOME = (Matter.SAFEGUARDING, Matter.SEND, Matter.FAMILY)
_AT_WORK = (Matter.HEALTH, Matter.CONDUCT, Matter.PERFORMANCE)


@dataclass(frozen=True, slots=True)
class Story:
    """What is told: the sentences (of the body, the surest first) and the people whom they are about.

    `in_subject` are the sentences of the subject that tell it. `is_doubtful`: the mail as a whole is unlike
    one that tells such a thing.
    """

    sentences: tuple[Sentence, ...]
    in_subject: tuple[Sentence, ...]
    people: tuple[Named, ...]
    standing: Standing
    sure: Confidence
    is_doubtful: bool = False

    @property
    def sure_for_card(self) -> Confidence:
        """How sure it is for a card about it; a doubtful one is the route's alone to know of."""
        return Confidence.LOW if self.is_doubtful else self.sure

    @property
    def all(self) -> tuple[Sentence, ...]:
        """Every sentence that tells it."""
        return (*self.in_subject, *self.sentences)

    @property
    def matters(self) -> Mapping[Matter, float]:
        """Each matter told of, by its surest sentence."""
        heard = {matter: self._heard(matter) for matter in Matter}
        return {matter: score for matter, score in heard.items() if score >= MENTION}

    def is_of_work(self, sentence: Sentence) -> bool:
        """Whether one of the sentences tells of a member of staff: of their work, conduct, health or post."""
        if self.standing in {Standing.PUPIL, Standing.OUTSIDER}:
            return False
        heard = sentence.matter.get(Matter.PERSONNEL, 0.0)
        if self.standing is Standing.COLLEAGUE:
            others = max(sentence.matter.get(m, 0.0) for m in _OF_HOME)
            return max(heard, *(sentence.matter.get(m, 0.0) for m in _AT_WORK)) >= min(MENTION, others)
        return heard >= max(MENTION, _NEARLY * sentence.matter.get(Matter.CONDUCT, 0.0))

    @property
    def is_staff(self) -> bool:
        """Whether it is about a member of staff: told of as surely, nearly, as the other matters."""
        if 2 * sum(map(self.is_of_work, self.all)) < len(self.all):
            return False
        heaviest = max(self._weight(matter) for matter in GRAVEST)
        return self.standing is Standing.COLLEAGUE or self._weight(Matter.PERSONNEL) >= _NEARLY * heaviest

    def _is_mostly(self, matter: Matter) -> bool:
        return 2 * sum(s.matter.get(matter, 0.0) >= MENTION for s in self.all) >= len(self.all)

    def _weight(self, matter: Matter) -> float:
        return sum(s.matter.get(matter, 0.0) for s in self.all)

    def _heard(self, matter: Matter) -> float:
        return max(s.matter.get(matter, 0.0) for s in self.all)

    def _is_sure(self, matter: Matter) -> bool:
        heard = self._heard(matter)
        return heard >= WARNING or (heard >= MENTION and self._is_mostly(matter))

    @property
    def gravest(self) -> Matter:
        """The matter that needs the most care."""
        if self.is_staff and not self._is_sure(Matter.SAFEGUARDING):
            return Matter.PERSONNEL
        if sure := [matter for matter in GRAVEST if self._is_sure(matter)]:
            return sure[0]
        heaviest = max(GRAVEST, key=self._weight)
        if self._weight(heaviest) >= NEEDS_MATTER:
            return heaviest
        return Matter.CONDUCT if Matter.PERSONNEL in self.matters else Matter.FAMILY
