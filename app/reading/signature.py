"""Where is the signature?

By the marks of mail clients, by "-- ", by what telephones add, and by the sign-off: the sign-off
itself is still the author's text, and so is whatever after it reads like a sentence, a postscript or
data. Names, posts, addresses, telephone numbers and disclaimers are the signature.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice

from app import linear
from app.reading.earlier import Stretch

_SIGN_OFF = linear.compile(
    r"(?i)^(?:"
    r"(?:(?:with|my|our|very|and|many|kind(?:est)?|warm(?:est)?|best|fond|good|sincere|friendly) )*"
    r"(?:regards?|wishes)(?: to (?:you )?all)?"
    r"|yours(?: (?:sincerely|faithfully|truly|aye|ever))?"
    r"|(?:(?:many|with|kind|grateful|huge|big) )*(?:thanks|thank you|thx)"
    r"(?: (?:again|in advance|so much|very much|all|everyone|both|for (?:all )?your (?:[a-z-]+ )?"
    r"(?:help|support|time|understanding|co-?operation|patience|assistance)[a-z -]{0,30}))*"
    r"(?:,? (?:and )?(?:kind|best|warm) (?:regards|wishes))?"
    r"|cheers|ta|(?:all )?(?:the|my) best|all best|best|sincerely|respectfully(?: yours)?|take care"
    r"|speak soon|see you (?:soon|then|there)|kr|br|rgds"
    r"|(?:gyda )?(?:diolch(?: yn fawr)?|cofion(?: gorau| cynnes)?)|hwyl"
    r")(?: ?[,.!\x{2013}\x{2014}-]+| ?x+)* ?$"
)
_WITH_NAME = linear.compile(
    r"^(?i:(?:many |kind |best |warm )?(?:regards|thanks|wishes)|cheers|yours sincerely),? "
    r"[A-Z][\pL'\x{2019}-]+(?: [A-Z][\pL'\x{2019}-]*\.?){0,2}\.?$"
)
_PHONE_LINE = linear.compile(
    r"(?im)^[ \t]*(?:get (?:the )?outlook for (?:ios|android|mac|windows)[^\n]{0,60}"
    r"|sent (?:from|via|using) (?:my |the )?"
    r"(?:outlook|mail|yahoo|gmail|proton|samsung|galaxy|android|iphone|ipad|blackberry|mobile|phone|huawei)"
    r"[^\n]{0,60}"
    r"|anfonwyd o[^\n]{0,60})[ \t]*$"
)
_CONTACT = linear.compile(
    r"(?i)@|www\.|https?://|(?:\+44|\b0)[\d ()-]{8,14}\d|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$"
    r"|^(?:t|tel|telephone|phone|m|mob|mobile|d|ddi|direct line|f|fax|e|e-?mail|w|web|website|ext|extension"
    r"|twitter|x|facebook|linkedin|teams|address|working days|office hours|pronouns|follow us)"
    r"(?:\b.{0,3}[:|]|\.| ?\d)"
)
_DISCLAIMER = linear.compile(
    r"(?i)confidential|intended (?:only|solely|for)|intended recipient|privileged"
    r"|received (?:this|it) in error|views (?:and|or) opinions|views expressed|\bvirus"
    r"|registered (?:in england|office|company|charity)|company (?:number|no)|before printing|the environment"
    r"|\bgdpr\b|data protection|freedom of information|privacy notice|disclaimer|unauthorised"
    r"|monitor(?:ed|ing)|working pattern|working hours|respond outside|flexibl|unsubscribe|follow us"
)
_CERTAIN_DISCLAIMER = linear.compile(
    r"(?im)^[ \t*]*(?:disclaimer:? |confidentiality notice:? )?"
    r"(?:this (?:e-?mail|message|communication|transmission)"
    r"|the (?:information|content|contents)[^\n]{0,60} this (?:e-?mail|message))\b[^\n]{0,200}"
    r"\b(?:intended (?:only|solely)|solely (?:for|intended)|addressee|intended recipient"
    r"|received (?:it|this)[^\n]{0,20} in error)"
)
_POSTSCRIPT = linear.compile(
    r"(?i)^(?:p\.? ?){1,3}s\b[.:, \x{2013}\x{2014}-]|^n\.?b\b[.:, \x{2013}\x{2014}-]"
)
_LABELLED = linear.compile(r"^\pL[\pL #'\x{2019}()/-]{1,40}: ?\S")
_DATA = linear.compile(
    r"\b\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d{2}\b|\b\d{10}\b"
    r"|\b[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b|\b[A-Z]\d{11,12}[A-Z]?\b|[£€$] ?\d"
    r"|(?i:\bpassword|\bpasscode|\bpin:|\bupn\b|\bnhs (?:no|number)|\bdob\b|\bdate of birth|\bsort code)"
)
_TALKS = frozenset(("i", "i'm", "i'll", "i've", "i'd", "you", "you're", "you'll", "your", "my")) | frozenset(
    ("we", "we're", "we'll", "we've", "please", "can", "could", "would", "don't", "let's")
)
_MOST_LINES = 5_000
_TAIL = 12_000
_LONGEST_SIGN_OFF = 70
_LONGEST_LINE = 400
_MOST_SHORT = 8
_MOST_SHORT_MARKED = 60
_MOST_NAME_WORDS = 8
_SHORTEST_SENTENCE_WORDS = 3
_SHORT_SENTENCE_WORDS = 4
_LONG_LINE_WORDS = 13


def find_signatures(clean: str, start: int, end: int, marked: Sequence[Stretch]) -> Iterator[Stretch]:
    """Signatures in one stretch of unquoted text. `marked` is what clients marked, sorted."""
    at = bisect_left(marked, (start, start))
    for first, last in marked[max(0, at - 1) :]:
        if first >= end:
            break
        if last > start:
            yield from _in_mark(clean, max(first, start), min(last, end))
    text = clean[start:end]
    for pattern in (_PHONE_LINE, _CERTAIN_DISCLAIMER):
        for match in islice(pattern.finditer(text), _MOST_LINES):
            line_end = text.find("\n", match.end())
            yield start + match.start(), start + (line_end if line_end >= 0 else len(text))
    tail = max(start, end - _TAIL)
    delimiter = _delimiter(clean, tail, end)
    if delimiter is not None:
        yield delimiter, min(end, clean.find("\n", delimiter) + 1 or end)
        yield from _after(clean, delimiter + len("--"), end, is_marked=True)
        end = delimiter
    sign_off, has_name = _last_sign_off(clean, tail, end)
    if sign_off >= 0:
        yield from _after(clean, sign_off, end, is_marked=False, has_name=has_name)


def is_sign_off(line: str) -> bool:
    """Whether a line, stripped of its margins, signs off."""
    return len(line) <= _LONGEST_SIGN_OFF and _SIGN_OFF.match(line) is not None


def _in_mark(clean: str, start: int, end: int) -> Iterator[Stretch]:
    """A marked signature, without what somebody typed into it."""
    sign_off, _ = _last_sign_off(clean, start, end)
    yield from _after(clean, max(start, sign_off), end, is_marked=True)


def _lines_back(clean: str, start: int, end: int) -> Iterator[Stretch]:
    while end > start:
        line = clean.rfind("\n", start, end) + 1 or start
        yield line, end
        end = line - 1


def _delimiter(clean: str, start: int, end: int) -> int | None:
    """The last line that is just "-- "."""
    found = (line for line, stop in _lines_back(clean, start, end) if clean[line:stop].rstrip() == "--")
    return next(found, None)


def _last_sign_off(clean: str, start: int, end: int) -> tuple[int, bool]:
    """The end of the last line that signs off, and whether it holds a name; -1 when none does."""
    for line, stop in _lines_back(clean, start, end):
        words = clean[line : min(stop, line + _LONGEST_SIGN_OFF + 1)].strip(" \t*_•")
        if 0 < len(words) <= _LONGEST_SIGN_OFF:
            if _SIGN_OFF.match(words):
                return stop, False
            if _WITH_NAME.match(words):
                return stop, True
    return -1, False


def _after(clean: str, start: int, end: int, *, is_marked: bool, has_name: bool = False) -> Iterator[Stretch]:
    """The lines from `start` that are a signature, those that belong together as one stretch."""
    judge = _LineJudge(is_marked=is_marked, has_name=has_name)
    first = last = -1
    while start < end:
        stop = clean.find("\n", start, end)
        stop = end if stop < 0 else stop
        line = clean[start : min(stop, start + _LONGEST_LINE)].strip()
        if judge.is_signature(line):
            if line:
                first = start if first < 0 else first
                last = stop
        elif first >= 0:
            yield first, last
            first = -1
        start = stop + 1
    if first >= 0:
        yield first, last


class _LineJudge:
    """Goes through the lines after a sign-off and says of each whether it is a signature's.

    Where no client marked a signature, it must begin with a name; without one, only disclaimers count.
    """

    def __init__(self, *, is_marked: bool, has_name: bool) -> None:
        self._is_marked = is_marked
        self._has_name: bool | None = has_name or None  # not known before the first line
        self._short = _MOST_SHORT_MARKED if is_marked else _MOST_SHORT
        self._has_disclaimer = False
        self._is_text = False  # the paragraph is the author's

    def is_signature(self, line: str) -> bool:
        """Judge the next line; an empty one ends a paragraph and belongs to what is before it."""
        if not line:
            self._is_text = self._short < 0
            return not self._is_text
        if self._has_name is None:
            self._has_name = self._is_marked or _is_name(line)
        if not self._is_text:
            self._is_text = self._is_authors(line)
        return not self._is_text

    def _is_authors(self, line: str) -> bool:
        is_contact = _CONTACT.search(line) is not None
        if (
            _POSTSCRIPT.match(line)
            or _DATA.search(line)
            or (not self._is_marked and _is_table(line, is_contact))
        ):
            return True
        if _DISCLAIMER.search(line) and not line.endswith("?"):
            self._has_disclaimer = True
        if self._has_disclaimer:
            return False
        if not self._has_name or self._is_sentence(line):
            return True
        if is_contact:
            self._short = max(self._short, _MOST_SHORT)
            return False
        self._short -= 1
        return self._short < 0

    def _is_sentence(self, line: str) -> bool:
        words = line.lower().replace("\u2019", "'").split()
        talks = not _TALKS.isdisjoint(words)
        if self._is_marked:
            return talks and len(words) >= _SHORT_SENTENCE_WORDS and line[-1] in ".?!:,"
        if line[-1] in ".?!:":
            return len(words) >= _SHORTEST_SENTENCE_WORDS
        return len(words) >= _LONG_LINE_WORDS or (talks and len(words) >= _SHORT_SENTENCE_WORDS)


def _is_name(line: str) -> bool:
    """A few words that could be somebody's name and post: no figures, no sentence."""
    words = line.split()
    if len(words) > _MOST_NAME_WORDS or any(c.isdigit() or c in ":?" for c in line):
        return False
    return len(words) == 1 or sum(word[0].isupper() or not word[0].isalpha() for word in words) * 3 > len(
        words
    )


def _is_table(line: str, is_contact: bool) -> bool:
    return line.count("\t") > 1 or (_LABELLED.match(line) is not None and not is_contact)
