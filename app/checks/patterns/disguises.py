"""Which words and numbers had invisible or disguised characters in them?

Reading has already put them right and counted those that mattered; this finds the words.
"""

from collections.abc import Iterator

import re2

from app.domain.reading import Text

_WORD = re2.compile(r"[\pL\pN](?:[\pL\pN]|[ .'\x{2019}-][\pL\pN])*")
_SOFT = "\u00ad"


def disguised_words(text: Text) -> Iterator[tuple[int, int]]:
    """Places in the clean text, in order. Soft hyphens count only in numbers."""
    if not text.hidden:
        return
    for match in _WORD.finditer(text.clean):
        if _is_disguised(text, match.start(), match.end()):
            yield match.start(), match.end()


def _is_disguised(text: Text, start: int, end: int) -> bool:
    first, last = text.in_plain(start, end)
    plain, clean = text.plain[first:last], text.clean[start:end]
    if plain == clean:
        return False
    without = plain.replace(_SOFT, "")
    return without != clean or any(c.isdigit() for c in clean)
