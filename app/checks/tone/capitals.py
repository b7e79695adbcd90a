"""Where does a text shout?

Runs of two or more words in capitals that are not known abbreviations. A run must hold a word that
people shout (please, not, now, must …), so that names and addresses in capitals,
as on forms, are left; a run that fills a short line of its own is a heading.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from app import linear
from app.checks.wording.acronyms import is_acronym
from app.checks.words import first_found, word_set

_RUN = linear.compile(
    r"\b\p{Lu}[\p{Lu}'\x{2019}&/-]*(?:[ \t]*[,:;!?-]?[ \t]+\p{Lu}[\p{Lu}'\x{2019}&/-]*)+(?:[^\pL\pN]|$)"
)
_WORD = linear.compile(r"\p{Lu}[\p{Lu}'\x{2019}&-]*")
_FEWEST = 2
_SHORT = 3
_LONGEST_HEADING = 10
_LONGEST_LINE = 80
_LONGEST_RUN = 2_000
_ORDERS = word_set("PLEASE NOT DON'T NOW MUST STOP NEVER URGENT IMMEDIATELY AGAIN ASAP I I'M YOU'RE")
_SHOUTED = word_set("""
    A ABSOLUTELY ACTION AGAIN ALL ALWAYS AM AN AND ANOTHER ANY ANYONE ARE AS ASAP AT ATTENTION BE BEEN
    BEFORE BUT BY CANNOT CAN'T CHECK CLOSED COMPLETE CONFIDENTIAL COULD DEADLINE DID DIDN'T DO DOES
    DOESN'T DON'T DUE EVER EVERY EVERYONE FAILED FINAL FOR FROM GET GO HAD HAS HAVE HE HELP HER HIS HOW
    I I'M IF IMMEDIATE IMMEDIATELY IMPORTANT IN IS ISN'T IT IT'S JUST KEEP LAST LATE LIKE MAKE MANDATORY
    ME MISSING MORE MOST MUST MY NEED NEEDED NEVER NEXT NO NOBODY NOT NOTE NOTHING NOW OF OFF ON ONCE
    ONE ONLY OR OUR OUT OVERDUE PLEASE READ REALLY REMEMBER REMINDER REPLY REQUIRED RESPOND RETURN RIGHT
    SAID SEND SHE SHOULD SHUT SICK SO STILL STOP TELL THAN THANK THAT THE THEIR THEM THERE THEY THIS
    TIME TIRED TO TODAY TOLD TOO UNACCEPTABLE UNTIL UP UPDATE URGENT URGENTLY US VERY WAIT WANT WARNING
    WAS WE WERE WHAT WHEN WHERE WHO WHY WILL WITH WITHOUT WON'T WORK WOULD WRONG YES YOU YOUR YOU'RE
""")


@dataclass(frozen=True, slots=True)
class Shout:
    """A run of words in capitals; `words` counts those that are not abbreviations."""

    start: int
    end: int
    words: int
    is_heading: bool


def find_shouts(text: str) -> Iterator[Shout]:
    """Every run of capitals in a text that people may read as shouting, in order."""
    for match in first_found(_RUN, text):
        start, end = match.start(), match.start() + len(match.group().rstrip(" \t\r\n,:;!?.-)(\"'"))
        if text[end : end + 1].islower():
            continue
        words = [
            w.group().strip("'\u2019&-").replace("\u2019", "'")
            for w in _WORD.finditer(text[start : min(end, start + _LONGEST_RUN)])
        ]
        real = [word for word in words if _is_word(word)]
        if len(real) < _FEWEST:
            continue
        is_heading = _fills_its_line(text, start, end) and len(words) <= _LONGEST_HEADING
        is_heading = is_heading and _ORDERS.isdisjoint(words)
        if is_heading or not _SHOUTED.isdisjoint(real):
            yield Shout(start, end, len(real), is_heading)


def _is_word(word: str) -> bool:
    """A short group of letters that nobody shouts may be an abbreviation we do not know."""
    if len(word) < _FEWEST or is_acronym(word):
        return False
    return word in _SHOUTED or len(word) > _SHORT


def _fills_its_line(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - _LONGEST_LINE) : start].rpartition("\n")[2]
    after = text[end : end + _LONGEST_LINE].partition("\n")[0]
    return not any(c.isalpha() or c in ".!?" for c in before + after)
