"""Does a draft tell a private matter about somebody who can be identified, and about whom?

Adds up what the model hears sentence by sentence. A sentence counts with the chance that it tells such a
story; it needs a matter as well, and somebody to be about: a person who is named in the draft, or so sure a
story that "her", "your son" or "the boy in Year 4" will be known to the reader. Sentences that speak to
many readers and name nobody (policies, adverts, newsletters) count only when the model leaves no doubt. It is
sure only beside words of the organisation's work: real mail is full of people's own lives.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import prod

from app.checks.stories.family import is_to_family
from app.checks.stories.grave import grave_facts
from app.checks.stories.gravest import is_gravest
from app.checks.stories.listed import listed_story
from app.checks.stories.persons import Named, concerned, in_body_order, third_parties
from app.checks.stories.setting import Setting, is_of_work, setting_of, speaks_of_work
from app.checks.stories.staffing import is_own_pay, is_praise
from app.checks.stories.standing import Standing, standing_of
from app.checks.tone.tones import MENTION, WARNING
from app.checks.words import whole_any
from app.domain.finding import Confidence
from app.domain.reading import Act, Matter, Reading, Sentence, Tone

NEEDS_MATTER = 0.25
HALF_HEARD = 0.35
_MOST_WEAK = 4
_NEARLY = 0.8  # a pupil's exclusion sounds a little like a dismissal
_SURE_STORY, _SURE_MATTER = 0.7, 0.6  # story and matter must agree: chosen on dev-e against real office mail
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
_OF_HOME = (Matter.SAFEGUARDING, Matter.SEND, Matter.FAMILY)
_AT_WORK = (Matter.HEALTH, Matter.CONDUCT, Matter.PERFORMANCE)
_YOU = whole_any("you|your|yours|you're|you've")


@dataclass(frozen=True, slots=True)
class Story:
    """What is told: the sentences (of the body, the surest first) and the people whom they are about.

    `in_subject` are the sentences of the subject that tell it.
    """

    sentences: tuple[Sentence, ...]
    in_subject: tuple[Sentence, ...]
    people: tuple[Named, ...]
    standing: Standing
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

    def _is_sure(self, matter: Matter) -> bool:
        heard = self.matters.get(matter, 0.0)
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


def find_story(reading: Reading, *, is_passed_on: bool = False) -> Story | None:
    """The private matter about one person or family that the draft tells, if it does.

    `is_passed_on`: somebody else wrote it, so "my mum" is not the sender's to tell.
    """
    people = third_parties(reading)
    setting = setting_of(reading, is_anyone_named=bool(people), is_passed_on=is_passed_on)
    if setting.is_made_up:
        return None
    is_about_one = bool(people) or _is_case_of_one(reading) or (is_passed_on and setting.is_of_first)
    about = _Pointing(is_about_one, is_to_one=_is_to_one(reading))
    in_title = any(person.in_subject for person in people)
    heard, plain = _in_body(reading, people, about, setting)
    titles = [
        (_chance(s, about, reading.subject.clean[s.start : s.end], setting, is_named=in_title), s)
        for s in reading.subject_sentences
    ]
    chances = [chance for chance, _ in (*heard, *titles)]
    if _together(chances, is_named=bool(people)) < MENTION:
        return None
    least = MENTION if max(chances) >= MENTION else HALF_HEARD
    told, in_subject = _surest(heard, least), _surest(titles, least)
    standing = standing_of(reading, [(s.start, s.end) for s in told])
    if _is_nobodys(reading, standing, setting, told, is_anyone_named=bool(people)):
        return None
    grave = {s.start for _, s in heard if is_gravest(reading.own[s.start : s.end])}
    sure = [s for chance, s in heard if _is_sure(chance, s, is_gravest=s.start in grave)]
    sure += [s for chance, s in titles if _is_sure(chance, s, is_gravest=False)]
    is_ours = (
        standing is Standing.PUPIL
        or _is_of_organisation(reading, is_passed_on=is_passed_on)
        or any(s.start in plain or s.start in grave or is_of_work(reading.own, s) for s in sure)
    )
    is_high = bool(sure) and is_ours and not setting.is_at_their_wish
    confidence = Confidence.HIGH if is_high else Confidence.MEDIUM
    return Story(told, in_subject, concerned(reading, people, told), standing, confidence)


def _in_body(
    reading: Reading, people: Sequence[Named], about: "_Pointing", setting: Setting
) -> tuple[list[tuple[float, Sentence]], set[int]]:
    """Each sentence of the body with its chance; and where those start that plainly tell a grave fact."""
    mentions = in_body_order(people)
    named = [mention.start for mention in mentions]
    listed = listed_story(reading, mentions)
    grave = grave_facts(reading, listed, people, is_passed_on=setting.is_passed_on)
    sentences = (grave[at].sentence if at in grave else s for at, s in enumerate(listed))
    heard = [
        (_chance(s, about, reading.own[s.start : s.end], setting, is_named=_holds(s, named)), s)
        for s in sentences
    ]
    return heard, {fact.sentence.start for fact in grave.values() if fact.is_plain}


def _is_of_organisation(reading: Reading, *, is_passed_on: bool) -> bool:
    """Whether the mail as a whole is of the organisation's work.

    It goes to a school or its subject says so; what is passed on, also where a school passes it on.
    """
    if reading.audience.schools > 0 or speaks_of_work(reading.subject.clean):
        return True
    return is_passed_on and reading.audience.is_from_school


def _is_nobodys(
    reading: Reading, standing: Standing, setting: Setting, told: Sequence[Sentence], *, is_anyone_named: bool
) -> bool:
    """Whether what is told needs no care.

    Only a colleague's need ("he uses a screen reader"), good news of how somebody does, the work of one
    who leaves or is praised, the one reader's own pay or leave, or a case against somebody who is not named.
    """
    heard = {matter for s in told for matter, score in s.matter.items() if score >= MENTION}
    words = [reading.own[s.start : s.end] for s in told]
    if standing is Standing.OUTSIDER:
        return not is_anyone_named
    if standing is Standing.COLLEAGUE and heard == {Matter.SEND}:
        return True
    if heard == {Matter.PERFORMANCE} and told and all(map(is_praise, words)):
        return True
    is_only_work = standing is not Standing.PUPIL and heard <= {Matter.PERFORMANCE, Matter.PERSONNEL}
    is_theirs = not is_anyone_named and reading.audience.people == 1 and all(map(is_own_pay, words))
    return is_only_work and bool(told) and (setting.is_farewell or is_theirs or all(map(is_praise, words)))


def _is_sure(chance: float, sentence: Sentence, *, is_gravest: bool) -> bool:
    """A warning needs a sentence in which story and matter agree."""
    matter = max(sentence.matter.values(), default=0.0)
    if is_gravest:
        return min(chance, matter) >= MENTION
    return chance >= _SURE_STORY and matter >= _SURE_MATTER


@dataclass(frozen=True, slots=True)
class _Pointing:
    """Whether the draft is about somebody, and whether "you" is one person inside or one family."""

    is_about_somebody: bool
    is_to_one: bool

    def points(self, words: str) -> bool:
        """Whether a sentence can be about one person."""
        if self.is_about_somebody or _SOMEBODY.search(words):
            return True
        return self.is_to_one and _YOU.search(words) is not None


def _is_case_of_one(reading: Reading) -> bool:
    """Whether a case is talked of, and somebody in it: a court's timetable speaks of nobody."""
    is_case = any(s.act.get(Act.CASEWORK, 0.0) >= MENTION for s in reading.sentences)
    return is_case and _SOMEBODY.search(reading.own) is not None


def _is_to_one(reading: Reading) -> bool:
    readers = reading.audience.readers
    is_inside = len(readers) == 1 == reading.audience.inside and not reading.audience.groups
    return is_inside or is_to_family(reading)


def _holds(sentence: Sentence, places: Sequence[int]) -> bool:
    """Whether one of the places, which are in order, lies in the sentence."""
    at = bisect_left(places, sentence.start)
    return at < len(places) and places[at] < sentence.end


def _chance(sentence: Sentence, about: _Pointing, words: str, setting: Setting, *, is_named: bool) -> float:
    """How surely a sentence tells a story."""
    matter = max(sentence.matter.values(), default=0.0)
    if max(matter, sentence.tone.get(Tone.GOSSIP, 0.0)) < NEEDS_MATTER:
        return 0.0
    if setting.is_harmless(words):
        return 0.0
    is_to_many = sentence.act.get(Act.ANNOUNCEMENT, 0.0) >= MENTION
    if not is_named and (is_to_many or not about.points(words)) and sentence.story < WARNING:
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
