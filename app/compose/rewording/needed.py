"""Does a sentence hold something that the reader needs, so that it is not to be left out?

A number, a date, a name, a row of a list or table, a request or a question to be answered, what a child may
eat or has to take: where any of these is lost with the hurtful words, leaving them out does more harm.
"""

from app import linear
from app.checks.words import whole_any
from app.compose.rewording.kept import holds_facts

_ONE_OF_US = linear.compile(r"(?i)\b(?:no|any|every|some|each|the|of|only|which|this|that) ?-?ones?\b")
_ENDED = linear.compile(r"[.!?\x{2026}][\"'\x{201d}\x{2019})]*$")
_BULLET = linear.compile(r"^\s*(?:[-*\x{2022}\x{2023}\x{25e6}\x{2013}]|\d{1,3}[.)]|[a-z][.)])\s")
_CELLS = linear.compile(r"\t|\|| [-\x{2013}\x{2014}] |: |; ?\S| {3,}")
_QUESTION = linear.compile(
    r"(?i)^\W*(?:and |but |so |or |also,? )?(?:could|can|may|might|would|will|shall|should|is there"
    r"|are there|when|where"
    r"|which|how (?:many|much|long|soon|often))\b.*\?\W*$"
)
_CARE = whole_any(r"""
    allerg\w+|asthma\w*|inhalers?|epi-?pens?|auto-?injectors?|diabet\w+|insulin|epilep\w+|seizures?
    medic\w+|tablets?|dos(?:e|es|age)
    halal|kosher|vegan|vegetarian|diets?|dietary|gluten|dairy|nuts?|coeliac|lactose|pork|intoleran\w+
    wheelchairs?|hearing aids?|glasses|autis\w+|adhd|anxi\w+|soils?|soiled|wets|toilet\w*|continence|melatonin
    carers?|collected by|picked up by|first aid|hospital|doctor|nurse|therap\w+|counsell\w+|interpreters?
""")


def is_needed(words: str, body: str, start: int, end: int) -> bool:
    """Whether the sentence, which stands at these places of the body, holds a fact, a question or a row."""
    said = _ONE_OF_US.sub(" ", words)
    return (
        holds_facts(said)
        or _QUESTION.search(words) is not None
        or _CARE.search(words) is not None
        or _is_row(words, body, start, end)
    )


def _is_row(words: str, body: str, start: int, end: int) -> bool:
    """Whether it is a line of a list or table: marked as one, in cells, or among lines without an end."""
    first = body.rfind("\n", 0, start) + 1
    last = body.find("\n", end)
    line = body[first : last if last >= 0 else len(body)]
    if _BULLET.search(line) or "\t" in line or "|" in line:
        return True
    if _ENDED.search(words.rstrip()):
        return False
    before = body[:first].removesuffix("\n").rpartition("\n")[2]
    after = body[last + 1 :].partition("\n")[0] if last >= 0 else ""
    beside = (one for one in (before, after) if one.strip())
    return _CELLS.search(words) is not None or any(_ENDED.search(one.rstrip(" ,")) is None for one in beside)
