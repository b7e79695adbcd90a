"""Is the hour of a date told elsewhere in its sentence: "tonight is the quiz, 7.30pm"?

Only where it is surely an hour ("7.30pm", "noon", "starts at 9") and the one of its sentence, which names
no other date. What is wanted by a day ("reply by Friday about the 7pm meeting") is wanted by no such hour.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import time

from app.domain.reading import DateMention, DateRole
from app.reading.times.clock_times import CLOCK, HOUR, SPOKEN, clock
from app.reading.times.date_words import pattern
from app.reading.times.deadlines import Clause, clause_around

_FARTHEST = 60
_FIGURES = r"\d{1,2}\.[0-5][05]"
_HOUR = pattern(
    rf"(?:\b(?P<hour>{CLOCK}|{SPOKEN})"
    r"|(?:\b(?:at|from|meet(?:ing)?|starts?|begins?|(?:start|time|off|arrival|registration) is) |\()"
    rf"(?P<figures>{_FIGURES})|\ban? (?P<start>{_FIGURES}) start|, (?P<last>{_FIGURES})\s*$"
    r"|\b(?:starts?|begins?|opens?|leaves?|goes|departs?|arrives?|meets?|closes|finish(?:es)?) (?:at|from) "
    rf"(?P<bare>{HOUR}))"
    r"(?:[^\w.]|\.(?:\D|$)|$)"
)
_LIMIT = pattern(r"\b(?:by|before|until|till?|than|after|since|not|or)(?: (?:about|the))? $")
_RANGE = pattern(r"^\s*(?:-|to|until|till?)\s*$")
_APART = pattern(r"[;!?]|:(?:\D|$)|\s-\s|\n|\b(?:but|and|so|then|while|because|which|that|when|if)\b")


def with_hours(text: str, found: Iterable[DateMention]) -> list[DateMention]:
    """The dates in order; one without an hour has the one that its sentence tells."""
    dates = list(found)
    for n, mention in enumerate(dates):
        if mention.at is not None or mention.role is not DateRole.MENTION:
            continue
        clause = clause_around(text, mention.start, mention.end)
        opens, ends = mention.start - len(clause.before), mention.end + len(clause.after)
        if any(d.start < ends and d.end > opens for d in (*dates[:n], *dates[n + 1 :])):
            continue
        dates[n] = replace(mention, at=_hour(clause))
    return dates


def _hour(clause: Clause) -> time | None:
    """The only hour of a sentence; the first of two that a stretch is told by."""
    before, after = _APART.split(clause.before)[-1][-_FARTHEST:], _APART.split(clause.after)[0][:_FARTHEST]
    found = [(side, match) for side in (before, after) for match in _HOUR.finditer(side)]
    if not found or any(_LIMIT.search(side[: match.start()]) for side, match in found):
        return None
    (side, first), *more = found
    if more and not (len(more) == 1 and _RANGE.search(side[first.end() - 1 : more[0][1].start()])):
        return None
    return clock(next(words for words in first.groups() if words))
