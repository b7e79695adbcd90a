"""Which years have two days of a stretch that else would go backwards: "1 April to 30 September"?

Each alone is the day nearest to today, so that one may be of last year and one of the next: then both are of
the stretch that is just over, or the one that is to come.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from app.domain.reading import DateMention
from app.reading.times.date_words import MON, add_months, pattern

_TO, _MONTH = pattern(r"^ ?(?:-|to|until|till?) ?(?:the )?$"), pattern(rf"\b{MON}\b")
_YEAR, _LEAST = 12, timedelta(days=40)


def in_order(text: str, found: Iterable[DateMention], today: date) -> list[DateMention]:
    """The dates, in which each stretch of two days with their months but no years goes up."""
    told = list(found)
    for n, (first, last) in enumerate(pairwise(told)):
        is_stretch = _TO.search(text[first.end : last.start]) and not (first.has_year or last.has_year)
        if not is_stretch or first.day - last.day < _LEAST:
            continue
        if all(_MONTH.search(text[d.start : d.end]) for d in (first, last)):
            if last.day <= today:
                told[n] = replace(first, day=add_months(first.day, -_YEAR))
            else:
                told[n + 1] = replace(last, day=add_months(last.day, _YEAR))
    return told
