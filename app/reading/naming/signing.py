"""Who signs a mail?

The name under or beside a sign-off, alone or before a role at the very end, and the name that opens a
signature. The line right under a sign-off names a person, whatever the network takes it for.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from app import linear
from app.domain.people import Who
from app.domain.reading import Part, Region
from app.reading.naming.lines import (
    LONGEST,
    MOST_TOGETHER,
    lines_of,
    may_be_name,
    names_alone,
)
from app.reading.naming.misread import ends_a_body
from app.reading.naming.registers import is_turned_around
from app.reading.naming.word_lists import PARTICLES, TITLES
from app.reading.naming.writing import Found, IsWord, Word, folded, is_never_name, name_from, words_in
from app.reading.signature import is_sign_off

_BESIDE = linear.compile(
    r"(?i)^[ \t]*(?:(?:many |kind(?:est)? |best |warm(?:est)? |with )*(?:regards|thanks|thank you|wishes"
    r"|cheers)|yours (?:sincerely|faithfully|truly))[,!.]?[ \t]*(?:-[ \t]*)?"
)
_SIGNED = 0.9
_LONGEST_NAME = 45
_SIGN_OFF_REACH = 2
_TAIL = 200
_LONGEST_CLOSING, _MOST_CLOSING, _GAP = 200, 4, 8
_WITH_OTHERS = linear.compile(
    r"(?i)(?: and| &|,)(?: all)? (?:the|all|everyone|everybody|our|my|team)\b[^.!?]{0,60}$"
)
_SMILES = frozenset(("x", "xx", "xxx", ":)", ":-)", "X"))
_BEFORE_ROLE = frozenset(",|-\u2013\u2014(")
_KISSES = " \t,.x!:)*"
_ASKS_WHO = frozenset(("who", "whose", "whom", "which", "name", "called"))
_LAST = linear.compile(
    r"(?:\b\p{Lu}{2,}|[\p{Ll}\pN\"\x{2019}])[.!?)]+[\"\x{2019}]?[ \t]+"
    r"(\p{Lu}[\pL'\x{2019}-]*(?: \p{Lu}[\pL'\x{2019}-]*){0,2})[ \tx]*$"
)


def signed_names(text: str, is_word: IsWord) -> Iterator[Found]:
    """Names under and beside sign-offs."""
    due = 0
    for start, line in lines_of(text):
        if not line.strip():
            continue
        if due and len(line) < LONGEST and (found := _signed(start, line, is_word)):
            yield _surely(found, text) if due == _SIGN_OFF_REACH else found
            due = 0
        short = line[:LONGEST]
        beside = _BESIDE.match(short)
        if (
            beside
            and len(line) < LONGEST
            and (found := _signed(start + beside.end(), line[beside.end() :], is_word))
        ):
            is_last = len(text) - start < _TAIL or len(text[start : start + _TAIL * 4].strip()) < _TAIL
            yield found if is_last else replace(found, who=None)
        due = _SIGN_OFF_REACH if is_sign_off(short.strip(" \t*_•")) else max(0, due - 1)


def opening_signatures(clean: str, regions: Sequence[Region], is_word: IsWord) -> Iterator[Found]:
    """The name with which each signature begins."""
    for region in regions:
        if region.part is not Part.SIGNATURE:
            continue
        head = clean[region.start : min(region.end, region.start + LONGEST)]
        start = region.start + len(head) - len(head.lstrip())
        line = head.lstrip().partition("\n")[0]
        words = words_in(line)
        count = min(MOST_TOGETHER, name_from(line, words, 0)) if words and words[0].start <= 1 else 0
        while count and is_never_name(words[count - 1].text):
            count -= 1
        if count and may_be_name(words[:count]):
            name = Found(start + words[0].start, start + words[count - 1].end, _SIGNED, Who.SENDER)
            yield _surely(name, clean)
            if not is_word(words[0].text):
                yield from _several(start, line, lambda _: False)  # "Olu & Yaw", whatever else a yaw is
        elif found := _signed(start, line, is_word):
            yield found


def closing_name(text: str, is_word: IsWord) -> Iterator[Found]:
    """The name that opens the last paragraph when that is short: ``Ged, Waste Services``, ``Tash x``."""
    end = len(text.rstrip())
    start = max(text.rfind("\n\n", 0, end), text.rfind(" " * _GAP, 0, end)) + 1
    last = text[start:end]
    if found := _after_last_sentence(text[:end], is_word):
        yield found
    lines = [line for line in last.splitlines() if line.strip()]
    is_list = text[:start].rstrip().endswith(":")
    if not start or is_list or len(last) > _LONGEST_CLOSING or not 0 < len(lines) <= _MOST_CLOSING:
        return
    at = start + len(last) - len(last.lstrip())
    line = lines[0].strip()
    if is_sign_off(line):
        return
    words = words_in(line)
    count = name_from(line, words, 0)
    if found := _signed(at, line, is_word):
        yield _surely(found, text)
    elif together := list(_several(at, line, is_word)):
        yield from together
    elif count == len(words) == 2 and words[0].start == 0 and _is_odd_name(line, words, is_word):  # noqa: PLR2004 - "Pepper Judge"
        yield Found(at, at + words[1].end, _SIGNED, Who.SENDER)
    elif 0 < count <= MOST_TOGETHER and words[0].start == 0 and may_be_name(words[:count]):
        rest = line[words[count - 1].end :].strip()
        if rest in _SMILES or (
            rest[:1] in _BEFORE_ROLE
            and words[count:]
            and all(w.is_capital for w in words[count:])
            and not is_turned_around(line, is_word)
        ):
            yield Found(at, at + words[count - 1].end, _SIGNED, Who.SENDER)


def _after_last_sentence(text: str, is_word: IsWord) -> Found | None:
    """``Cake at 3. Anna``: a name alone after the last sentence, if it is named nowhere else."""
    start = max(0, len(text) - _LONGEST_NAME)
    closing = _LAST.search(text[start:])
    if closing is None or closing[1] in text[: start + closing.start(1)]:
        return None
    words = words_in(closing[1])
    before = words_in(text[max(0, start + closing.start(1) - _TAIL) : start + closing.start(1)])
    is_title = bool(before) and folded(before[-1].text) in TITLES  # "Dr. Savage"
    is_answer = "?" in closing[0] and any(folded(word.text) in _ASKS_WHO for word in before)
    if is_title or is_answer or not may_be_name(words) or is_word(words[0].text):
        return None
    return Found(start + closing.start(1), start + closing.end(1), _SIGNED, Who.SENDER)


def _several(start: int, line: str, is_word: IsWord) -> Iterator[Found]:
    """``Hafsa, Jo and Marie``, who sign together; two names with a comma are one turned around."""
    found = list(names_alone(start, line, is_word))
    is_turned = len(found) == 2 and line[found[0].end - start : found[1].start - start].strip() == ","  # noqa: PLR2004 - Okafor, Amara
    if not is_turned and 1 < len(found) <= MOST_TOGETHER and not line[found[-1].end - start :].strip(_KISSES):
        yield from (replace(one, confidence=_SIGNED, who=Who.SENDER) for one in found)


def _signed(start: int, line: str, is_word: IsWord) -> Found | None:
    """A line that is nothing but a name, any case; ``Bill and the site team`` is Bill's."""
    together = _WITH_OTHERS.search(line)
    line = line[: together.start()] if together else line
    words = words_in(line.rstrip(_KISSES))
    if not 0 < len(words) <= MOST_TOGETHER + 1 or words[-1].end - words[0].start > _LONGEST_NAME:
        return None
    rest = "".join(line[a.end : b.start] for a, b in pairwise(words))
    lead = line[: words[0].start].strip(" \t*_-\u2013\u2014")
    if lead or rest.strip(" .") or line[words[-1].end :].strip(_KISSES) or not may_be_name(words):
        return None
    is_capital = all(word.is_capital or word.text in PARTICLES for word in words)
    if is_word(words[0].text) and (not is_capital or line.rstrip().endswith((".", "!"))):
        return None
    if not is_capital and len(words) > 2:  # noqa: PLR2004 - first name and surname
        return None
    return Found(start + words[0].start, start + words[-1].end, _SIGNED, Who.SENDER)


def _is_odd_name(line: str, words: Sequence[Word], is_word: IsWord) -> bool:
    """A first name and a surname that is a word which stands where names stand."""
    is_bare = not line[words[1].end :].strip(_KISSES) and words[0].text[1:].islower()
    return is_bare and may_be_name(words[:1]) and not is_word(words[0].text)


def _surely(found: Found, text: str) -> Found:
    """The find as one that is sure, unless it is capitals or ends as the names of bodies do."""
    words = text[found.start : found.end].split()
    is_capital = all(word[0].isupper() and not word.isupper() for word in words if word not in PARTICLES)
    return replace(found, is_sure=is_capital and not ends_a_body(words[-1]))
