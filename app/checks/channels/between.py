"""Is something said between writer and reader that is better heard than read?

The language model hears it sentence by sentence. What counts is said of the two themselves: "I could see that
you were close to tears", "you may not like it, but you signed". That a third person is in trouble ("she ran
off again last night") is hard too, but those who have to act on it need it in writing.
"""

from math import prod

from app.checks.stories.persons import Named, third_parties
from app.checks.stories.staffing import is_praise
from app.checks.wording.said import sentences_in, words_of
from app.checks.words import whole_any
from app.domain.draft import Field
from app.domain.reading import Act, Reading, Sentence, Tone

_YOU = whole_any("you|your|you're|you've")
_THE_TWO = whole_any("""
    you|your|yours|yourself|yourselves|you're|you've|you'd|you'll
    I|I'm|I've|I'd|I'll|me|my|mine|myself|we|we're|we've|we'd|we'll|us|our|ours
""")
_A_THIRD = whole_any("he|she|him|her|his|hers|himself|herself|he's|she's|he'd|she'd|he'll|she'll")
_QUOTED = ">"
_FAINT, _ALONE, _ENOUGH = 0.15, 0.8, 0.7
_MOST = 20
"""Sentences of a mail about one matter; in a longer one what is half heard adds up by length alone."""


def is_between(reading: Reading) -> bool:
    """Whether one sentence is well heard, or several that are half heard add up; anger counts too."""
    said = tuple(sentences_in(reading))
    heard = [s for s in said if max(_scores(s)) >= _FAINT] if len(said) <= _MOST else []
    people = third_parties(reading) if heard else ()
    of_the_two = (s for s in heard if _is_of_the_two(reading, s, people))
    scores = [score for s in of_the_two for score in _scores(s) if score >= _FAINT]
    together = 1 - prod(1 - score for score in scores)
    return together >= (_ENOUGH if len(scores) > 1 else _ALONE)


def _scores(sentence: Sentence) -> tuple[float, float]:
    return sentence.act.get(Act.VOICE, 0.0), sentence.tone.get(Tone.ANGER, 0.0)


def _is_of_the_two(reading: Reading, sentence: Sentence, people: tuple[Named, ...]) -> bool:
    words = words_of(reading.own, sentence)
    if words.lstrip().startswith(_QUOTED) or is_praise(words):
        return False
    you, third = _YOU.search(words), _A_THIRD.search(words)
    if third is not None and (you is None or third.start() < you.start()):
        return False
    is_of_another = any(_is_told_of(reading, sentence, person) for person in people)
    return _THE_TWO.search(words) is not None and not is_of_another


def _is_told_of(reading: Reading, sentence: Sentence, person: Named) -> bool:
    """Whether somebody is named in a sentence, and not called at its beginning: "Mr Pryce, you have"."""
    named = (m for m in person.mentions if m.field is Field.BODY and sentence.start <= m.start < sentence.end)
    return any(
        reading.own[sentence.start : m.start].strip() or reading.own[m.end : m.end + 1] != "," for m in named
    )
