"""How old must a reader be to follow a text easily?

The mean of two formulas, each giving years of school, plus the five years before school. Flesch-Kincaid
(Kincaid and others, *Derivation of New Readability Formulas*, 1975): 0.39 words a sentence + 11.8 syllables
a word - 15.59. SMOG (McLaughlin, *SMOG Grading*, 1969), which the NHS uses: 3.1291 + 1.043 times the root
of the words of three syllables or more in thirty sentences. Long words that everybody round a school knows
weigh as words of two syllables. Only prose counts: no list, table, greeting or heading.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import sqrt

from app.checks.wording.prose import Stretch
from app.checks.wording.syllables import syllables
from app.checks.words import word_set
from app.kept import kept

_FEWEST_WORDS = 60
_FEWEST_SENTENCES = 2
_SHORTEST = 5
_LONG = 3
_FAMILIAR = 2
_BEFORE_SCHOOL = 5
_SMOG_SAMPLE = 30
_ENGLISH_SHARE = 1 / 40
_ENGLISH = word_set(
    "the of and for with that is are you your our will have has this from must should be not its"
)
_MARKS = ".,;:!?()[]{}\"'*…•“”‘’-\N{EN DASH}"
_BULLETS = ("-", "*", "•", "·", "◦", "▪", "\N{EN DASH}")
_KNOWN = word_set("""
    school schools preschool education educational primary secondary nursery academy university assembly
    headteacher headteachers governor governors governing secretary assistant coordinator administrator
    family families parents children activity activities holiday holidays timetable uniform uniforms
    library attendance absence absences homework assessment assessments examination examinations admission
    admissions application applications information telephone community council councils safeguarding
    january february september october november december saturday tomorrow yesterday afternoon afternoons
    everybody everyone anybody anyone somebody someone everything anything together remember another
    however already usually really different important difficult interesting important available
    possible medical hospital doctor computer internet document documents meeting meetings area areas
    tablet opportunity opportunities cafeteria reception receptionist caretaker playground classroom
    classrooms teacher teachers tutor tutors colleague colleagues transport sandwiches vegetables invitation
    confirm organise organised organising remembering beginning celebrate celebration performance
    swimming physical science history geography religious technology literacy numeracy mathematics
    register registration consent permission emergency attachment attachments agenda
""")


@dataclass(frozen=True, slots=True)
class ReadingAge:
    """The age in whole years, and the sentences that weigh most, hardest first."""

    age: int
    hardest: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class _Weighed:
    where: Stretch
    syllables: int
    long_words: int
    english: int
    """Words that only English has, and every English text."""


def reading_age(own: str, measured: Iterable[Stretch]) -> ReadingAge | None:
    """The reading age of the author's own sentences; None for one too short to tell, or not in English."""
    weighed = [
        _Weighed(sentence, *_weigh(own[sentence.start : sentence.end])) for sentence in _prose(own, measured)
    ]
    words = sum(sentence.where.words for sentence in weighed)
    if words < _FEWEST_WORDS or len(weighed) < _FEWEST_SENTENCES:
        return None
    if sum(sentence.english for sentence in weighed) < _ENGLISH_SHARE * words:
        return None
    spoken = sum(sentence.syllables for sentence in weighed)
    long_words = sum(sentence.long_words for sentence in weighed)
    flesch_kincaid = 0.39 * words / len(weighed) + 11.8 * spoken / words - 15.59
    smog = 3.1291 + 1.043 * sqrt(long_words * _SMOG_SAMPLE / len(weighed))
    hardest = sorted(weighed, key=lambda s: -s.long_words)
    return ReadingAge(round((flesch_kincaid + smog) / 2) + _BEFORE_SCHOOL, tuple(s.where for s in hardest))


def _prose(own: str, measured: Iterable[Stretch]) -> Iterator[Stretch]:
    for sentence in measured:
        start = own.rfind("\n", 0, sentence.start) + 1
        opens_line = own[start : sentence.start + 1].lstrip()
        if sentence.words >= _SHORTEST and not opens_line.startswith(_BULLETS):
            yield sentence


@kept
def _weigh(sentence: str) -> tuple[int, int, int]:
    """Its syllables, its long words, and its words that only English has."""
    spoken = long_words = english = 0
    for raw in sentence.lower().split():
        word = raw.strip(_MARKS)
        count = _count(word)
        spoken += count
        long_words += count >= _LONG
        english += word in _ENGLISH
    return spoken, long_words, english


def _count(word: str) -> int:
    if not any(map(str.isalpha, word)):
        return 0
    return min(syllables(word), _FAMILIAR) if word in _KNOWN else syllables(word)
