"""What is wrong with what somebody wrote into a form, in words for them?

Too much, nothing, or characters that nobody can see or read: control and format characters turn the reading
order about, or hide in a word. The ones that join emoji and the letters of some scripts belong there.
"""

import re
import unicodedata
from collections.abc import Collection

LOST = "\ufffd"
"""Stands for a character that could not be read on its way here."""
_LINES = "\n\r\t"
_JOINS = "\u200c\u200d\u00ad"
_HIDDEN = frozenset({"Cc", "Cf", "Cs"})
_BLANK = "\u034f\u115f\u1160\u2800\u3164\uffa0" + _JOINS
"""Letters and signs that are as empty as a space."""


def is_hidden(sign: str) -> bool:
    """Whether it cannot be seen, and is none that joins others."""
    return unicodedata.category(sign) in _HIDDEN and sign not in _JOINS


def wrong_line(said: str, words: str, limit: int) -> str:
    """What is wrong with a line called `said` that has to be there; empty when nothing is."""
    if not "".join(sign for sign in words if sign not in _BLANK).strip():
        return f"Write a {said}."
    return too_long(said, words, limit) or unreadable(said, words)


def wrong_text(said: str, words: str, limit: int) -> str:
    """The same for a text of several lines, which may be empty."""
    hidden = next((sign for sign in words if is_hidden(sign) and sign not in _LINES), "")
    wrong = _lost(said) if LOST in words else hidden and _unseen(said, hidden)
    return too_long(said, words, limit) or wrong


def wrong_links(links: Collection[str], most: int, longest: int) -> str:
    """The same for links."""
    if len(links) > most:
        return f"Give at most {most} links."
    if any("@" in _host(link) for link in links):
        return "Give each link without a name before its site (what stands before “@”)."
    if all(_is_link(link) and len(link) <= longest for link in links):
        return ""
    return "Give each link in full, beginning with https:// and without spaces."


def too_long(said: str, words: str, limit: int) -> str:
    """What is wrong with the length of words; empty when nothing is."""
    if len(words) <= limit:
        return ""
    return f"Make the {said} shorter: {len(words)} of at most {limit} characters."


def unreadable(said: str, line: str) -> str:
    """What is wrong with the characters of a line; empty when everybody can read it."""
    if LOST in line:
        return _lost(said)
    if "\n" in line:
        return f"Write the {said} on one line."
    hidden = next((sign for sign in line if not sign.isprintable() and sign not in _JOINS), "")
    return hidden and _unseen(said, hidden)


def _unseen(said: str, sign: str) -> str:
    return f"The {said} holds a character that nobody sees: {_called(sign)}. Type it anew."


def _lost(said: str) -> str:
    return f"A character of the {said} was lost on its way here ({LOST}). Put it right."


def _called(sign: str) -> str:
    """``right-to-left override (U+202E)``."""
    name = unicodedata.name(sign, "control character").lower()
    return f"{name} (U+{ord(sign):04X})"


def _is_link(link: str) -> bool:
    """Whether it is an address of the web that can stand in a mail: nothing else is made a link."""
    is_web = link.lower().startswith(("https://", "http://"))
    return is_web and bool(_host(link)) and link.isprintable() and " " not in link


def _host(link: str) -> str:
    """What stands between "//" and the path."""
    return re.split(r"[/?#\\]", link.partition("://")[2], maxsplit=1)[0]
