"""How long is it until then, in words?"""

from datetime import datetime, timedelta

_DAY, _HOUR, _MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)


def time_left(now: datetime, until: datetime) -> str:
    """``in 2 days``, ``in 3 hours``, ``in 9 minutes``; ``closed`` when it is over."""
    left = until - now
    if left <= timedelta(0):
        return "closed"
    for unit, word in ((_DAY, "day"), (_HOUR, "hour"), (_MINUTE, "minute")):
        if left >= unit:
            number = left // unit
            return f"in {number} {word}{'' if number == 1 else 's'}"
    return "in less than a minute"
