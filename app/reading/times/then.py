"""Is a day named first and asked for afterwards: "census day is 21 January; registers must be right by then"?

Then it is a deadline, although nothing before it says so.
"""

from collections.abc import Iterable
from dataclasses import replace

from app.domain.reading import DateMention, DateRole
from app.reading.times.date_words import pattern
from app.reading.times.deadlines import clause_around

_THEN = pattern(r"\b(?:by|before) (?:then|that (?:date|day))\b")
_ASKED = pattern(r"\b(?:please|pls|must|needs?|make sure|ensure|send|let (?:me|us)|can you|could you)\b")
_NOT = pattern(r"\b(?:no|not|don't|never|nothing)\b")
_FARTHEST, _MOST = 120, 50


def with_then(text: str, found: Iterable[DateMention]) -> list[DateMention]:
    """The dates in order; those that "by then" asks for are deadlines."""
    dates = list(found)
    for number, match in enumerate(_THEN.finditer(text)):
        if number >= _MOST:
            break
        clause = clause_around(text, match.start(), match.end())
        at = next((n for n in reversed(range(len(dates))) if dates[n].end <= match.start()), None)
        if at is None or match.start() - dates[at].end > _FARTHEST:
            continue
        if _NOT.search(clause.before):
            continue
        if _ASKED.search(clause.before) or _ASKED.search(clause.after):
            dates[at] = replace(dates[at], role=DateRole.DEADLINE)
    return dates
