"""Which sentences plainly tell a grave private fact of somebody who is named?

"Julie Dacre was sectioned on Monday", "Sam is gay but has not told his parents": a name (or "she", just after
one) and what is said of it, with nothing beside that tells a model of a school or a family. What counts is
data that the law holds special (health, sex life and sexuality, gender identity) or criminal, or harm done to
somebody. The fact must be said of the person: "Julie runs the cancer ward" and "the gay choir" say nothing,
nor does what may happen ("if she is pregnant"), a denial, or what somebody tells of themselves in public. A
first name alone is enough; but what is told every day for somebody's care, or of a friend, weighs less then.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from app import linear
from app.checks.stories.grave_phrases import (
    AT_WORK,
    EVERYDAY,
    FACTS,
    OF_A_CHANGE,
    OF_A_MOVE,
    PREGNANT,
)
from app.checks.stories.gravest import OWN_CIRCLE
from app.checks.stories.persons import Named, in_body_order
from app.checks.stories.standing import is_child_told
from app.checks.words import Pattern, whole_any
from app.domain.people import Person
from app.domain.reading import Matter, Reading, Sentence

_PLAIN, _BARE = 0.9, 0.65
_NEAR = 160
_GAP = 80
_BESIDE = 60
_BORN = linear.compile(r"(?i)\bborn\s+(?:as\s+|a\s+)?$")
_IS_NOW = linear.compile(r"(?i)^\s+(?:is|are) now\s+(?:called\s+|known as\s+)?$")
_CALLED = linear.compile(r"(?i)^[\s,(]*(?:she|he|they)\s?/\s?(?:her|him|them)\b")
_PRONOUN = linear.compile(
    r"(?i)(?:^|[,;:(\x{2013}-]|\b(?:and|but|as|because|since|that|so|says|said|who|know|now|when|after))\s*(?:she|he|they|who)\b"
)
_ELSEWHERE = whole_any(r"""
    people|anyone|anybody|someone|somebody|everyone|those|others|characters?|if|in case|whether|unless|should|suppose|might|talks?|book|film|play|research|fund(?:s|raiser|raising)|charity
    race|raised|raising|money|marathon|awareness|network|group|choir|history|policy|patients|families who|children who|pupils who|staff who|i|we|my|our|says it|died
    (?:said|says|thinks?|told|reports?|reported|asked|heard|knows?) (?:us |me |them )?(?:that )?(?:the|a|an|one|another)
    stories|workshop|training|course|speaker|lesson
    (?:no longer|not|never|(?:is|was|does|did|has)n't) (?:\w+ )?(?:say|says|saying|claims?|thinks?|believes?|sure|true|certain)
""")  # noqa: E501 - one phrase a line
_DENIED = whole_any("no longer|not|never|isn't|wasn't|hasn't|didn't|hadn't")
_AFTER = linear.compile(
    r"(?i)^(?:[- ](?:friendly|rights|men|women|people|community|network|choir|awareness|icon|characters?|ward|research|charity|nurse|team|officer|lead|specialist|clinic|leaflets?|posters?|books?|training|office|teams|word|excel|line)\b| (?:leaflets?|posters?|research|books?|training|charit\w+|awareness|office|teams|word|excel|line|about|rugby|points?|areas?|as a word|(?:by )?(?:an? |the |some |our )?(?:\w+ )?(?:callers?|customers?|visitors?|members? of the public|drivers?|passengers?)|by (?:the|its|his|her) (?:beauty|sight|view|sound|silence)|of (?:luck|genius)|and low|wards?|nurses?|rights|network|choir|icon|pride)\b)"  # noqa: E501
)
_OWNS = ("'s", "\u2019s")
_FIRST = linear.compile(r"\bI\b")
_HEDGED = whole_any("if|in case|whether|unless|should|suppose")
_IN_THIRD_PERSON = (
    (linear.compile(r"\bI(?:'m|\x{2019}m| am)\b"), "I is"),
    (linear.compile(r"\bI(?:'ve|\x{2019}ve| have)\b"), "I has"),
    (linear.compile(r"(?i)\bmyself\b"), "herself"),
    (linear.compile(r"(?i)\bmy\b"), "her"),
)
_ASKED = linear.compile(r"\?\s*$")
_PUBLIC_LIFE = whole_any(r"""
    actors?|singers?|authors?|footballers?|poets?|playwrights?|celebrit(?:y|ies)|minister|president|king|queen|history month|pride (?:month|week|event)|in (?:the )?news|novel|chapter|scene|act (?:one|two|three|four|five|[1-5]|[iv]+)|1[0-9]{3}|(?:we|they|class|pupils|children) (?:read|are reading|studied|are studying)|set text
    campaigned|campaigner|activist|poem|essay|scheme of work|biography|history lesson|black history|documentary
    (?:a|the|this|our|my|his|her) (?:\w+ )?talks?|assembly (?:by|from|on)|webinar|podcast|memoir|exhibition|fundrais\w+|sponsor(?:ed|ship)?|charity
""")  # noqa: E501 - one phrase a line


@dataclass(frozen=True, slots=True)
class Grave:
    """A sentence that tells such a fact, with scores that say so.

    `is_plain`: it will be known of whom, by a full name, a title, a class or a family; or it is too grave for
    a first name to make it less so.
    """

    sentence: Sentence
    is_plain: bool


def grave_facts(
    reading: Reading, sentences: Sequence[Sentence], people: Sequence[Named], *, is_passed_on: bool = False
) -> dict[int, Grave]:
    """By the place in `sentences`. `people` are the third parties.

    `is_passed_on`: what the writer tells of themselves was not told to whoever gets it now.
    """
    of_themselves = _told_of_themselves(reading, sentences) if is_passed_on else ()
    return {**dict(of_themselves), **dict(_told(reading, sentences, people))}


def _told_of_themselves(reading: Reading, sentences: Sequence[Sentence]) -> Iterator[tuple[int, Grave]]:
    """The same facts in the first person: "I was diagnosed with cancer"."""
    for at, sentence in enumerate(sentences):
        words = reading.own[sentence.start : sentence.end]
        if not _FIRST.search(words) or _ASKED.search(words) or _PUBLIC_LIFE.search(words):
            continue
        said = words
        for pattern, third in _IN_THIRD_PERSON:
            said = pattern.sub(third, said)
        matter = next((m for m, pattern in FACTS if _is_of_writer(said, pattern)), None)
        if matter is not None:
            yield at, Grave(_raised(sentence, matter, _PLAIN), is_plain=True)


def _is_of_writer(said: str, facts: Pattern) -> bool:
    """Whether one of the facts is said of "I"."""
    for found in facts.finditer(said):
        before = [match.end() for match in _FIRST.finditer(said[: found.start() + 1])]
        gap = said[before[-1] : found.start()] if before else ""
        is_said = bool(before) and len(gap) <= _GAP and not (_ELSEWHERE.search(gap) or _DENIED.search(gap))
        if is_said and not _HEDGED.search(said[: before[-1]]) and not _AFTER.search(said[found.end() :]):
            return True
    return False


def _told(
    reading: Reading, sentences: Sequence[Sentence], named: Sequence[Named]
) -> Iterator[tuple[int, Grave]]:
    people = in_body_order(named)
    starts = [person.start for person in people]
    in_full = {m.start for person in named if person.is_full or person.has_title for m in person.mentions}
    for at, sentence in enumerate(sentences):
        words = reading.own[sentence.start : sentence.end]
        beside = reading.own[sentence.start : sentence.end + _BESIDE]
        near = people[bisect_left(starts, sentence.start - _NEAR) : bisect_left(starts, sentence.end)]
        if not near or _PUBLIC_LIFE.search(beside):
            continue
        fact = _fact(reading, sentence, near)
        if fact is None:
            continue
        is_known = fact.who.start in in_full or is_child_told(words)
        is_plain = is_known or not (EVERYDAY.search(fact.words) or OWN_CIRCLE.search(words))
        yield at, Grave(_raised(sentence, fact.matter, _PLAIN if is_plain else _BARE), is_plain)


def _raised(sentence: Sentence, matter: Matter, score: float) -> Sentence:
    heard = max(score, sentence.matter.get(matter, 0.0))
    return replace(sentence, story=max(score, sentence.story), matter={**sentence.matter, matter: heard})


@dataclass(frozen=True, slots=True)
class _Fact:
    """What is said, in which words, and of whom."""

    matter: Matter
    words: str
    who: Person


def _fact(reading: Reading, sentence: Sentence, near: Sequence[Person]) -> _Fact | None:
    """The gravest fact said of one of the people near."""
    words = reading.own[sentence.start : sentence.end]
    is_asked = _ASKED.search(words) is not None
    for matter, pattern in FACTS:
        for found in pattern.finditer(words):
            after = words[found.end() :]
            if _AFTER.search(after) or (OF_A_CHANGE.search(found[0]) and OF_A_MOVE.search(after)):
                continue
            if is_asked and not found[0].startswith(_OWNS):
                continue
            if who := _of_whom(words[: found.start()], sentence.start, near):
                return _Fact(matter, found[0], who)
    if is_asked:
        return None
    if who := _born_as(reading, sentence, near):
        return _Fact(Matter.FAMILY, "", who)
    return _pregnancy(words, sentence, near)


def _pregnancy(words: str, sentence: Sentence, near: Sequence[Person]) -> _Fact | None:
    """A pupil's: of a colleague it is good news, and of a mother her own."""
    found = PREGNANT.search(words)
    if found is None or AT_WORK.search(words) or not is_child_told(words):
        return None
    lead = words[: found.start()]
    who = _of_whom(lead, sentence.start, near)
    is_of_another = who is not None and (lead[max(0, who.end - sentence.start) :].startswith(_OWNS))
    return None if who is None or is_of_another else _Fact(Matter.HEALTH, found[0], who)


def _of_whom(lead: str, start: int, near: Sequence[Person]) -> Person | None:
    """Who stands before a fact as the one it is said of; `lead` are the words of the sentence before it."""
    before = [p for p in near if p.start < start + len(lead)]
    if not before:
        return None
    who = before[-1]
    gap = lead[max(0, who.end - start) :]
    if len(gap) > _GAP or _ELSEWHERE.search(gap):
        return None
    pronouns = [match.end() for match in _PRONOUN.finditer(gap)]
    if _DENIED.search(gap[pronouns[-1] :] if pronouns else gap):
        return None
    if who.end > start:
        return who
    return who if _PRONOUN.search(lead) or not lead.strip() else None


def _born_as(reading: Reading, sentence: Sentence, near: Sequence[Person]) -> Person | None:
    """Of whom another given name is told: "Alex was born Alexandra", "Tom is now Tamsin, she/her"."""
    for who, other in pairwise(near):
        between = reading.own[who.end : other.start]
        if other.start < sentence.start or len(between) >= _GAP:
            continue
        is_renamed = _IS_NOW.search(between) and _CALLED.search(reading.own[other.end : other.end + _BESIDE])
        if _BORN.search(between) or is_renamed:
            return who
    return None
