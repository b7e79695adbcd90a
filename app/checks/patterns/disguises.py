"""Which words and numbers had invisible or disguised characters in them?

Reading has already put them right and counted those that mattered; this finds the words. A sign that turns
the reading direction is no part of a word, yet what stands behind it is shown in another order.
"""

from collections.abc import Iterator

from app import linear
from app.domain.reading import Text

_WORD = linear.compile(r"[\pL\pN](?:[\pL\pN]|[ .'\x{2019}-][\pL\pN])*")
_SOFT = "\u00ad"
_OVERRIDES, _TURNS = frozenset("\u202d\u202e"), frozenset("\u202b\u2067")
_FROM_THE_RIGHT = linear.compile(
    r"^[^\n\r\x{202c}\x{2069}]*[\p{Hebrew}\p{Arabic}\p{Syriac}\p{Thaana}\p{Nko}]"
)
_REACH = 200


def disguised_words(text: Text) -> Iterator[tuple[int, int]]:
    """Places in the clean text, in order. Soft hyphens count only in numbers."""
    if not text.hidden:
        return
    behind = 0
    for match in _WORD.finditer(text.clean):
        start, end = match.span()
        if _is_disguised(text, start, end) or _is_turned(text, behind, start):
            yield start, end
        behind = end


def _is_disguised(text: Text, start: int, end: int) -> bool:
    first, last = text.in_plain(start, end)
    plain, clean = text.plain[first:last], text.clean[start:end]
    if plain == clean:
        return False
    without = plain.replace(_SOFT, "")
    return without != clean or any(c.isdigit() for c in clean)


def _is_turned(text: Text, behind: int, start: int) -> bool:
    """Whether a word is shown backwards or out of its place by what stands between it and the word before.

    Text that is read from the right has such signs by right, and they do no harm there.
    """
    first = text.in_plain(behind, behind)[0] if behind else 0
    last = text.in_plain(start, start + 1)[0]
    between = set(text.plain[first:last])
    if between & _OVERRIDES:
        return True
    follows = text.plain[last : last + _REACH].encode("utf-8", "replace").decode()
    return bool(between & _TURNS) and _FROM_THE_RIGHT.search(follows) is None
