"""What do people say in the part that a forward carries along?

The headers and attributions between the messages, and the ``>`` before quoted lines, are no sentences of
anybody's. What is left reads as the messages did; places stay.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from app import linear
from app.domain.draft import Draft
from app.domain.people import Person, Who
from app.reading.naming.parties import Parties
from app.reading.naming.writing import parts_of

_MARKS = linear.compile(r"(?m)^[ \t]*>[> \t]*")
_LABEL = (
    r"(?:from|sent|date|to|cc|bcc|subject|reply-to|importance|sensitivity|attachments?|when|where"
    r"|required attendees|de|von|van|envoy.|gesendet|datum|an|para|aan|objet|betreff|asunto|onderwerp"
    r"|oddi wrth|anfonwyd|at|pwnc)"
)
_HEADERS = linear.compile(
    rf"(?im)^[ \t>*]*{_LABEL}\*? ?:[^\n]{{0,300}}$"
    r"|^[ \t>*]*from\*? ?:[^\n]{0,200}\bsent ?:[^\n]{0,200}\bsubject ?:"
    r"|^[ \t>]*(?:on|am|le|el|il|op|ar)\b[^\n]{0,200}(?:\n[^\n]{0,200})?\bwrote ?:[ \t]*$"
    r"|^[ \t>*]*(?:-{2,}[^\n]{0,80}-{2,}|_{20,}|begin forwarded message:)[ \t]*$"
)
_INK = linear.compile(r"\S")


def said_in(carried: str) -> str:
    """The part that is carried along, without what stands between the messages."""
    return _blanked(_MARKS, _blanked(_HEADERS, carried))


def told_by_others(draft: Draft, text: str, people: Iterable[Person]) -> tuple[Person, ...]:
    """The people named in it; who signs a message there is a third party, if not this draft's own sender."""
    parties = Parties(draft, (), ())
    return tuple(
        replace(person, who=parties.who(parts_of(text[person.start : person.end])))
        if person.who is Who.SENDER
        else person
        for person in people
    )


def _blanked(pattern: Any, text: str) -> str:
    pieces, at = [], 0
    for match in pattern.finditer(text):
        pieces += [text[at : match.start()], _INK.sub(" ", match.group())]
        at = match.end()
    return "".join((*pieces, text[at:]))
