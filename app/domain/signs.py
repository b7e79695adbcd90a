"""Which characters can nobody see or read, and how is that said?

Control and format characters turn the reading order about, or hide in a word; the ones that join emoji and
the letters of some scripts belong there.
"""

import unicodedata

LOST = "\ufffd"
"""Stands for a character that could not be read on its way here."""
_JOINS = "\u200c\u200d\u00ad"
_HIDDEN = frozenset({"Cc", "Cf", "Cs"})


def is_hidden(sign: str) -> bool:
    """Whether it cannot be seen, and is none that joins others."""
    return unicodedata.category(sign) in _HIDDEN and sign not in _JOINS


def unreadable(said: str, line: str) -> str:
    """What is wrong with the characters of a line called `said`; empty when everybody can read it."""
    if LOST in line:
        return lost(said)
    if "\n" in line:
        return f"Write the {said} on one line."
    hidden = next((sign for sign in line if not sign.isprintable() and sign not in _JOINS), "")
    return hidden and f"The {said} holds a character that nobody sees: {called(hidden)}. Type it anew."


def lost(said: str) -> str:
    """What is said of words that did not come whole."""
    return f"A character of the {said} was lost on its way here ({LOST}). Put it right."


def called(sign: str) -> str:
    """``right-to-left override (U+202E)``."""
    name = unicodedata.name(sign, "control character").lower()
    return f"{name} (U+{ord(sign):04X})"
