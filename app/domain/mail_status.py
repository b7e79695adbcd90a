"""What does the status that a mail server gave say of an address?

The three numbers of RFC 3463, as they stand in a refusal or in a bounce. Leaving a school out for good takes
a clear word that nobody is there; whatever might pass is tried again.
"""

from collections.abc import Iterator

NOBODY_THERE = frozenset({"5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1"})
"""No such mailbox, no such domain, no such way to write it, moved away, switched off."""

MAY_PASS = frozenset({"5.2.2", "5.2.3", "5.3.1", "5.3.2", "5.4.1", "5.4.4", "5.4.6", "5.4.7", "5.5.3"})
"""Called permanent, but of a kind that is mended: a full mailbox, a busy system, a way that is not found."""

_PLACES = 3
_LONGEST = 3
_WORDS_LOOKED_AT = 40
_REJECTED = "recipient address rejected"
_ACCESS = "access denied"


def status_in(said: str, most_words: int = _WORDS_LOOKED_AT) -> str:
    """The first status in what a server said, such as ``5.1.1``; empty when there is none."""
    return next(_statuses(said, most_words), "")


def is_nobody_there(status: str, said: str = "") -> bool:
    """Whether nobody has this address, for good.

    Exchange Online says 5.4.1 of an address that its directory does not know; elsewhere that may pass.
    """
    words = said.lower()
    return status in NOBODY_THERE or (status == "5.4.1" and _REJECTED in words and _ACCESS in words)


def _statuses(said: str, most_words: int) -> Iterator[str]:
    for word in said.replace("#", " ").split(maxsplit=most_words)[:most_words]:
        bare = word.strip("()[]<>:;,.-")
        numbers = bare.split(".")
        is_status = len(numbers) == _PLACES and all(_is_number(n) for n in numbers)
        if is_status and numbers[0] in {"2", "4", "5"}:
            yield bare


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= _LONGEST
