"""How surely does each sentence of a draft tell a story?

A sentence counts with the chance that the model gives it, if it tells of a private matter and may be about
somebody: one who is named, or "her", "your son", "the boy in Year 4". Sentences that speak to many readers
and name nobody (policies, adverts, newsletters) count only when the model leaves no doubt, and what the
setting makes harmless does not count at all. Lines of a list and plain grave facts are raised first.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import prod

from app.checks.stories.family import is_to_family
from app.checks.stories.grave import grave_facts
from app.checks.stories.gravest import is_gravest
from app.checks.stories.listed import listed_story
from app.checks.stories.nobodys import is_own_news
from app.checks.stories.ordinary import is_norm, is_of_things, is_ordinary
from app.checks.stories.persons import Named, in_body_order
from app.checks.stories.setting import Setting
from app.checks.stories.story import NEEDS_MATTER
from app.checks.tone.tones import MENTION, WARNING
from app.checks.words import whole_any
from app.domain.reading import Act, Reading, Sentence, Tone

HALF_HEARD = 0.35
_MOST_WEAK = 4
_SURE_STORY, _SURE_MATTER = 0.7, 0.6  # story and matter must agree: chosen on dev-e against real office mail
_SOMEBODY = whole_any("""
    he|she|him|her|his|hers|mum|mother|dad|father|nan|son|daughter|brother|sister|wife|husband|partner
    (?:the|this|that|a|our) (?:\\w+ )?(?:twins|boy|girl|child|pupil|student|family|baby|lad|lass|mother|father|parent|carer|teacher|colleague|head|manager)
""")  # noqa: E501 - one phrase a line
YOU = whole_any("you|your|yours|you're|you've")


@dataclass(frozen=True, slots=True)
class Heard:
    """A sentence with the chance that it tells a story.

    `is_named`: it names somebody. `is_plain`: it plainly tells a grave fact of one who will be known.
    `is_grave`: of what harms most when it gets about.
    """

    sentence: Sentence
    words: str
    chance: float
    is_named: bool = False
    is_plain: bool = False
    is_grave: bool = False

    @property
    def is_sure(self) -> bool:
        """Whether it bears a warning: story and matter agree."""
        matter = max(self.sentence.matter.values(), default=0.0)
        if self.is_grave:
            return min(self.chance, matter) >= MENTION
        return self.chance >= _SURE_STORY and matter >= _SURE_MATTER


def hear_body(reading: Reading, people: Sequence[Named], setting: Setting) -> list[Heard]:
    """The sentences of the body. `people` are the third parties."""
    about = _pointing(reading, people, setting)
    return [
        Heard(
            s,
            words,
            _chance(s, words, about, setting, is_named=is_named),
            is_named,
            is_plain,
            is_gravest(words),
        )
        for s, is_named, is_plain in _raised(reading, people, is_passed_on=setting.is_passed_on)
        for words in (reading.own[s.start : s.end],)
        if people or s.story < HALF_HEARD or not is_of_things(reading, s)
    ]


def hear_subject(reading: Reading, people: Sequence[Named], setting: Setting) -> list[Heard]:
    """The sentences of the subject."""
    about = _pointing(reading, people, setting)
    is_named = any(person.in_subject for person in people)
    return [
        Heard(s, words, _chance(s, words, about, setting, is_named=is_named), is_named)
        for s in reading.subject_sentences
        for words in (reading.subject.clean[s.start : s.end],)
    ]


def together(heard: Sequence[Heard], *, is_named: bool) -> float:
    """The chance of the surest sentence; or of several half heard ones about people who are named."""
    chances = sorted((h.chance for h in heard), reverse=True)
    weak = [chance for chance in chances if chance >= HALF_HEARD][:_MOST_WEAK]
    surest = max(chances, default=0.0)
    return max(surest, 1 - prod(1 - chance for chance in weak)) if is_named and len(weak) > 1 else surest


def _raised(
    reading: Reading, people: Sequence[Named], *, is_passed_on: bool
) -> Iterator[tuple[Sentence, bool, bool]]:
    """Each sentence with raised scores; whether it names somebody; whether it plainly tells a grave fact."""
    mentions = in_body_order(people)
    named = [mention.start for mention in mentions]
    listed = listed_story(reading, mentions)
    grave = grave_facts(reading, listed, people, is_passed_on=is_passed_on)
    for at, sentence in enumerate(listed):
        is_named = bisect_left(named, sentence.start) < bisect_left(named, sentence.end)
        fact = grave.get(at)
        yield (fact.sentence, is_named, fact.is_plain) if fact else (sentence, is_named, False)


def _chance(sentence: Sentence, words: str, about: "_Pointing", setting: Setting, *, is_named: bool) -> float:
    matter = max(sentence.matter.values(), default=0.0)
    if max(matter, sentence.tone.get(Tone.GOSSIP, 0.0)) < NEEDS_MATTER:
        return 0.0
    if setting.is_harmless(words) or is_ordinary(words, sentence) or (not is_named and is_norm(words)):
        return 0.0
    if not (is_named or setting.is_passed_on) and is_own_news(words):
        return 0.0
    is_to_many = sentence.act.get(Act.ANNOUNCEMENT, 0.0) >= MENTION
    is_in_doubt = sentence.story < WARNING or matter < MENTION
    if not is_named and (is_to_many or not about.points(words)) and is_in_doubt:
        return 0.0
    return sentence.story


@dataclass(frozen=True, slots=True)
class _Pointing:
    """Whether the draft is about somebody, and whether "you" is one person inside or one family."""

    is_about_somebody: bool
    is_to_one: bool

    def points(self, words: str) -> bool:
        """Whether a sentence can be about one person."""
        if self.is_about_somebody or _SOMEBODY.search(words):
            return True
        return self.is_to_one and YOU.search(words) is not None


def _pointing(reading: Reading, people: Sequence[Named], setting: Setting) -> _Pointing:
    is_of_writer = setting.is_passed_on and setting.is_of_first
    return _Pointing(bool(people) or _is_case_of_one(reading) or is_of_writer, _is_to_one(reading))


def _is_case_of_one(reading: Reading) -> bool:
    """Whether a case is talked of, and somebody in it: a court's timetable speaks of nobody."""
    is_case = any(s.act.get(Act.CASEWORK, 0.0) >= MENTION for s in reading.sentences)
    return is_case and _SOMEBODY.search(reading.own) is not None


def _is_to_one(reading: Reading) -> bool:
    readers = reading.audience.readers
    is_inside = len(readers) == 1 == reading.audience.inside and not reading.audience.groups
    return is_inside or is_to_family(reading)
