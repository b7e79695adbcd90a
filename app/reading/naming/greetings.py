"""Whom does a mail greet by name?

Greeting lines (``Dear Amara and Will,``; ``Hi all`` greets nobody by name), a bare name with a comma that
opens a paragraph, and the name that stands alone at the very top.
"""

from collections.abc import Iterator

from app import linear
from app.domain.people import Who
from app.reading.naming.lines import BARE, LONGEST, MOST_TOGETHER, lines_of, may_be_name, names_alone
from app.reading.naming.word_lists import GIVEN_TOO, NOT_NAMES, word_set
from app.reading.naming.writing import Found, IsWord, Word, folded, name_from, words_in
from app.reading.signature import is_sign_off

_OPENER = linear.compile(
    r"(?i)^[ \t*_]*(?:(?:dear|hi+ya|hi+|hello+|hey+|heya|alright|good (?:morning|afternoon|evening)|morning"
    r"|afternoon|evening|greetings|fao|attn|for the attention of|to:)[ \t]*[,:]?[ \t]+)+"
)
_CLOSING = frozenset(",:;.!?(-\u2013\u2014")
_LIST = frozenset((", ", ",", " & ", "/", " / ", "&"))
_BARE_ENDS = frozenset((",", "-", "\u2013", "\u2014", " -", " \u2013", " \u2014"))
_AND = "and"
_GREETED = 0.95
_MOST_GREETED = 8
_PET_NAMES = frozenset(("love", "lovely", "baby", "you"))
_GREETED_TOO = GIVEN_TOO - _PET_NAMES | {"thu", "mon", "sun", "jan", "jun"}  # greeted, they are people
_HAILS = word_set("right alright ok okay howdy reminder urgent quick correct true evening quickly update")


def greeted_names(text: str, is_word: IsWord) -> Iterator[Found]:
    """Names in greetings, alone on top, and at the start of paragraphs."""
    yield from _called(text, is_word)
    is_fresh = True
    for start, line in lines_of(text):
        if line.strip():
            yield from _greeted(start, line[:LONGEST], is_word)
            if is_fresh:
                yield from _bare(start, line[:LONGEST], is_word)
        is_fresh = not line.strip()


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
        is_called = (
            is_closed and len(name) == 1 and name[0].is_capital and name[0].text.lower() in _GREETED_TOO
        )
        if not (is_called or may_be_name(name)) or follows or (not is_closed and not name[0].is_capital):
            break
        if not name[0].is_capital and is_word(name[0].text):
            break
        found.append(Found(start + name[0].start, start + last.end, _GREETED, Who.RECIPIENT, is_sure=True))
        if not is_joined:
            break
        sure = len(found) if gap.startswith(",") else sure
        at += at < len(words) and words[at].text == _AND
    yield from found


def _called(text: str, is_word: IsWord) -> Iterator[Found]:
    """``Mo, system's had another turn``: the very first word, if no dictionary has it."""
    start = len(text) - len(text.lstrip())
    words = words_in(text[start : start + LONGEST])
    comma = start + words[0].end if words and words[0].start == 0 else start
    follows = words[1].text if len(words) > 1 else ""
    goes_on = follows[:1].islower() or follows[:2].rstrip("'\u2019") == "I"  # "I", "I'm"
    if text[comma : comma + 2] == ", " and goes_on and words[0].is_capital:
        if may_be_name(words[:1]) and not is_word(words[0].text):
            yield Found(start, start + words[0].end, BARE, Who.RECIPIENT)
    elif words and words[0].start == 0 and (found := _alone_on_top(text, start, words[0], is_word)):
        yield found


def _alone_on_top(text: str, start: int, word: Word, is_word: IsWord) -> Found | None:
    """A capitalised word alone on the first line, with a comma or an empty line after it."""
    rest, _, after = text[start + word.end : start + LONGEST].partition("\n")
    bare = folded(word.text)
    is_alone = rest.strip() == "," or (not rest.strip() and not after.partition("\n")[0].strip())
    if not is_alone or not after.strip() or not word.is_capital or not may_be_name([word]) or bare in _HAILS:
        return None
    if is_word(word.text) and (not rest.strip() or bare.endswith("s")):
        return None
    return Found(start, start + word.end, BARE, Who.RECIPIENT, is_sure=rest.strip() == ",")


def _bare(start: int, line: str, is_word: IsWord) -> Iterator[Found]:
    """``Vince,`` or ``Priya and Tom -`` alone on a line."""
    if is_sign_off(line.strip()):
        return
    found = list(names_alone(start, line, is_word))
    if 0 < len(found) <= MOST_TOGETHER and line[found[-1].end - start :].rstrip() in _BARE_ENDS:
        yield from found
