"""Which passwords are said outright: the word for one, what joins them, and the secret?

Where nothing but the secret can stand even a plain word or a few of them are one ("the password is
marmalade"), unless they are what prose says about passwords ("the password is wrong").
"""

from collections.abc import Iterator
from itertools import islice

from app import linear
from app.checks.logins.cues import PASSWORD, PASSWORD_NOUN
from app.checks.logins.harmless import is_harmless
from app.checks.logins.looks import Look, look_of
from app.checks.logins.secrets import (
    Secret,
    is_placeholder,
    is_plausible,
    is_strong,
    place_of,
)
from app.checks.logins.stretches import Stretches
from app.checks.patterns.passages import Passage
from app.domain.finding import Confidence

_WORD = r"[\w'\x{2019}/.-]+"
_FOR_WHAT = (
    rf"(?: (?:for|to|on|of|is for|from|at|in|we|I|you|they|he|she|everyone|staff)(?: {_WORD}){{1,7}}?"
    r"| \([^)\n]{1,40}\))?"
)
_IS = (
    r"(?:(?:,[^,\n]{1,40},|,? it|,? which)? (?:is now|will be|would be|is still|is|was|are|remains|becomes"
    r"|has been (?:re)?set (?:to|as)|(?:has|was|is|'s) (?:been )?changed to|should be|stays"
    r"|(?:re)?set (?:to|as)|changed to|now)[ :]+(?:just |simply |currently |now |still |the (?:\w+ )?words? "
    r"|(?:all )?(?:in )?(?:capitals|lower ?case)[ :,]+|case[- ]sensitive[ :,]+|as follows[ :,]+)?"
    r"|,? ?[:=] ?\s{0,3}|\? ?(?:It|This time it)['\x{2019}]s |[ \t]?[\t|][ \t]?| ?(?:->|→|=>|>) ?"
    r"|['\x{2019}]s )"
)
_JOINED = linear.compile(rf"(?i)^{_FOR_WHAT}{_IS}")
_CHANGED = linear.compile(rf"(?i)^{_FOR_WHAT} (?:back )?(?:to|as) ")
_CHANGES = linear.compile(
    r"(?i)\b(?:changed?|reset|set|updated?|made|resetting|changing|setting)\b[^.\n]{0,40}$"
)
_DASHED = linear.compile(
    r"(?i)^ (?:for|to|on|of)(?: [\w'\x{2019}/.-]+){1,5}? ?[-\x{2013}\x{2014}] ?"
    r"([A-Za-z]\w{4,24})\s*(?:[.,;\n]|$)"
)
_DASHED = linear.compile(r"^(?: ?[-\x{2013}\x{2014}] ?|,? )")
_PASS = linear.compile(r"(?i)\bpass ?[:=] ?(\S{3,80})")
_QUOTED = linear.compile(r"^[\"'“\x{2018}]([^\"'”\x{2019}\n]{3,60})[\"'”\x{2019}]")
_ONE_WORD = linear.compile(r"^(\S{3,80})")
_PHRASE = linear.compile(
    r"^[\"'“\x{2018}]?((?:[A-Za-z]{3,14}[ -]){1,5}[A-Za-z]{3,14})[\"'”\x{2019}]?\s*(?:[.,;()\n]|$)"
)
_BACKWARDS = linear.compile(
    r"(?i)([^\s\"'“”\x{2018}\x{2019}]{5,60})[\"'”\x{2019}]?,? (?:is|as|which is|that is"
    r"|that['\x{2019}]s) (?:the|your|our|my|his|her|their|[A-Z]\w+['\x{2019}]s) (?:new )?"
    rf"(?:[\w-]+ ){{0,2}}?{PASSWORD_NOUN}\b"
)
_LAST_WORD = linear.compile(
    r"^[\s\"'”\x{2019})]*(?:$|\n|[.!;,)/|\t]|and\b|\(|-|\x{2013}|for\b|please\b|thanks?\b|with\b|until\b"
    r"|when\b"
    r"|from\b|all\b|if\b|but\b|or\b|at\b|so\b)"
)
_FUNCTION = linear.compile(
    r"(?i)\b(?:the|an?|is|are|was|be|been|to|of|in|on|at|by|for|with|and|or|if|it|you|we|they|he|she|your|our"
    r"|will|can|has|have|had|not|no|from|as|please|must|should|than|this|that|same|least|minimum|characters?"
    r"|see|ask|contact|sent|separate\w*|below|above|before|required|only|when|who|which|my|new|old|safe"
    r"|expire\w*|random|words?|letters?|numbers?|reset|changed?|policy|known|stored|kept|very|too|usual|last"
    r"|all|each|being|more|unique|secure|strong|thanks|regards|many|kind)\b"
)
_PHRASED = linear.compile(r"(?i)(?:phrase|words)(?:\W|is|are)*$")
_BARE = linear.compile(r"^ ((?:[A-Z]{5,20}|[A-Z][a-z]{4,20}))(?:[.,;)\n]|$| if\b| when\b)")
_REMARK = linear.compile(r"^\(\w+ \w[^()\n]*\)")
_ENTERED = linear.compile(
    rf"(?i)\b(?:put in|type|type in|enter|use|try) ([A-Za-z]{{5,20}}) (?:when"
    rf"|if) [^.\n]{{0,40}}\b{PASSWORD_NOUN}\b"
)
_ALWAYS_USED = linear.compile(
    rf"(?i)\b{PASSWORD_NOUN}\b[^.\n(]{{0,20}}\b(?:use|used|usual|always|same"
    rf"|normal)\b[^.\n(]{{0,20}}\(([A-Za-z]{{5,20}})\)"
)
_NEEDED = linear.compile(
    r"(?i)\bthe (?:magic )?words?"
    r"(?: (?:that )?(?:you(?:['\x{2019}]ll)?|they|it|he|she) (?:will )?(?:needs?|wants?|uses?)"
    r"| to (?:open|unlock|type|enter|use|get)\b[^.\n]{0,30}?"
    r"| (?:for|on) (?:it|them|the (?:zip|file|folder|attachment|document)s?))"
    r" (?:is|are|was)(?: now| still)? [\"'“\x{2018}]?([A-Za-z][\w-]{3,24})(?:[\"'”\x{2019}.,;)\n]|$| and\b)"
)
_USED_AS = linear.compile(
    r"(?i)\b(?:use|used|put|type|enter|try) ([A-Za-z][\w-]{2,20}(?: [A-Za-z0-9][\w-]{0,20}){1,3}) as "
    rf"(?:the|your|our|a) (?:\w+ )?{PASSWORD_NOUN}\b"
)
_EXAMINED = 500
_REACH = 220
_SHORT = 4
_SURE_PHRASE = 3


def find_said(passage: Passage, stretches: Stretches) -> Iterator[Secret]:
    """Every password that follows (or comes before) the word for it."""
    for start, end, sure in _places(passage.text):
        if not is_harmless(stretches.around(start, end)):
            yield Secret("password", passage, start, end, sure)


def _places(text: str) -> Iterator[tuple[int, int, Confidence]]:
    for noun in islice(PASSWORD.finditer(text), _EXAMINED):
        yield from _after(text, noun.start(), noun.end())
    for shape in (_BACKWARDS, _PASS, _ENTERED, _ALWAYS_USED):
        for match in islice(shape.finditer(text), _EXAMINED):
            start, end = place_of(text, *match.span(1))
            sure = _confidence(text, start, end, said=shape is not _BACKWARDS)
            if sure is not None:
                yield start, end, sure
    for match in islice(_NEEDED.finditer(text), _EXAMINED):
        if is_plausible(match[1]):
            yield *match.span(1), Confidence.MEDIUM
    for match in islice(_USED_AS.finditer(text), _EXAMINED):
        if not _FUNCTION.search(match[1]):
            yield *match.span(1), Confidence.MEDIUM


def _after(text: str, noun: int, at: int) -> Iterator[tuple[int, int, Confidence]]:
    """What follows one word for a password."""
    tail = text[at : at + _REACH]
    joined = _JOINED.match(tail)
    if joined is None and _CHANGES.search(text[max(0, noun - 60) : noun]):
        joined = _CHANGED.match(tail)
    if joined is not None:
        yield from _value(text, at + joined.end(), said=joined.re is _JOINED)
    if (bare := _BARE.match(tail)) is not None and is_plausible(bare.group(1)) and text[noun].islower():
        yield at + bare.start(1), at + bare.end(1), Confidence.MEDIUM
    if (dash := _DASHED.match(tail)) is not None and _is_odd(text, at + dash.end()):
        yield from _value(text, at + dash.end(), said=False)


def _value(text: str, at: int, *, said: bool) -> Iterator[tuple[int, int, Confidence]]:
    """The secret that begins here: in quotation marks, as a phrase, or one word."""
    tail = text[at : at + _REACH]
    if _REMARK.match(tail):  # "(collect from ICT)"
        return
    quoted, word = _QUOTED.match(tail), _ONE_WORD.match(tail)
    if quoted is not None:
        word = quoted
    elif (
        said
        and (phrase := _PHRASE.match(tail)) is not None
        and _is_phrase(phrase.group(1), text[max(0, at - 24) : at])
    ):
        yield at + phrase.start(1), at + phrase.end(1), Confidence.MEDIUM
        return
    if word is not None:
        start, end = place_of(text, at + word.start(1), at + word.end(1))
        sure = _confidence(text, start, end, said=said, quoted=quoted is not None)
        if sure is not None:
            yield start, end, sure


def _is_odd(text: str, at: int) -> bool:
    """Whether the next word is in quotation marks, or looks like a secret by itself."""
    word = _ONE_WORD.match(text[at : at + _REACH])
    if word is None or text[at] in "\"'“\u2018":
        return word is not None
    start, end = place_of(text, at, at + word.end())
    return look_of(text[start:end]) is not Look.PLAIN


def _is_phrase(words: str, before: str) -> bool:
    """Whether several plain words can be nothing but the secret: three of them, or two of a passphrase."""
    parts = words.split()
    if len(parts) > 1 and words not in {words.lower(), words.title()}:
        return False
    if _FUNCTION.search(words):
        return False
    if _PHRASED.search(before):
        return True
    likely = all(is_plausible(part) or len(part) < _SHORT for part in parts)
    return likely and len(words.replace("-", " ").split()) >= _SURE_PHRASE


def _confidence(text: str, start: int, end: int, *, said: bool, quoted: bool = False) -> Confidence | None:
    word = text[start:end]
    if is_placeholder(word):
        return None
    if is_strong(word) or (quoted and is_plausible(word)):
        return Confidence.HIGH
    if not said or not is_plausible(word) or _LAST_WORD.match(text[end : end + 12]) is None:
        return None
    return Confidence.HIGH if word[0].isupper() or word.isdigit() else Confidence.MEDIUM
