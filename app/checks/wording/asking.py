"""Where does a mail ask for something, or give a deadline?

The place of the first request in usual wording, or of the first deadline. Courtesies that look like
requests ("please find attached", "please do not hesitate", "let me know if you have any questions")
are none, and nor is a day by which the sender will do something.
"""

from app import linear
from app.checks.words import any_of, whole_any
from app.domain.reading import DateRole, Reading

_SOMEBODY = any_of("you|schools|all|everyone|each|headteachers|colleagues|parents|carers|families")
_ASK = whole_any(rf"""
    please|kindly|(?:can|could|would|will) {_SOMEBODY}|are you able to|let (?:me|us) know|the deadline
    {_SOMEBODY} (?:must|need to|will need to|should|are asked|are required|have to)
    (?:we|I) (?:would )?(?:ask|request|require|need|invite) (?:that|{_SOMEBODY})
    (?:grateful|appreciate it) if you|(?:would|'d|should) be (?:very |most |so )?grateful for
    (?:may|could|can) (?:I|we) (?:please )?(?:have|ask|borrow|book)
    do you have (?:any|an?|some|room|space|time)
    must be (?:returned|submitted|completed|received)
    (?:send|return|complete|submit|reply|respond|book|confirm|sign up) (?:the|your|this|to|by|for|it|now)
""")
_COURTEOUS = any_of("""
    do not|don't|feel free|accept|note that|find|see (?:the )?(?:attached|below|above)|be aware|be assured
    bear with|excuse|ignore|forgive|pass on my|give my|get in touch|contact (?:me|us|the)|should you
    if (?:you|there|that|this|I|we)|let (?:me|us) know if|remember me|(?:call|ring|e-?mail) (?:me|us)
""")
_COURTESY = linear.compile(
    rf"(?i)^(?:please|kindly|let (?:me|us) know|(?:can|could|would) you)\s+{_COURTEOUS}\b"
)

_PROMISE = linear.compile(
    r"(?i)^\s*(?:we|I)(?:(?:'|\x{2019})ll|\s+(?:will|shall|aim|hope|expect|plan|intend|try))\b"
)
_IF_ASKED = linear.compile(
    r"(?i)\bif (?:you|there|anything)\b[^.!?\n]{0,60}\b"
    r"(?:questions?|quer(?:y|ies)|problems?|concerns?|unclear|more information|know more"
    r"|need (?:any )?help)\b"
    r"[^.!?\n]*$"
)
"""Before "please ask", "please ring": an offer to answer."""
_TOLD = whole_any("sold|went|came|ran|finished|arrived|replied|emptied|filled up|opened|started|ended|got")
"""Before a day or an hour by which something was done."""
_AROUND = 160


def first_ask(reading: Reading) -> tuple[int, int] | None:
    """The first request or deadline in the author's own text."""
    asked = (match.span() for match in _ASK.finditer(reading.own) if not _is_courtesy(reading, match.start()))
    due = [
        (date.start, date.end)
        for date in reading.dates
        if date.role is DateRole.DEADLINE and not _is_no_ask(reading, date.start)
    ]
    return min(filter(None, [next(asked, None), *due[:1]]), default=None)


def _is_courtesy(reading: Reading, start: int) -> bool:
    is_polite = _COURTESY.search(reading.own[start : start + 60]) is not None
    return is_polite or _IF_ASKED.search(_said_before(reading, start)) is not None


def _is_no_ask(reading: Reading, start: int) -> bool:
    """Whether a day is told of: something was done by it, or the sender will do something themselves."""
    before = _said_before(reading, start)
    return _PROMISE.search(before) is not None or _TOLD.search(before) is not None


def _said_before(reading: Reading, start: int) -> str:
    """What the sentence says before a place."""
    before = reading.own[max(0, start - _AROUND) : start]
    cut = max(before.rfind(mark) for mark in (". ", "\n", "? ", "! "))
    return before[cut + 1 :]
