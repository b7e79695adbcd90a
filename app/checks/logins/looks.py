"""Does a word look like a secret even where nothing says "password"?

Letters with digits or marks inside say so, unless the word is one of the mixed words that every office
mail holds: references, rooms, forms, versions, sizes, file names, addresses, product names.
"""

from dataclasses import dataclass
from enum import IntEnum
from itertools import islice

from app import linear
from app.checks.logins.secrets import is_placeholder, place_of


class Look(IntEnum):
    """How much a word looks like nothing but a secret."""

    PLAIN = 0
    MIXED = 1
    SURE = 2
    ALONE = 3


_CANDIDATE = linear.compile(
    r"[^\s\"“”,;|()]*(?:[A-Za-z][^\s\"“”,;|()\d]*\d|\d[^\s\"“”,;|()A-Za-z]*[A-Za-z]"
    r"|[A-Za-z0-9][!$%^&*#@~?£€_][A-Za-z0-9])[^\s\"“”|,;()]*"
    r"|[a-z]{3,}(?:-[a-z]{3,}){1,4}\d?-\d+"
)
_EXAMINED = 4_000
_SHORTEST = 5
_SURE_FROM = 6
_INNER_MARK = linear.compile(r"[A-Za-z0-9][!$%^*#@~?£€][A-Za-z0-9]|[a-z]_[A-Z][a-z]+[!$%#*]$")
_UNIT = (
    r"(?:[kmgt]i?b|[kmg]bps|[kmg]hz|mm|cm|m|km|kg|g|ml|l|p|am|pm|hrs?|hours?|mins?|secs?|s|x|th|st|nd|rd"
    r"|k|bn|ft|in|px|dpi|w|v|kwh?|yrs?|pp|ish)"
)
_NUMBERED = (
    r"(?:year|yr|ks|stage|term|class|room|form|part|appendix|annex|phase|level|band|grade|tier|week|day|wk"
    r"|version|v|office|microsoft|m|windows|win|ios|ipados|android|chrome|covid|mp|sha|tls|ipv|http|web|page"
    r"|table|fig|figure|step|q|h|t|s|y|a|b|p|no|item|unit|module|section|para|clause"
    r"|group|set|team|block|zone|floor|door|gate|bay|log4j|sept?|oct|nov|dec|jan|feb|mar|apr"
    r"|may|june?|july?|aug|september|october|november|december|january|february|march|april|august)"
)
_ORDINARY = linear.compile(
    r"(?i:"
    rf"[£$€]?\d[\d,.]*{_UNIT}?(?:[-\x{{2013}}/x][£$€]?\d[\d,.]*{_UNIT}?)*"
    rf"|{_NUMBERED}[-.]?\d{{1,2}}(?:\.\d+)*[a-z]?|(?:office|microsoft|m|g)365|{_NUMBERED}[-/.]?20\d\d"
    r"|\d{1,4}-[a-z][a-z-]*|0x[0-9a-f]+|\d?[a-z]{1,2}\d?|20\d\d[a-z]?"
    r"|\S+\.(?:docx?|xls[xmb]?|pptx?|pdf|csv|zip|txt|msg|eml|jpe?g|png|gif|mp[34]|mov|exe|html?|aspx?|php|js)"
    r"|\S+\.(?:com|org|net|gov|uk|co|io|app|example|edu|sch|info|eu)(?:[/:?]\S*)?|\S*://\S*|\S*@\S+\.\S+"
    r"|[@#]\S+|(?:ctrl|alt|shift|cmd|win)(?:[+-]\S+)|\d?password\d?|\d+(?:st|nd|rd|th)\S*"
    r"|(?:covid|sars)\S*|(?:lastpass|keepass|bitwarden|1password|dropbox|log4)\S*|(?:autumn|spring"
    r"|summer|winter|easter|term)\d|gr?8|b2b|h2o|y\d\S*"
    r"|\d+\.\d+\w{0,3}|\d+(?::\d+)+|\d+[-/]\S*\d|\d+/\S+|\S+/\d+|\d{1,2}(?:jan(?:uary)?|feb(?:ruary)?"
    r"|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?:\d{2}|\d{4})?"
    r")"
    r"|[A-Z][a-z]{3,}[24][A-Z][a-z]{1,}|[A-Z]{1,8}[-/.]?\d{1,10}[A-Z]{0,2}(?:[-/.]\w+)*"
    r"|[A-Z]{2,}[a-z]?-?\d+(?:\.\d+)*|\d+[A-Z]{1,3}"
    r"|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
    r"|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z0-9]+|[a-z]+\d[a-z]"
)
_ALONE = linear.compile(
    r"[A-Za-z0-9]*[A-Za-z]{3,}[A-Za-z0-9]*[!$%^#£€&][A-Za-z0-9!$%^#£€_-]*|[A-Z][a-z]{3,}\d{2,4}[!$%#*]"
    r"|[A-Za-z0-9]*[A-Za-z]{3,}\d*[*+]\d*[A-Za-z]*\d[A-Za-z0-9]*|[A-Z][a-z]+_[A-Z][a-z]+[!$%#*]"
    r"|[A-Z][a-z]{2,}(?:-[A-Z][a-z]{2,})+-\d{1,3}"
)
_WORDS_AND_NUMBER = linear.compile(r"[a-z]{3,}(?:-[a-z]{3,})+-\d{1,4}|(?:[a-z]{3,}\d?-){2,}[a-z]{3,}\d+")
_JOINED = linear.compile(r"[A-Za-z./]+@[A-Za-z.]+|[A-Za-z]+#\d{6,}")
_NAMED_YEAR = linear.compile(r"[A-Z][a-z]{3,}20\d\d[!$%#*]+")
_DASHED = linear.compile(r"[A-Za-z]+-\d{1,4}")


@dataclass(frozen=True, slots=True)
class OddWord:
    """A word that does not look like one of the language."""

    start: int
    end: int
    look: Look


def odd_words(text: str) -> list[OddWord]:
    """Every word of a text that has some look of a secret, in order."""
    found = []
    for match in islice(_CANDIDATE.finditer(text), _EXAMINED):
        start, end = place_of(text, *match.span())
        look = look_of(text[start:end])
        if look is not Look.PLAIN:
            found.append(OddWord(start, end, look))
    return found


def look_of(word: str) -> Look:
    """The look of a word that stands in running text; its last marks of punctuation are no part of it."""
    if len(word) < _SHORTEST or word.isdigit() or is_placeholder(word):
        return Look.PLAIN
    if _NAMED_YEAR.fullmatch(word):
        return Look.ALONE
    bare = word.rstrip("!?.,;:)>")
    has_mark = _INNER_MARK.search(word) is not None
    has_digit = any(c.isdigit() for c in word)
    is_odd = (
        any(c.isalpha() for c in word) and (has_digit or has_mark) and "’" not in word and "'" not in word
    )
    if not is_odd or _JOINED.fullmatch(bare) or _ORDINARY.fullmatch(bare):
        return Look.PLAIN
    return _oddness(word, bare, has_mark=has_mark, has_digit=has_digit)


def _oddness(word: str, bare: str, *, has_mark: bool, has_digit: bool) -> Look:
    if len(word) < _SURE_FROM or not any(c.islower() for c in word) or _DASHED.fullmatch(bare):
        return Look.MIXED
    if _ALONE.fullmatch(word) and (has_digit or any(c.isupper() for c in word)):
        return Look.ALONE
    if _WORDS_AND_NUMBER.fullmatch(word):
        return Look.SURE
    varied = sum((has_digit, has_mark or word[-1] in "!$%*#", any(c.isupper() for c in word)))
    return Look.SURE if varied > 1 or has_mark else Look.MIXED
