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

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from app import linear
from app.checks.logins.asked import is_reported, may_ask
from app.checks.logins.cues import (
    ACCESS,
    CODE,
    LOCK,
    MONEY_CODE,
    NOT_A_LOCK_CODE,
    PASSWORD,
    SELF_NAMED,
    THING,
)
from app.checks.logins.harmless import (
    comes_otherwise,
    holds_other_values,
    is_about_a_meeting,
    is_harmless,
    is_not_asked,
    is_numbered_otherwise,
    is_of_devices_or_terms,
    is_user_name,
    names_something_else,
)
from app.checks.logins.leads import is_introduced
from app.checks.logins.looks import Look, odd_words
from app.checks.logins.secrets import Secret, is_code, is_plausible, place_of
from app.checks.logins.stretches import Stretches
from app.checks.patterns.passages import Passage, Whose
from app.domain.draft import Field
from app.domain.finding import Confidence
from app.domain.reading import Act, Sentence

HEARD = 0.7
SURE = 0.9
CERTAIN = 0.97
ASKED = 0.5
"""A request is heard less surely than what is told."""
UNNAMED = 0.8
"""From here on a request is believed though nothing near it names a secret or what one opens."""
FAINT = 0.2
_UNHEARD = 0.05
Place = tuple[int, int]

_DIGITS = linear.compile(
    r"(?:^|[\s(:=\"'“\x{2018}>/\x{2013}-])(\d{3}[ -]\d{3}|\d(?:[ -]\d){3,7}|\d{1,2}(?:-\d{1,2}){2,3}"
    r"|[#*]?[A-Za-z]{0,2}\d{3,8}[A-Za-z]{0,2}[#*]?)(?:$|[\s.,;:!?)\"'”\x{2019}/])"
)
_QUOTED = linear.compile(
    r"[\"“\x{2018}]([^\"”\x{2019}\n]{3,60})[\"”\x{2019}]|(?:^|\s)'([^'\n]{3,60})'(?:\W|$)"
)
_PART = linear.compile(r"\.[A-Za-z]{3,4}\b|[ )-]{1,2}\d{3}|[@/]|\([a-z]\w*[,)]")
_OF_ADDRESS = linear.compile(r"^[\w.+'\x{2019}-]{0,80}@\w")
_AFTER_AT = linear.compile(r"\w@[\w.-]{0,80}$")
_PHONE = linear.compile(r"[\d(][\d)]*[) -]$|\+\d*$")
_WORDS = linear.compile(
    r"(?:^|[\s:=(])([A-Za-z][\w\x{2019}'-]{2,20}(?: [A-Za-z][\w\x{2019}'-]{2,20}){0,4})\s*(?:[.,;:!?()]|$)"
)
_MOST = 20
_NEAR = 100
_ASKS = "asks-for-password"


def find_heard(passage: Passage, sentences: Sequence[Sentence], seen: Sequence[Secret]) -> Iterator[Secret]:
    """What is told or asked for in these sentences of the passage, beside what the patterns have seen."""
    stretches = Stretches(passage.text)
    for sentence in sentences:
        told, asked = (sentence.act.get(act, 0.0) for act in (Act.SECRET, Act.ASKS_SECRET))
        if max(told, asked) < FAINT:
            continue
        is_cued = _is_cued(passage, sentence)
        words = passage.text[sentence.start : sentence.end]
        kinds = {s.kind for s in seen if s.start < sentence.end and sentence.start < s.end}
        is_title = passage.field is Field.SUBJECT and not is_cued  # "Skeleton argument - Walcot Road"
        if _is_enough(told, words, _looks_told) and not (is_title or kinds - {_ASKS}):
            confidence = Confidence.MEDIUM if is_cued or told >= CERTAIN else Confidence.LOW
            places = _told(passage, stretches, sentence, is_sure=told >= SURE)
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
    return is_odd or (not is_other and LOCK.search(words) is not None and _DIGITS.search(words) is not None)


def is_ruled_out(secret: Secret, sentences: Sequence[Sentence]) -> bool:
    """Whether a pattern is not sure and the model, which read what stands near, hears nothing there.

    It reads a sentence alone, so of what takes two sentences it cannot know.
    """
    if secret.confidence is Confidence.HIGH or secret.across:
        return False
    first, last = secret.start - _NEAR, secret.end + _NEAR
    near = [one.act for one in sentences if first < one.end and one.start < last]
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
    is_called_code = PASSWORD.search(text) is None and CODE.search(text) is not None
    for first, last in _values(text, is_sure=is_sure):
        start, end = sentence.start + first, sentence.start + last
        around = stretches.around(start, end)
        if not (
            is_harmless(around)
            or is_numbered_otherwise(text[first:last], around)
            or (is_of_money and text[first:last].isdigit())
            or (not text[:first].strip() and names_something_else(around.before))
        ):
            kind = "pin-or-code" if is_called_code or is_code(text[first:last]) else "password"
            yield kind, (start, end)


def _is_another_code(text: str) -> bool:
    """Whether it gives the code of a course, a cost centre and the like, and nothing that opens."""
    return NOT_A_LOCK_CODE.search(text) is not None and not (LOCK.search(text) or PASSWORD.search(text))


def _is_of_money(near: str) -> bool:
    """Whether the numbers here are those of a budget: a cost centre is spoken of, and no lock or PIN."""
    is_lock = LOCK.search(near) is not None or SELF_NAMED.search(near) is not None
    return MONEY_CODE.search(near) is not None and not is_lock


def _values(text: str, *, is_sure: bool) -> list[Place]:
    """The words of a sentence that can be the secret it tells: of the surest look that any has.

    Without any such word the secret is described by the whole sentence, if it surely tells one.
    """
    looks = (
        ((word.start, word.end) for word in odd_words(text)),
        (match.span(1) for match in _DIGITS.finditer(text)),
        (match.span(1 if match.group(1) else 2) for match in _QUOTED.finditer(text)),
    )
    for look in looks:
        found = [place_of(text, *at) for at in islice(look, _MOST)]
        if found:
            places = [at for at in found if not _is_of_more(text, *at)]
            return [at for at in places if is_introduced(text[: at[0]])] or places
    if comes_otherwise(text):
        return []
    if plain := _plain(text):
        return [
            at
            for at in plain
            if not (_PART.match(text[at[1] :]) or _is_of_an_address(text, *at) or is_user_name(text[: at[0]]))
        ]
    return [(0, len(text))] if is_sure and not holds_other_values(text) else []


def _is_of_more(text: str, start: int, end: int) -> bool:
    """Whether it is a part of a telephone number, a file's name or an address, or is named otherwise."""
    before = text[max(0, start - _NEAR) : start]
    is_part = _PART.match(text[end:]) is not None or _PHONE.search(before) is not None
    return is_part or _is_of_an_address(text, start, end) or names_something_else(before)


def _is_of_an_address(text: str, start: int, end: int) -> bool:
    """Whether it is a part of an e-mail address: a name before the @, or a domain after it."""
    around = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    return _AFTER_AT.search(around[0]) is not None or _OF_ADDRESS.match(around[1]) is not None


def _plain(text: str) -> list[Place]:
    """The last plain words that something leads up to ("is …", "use …") and that end their clause."""
    found: list[Place] = []
    for match in islice(_WORDS.finditer(text), _MOST):
        end = match.end(1)
        for word in reversed(match.group(1).split(" ")):
            if not is_plausible(word) or is_introduced(word):
                break
            at = end - len(word)
            if is_introduced(text[:at]):
                found.append((at, match.end(1)))
            end = at - 1
    return found[-1:]
