"""Whom does a line greet, and who signs?

Greeting lines (``Dear Amara and Will,``; ``Hi all`` greets nobody by name), a bare name with a comma that
opens a paragraph, the name under or beside a sign-off, and the name that opens a signature.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import re2

from app.domain.people import Who
from app.domain.reading import Part, Region
from app.reading.naming.word_lists import ACRONYMS, NOT_NAMES, PARTICLES, TITLES, word_set
from app.reading.naming.writing import Found, IsWord, Word, folded, is_never_name, name_from, words_in
from app.reading.signature import is_sign_off

_OPENER = re2.compile(
    r"(?i)^[ \t*_]*(?:(?:dear|hi+ya|hi+|hello+|hey+|heya|alright|good (?:morning|afternoon|evening)|morning"
    r"|afternoon|evening|greetings|fao|attn|for the attention of|to:)[ \t]*[,:]?[ \t]+)+"
)
_BESIDE = re2.compile(
    r"(?i)^[ \t]*(?:(?:many |kind(?:est)? |best |warm(?:est)? |with )*(?:regards|thanks|thank you|wishes"
    r"|cheers)|yours (?:sincerely|faithfully|truly))[,!.]?[ \t]*(?:-[ \t]*)?"
)
_CLOSING = frozenset(",:;.!?(-\u2013\u2014")
_LIST = frozenset((", ", ",", " & ", "/", " / ", "&"))
_BARE_ENDS = frozenset((",", "-", "\u2013", "\u2014", " -", " \u2013", " \u2014"))
_AND = "and"
GREETED, BARE, SIGNED = 0.95, 0.85, 0.9
_LONGEST = 120
_LONGEST_NAME = 45
_MOST_SIGNED = 3
_MOST_GREETED = 8
_SIGN_OFF_REACH = 2
_TAIL = 200
_LONGEST_CLOSING, _MOST_CLOSING, _GAP = 200, 4, 8
_SMILES = frozenset(("x", "xx", "xxx", ":)", ":-)", "X"))
_BEFORE_ROLE = frozenset(",|-\u2013\u2014(")
_KISSES = " \t,.x!:)*"
_ASKS_WHO = frozenset(("who", "whose", "whom", "which", "name", "called"))
_SHORT_DAYS = frozenset(("thu", "mon", "sun", "jan", "jun"))  # greeted, they are people
_ALSO_GIVEN = frozenset(("papa", "nana", "mama"))
_HAILS = word_set("right alright ok okay howdy reminder urgent quick correct true evening quickly update")
_LAST = re2.compile(
    r"(?:\b\p{Lu}{2,}|[\p{Ll}\pN\"\x{2019}])[.!?)]+[\"\x{2019}]?[ \t]+"
    r"(\p{Lu}[\pL'\x{2019}-]*(?: \p{Lu}[\pL'\x{2019}-]*){0,2})[ \tx]*$"
)


def named_in_lines(text: str, is_word: IsWord) -> Iterator[Found]:
    """Names in greetings, at the start of paragraphs, and under and beside sign-offs."""
    yield from _called(text, is_word)
    is_fresh, due = True, 0
    for start, line in _lines(text):
        if not line.strip():
            is_fresh = True
            continue
        short = line[:_LONGEST]
        yield from _greeted(start, short, is_word)
        if is_fresh:
            yield from _bare(start, short, is_word)
        if due and len(line) < _LONGEST and (found := _signed(start, line, is_word)):
            yield found
            due = 0
        beside = _BESIDE.match(short)
        if (
            beside
            and len(line) < _LONGEST
            and (found := _signed(start + beside.end(), line[beside.end() :], is_word))
        ):
            is_last = len(text) - start < _TAIL or len(text[start : start + _TAIL * 4].strip()) < _TAIL
            yield found if is_last else replace(found, who=None)
        due = _SIGN_OFF_REACH if is_sign_off(short.strip(" \t*_•")) else max(0, due - 1)
        is_fresh = False


def opening_signatures(clean: str, regions: Sequence[Region], is_word: IsWord) -> Iterator[Found]:
    """The name with which each signature begins."""
    for region in regions:
        if region.part is not Part.SIGNATURE:
            continue
        head = clean[region.start : min(region.end, region.start + _LONGEST)]
        start = region.start + len(head) - len(head.lstrip())
        line = head.lstrip().partition("\n")[0]
        words = words_in(line)
        count = min(_MOST_SIGNED, name_from(line, words, 0)) if words and words[0].start <= 1 else 0
        while count and is_never_name(words[count - 1].text):
            count -= 1
        if count and _may_be(words[:count]):
            yield Found(start + words[0].start, start + words[count - 1].end, SIGNED, Who.SENDER)
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
    if not start or len(last) > _LONGEST_CLOSING or not 0 < len(lines) <= _MOST_CLOSING:
        return
    at = start + len(last) - len(last.lstrip())
    line = lines[0].strip()
    if is_sign_off(line):
        return
    words = words_in(line)
    count = name_from(line, words, 0)
    if found := _signed(at, line, is_word):
        yield found
    elif together := list(_several(at, line, is_word)):
        yield from together
    elif count == len(words) == 2 and words[0].start == 0 and _is_odd_name(line, words, is_word):  # noqa: PLR2004 - "Pepper Judge"
        yield Found(at, at + words[1].end, SIGNED, Who.SENDER)
    elif 0 < count <= _MOST_SIGNED and words[0].start == 0 and _may_be(words[:count]):
        rest = line[words[count - 1].end :].strip()
        if rest in _SMILES or (
            rest[:1] in _BEFORE_ROLE and words[count:] and all(w.is_capital for w in words[count:])
        ):
            yield Found(at, at + words[count - 1].end, SIGNED, Who.SENDER)


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
    if is_title or is_answer or not _may_be(words) or is_word(words[0].text):
        return None
    return Found(start + closing.start(1), start + closing.end(1), SIGNED, Who.SENDER)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        yield at, text[at:end]
        at = end + 1


def _greeted(start: int, line: str, is_word: IsWord) -> Iterator[Found]:
    opener = _OPENER.match(line)
    if opener is None:
        return
    words = words_in(line, opener.end())
    has_comma = opener[0].rstrip().endswith(",")  # "Hi, Tom joins us": what follows may be no greeting
    at, sure, found = 0, 0, list[Found]()
    while at < len(words) and len(found) < _MOST_GREETED:
        count = name_from(line, words, at) or 1
        name = words[at : at + count]
        last = name[-1]
        at += count
        gap = line[last.end : words[at].start] if at < len(words) else ""
        is_joined = gap in _LIST or (at < len(words) and words[at].text == _AND)
        is_closed = (
            is_joined or line[last.end :].lstrip(" \t")[:1] in _CLOSING or not line[last.end :].strip()
        )
        follows = not is_closed and at < len(words) and folded(words[at].text) in NOT_NAMES
        if not is_closed and (found or has_comma):  # "Hi Jo, Ann and Will are off": a sentence goes on
            found = found[: sure or None]
            break
        is_day = len(name) == 1 and name[0].is_capital and name[0].text.lower() in _SHORT_DAYS and is_closed
        if not (is_day or _may_be(name)) or follows or (not is_closed and not name[0].is_capital):
            break
        if not name[0].is_capital and is_word(name[0].text):
            break
        found.append(Found(start + name[0].start, start + last.end, GREETED, Who.RECIPIENT, is_sure=True))
        if not is_joined:
            break
        sure = len(found) if gap.startswith(",") else sure
        at += at < len(words) and words[at].text == _AND
    yield from found


def _called(text: str, is_word: IsWord) -> Iterator[Found]:
    """``Mo, system's had another turn``: the very first word, if no dictionary has it."""
    start = len(text) - len(text.lstrip())
    words = words_in(text[start : start + _LONGEST])
    comma = start + words[0].end if words and words[0].start == 0 else start
    follows = words[1].text if len(words) > 1 else ""
    goes_on = follows[:1].islower() or follows[:2].rstrip("'\u2019") == "I"  # "I", "I'm"
    if text[comma : comma + 2] == ", " and goes_on and words[0].is_capital:
        if _may_be(words[:1]) and not is_word(words[0].text):
            yield Found(start, start + words[0].end, BARE, Who.RECIPIENT)
    elif words and words[0].start == 0 and (found := _alone_on_top(text, start, words[0], is_word)):
        yield found


def _alone_on_top(text: str, start: int, word: Word, is_word: IsWord) -> Found | None:
    """A capitalised word alone on the first line, with a comma or an empty line after it."""
    rest, _, after = text[start + word.end : start + _LONGEST].partition("\n")
    bare = folded(word.text)
    is_alone = rest.strip() == "," or (not rest.strip() and not after.partition("\n")[0].strip())
    if not is_alone or not after.strip() or not word.is_capital or not _may_be([word]) or bare in _HAILS:
        return None
    if is_word(word.text) and (not rest.strip() or bare.endswith("s")):
        return None
    return Found(start, start + word.end, BARE, Who.RECIPIENT, is_sure=rest.strip() == ",")


def _bare(start: int, line: str, is_word: IsWord) -> Iterator[Found]:
    """``Vince,`` or ``Priya and Tom -`` alone on a line."""
    if is_sign_off(line.strip()):
        return
    found = list(_names_alone(start, line, is_word))
    if 0 < len(found) <= _MOST_SIGNED and line[found[-1].end - start :].rstrip() in _BARE_ENDS:
        yield from found


def _several(start: int, line: str, is_word: IsWord) -> Iterator[Found]:
    """``Hafsa, Jo and Marie``, who sign together."""
    found = list(_names_alone(start, line, is_word))
    if 1 < len(found) <= _MOST_SIGNED and not line[found[-1].end - start :].strip(_KISSES):
        yield from (replace(one, confidence=SIGNED, who=Who.SENDER) for one in found)


def _names_alone(start: int, line: str, is_word: IsWord) -> Iterator[Found]:
    """The names of a line that holds names and nothing else; none when it holds more."""
    words = words_in(line)
    at, found = 0, list[Found]()
    while at < len(words):
        count = name_from(line, words, at)
        if not count or not _may_be(words[at : at + count]) or is_word(words[at].text):
            return
        found.append(Found(start + words[at].start, start + words[at + count - 1].end, BARE, Who.RECIPIENT))
        at += count
        at += at < len(words) and words[at].text == _AND
    yield from found


def _signed(start: int, line: str, is_word: IsWord) -> Found | None:
    """A line that is nothing but a name, any case."""
    words = words_in(line.rstrip(_KISSES))
    if not 0 < len(words) <= _MOST_SIGNED + 1 or words[-1].end - words[0].start > _LONGEST_NAME:
        return None
    rest = "".join(line[a.end : b.start] for a, b in pairwise(words))
    lead = line[: words[0].start].strip(" \t*_-\u2013\u2014")
    if lead or rest.strip(" .") or line[words[-1].end :].strip(_KISSES) or not _may_be(words):
        return None
    is_capital = all(word.is_capital or word.text in PARTICLES for word in words)
    if is_word(words[0].text) and (not is_capital or line.rstrip().endswith((".", "!"))):
        return None
    if not is_capital and len(words) > 2:  # noqa: PLR2004 - first name and surname
        return None
    return Found(start + words[0].start, start + words[-1].end, SIGNED, Who.SENDER)


def _is_odd_name(line: str, words: Sequence[Word], is_word: IsWord) -> bool:
    """A first name and a surname that is a word which stands where names stand."""
    is_bare = not line[words[1].end :].strip(_KISSES) and words[0].text[1:].islower()
    return is_bare and _may_be(words[:1]) and not is_word(words[0].text)


def _may_be(words: Sequence[Word]) -> bool:
    """Whether no word of it is one of those that are never names; "Papa Yaw Nyarko" is one all the same."""
    if len(words) > 2 and folded(words[0].text) in _ALSO_GIVEN and all(w.is_capital for w in words):  # noqa: PLR2004 - a name follows
        words = words[1:]
    return bool(words) and not any(
        not (bare := folded(word.text))
        or is_never_name(word.text)
        or (len(word.text) > 1 and word.text.isupper() and bare in ACRONYMS)
        for word in words
    )
