"""Which secrets does the model hear that no pattern knows?

The patterns know the ways of saying that somebody thought of; the model reads whole sentences, but not which
word is the secret. Where it hears one told, a word counts that would be too little by itself: an odd word, a
few digits, words in quotation marks or at the end of "is …". Where it is sure and there is no such word, the
secret is described, and the sentence itself is pointed at. It reads a sentence alone, so what stands around
still counts: a meeting's passcode is none, nor, unless it is sure, an example. It is silent where a pattern
has spoken.
"""

from collections.abc import Iterator, Sequence
from itertools import islice

import re2

from app.checks.logins.cues import ACCESS, CODE, PASSWORD
from app.checks.logins.harmless import is_about_a_meeting, is_harmless, names_something_else
from app.checks.logins.leads import is_introduced
from app.checks.logins.looks import odd_words
from app.checks.logins.secrets import Secret, is_code, is_plausible, place_of
from app.checks.logins.stretches import Stretches
from app.checks.patterns.passages import Passage, Whose
from app.checks.tone.tones import MENTION, WARNING
from app.domain.finding import Confidence
from app.domain.reading import Act, Sentence

Place = tuple[int, int]

_DIGITS = re2.compile(
    r"(?:^|[\s(:=\"'“\x{2018}>/\x{2013}-])([#*]?[A-Za-z]{0,2}\d{3,8}[A-Za-z]{0,2}[#*]?|\d(?:[ -]\d){3,7}"
    r"|\d{1,2}(?:-\d{1,2}){2,3})(?:$|[\s.,;:!?)\"'”\x{2019}/])"
)
_QUOTED = re2.compile(r"[\"“\x{2018}]([^\"”\x{2019}\n]{3,60})[\"”\x{2019}]|(?:^|\s)'([^'\n]{3,60})'(?:\W|$)")
_WORDS = re2.compile(
    r"(?:^|[\s:=(])([A-Za-z][\w\x{2019}'-]{2,20}(?: [A-Za-z][\w\x{2019}'-]{2,20}){0,4})\s*(?:[.,;:!?()]|$)"
)
_MOST = 20
_ASKS = "asks-for-password"


def find_heard(passage: Passage, sentences: Sequence[Sentence], seen: Sequence[Secret]) -> Iterator[Secret]:
    """What is told or asked for in these sentences of the passage, beside what the patterns have seen."""
    stretches = Stretches(passage.text)
    for sentence in sentences:
        told, asked = (sentence.act.get(act, 0.0) for act in (Act.SECRET, Act.ASKS_SECRET))
        if max(told, asked) < MENTION:
            continue
        kinds = {s.kind for s in seen if s.start < sentence.end and sentence.start < s.end}
        if told >= MENTION and not kinds - {_ASKS}:
            yield from _told(passage, stretches, sentence, is_sure=told >= WARNING)
        if asked >= MENTION and _ASKS not in kinds and passage.whose is Whose.OWN:
            words = passage.text[sentence.start : sentence.end]
            if asked >= WARNING or any(cue.search(words) for cue in (PASSWORD, CODE, ACCESS)):
                yield Secret(_ASKS, passage, sentence.start, sentence.end, Confidence.MEDIUM)


def _told(passage: Passage, stretches: Stretches, sentence: Sentence, *, is_sure: bool) -> Iterator[Secret]:
    text = passage.text[sentence.start : sentence.end]
    places = _values(text) or ([(0, len(text))] if is_sure else [])
    is_called_code = PASSWORD.search(text) is None and CODE.search(text) is not None
    for first, last in places:
        start, end = sentence.start + first, sentence.start + last
        around = stretches.around(start, end)
        near = f"{around.earlier} {around.before} {passage.text[start:end]} {around.after}"
        if not (is_about_a_meeting(near) or (not is_sure and is_harmless(around))):
            kind = "pin-or-code" if is_called_code or is_code(text[first:last]) else "password"
            yield Secret(kind, passage, start, end, Confidence.MEDIUM)


def _values(text: str) -> list[Place]:
    """The words of a sentence that can be the secret it tells: of the surest look that any has."""
    looks = (
        ((word.start, word.end) for word in odd_words(text)),
        (match.span(1) for match in _DIGITS.finditer(text)),
        (match.span(1 if match.group(1) else 2) for match in _QUOTED.finditer(text)),
    )
    for look in looks:
        places = [place_of(text, *at) for at in islice(look, _MOST)]
        places = [at for at in places if not names_something_else(text[: at[0]])]
        if places:
            return [at for at in places if is_introduced(text[: at[0]])] or places
    return _plain(text)


def _plain(text: str) -> list[Place]:
    """The last plain words that something leads up to ("is …", "use …") and that end their clause."""
    found: list[Place] = []
    for match in islice(_WORDS.finditer(text), _MOST):
        end = match.end(1)
        for word in reversed(match.group(1).split(" ")):
            if not is_plausible(word):
                break
            at = end - len(word)
            if is_introduced(text[:at]):
                found.append((at, match.end(1)))
            end = at - 1
    return found[-1:]
