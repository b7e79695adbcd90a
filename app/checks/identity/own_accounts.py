"""Is this bank account the organisation's own, given so that it can be paid?

The number on every invoice is nobody's private detail. It counts as our own when the words before it
say whose it is ("our bank details", "the council's account") or name a public body as the payee
("please pay to Wealdshire Council"), and nothing after that speaks of a person or of a change.
"""

from app import linear
from app.checks.patterns.passages import Passage, Whose
from app.checks.words import any_of

_BEFORE, _AFTER = 240, 60
_BODY = any_of("""
    council|school|academy|trust|authority|college|nursery|centre|federation|charity|pta|ptfa|university|company
""")
_MONEY = any_of("""
    bank(?:ing)?|account|bacs|payment|remittance|sort code
""")
_KIND = any_of("""
    main|general|usual|only|current|business|school fund|income|trading|own
""")
_OURS = rf"\b(?:our|the {_BODY}(?:'s|\x{{2019}}s|s'|s\x{{2019}})?) (?:{_KIND} ){{0,2}}{_MONEY}\b"
_PAY_US = r"\b(?:how to )?(?:pay|paying|payments?(?: should be made)? to|payable to) us\b"
_PAYEE = (
    r"\b(?:pay(?:able|ment|ments|ing)?|remit|transfer|settle|payee|beneficiary|account (?:name|title|holder)"
    r"|name of account|in favour of)\b[^.\n]{0,40}?(?:\bto\b|\binto\b|:|\bis\b|\bof\b|\n)\s*[^.;\n]{0,60}?"
    r"\b(?-i:Council|School|Primary|Academy|Trust|Authority|College|Nursery|Federation|Borough|University)\b"
)
_OWN = linear.compile(rf"(?i)(?:{_OURS}|{_PAY_US}|{_PAYEE})")
_PERSON = linear.compile(r"(?i)\b(?:my|his|her|their|mr|mrs|ms|miss|mx|dr)\b")
_SOMEBODY = linear.compile(
    r"(?i)\b(?:your (?:bank|account|sort|salary|wages)|salary|wages|employees?|staff member|parents?|pupils?"
    r"|tenants?|payslips?|new|changed?|changing|updated|different)\b"
    r"|(?:'s|\x{2019}s) (?:bank|account|sort|personal)\b"
)
_ENDS = linear.compile(r"[.!?]\s|\n\s*\n")


def is_our_own(passage: Passage, start: int, end: int) -> bool:
    """Whether the words say that the account is the sender's organisation's, to be paid into."""
    if passage.whose is not Whose.OWN:
        return False
    before = passage.text[max(0, start - _BEFORE) : start]
    said = None
    for match in _OWN.finditer(before):
        said = match
    if said is None:
        return False
    after = _ENDS.split(passage.text[end : end + _AFTER])[0]
    around = f"{before[said.end() :]} … {after}"
    return not (_PERSON.search(said.group()) or _PERSON.search(around) or _SOMEBODY.search(around))
