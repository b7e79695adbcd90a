"""Is PFA short for "please find attached" here?

It is also paediatric first aid, the course of every school, and a part of course codes. As a promise it
opens its sentence and something to be found follows it, or nothing.
"""

from app import linear

_SHORT = "pfa"
_BEFORE_AT_MOST, _AFTER_AT_MOST = 20, 160
_BEFORE = linear.compile(r"(?i)(?:^|[\n,.;!?(\x{2013}\x{2014}]|\b(?:please|pls|hi|hello|dear \S+|all))\s*$")
_FOUND = (
    r"the|an?|my|our|your|his|her|their|this|these|as|for|with|is|some|two|three|all|latest|signed|updated"
    r"|revised|completed|draft|final|copy|copies|scan|quote|quotation|invoice|forms?|agenda|minutes|reports?"
    r"|letters?|files?|documents?|notes|slides|spreadsheet|details|dates|\w+\.\w{2,4}"
    r"|\p{Lu}\p{Ll}+(?:'s|\x{2019}s)"
)
_AFTER = linear.compile(rf"(?i)^(?:\s*(?:$|[\n.,;:!)\x{{2013}}\x{{2014}}]|-\s)|\s+(?:{_FOUND})\b)")
_FIRST_AID = linear.compile(r"(?i)\bfirst[- ]aid|paediatric|\bcourses?\b|\bcertificates?\b")
_SENTENCE_END = linear.compile(r"[.!?\n]")


def is_a_course(own: str, start: int, end: int) -> bool:
    """Whether PFA at this place is paediatric first aid or a part of a code; false of other words."""
    if own[start:end].lower() != _SHORT:
        return False
    after = own[end : end + _AFTER_AT_MOST]
    if not _BEFORE.search(own[max(0, start - _BEFORE_AT_MOST) : start]) or not _AFTER.search(after):
        return True
    return _FIRST_AID.search(_SENTENCE_END.split(after)[0]) is not None
