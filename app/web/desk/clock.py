"""How long is it until a deadline, so that somebody can plan by it?"""

from datetime import datetime, timedelta

_UNITS = ((timedelta(days=1), "day"), (timedelta(hours=1), "hour"), (timedelta(minutes=1), "minute"))
_FAR = timedelta(days=7)
"""From here on nobody plans by the hour."""


def clock(now: datetime, until: datetime) -> str:
    """``26 days``, ``2 days 4 hours``, ``4 hours 10 minutes``, ``9 minutes``; ``past`` when it is over."""
    left, said = until - now, []
    if left <= timedelta(0):
        return "past"
    if left >= _FAR:
        return f"{left.days} days"
    for unit, word in _UNITS:
        number, left = left // unit, left % unit
        if number:
            said.append(f"{number} {word}{'' if number == 1 else 's'}")
        elif said:
            break
    return " ".join(said[:2]) or "less than a minute"


def time_left(now: datetime, until: datetime) -> str:
    """``in 2 days 4 hours``; ``closed`` when it is over."""
    return f"in {clock(now, until)}" if now < until else "closed"
