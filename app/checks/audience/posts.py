"""Which post does somebody hold, as a name in the address book or a signature tells it?

"Shah, Priya (Deputy Headteacher)" in the address book, "Deputy Headteacher & SENCO" on a line of the
signature. Each post is one of a few families, so that "Head" and "Headteacher" are the same. Footers that
name somebody else ("Headteacher: Mrs J Jones") tell nothing of the writer.
"""

from app import linear
from app.checks.words import any_of

_POSTS = {
    "deputy-head": "(?:deputy|vice)[- ](?:head ?-?teacher|head|principal)",
    "assistant-head": "(?:assistant|associate) (?:head ?-?teacher|head|principal)",
    "head": """
        (?:executive )?head ?-?(?:teacher|master|mistress)
        (?:executive )?principal|head of school|executive head
    """,
    "senco": "senco|sendco|special (?:educational )?needs co-?ordinator|inclusion (?:manager|lead|leader)",
    "safeguarding-lead": "(?:deputy )?designated safeguarding (?:lead|officer)|d?dsl|safeguarding lead",
    "business-manager": "(?:school )?business manager|sbm|bursar",
    "governor": """
        (?:vice[- ])?chair(?:man|woman)? of (?:governors|trustees|the (?:governors|trustees|board))
        (?:parent|staff)? ?governor|trustee
    """,
    "teaching-assistant": """
        (?:higher[- ]level )?(?:teaching|classroom|learning support) assistant
        hlta|lsa
    """,
    "teacher": "(?:class|form|subject|supply|student|trainee)? ?teacher|(?:form|personal) tutor",
    "office": """
        (?:school )?(?:secretary|administrator|receptionist)
        office manager|admin(?:istrative)? assistant|personal assistant|pa
    """,
    "director": """
        (?:executive |assistant |deputy )?director(?: of [a-z' &]+)?
        chief (?:executive|operating|financial) ?(?:officer)?|ceo
    """,
    "psychologist": "(?:educational|clinical) psychologist",
    "social-worker": "(?:senior )?social worker",
    "councillor": "councillor",
}
_FAMILIES = tuple(_POSTS)
_ANY = "|".join(f"({any_of(pattern)})" for pattern in _POSTS.values())
_AS_WRITTEN = linear.compile(
    rf"(?i)^\s*(?:{_ANY})\s*(?:$|(?:[,&/|;(\x{{2013}}\x{{2014}}-]|and|at|for|of)(?:\s.*)?$)"
)
_PARTS = linear.compile(r"\s*(?:[,|&;/\x{2013}\x{2014}()\[\]]|\s-\s|\band\b)\s*")
_STANDS_IN = linear.compile(
    r"(?i)\b(?:acting|interim|temporary|covering|on behalf|behalf of|p\.?p\.?|p\.?a\.? to|assistant to"
    r"|secretary to|office of)\b"
)
_LONGEST_LINE = 80
_MOST_LINES = 30
_IN_BRACKETS = linear.compile(r"\(([^()]{2,60})\)|\s[-\x{2013}|]\s*([^-\x{2013}|()]{2,60})$")


def posts_in_name(display: str) -> frozenset[str]:
    """The posts that a display name gives beside the name itself."""
    said = [m[1] or m[2] for m in _IN_BRACKETS.finditer(display[: _LONGEST_LINE * 2])]
    return frozenset().union(*map(_posts, said))


def posts_in_lines(lines: list[str]) -> frozenset[str] | None:
    """The posts that the lines of a signature give; None where the writer stands in for somebody."""
    short = [line for line in lines if 0 < len(line.strip()) <= _LONGEST_LINE][-_MOST_LINES:]
    if any(_STANDS_IN.search(line) for line in short):
        return None
    return frozenset().union(*map(_posts, short))


def _posts(words: str) -> frozenset[str]:
    found = set()
    for part in _PARTS.split(words):
        match = _AS_WRITTEN.match(part)
        if match:
            found.add(next(f for f, group in zip(_FAMILIES, match.groups(), strict=True) if group))
    return frozenset(found)
