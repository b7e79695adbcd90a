"""Which letters are only dressed as Latin ones?

Cyrillic and Greek letters that look Latin are put right inside a word or number that is otherwise
Latin letters and digits. Real Cyrillic and Greek words stay as they are.
"""

from itertools import islice

from app import linear

# ruff: noqa: RUF001 - letters that can be taken for others are what this file is about

_LETTERS = {
    **dict(zip("АВЕКМНОРСТУХІЈЅҮԌԚԜӀЗ", "ABEKMHOPCTYXIJSYGQWI3", strict=True)),
    **dict(zip("аеорсухіјѕһԁԛԝӏ", "aeopcyxijshdqwl", strict=True)),
    **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹϺ", "ABEZHIKMNOPTYXCM", strict=True)),
    **dict(zip("οανικρυϲϳ", "oavikpucj", strict=True)),
    **dict(zip("ɑɡ", "ag", strict=True)),
}
_TABLE = str.maketrans(_LETTERS)
_LOOK = "".join(_LETTERS)
_CAPITALS = "".join(letter for letter in _LETTERS if letter.isupper()) + "ο"
_LATIN = "A-Za-z0-9À-ÖØ-öø-ɏ"
_ANY = linear.compile(f"[{_LOOK}]")
_MIXED = linear.compile(f"[{_LATIN}{_LOOK}]*(?:[{_LATIN}][{_LOOK}]|[{_LOOK}][{_LATIN}])[{_LATIN}{_LOOK}]*")
_NEAR_NUMBER = linear.compile(f"[{_CAPITALS}]{{1,5}}[ -]?[0-9]{{2}}|[0-9]{{2}}[ -]?[{_CAPITALS}]{{1,2}}")
_REAL = linear.compile(rf"[^\P{{Cyrillic}}{_LOOK}]|[^\P{{Greek}}{_LOOK}]")
_NEARBY = 80
_MOST_NUMBERS = 10_000  # no letter holds more; each costs a look at its surroundings


def undress(text: str) -> tuple[str, int]:
    """The text with such letters replaced, place for place, and how many there were."""
    if _ANY.search(text) is None:
        return text, 0
    pieces: list[str] = []
    at = count = 0
    for start, end in sorted({*_mixed_words(text), *_numbers(text)}):
        if start < at:
            continue
        word = text[start:end]
        put_right = word.translate(_TABLE)
        count += sum(a != b for a, b in zip(word, put_right, strict=True))
        pieces += (text[at:start], put_right)
        at = end
    pieces.append(text[at:])
    return "".join(pieces), count


def _mixed_words(text: str) -> list[tuple[int, int]]:
    found = []
    for match in _MIXED.finditer(text):
        start, end = match.span()
        word = match.group()
        has_latin = any(c.isascii() and c.isalpha() for c in word)
        is_code = all(c in _CAPITALS or c.isascii() for c in word)
        if (has_latin or is_code) and _stands_alone(text, start, end):
            found.append((start, end))
    return found


def _numbers(text: str) -> list[tuple[int, int]]:
    """Letters standing beside a number, as in a reference, where nobody writes real Cyrillic or Greek."""
    found = []
    for match in islice(_NEAR_NUMBER.finditer(text), _MOST_NUMBERS):
        start, end = match.span()
        around = text[max(0, start - _NEARBY) : end + _NEARBY]
        if _stands_alone(text, start, end) and _REAL.search(around) is None:
            found.append((start, end))
    return found


def _stands_alone(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    return not (before.isalpha() or after.isalpha())
