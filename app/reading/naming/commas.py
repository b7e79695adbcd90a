"""Is a name with a comma one person ("Khan, Amir") or two people ("Cath, Amir Khan has ...")?

Registers and references turn names around; running prose seldom does. Where the name opens a sentence that
goes on after it, where "and" follows, or where what stands before the comma is more than a surname, the comma
parts two people.
"""

from collections.abc import Iterator

from app.reading.naming.word_lists import TITLES
from app.reading.naming.writing import APOSTROPHES, folded, words_in

_AHEAD = 4
_LINE = 40
_GREETINGS = frozenset(("dear", "hi", "hiya", "hello", "hey", "morning", "afternoon", "evening"))
_ENDS = frozenset(("", "\n", ".", "!", "?"))


def apart(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch as it is when it names one person, else its parts between commas."""
    name = text[start:end]
    before, comma, _ = name.partition(",")
    if not comma or not (_is_two(before) or _is_prose(text[:start], name, text[end : end + _AHEAD])):
        yield start, end
        return
    at = start
    for part in name.split(","):
        bare = part.strip()
        if bare:
            lead = len(part) - len(part.lstrip())
            yield at + lead, at + lead + len(bare)
        at += len(part) + 1


def _is_two(before: str) -> bool:
    """Whether what stands before the comma is more than a surname: "Ana S", "Mrs Wills"."""
    words = words_in(before)
    if len(words) < 2:  # noqa: PLR2004 - a surname alone
        return False
    return len(words[-1].text) == 1 or folded(words[0].text) in TITLES


def _is_prose(before: str, name: str, after: str) -> bool:
    """Whether it is "Cath, Amir has ...", to the one and of the other, or "Amir, Tess and ..."."""
    if after == " and" or name.islower():
        return True
    goes_on = after[0] in APOSTROPHES if after[:1].strip() else after[1:2].islower()
    lead = before[-_LINE:].rstrip(" \t,")
    greeting = words_in(lead)[-1:]
    return goes_on and (lead[-1:] in _ENDS or (bool(greeting) and folded(greeting[0].text) in _GREETINGS))
