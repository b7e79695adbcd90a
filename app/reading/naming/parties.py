"""Whose person is a name: the sender's, a recipient's, or a third party's?

Compares names with the display names and addresses of the sender and the recipients (``j.smith@``,
``amaraokafor@``, "Okafor, Amara"). A name agrees with a mailbox when each of its parts does: a child who
shares a parent's surname stays a third party.
"""

from collections import defaultdict
from collections.abc import Iterable

from app import linear
from app.domain.draft import Draft, Mailbox
from app.domain.people import Who
from app.reading.naming.word_lists import word_set
from app.reading.naming.writing import folded, parts_of

_OFFICE = word_set(
    """
    office admin enquiries info head headteacher school schools primary academy college nursery
    infant junior secondary council team trust federation group list department service services
    centre all staff the st saint church high grammar street road ltd limited senco safeguarding
    governors clerk finance
    """
)
_PIECES = linear.compile(r"[\pL\pM]+")
_MOST_MAILBOXES = 2_000
_SHORTEST = 3


class _Boxes:
    """Some mailboxes, to be asked whether a name is one of theirs."""

    def __init__(self, mailboxes: Iterable[Mailbox]) -> None:
        self._of_part: dict[str, set[int]] = defaultdict(set)
        self._initials: dict[str, set[int]] = defaultdict(set)
        self._glued: set[str] = set()
        self._in_glued: set[str] = set()
        """The same, also without an initial before or behind."""
        for number, mailbox in enumerate(mailboxes):
            self._add(number, mailbox)

    def _add(self, number: int, mailbox: Mailbox) -> None:
        shown = "" if "@" in mailbox.name else mailbox.name.partition("(")[0]
        told = parts_of(shown[:120])
        local = tuple(folded(piece) for piece in _PIECES.findall(mailbox.address.rpartition("@")[0][:64]))
        for parts in (told, local):
            if _OFFICE.intersection(parts):
                continue
            for part in parts:
                self._of_part[part].add(number)
                self._initials[part[:1]].add(number)
        if len(local) == 1 and local[0] not in _OFFICE:
            self._glued.add(local[0])
            self._in_glued |= {local[0], _without(local[0], 0), _without(local[0], -1)}

    def hold(self, parts: tuple[str, ...]) -> bool:
        """Whether some mailbox agrees with every part, one of them in full."""
        if not parts:
            return False
        full = [self._of_part.get(part, set()) for part in parts if len(part) > 1]
        theirs = set.intersection(*full) if full else set()
        for part in parts:
            if len(part) == 1:
                theirs = theirs & self._initials.get(part, set())
        return bool(theirs) or self._by_initial(parts) or self._is_glued(parts)

    def _by_initial(self, parts: tuple[str, ...]) -> bool:
        """``j.smith@`` for Jane Smith."""
        if len(parts) < 2:  # noqa: PLR2004 - a first name and a surname
            return False
        theirs = self._of_part.get(parts[-1], set()) & self._of_part.get(parts[0][:1], set())
        return bool(theirs)

    def _is_glued(self, parts: tuple[str, ...]) -> bool:
        first, last = parts[0], parts[-1]
        if len(parts) == 1:
            return len(first) > _SHORTEST and first in self._in_glued
        return not self._glued.isdisjoint(
            {first + last, last + first, first[:1] + last, last + first[:1], first + last[:1]}
        )


_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def _without(name: str, initial: int) -> str:
    """The name without its first or last letter, where an English letter stands there."""
    if name[initial:][:1] not in _LETTERS:
        return name
    return name[1:] if initial == 0 else name[:-1]


class Parties:
    """Everybody whom the draft is between."""

    def __init__(self, draft: Draft, signed: Iterable[str] = (), greeted: Iterable[str] = ()) -> None:
        """`signed` and `greeted` are names as the draft itself gives them."""
        self._sender = _Boxes(
            [*([draft.sender] if draft.sender else []), *(Mailbox("", name) for name in signed)]
        )
        addressed = [recipient.mailbox for recipient in draft.recipients[:_MOST_MAILBOXES]]
        self._recipients = _Boxes([*addressed, *(Mailbox("", name) for name in greeted)])

    def who(self, parts: tuple[str, ...]) -> Who:
        """Whose a name with these parts is."""
        if self._sender.hold(parts):
            return Who.SENDER
        return Who.RECIPIENT if self._recipients.hold(parts) else Who.THIRD_PARTY
