"""Is this mail to a pupil, and is it one that others may see?

What it sees: pupils among the readers, by their mailboxes, and who else reads it; a request for a pupil's own
number, address, picture or social account; and, to one or two pupils with nobody else in the mail, words of
secrecy, affection or being alone together of a kind that is hard to mean well.

What it does not see: pupils at private addresses, or behind a list whose name does not say so; whether the
organisation's protocol was kept in other ways; most of what could be wrong in such a message: only a person
who knows both can judge it. Plays, poems, lessons and what stands in quotation marks are left alone.
"""

from collections.abc import Iterator, Mapping

from app import linear
from app.checks.audience.own_name import is_own_account
from app.checks.check import Check
from app.checks.pointing import in_body, to_readers
from app.checks.pupils.asking import find_asking
from app.checks.pupils.closeness import find_closeness
from app.checks.words import any_of
from app.domain.address import normal_address
from app.domain.audience import Belonging, Reader
from app.domain.draft import Draft, RecipientKind
from app.domain.finding import Confidence, Fact, Finding
from app.domain.reading import Reading

_ID = "pupil-recipients"
_IN_PRIVATE = 2
_MOST = 500
_SHARED = any_of("""
    class|classes|form|tutor ?group|year ?\\d+|yr ?\\d+|y\\d+|homework|office|admin|team|department|dept|library|clubs?|music|sport|drama
    no-?reply|donotreply|enquiries|info|school|sixth ?form|exams?|careers|mailbox|homework|learning|support|help ?desk|service ?desk
""")  # noqa: E501 - one phrase a line
_LIST = linear.compile(
    r"(?i)(?:^|[._+ -])(?:all|pupils|students|learners|class|form|group|year|yr|set|council|club|team"
    r"|choir|band)(?:$|[._+ -]|\d)"
)
_SHARED_BOX = linear.compile(rf"(?i)(?:^|[._+ -]){_SHARED}(?:$|[._+ -]|\d)")


def _look(reading: Reading) -> Iterator[Finding]:
    pupils = reading.audience.pupils
    if not pupils:
        return
    facts = _facts(reading, pupils)
    yield Finding(_ID, "to-pupil", Confidence.HIGH, to_readers(reading.draft, pupils[:_MOST]), facts)
    asked = [in_body(reading, start, end) for start, end in find_asking(reading.own)]
    if asked:
        yield Finding(_ID, "asks-personal-details", Confidence.MEDIUM, tuple(asked), {"places": len(asked)})
    if not facts["adults"] and not facts["class"] and len(pupils) <= _IN_PRIVATE:
        yield from _close(reading)


def _facts(reading: Reading, pupils: tuple[Reader, ...]) -> Mapping[str, Fact]:
    draft, audience = reading.draft, reading.audience
    is_shared = draft.sender is not None and _is_shared(draft)
    others = [r for r in audience.readers[:_MOST] if not r.is_pupil and not _is_senders(draft, r)]
    adults = sum(not _is_a_pupils_own(r, pupils) for r in others)
    return {
        "pupils": sum(r.members or 1 for r in pupils),
        "class": any(map(_is_class, pupils)),
        "adults": adults + is_shared,
        "from_private": audience.is_from_private,
    }


def _is_class(pupil: Reader) -> bool:
    """Whether it is a list of pupils, and no one pupil."""
    recipient = pupil.recipient
    local = recipient.mailbox.address.partition("@")[0]
    return recipient.kind is RecipientKind.GROUP or _LIST.search(local) is not None


def _is_shared(draft: Draft) -> bool:
    """Whether it is sent from a mailbox that others read too, such as a class's or an office's."""
    box = draft.sender
    return box is not None and _SHARED_BOX.search(box.address.partition("@")[0]) is not None


def _is_senders(draft: Draft, reader: Reader) -> bool:
    box, sender = reader.recipient.mailbox, draft.sender
    if sender is None:
        return False
    is_same = normal_address(box.address) == normal_address(sender.address)
    return is_same or (reader.belonging is Belonging.WEBMAIL and is_own_account(sender, box) is not None)


def _is_a_pupils_own(reader: Reader, pupils: tuple[Reader, ...]) -> bool:
    """Whether a private address is one of the pupils', and so no adult's."""
    if reader.belonging is not Belonging.WEBMAIL:
        return False
    box = reader.recipient.mailbox
    return any(is_own_account(p.recipient.mailbox, box) is not None for p in pupils[:_IN_PRIVATE])


def _close(reading: Reading) -> Iterator[Finding]:
    close = find_closeness(reading.own, reading.subject.clean)
    has_file = any(not a.inline for a in reading.draft.attachments)
    if close is None or (has_file and not close.is_plain):
        return
    spans = tuple(in_body(reading, start, end) for start, end in close.places)
    yield Finding(_ID, "closeness", Confidence.HIGH if close.is_plain else Confidence.MEDIUM, spans)


CHECK = Check(
    _ID,
    _look,
    {
        "to-pupil": "A pupil among the readers",
        "asks-personal-details": "A pupil is asked for their number, address, picture or social account",
        "closeness": "Words of secrecy, affection or being alone together, to a pupil",
    },
)
