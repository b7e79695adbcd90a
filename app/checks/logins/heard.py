"""Which secrets does the model hear that no pattern knows?

The patterns know the ways of saying that somebody thought of; the model reads whole sentences, but not which
word is the secret. Where it hears one told, a word counts that would be too little by itself: an odd word, a
few digits, words in quotation marks or at the end of "is …". Where it is sure and there is no such word, the
secret is described, and the sentence itself is pointed at. It reads a sentence alone and has learnt from
lines of which half told a secret, so more is asked of it than of a tone, unless the words themselves name a
secret and what is done with it. What stands around counts: a meeting's passcode, an example, the name of
something else, one that comes by telephone are none; and where nothing near names a secret or a lock, it is
a hint. It is silent where a pattern has spoken.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence

from app import linear
from app.checks.logins.asked import is_reported, may_ask
from app.checks.logins.cues import (
    ACCESS,
    CODE,
    LOCK,
    MONEY_CODE,
    NOT_A_LOCK_CODE,
    OF_GAMES,
    PASSWORD,
    SELF_NAMED,
    THING,
)
from app.checks.logins.harmless import (
    holds_other_values,
    is_about_a_meeting,
    is_harmless,
    is_not_asked,
    is_numbered_otherwise,
    is_of_devices_or_terms,
    names_something_else,
)
from app.checks.logins.looks import Look, odd_words
from app.checks.logins.secrets import Secret, is_code
from app.checks.logins.stretches import Stretches
from app.checks.logins.values import DIGITS, Place, has_value, values_in
from app.checks.patterns.overlaps import Overlaps
from app.checks.patterns.passages import Passage, Whose
from app.domain.draft import Field
from app.domain.finding import Confidence
from app.domain.reading import Act, Sentence

HEARD = 0.7
SURE = 0.9
BEYOND_DOUBT = 0.96
"""From here on the network is right more often than words that speak against it (lines set aside)."""
CERTAIN = 0.97
GOES_ON = 0.6
"""Enough of a sentence that goes on about the lock or the secret that the one before names."""
ASKED = 0.5
"""A request is heard less surely than what is told."""
UNNAMED = 0.8
"""From here on a request is believed though nothing near it names a secret or what one opens."""
FAINT = 0.2
_UNHEARD = 0.05

_GOES_ON = linear.compile(
    r"(?i)^\W*(?:(?:and|so|but|then) )?(?:it|they|that|this|these|those|numbers?|mine|ours"
    r"|yours|hers|his|theirs|(?:the )?(?:old|new|usual|same|first|second|temporary) ones?)\b"
)
_NEAR = 100
_ASKS = "asks-for-password"


def find_heard(passage: Passage, sentences: Sequence[Sentence], seen: Sequence[Secret]) -> Iterator[Secret]:
    """What is told or asked for in these sentences of the passage, beside what the patterns have seen."""
    stretches = Stretches(passage.text)
    places_of = {
        kind: Overlaps((s.start, s.end) for s in seen if s.kind == kind) for kind in {s.kind for s in seen}
    }
    for sentence in sentences:
        told, asked = (sentence.act.get(act, 0.0) for act in (Act.SECRET, Act.ASKS_SECRET))
        if max(told, asked) < FAINT:
            continue
        is_cued = _is_cued(passage, sentence)
        words = passage.text[sentence.start : sentence.end]
        kinds = {kind for kind, known in places_of.items() if known.any(sentence.start, sentence.end)}
        is_title = passage.field is Field.SUBJECT and not is_cued  # "Skeleton argument - Walcot Road"
        goes_on = told >= GOES_ON and _goes_on(passage.text[: sentence.start], words)
        if (goes_on or _is_enough(told, words, _looks_told)) and not (is_title or kinds - {_ASKS}):
            confidence = Confidence.MEDIUM if is_cued or told >= CERTAIN else Confidence.LOW
            places = list(_told(passage, stretches, sentence, is_sure=goes_on or told >= SURE))
            if not places and told >= BEYOND_DOUBT:
                places = _in_spite_of_all(passage, stretches, sentence)
            yield from (Secret(kind, passage, *place, confidence) for kind, place in places)
        if _ASKS in kinds or passage.whose is not Whose.OWN or not _is_asked(asked, words):
            continue
        if (is_cued or asked >= UNNAMED) and not is_not_asked(words, is_certain=asked >= SURE):
            confidence = Confidence.MEDIUM if is_cued else Confidence.LOW
            yield Secret(_ASKS, passage, sentence.start, sentence.end, confidence)


def _is_enough(heard: float, words: str, says_so: Callable[[str], bool]) -> bool:
    """Whether it is heard, or faintly heard in words that say so themselves."""
    return heard >= HEARD or (heard >= FAINT and says_so(words))


def _is_asked(heard: float, words: str) -> bool:
    """Whether a request is heard; more surely where somebody else may have made it."""
    return _is_enough(heard, words, may_ask) or (heard >= ASKED and not is_reported(words))


def _looks_told(words: str) -> bool:
    """Whether a word looks like nothing but a secret, or a number stands beside a lock."""
    is_odd = any(word.look >= Look.SURE for word in odd_words(words))
    is_other = NOT_A_LOCK_CODE.search(words) is not None
    return is_odd or (not is_other and LOCK.search(words) is not None and DIGITS.search(words) is not None)


def _goes_on(before: str, words: str) -> bool:
    """Whether a sentence takes up ("it", "the new one") what the one before names: a secret or a lock.

    The model reads a sentence alone and hears such a one less surely.
    """
    near = before[-_NEAR:]
    return _GOES_ON.match(words) is not None and any(
        cue.search(near) for cue in (PASSWORD, CODE, LOCK, THING)
    )


def is_ruled_out(secret: Secret, sentences: Sequence[Sentence]) -> bool:
    """Whether a pattern is not sure and the model, which read what stands near, hears nothing there.

    It reads a sentence alone, so of what takes two sentences it cannot know.
    """
    if secret.confidence is Confidence.HIGH or secret.across:
        return False
    first, last = secret.start - _NEAR, secret.end + _NEAR
    begin = bisect_right(sentences, first, key=lambda one: one.end)
    near = [one.act for one in sentences[begin : bisect_left(sentences, last, key=lambda one: one.start)]]
    return bool(near) and all(
        act in heard and heard[act] < _UNHEARD for heard in near for act in (Act.SECRET, Act.ASKS_SECRET)
    )


def _is_cued(passage: Passage, sentence: Sentence) -> bool:
    """Whether the sentence, or what stands just before or after it, names a secret or what one opens."""
    near = passage.text[max(0, sentence.start - _NEAR) : sentence.end + _NEAR]
    return any(cue.search(near) for cue in (PASSWORD, CODE, ACCESS, THING))


def _told(
    passage: Passage, stretches: Stretches, sentence: Sentence, *, is_sure: bool
) -> Iterator[tuple[str, Place]]:
    text = passage.text[sentence.start : sentence.end]
    if is_about_a_meeting(text) or _is_another_code(text) or is_of_devices_or_terms(text):
        return
    is_of_money = _is_of_money(passage.text[max(0, sentence.start - _NEAR) : sentence.end])
    for first, last in values_in(text, is_sure=is_sure):
        start, end = sentence.start + first, sentence.start + last
        around = stretches.around(start, end)
        if not (
            is_harmless(around)
            or is_numbered_otherwise(text[first:last], around)
            or (is_of_money and text[first:last].isdigit())
            or (not text[:first].strip() and names_something_else(around.before))
        ):
            yield _kind(text, text[first:last]), (start, end)


def _in_spite_of_all(passage: Passage, stretches: Stretches, sentence: Sentence) -> list[tuple[str, Place]]:
    """The sentence itself, though its words look like an example or name something else.

    There must be a word that can be one; and a game, a meeting, a place, another code, or an address or a
    file that may be all it tells, are believed still.
    """
    text = passage.text[sentence.start : sentence.end]
    around = stretches.around(sentence.start, sentence.end)
    near = f"{around.earlier} {around.before} {text} {around.after}"
    is_filed = holds_other_values(text) and PASSWORD.search(text) is None
    is_other = is_filed or _is_another_code(text) or is_about_a_meeting(near) or OF_GAMES.search(near)
    if is_other or _is_numbered(stretches, sentence, text) or not has_value(text):
        return []
    return [(_kind(text, text), (sentence.start, sentence.end))]


def _is_numbered(stretches: Stretches, sentence: Sentence, text: str) -> bool:
    """Whether a number in a sentence is a year, a time, a house, or whom to ring."""
    return any(
        is_numbered_otherwise(
            match[1], stretches.around(sentence.start + match.start(1), sentence.start + match.end(1))
        )
        for match in DIGITS.finditer(text)
    )


def _kind(sentence: str, value: str) -> str:
    """What a secret is, by what the sentence calls it and by its look."""
    is_called_code = PASSWORD.search(sentence) is None and CODE.search(sentence) is not None
    return "pin-or-code" if is_called_code or is_code(value) else "password"


def _is_another_code(text: str) -> bool:
    """Whether it gives the code of a course, a cost centre and the like, and nothing that opens."""
    return NOT_A_LOCK_CODE.search(text) is not None and not (LOCK.search(text) or PASSWORD.search(text))


def _is_of_money(near: str) -> bool:
    """Whether the numbers here are those of a budget: a cost centre is spoken of, and no lock or PIN."""
    is_lock = LOCK.search(near) is not None or SELF_NAMED.search(near) is not None
    return MONEY_CODE.search(near) is not None and not is_lock
