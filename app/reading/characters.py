"""What does a single character stand for?

One answer per character, so that a whole text can be translated in one go: what it looks like, and
how it must be treated when it does not simply take another's place.
"""

import unicodedata
from functools import lru_cache

PLAIN, DISGUISE, INVISIBLE, OVERRIDE, TURN, SOFT_HYPHEN, RETURN, ACCENT, SEVERAL = ".diotqrax"
MOVES = frozenset((INVISIBLE, OVERRIDE, TURN, SOFT_HYPHEN, RETURN, ACCENT, SEVERAL))
"""The kinds that do not keep their place."""

KEYCAP = "\u20e3"
OVERRIDES, TURNS = frozenset("\u202d\u202e"), frozenset("\u202b\u2067")
"""What makes every letter run the other way, and what belongs around text that is read from the right."""
_MOST_KEPT = 20_000
_TURNED_AT_MOST = 200
_SPACES = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\u2800"
)
_HYPHENS = "\u2010\u2011\u2012\u2212\ufe63\uff0d"
SIMPLE = {**dict.fromkeys(_SPACES, " "), **dict.fromkeys(_HYPHENS, "-")}
"""Spaces and hyphens alone, for text that holds nothing stranger."""
_LINE_ENDS = "\x0b\x0c\x1c\x1d\x1e\u2028\u2029"
_BULLETS = "\uf0b7\uf0a7"  # as Word's Symbol and Wingdings fonts have them
_WINDOWS = {chr(code): bytes((code,)).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}
_INVISIBLE = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0") | {
    chr(code) for block in (range(0xFE00, 0xFE10), range(0xE0000, 0xE1000)) for code in block
}
_SEEN = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")
_LATIN_MARKS = (
    range(0x300, 0x370),
    range(0x1AB0, 0x1B00),
    range(0x1DC0, 0x1E00),
    range(0x20D0, 0x2100),
    range(0xFE20, 0xFE30),
)
_DISGUISES = (
    range(0x1D00, 0x1D23),  # small capitals
    range(0x2460, 0x2500),  # in circles
    range(0x2776, 0x2794),
    range(0xFF01, 0xFF5F),  # full width
    range(0x1D400, 0x1D800),  # mathematical
    range(0x1F100, 0x1F18A),
)
_KEEP = ("<super>", "<sub>", "<fraction>", "<initial>", "<medial>", "<final>", "<isolated>", "<vertical>")


def _black_circles() -> dict[str, str]:
    """Digits and letters in black circles and squares: Unicode does not say what they stand for."""
    found = {chr(0x24EB + i): str(11 + i) for i in range(10)} | {chr(0x24FF): "0"}
    for first in (0x2776, 0x2780, 0x278A):
        found |= {chr(first + i): str(1 + i) for i in range(10)}
    for first in (0x1F150, 0x1F170):
        found |= {chr(first + i): chr(ord("A") + i) for i in range(26)}
    capitals = zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz", strict=True)
    return found | dict(capitals)


_FIXED = {
    "\u00b5": "\u00b5",  # micro is not a letter of a word
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys(_HYPHENS, "-"),
    **dict.fromkeys(_LINE_ENDS, "\n"),
    **dict.fromkeys(_BULLETS, "•"),
    **{character: meant for character, meant in _WINDOWS.items() if meant},
    **_black_circles(),
}


def _stands_for(character: str) -> str:
    """What one visible character stands for: one character, or several."""
    if character in _FIXED:
        return _FIXED[character]
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category == "Cs":  # a lone surrogate cannot be encoded
        return "\N{REPLACEMENT CHARACTER}"
    kind = unicodedata.decomposition(character).partition(" ")[0]
    if not kind.startswith("<") or kind in _KEEP:
        return character
    plain = unicodedata.normalize("NFKC", character)
    return plain if kind == "<wide>" or any(c.isalnum() for c in plain) else character


_SPECIAL = {
    **dict.fromkeys(OVERRIDES, OVERRIDE),
    **dict.fromkeys(TURNS, TURN),
    "\u00ad": SOFT_HYPHEN,
    "\r": RETURN,
    **dict.fromkeys(("\t", "\n", *_FIXED.keys() - _black_circles().keys(), *_SEEN), PLAIN),
    **dict.fromkeys(_INVISIBLE, INVISIBLE),
}
_BY_CATEGORY = {"Cf": INVISIBLE, "Cc": INVISIBLE, "Mn": ACCENT, "Me": ACCENT}


def _kind_of(character: str) -> str:
    known = _SPECIAL.get(character) or _BY_CATEGORY.get(unicodedata.category(character))
    if known:
        return known
    plain = _stands_for(character)
    if len(plain) > 1:
        return SEVERAL
    return DISGUISE if plain != character and _is_in(character, _DISGUISES) else PLAIN


class _Table(dict[int, str]):
    """A table for ``str.translate`` that fills itself, up to a size."""

    def __init__(self, *, is_kinds: bool) -> None:
        super().__init__()
        self._is_kinds = is_kinds

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if self._is_kinds:
            found = _kind_of(character)
        else:
            found = _stands_for(character) if _kind_of(character) in {PLAIN, DISGUISE} else character
        if len(self) < _MOST_KEPT:
            self[code] = found
        return found


SHOWN = _Table(is_kinds=False)
"""What every character that keeps its place looks like."""
KINDS = _Table(is_kinds=True)
"""How every character is to be treated."""


@lru_cache(maxsize=4096)
def expansion(character: str) -> str:
    """The several characters that one stands for."""
    return _stands_for(character)


@lru_cache(maxsize=4096)
def compose(base: str, mark: str) -> str:
    """The accented letter that the two make; empty when there is none."""
    composed = unicodedata.normalize("NFC", base + mark)
    return composed if base and len(composed) == 1 else ""


@lru_cache(maxsize=4096)
def is_latin_mark(mark: str) -> bool:
    """Whether a combining mark is of the kind that decorates Latin letters."""
    return _is_in(mark, _LATIN_MARKS)


def _is_in(character: str, blocks: tuple[range, ...]) -> bool:
    return any(ord(character) in block for block in blocks)


def runs_from_the_right(text: str, start: int) -> bool:
    """Whether what follows, up to the end of the line or of the stretch, holds Arabic, Hebrew or the like."""
    for character in text[start : start + _TURNED_AT_MOST]:
        if character in "\n\r\u202c\u2069":
            return False
        if unicodedata.bidirectional(character) in {"R", "AL", "AN"}:
            return True
    return False
