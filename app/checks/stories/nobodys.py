"""Does a sentence tell of nobody whom it could harm: of people long dead, or only of the writer?

What a centenary booklet or a school log of 1926 tells is history. What somebody writes of themselves alone
("I go in on the 3rd") is theirs to tell, whoever else the mail names.
"""

from app import linear
from app.checks.words import whole_any

_LONG_AGO = linear.compile(
    r"(?i)\b(?:in|of|since|during|circa) (?:1[5-8]\d\d|19[0-2]\d)\b"
    r"|\b1(?:[5-8]\d|9[0-2])0s\b"
    r"|\b(?:1[5-8]\d\d|19[0-2]\d) (?:fire|flood|board|war|census|log|strike|memorial|building|photo)"
)
"""A time that nobody lives to tell of; "at 1530" is none."""
_NOW = whole_any("""
    today|yesterday|tonight|tomorrow|now|these days|(?:this|last) (?:morning|night|week|month|term|year)
    born|birth|d\\.?o\\.?b|he's|she's|has been|'s been|have been|is|are|will|won't|can't|our|your
""")
_I = whole_any("I|I'm|I've|I'll|I'd|me|my|mine|myself")
_ANYBODY_ELSE = whole_any("""
    he|she|him|her|his|hers|they|them|their|he's|she's|they're|he'd|she'd|you|your|yours|you're|you've|who|whose
    someone|somebody|mum|mother|dad|father|son|daughter|brother|sister|nan|husband|wife|partner|family
    boys?|girls?|child(?:ren)?|pupils?|students?|baby|lads?|lass|teachers?|colleagues?|head|managers?|parents?|carers?
    residents?|tenants?|clients?|patients?|officers?|assistants?|drivers?
""")


def is_of_long_ago(words: str) -> bool:
    """Whether words name a time that nobody remembers."""
    return _LONG_AGO.search(words) is not None


def speaks_of_now(words: str) -> bool:
    """Whether a word speaks of the present, or of when somebody was born."""
    return _NOW.search(words) is not None


def is_own_news(words: str) -> bool:
    """Whether a sentence in which nobody is named speaks of the writer and of nobody else."""
    return _I.search(words) is not None and _ANYBODY_ELSE.search(words) is None
