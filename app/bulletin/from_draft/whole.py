"""Can a sentence end here, so that what is left says nothing else than the whole did?

Not on a word that waits for another, nor in a date, a stretch ("between 7 and 25 June") or a row of things;
not on an opening that only leads to the sentence, and not where either half beside "and" has no verb.
"""

import re2

from app.bulletin.from_draft.verbs import has_verb

LOOSE = frozenset(
    """
    a an the and or but of for to in on at by with from as is are was were be been will would can
    could may must should has have had do does did that which who when where while if so because
    than into about your our their his her its my this these those not no any all each every very
    more most only also please we they i he she there both either per up out off over under between
    before after until since what how & need needs want wants like able going due asked invited
    happy put take come go goes log fill sign look looks carry send hand set apply keep based pick
    ready plan plans hope hopes pretends around during without within against towards via aimed
    """.split()  # noqa: SIM905 - a list reads best as words
)
_MARKS = " \t,;:\u2013\u2014-/&+"
_DAY = r"(?:mon|tue|tues|wed|weds|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?"
_BROKEN_DATE = re2.compile(
    rf"(?i)(?:^|\s)(?:\d{{1,2}}(?:st|nd|rd|th)?|by|mid|late|early|the \d{{1,2}}|{_DAY})$"
)
_DATE_AHEAD = re2.compile(
    r"(?i)^\s*(?:,\s*)?(?:\d{1,2}(?:st|nd|rd|th)?\b|jan|feb|mar|apr|may\b|jun|jul|aug|sep|oct|nov|dec"
    r"|20\d\d|[ap]m\b|noon)"
)
_ENDS_IN_TIME = re2.compile(r"(?i)(?:\d ?[ap]m|\bnoon|\bmidday|\bmidnight|o['\x{2019}]clock)$")
_DAY_AHEAD = re2.compile(rf"(?i)^,?\s+(?:on\b|{_DAY}\b)")
_ENDS_IN_DAY = re2.compile(
    rf"(?i)\b(?:{_DAY}|jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*)$"
)
_STRETCH_AHEAD = re2.compile(r"(?i)^(?:\s+(?:to|until|till)\b|\s*[\x{2013}\x{2014}-]\s*\d)")
_NUMBER_AHEAD = re2.compile(r"(?i)^\s*(?:,\s*)?(?:and|or|&|to)\s+(?:the\s+)?\d")
_ENDS_IN_NUMBER = re2.compile(r"(?i)\d(?:st|nd|rd|th)?$")
_OPEN_PAIR = re2.compile(r"(?i)\b(?:between|both|either)\b")
_PAIR = re2.compile(r"(?i)\b(?:and|or)\b")
_AND_AHEAD = re2.compile(r"(?i)^,?\s+(?:and|or)\b")
_LIST_AHEAD = re2.compile(r"(?i)^,\s+((?:[^,;:.]{1,45},\s+){0,8}[^,;:.]{1,45},?)\s+(?:and|or|&)\s")
_CONDITION = re2.compile(
    r"(?i)^(?:if|when|once|as|before|after|unless|while|because|although|whether|where)\b"
)
_OPENER = re2.compile(
    r"(?i)^(?:following|due to|because of|owing to|thanks to|in|on|at|from|during|with|for|given|despite"
    r"|as|to|by|since|until|through|over|under|this|next|last)\b"
)
_LAST_CLAUSE = re2.compile(
    r"(?i)^.*(?:[,;:]\s|\s[\x{2013}\x{2014}-]\s|\b(?:so that|that|if|when|because|where|how|while)\s)"
)
_NO_END = re2.compile(
    r"(?i)(?:\b(?:(?:the|this|that|another) one|at least|as well|such|whose)|n['\x{2019}]t"
    r"|['\x{2019}](?:ll|re|ve))$"
)
_SAYING_AHEAD = re2.compile(
    r"(?i)^,\s+(?:is|are|was|were|has|have|will|would|can|could|may|might|must|should|shall|needs?)\b"
)
_PHRASE_AHEAD = re2.compile(r"(?i)^\s*(?:for|from|at|with|by|as|to|in|on)\b")
_NEXT_CLAUSE = re2.compile(r"^,?\s+\S+([^,;:.]*)")
JOINED_LAST = re2.compile(r"(?i)\s(?:and|or|&)\s+[^\d\s]\S*(?:\s+\S+)?$")
_FEWEST_WORDS = 3


def is_whole(words: str, rest: str = "", *, at_phrase: bool = False) -> bool:
    """Whether the words can end before `rest`; `at_phrase`: a phrase goes away, and no whole clause."""
    line = words.strip(_MARKS)
    parts = line.split()
    if len(parts) < _FEWEST_WORDS or parts[-1].casefold().strip(".,'\"") in LOOSE:
        return False
    if line.count('"') % 2 or line.count("(") != line.count(")") or _NO_END.search(line):
        return False
    if _is_only_opening(line, rest) or (at_phrase and JOINED_LAST.search(line)):
        return False
    return not (breaks_a_date(line, rest) or _breaks_a_row(line, rest))


def _is_only_opening(line: str, rest: str) -> bool:
    """Whether the words only lead to what the sentence says."""
    if "," in line:
        return False
    return bool(_CONDITION.match(line) or (rest.startswith(",") and _OPENER.match(line)))


def breaks_a_date(line: str, rest: str) -> bool:
    """Whether a date, a time or a stretch of days goes on in the rest."""
    if _BROKEN_DATE.search(line) and _DATE_AHEAD.match(rest):
        return True
    is_number = _ENDS_IN_NUMBER.search(line) is not None
    if (is_number and (_DATE_AHEAD.match(rest) or _NUMBER_AHEAD.match(rest))) or (
        _ENDS_IN_TIME.search(line) and _DAY_AHEAD.match(rest)
    ):
        return True
    is_day = is_number or bool(_ENDS_IN_TIME.search(line) or _ENDS_IN_DAY.search(line))
    return is_day and " from " not in line and _STRETCH_AHEAD.match(rest) is not None


def _breaks_a_row(line: str, rest: str) -> bool:
    """Whether the cut takes one of a pair, or some of a row, away."""
    if rest.startswith(" to school") and line.endswith("home"):
        return True
    pair = _OPEN_PAIR.search(line)
    if pair and not _PAIR.search(line[pair.end() :]):
        return True
    row = _LIST_AHEAD.match(rest)
    if row and not has_verb(row[1]):
        return True
    if not _AND_AHEAD.match(rest):
        return _SAYING_AHEAD.match(rest) is not None
    after = _NEXT_CLAUSE.match(rest)
    goes_on = after is not None and (has_verb(after[1]) or _PHRASE_AHEAD.match(after[1]) is not None)
    return not (goes_on and has_verb(_LAST_CLAUSE.sub("", line)))
