"""How far does the sentence, line or list item of a date reach on either side of it?

A full stop ends it unless it stands in a short form, and so does an empty line or the next point of a list; a
short line alone above a date is its label, and what stands in brackets of its own is apart.
"""

import re2

from app.kept import kept
from app.reading.times.date_words import pattern

_BREAK = re2.compile(
    r"[.!?][\"')\]]?\s+(?:[A-Z(\"'\x{2022}-]|$)|\n[ \t]*\n"
    r"|\n[ \t]*(?:[-*\x{2022}\x{00b7}\x{25cf}o]|\d{1,2}[.)])[ \t]"
)
_SHORT_LINE = 45


@kept
def own_before(before: str) -> int:
    """How much of `before` belongs to the same sentence; a short line alone above the date is its label."""
    return len(_sentence_back(before))


def _sentence_back(before: str) -> str:
    cut = 0
    for match in _BREAK.finditer(before):
        if not _goes_on(before[cut:], match.start() - cut, match.end() - cut):
            cut = match.start() + 1
    before = before[cut:]
    aside = _ASIDE.search(before)
    if aside is not None:
        return before[aside.start() + 1 :]
    own_line = before.rfind("\n")
    if own_line < 0:
        return before
    above = before[:own_line].rstrip()
    above_at = above.rfind("\n") + 1
    if len(above) - above_at >= _SHORT_LINE:
        return before
    return before[above_at:] if not before[own_line:].strip(" \t\r\n-*|") else before[own_line + 1 :]


_ASIDE = pattern(r"\((?:it|they|we|i|this|that|he|she|which|who|the [a-z]+) [a-z]+[^()]*$")
_SHORT_FORM = pattern(
    r"(?:\.\w|\b(?:nos?|ref|tel|approx|para|sec|p|pp|cl|st|dr|mrs?|ms|vs|etc|incl|max|min|est))\.$"
)


def _goes_on(before: str, start: int, end: int) -> bool:
    """Whether a full stop or a gap is none: "9 a.m. Friday", "no. 12", or a label above its date."""
    if before[start] == ".":
        return bool(_SHORT_FORM.search(before[: start + 1]))
    is_label = before[:start].rstrip().endswith(":") and not before[end:].strip(" \t\r\n-*|")
    return is_label and before[start] == "\n"


@kept
def own_after(after: str) -> int:
    """How much of `after` belongs to the same sentence."""
    match = _BREAK.search(after)
    return match.start() + 1 if match else len(after)
