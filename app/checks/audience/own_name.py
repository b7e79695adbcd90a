"""Does this outside address look like the sender's own?

Compares the names in the sender's display name and address with the part before the ``@``: both orders,
run together or apart, with an initial for the given name.
"""

from app import linear
from app.domain.draft import Mailbox
from app.domain.finding import Confidence

_LETTERS = linear.compile(r"[A-Za-zÀ-ɏ]+")
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "rev", "sir", "the", "external"})
_NOT_NAMES = frozenset(
    {"office", "admin", "head", "headteacher", "enquiries", "info", "school", "senco", "reception", "team"}
)
_SHORTEST_SURNAME = 3
_SHORTEST_GIVEN = 3


def is_own_account(sender: Mailbox, other: Mailbox) -> Confidence | None:
    """High when given name and surname both stand in the address; medium with an initial; else None."""
    local = "".join(_words(other.address.partition("@")[0]))
    best: Confidence | None = None
    for given, surname in _names(sender):
        if (
            _words(other.name)
            and {given, surname} <= set(_words(other.name))
            and len(given) >= _SHORTEST_GIVEN
        ):
            return Confidence.HIGH
        if surname not in local:
            continue
        rest = local.replace(surname, "", 1)
        if len(given) >= _SHORTEST_GIVEN and given in rest:
            return Confidence.HIGH
        if rest[:1] == given[:1] and (len(rest) == 1 or len(given) == 1 or given.startswith(rest)):
            best = Confidence.MEDIUM
    return best


def _names(sender: Mailbox) -> set[tuple[str, str]]:
    """Pairs of given name and surname, as the display name and the address tell them."""
    display = sender.name.partition("(")[0].partition(" - ")[0]
    told = _words(display)
    if "," in display:
        last, _, first = display.partition(",")
        told = [*_words(first), *_words(last)]
    pairs = set()
    for words in (told, _words(sender.address.partition("@")[0])):
        names = [w for w in words if w not in _TITLES]
        if len(names) > 1 and not _NOT_NAMES.intersection(names):
            pairs.add((names[0], names[-1]))
    return {(given, surname) for given, surname in pairs if len(surname) >= _SHORTEST_SURNAME}


def _words(text: str) -> list[str]:
    return [word.lower() for word in _LETTERS.findall(text)]
