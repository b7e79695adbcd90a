"""Does a text speak of danger that is not real, is over, or is planned?

A drill, a course, "last week", "thank you for getting everyone out". "This is not a drill", "until it's
over" and "last week's list" say nothing of the kind, and thanks for help still to come are only manners.
"""

from typing import Any

from app import linear
from app.checks.words import Pattern, first_found, whole_any

_NOT_REAL = whole_any(r"""
    drills?|exercise|training|course|forum|workshop|webinar|conference|demonstration|(?:a|the|this|our|your|next|drama) lessons?|lesson (?:plans?|on|about)|(?:in|for|an|your|our) assembl(?:y|ies)|assemblies|policy|policies|procedure|newsletter|leaflets?|posters?|award|book|play|film
    if (?:there|a|an|any|you|your|somebody|someone) (?:\w+ ){0,3}(?:is|are|should|smell|see|hear|find|ever)|in case of|in the event|annual|next (?:week|month|term|year|half term)
    invoice
""")  # noqa: E501 - one phrase a line
_OVER = whole_any(r"""
    last (?:week|month|term|year)|thank(?:s| you) (?:\w+ )?for|all clear|stood down|made safe|(?:it's|it is|danger is|incident is|is now) (?:all )?over|back to normal|no (?:danger|risk)|nothing to worry
""")  # noqa: E501 - one phrase a line
_FOR_REAL = whole_any("(?:not|isn't|isnt|no) (?:an? )?(?:\\w+ )?(?:drill|practice|exercise|test|rehearsal)")
_PLANNED = whole_any("planned|scheduled")
_AWAITED = linear.compile(r"(?i)\b(?:when|until|till|once|as soon as|after)\s+(?:\w+\s+){0,4}$")
_GOES_ON = linear.compile(
    r"(?i)^(?:['\x{2019}]s\b| (?:all )?your (?:\w+ )?(?:co-?operation|patience|help|understanding"
    r"|attention|support)\b)"
)
_BEFORE, _AFTER = 40, 40


def is_unreal(text: str) -> bool:
    """Whether it speaks of a drill, a course, a rule, or something planned."""
    return _NOT_REAL.search(without_assurance(text)) is not None


def without_assurance(text: str) -> str:
    """The text without words that only say it is real: "this is not a drill"."""
    return str(_FOR_REAL.sub(" ", text))


def is_planned(text: str) -> bool:
    """Whether it speaks of what was planned, if only to be moved."""
    return _PLANNED.search(text) is not None


def is_over(text: str) -> bool:
    """Whether it tells of what has been and is over."""
    return any(not _is_to_come(text, match) for match in _found(_OVER, text))


def _found(pattern: Pattern, text: str) -> list[Any]:
    return list(first_found(pattern, text, 20))


def _is_to_come(text: str, match: Any) -> bool:
    before, after = text[max(0, match.start() - _BEFORE) : match.start()], text[match.end() :][:_AFTER]
    return _AWAITED.search(before) is not None or _GOES_ON.search(after) is not None
