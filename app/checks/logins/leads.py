"""Does the last word or mark before a place lead up to a value?

"is", "use", "now", a colon, a bracket: after these a secret can stand. After most other words it cannot.
"""

from app import linear
from app.checks.logins.cues import INTRODUCES

_LEAD = linear.compile(r"(?:^|[:=>→(\[\"'“\x{2018}\x{2013}\x{2014}|,;\t-]|['\x{2019}]s )[\s\"'“\x{2018}(]*$")
_TAIL = 24


def is_introduced(before: str) -> bool:
    """Whether the last word or mark before a place leads up to a value."""
    tail = before[-_TAIL:].rstrip("\"'“\u2018( ")
    if _LEAD.search(before[-_TAIL:]):
        return True
    return INTRODUCES.search(tail) is not None
