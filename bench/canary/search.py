"""Where in these files does a canary sit, in whichever form it was written?"""

import base64
import gzip
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

WORD = "zqcanary"
"""No word of any language; every canary begins with it."""
NUMBER = "6219073843"
"""A number as the health service gives them; the drafts spell it in threes."""
_PIECE, _OVERLAP = 16 * 2**20, 256
_CASES = (WORD, WORD.capitalize(), WORD.upper())


def _in_base64(word: str) -> Iterator[bytes]:
    """As it looks inside a longer text, which may begin at any of three places."""
    for lead in range(3):
        coded = base64.b64encode(b"\0" * lead + word.encode() + b"\0" * 3)
        whole = (lead * 8 + 5) // 6
        yield coded[whole : (lead + len(word)) * 8 // 6]


FORMS: dict[str, tuple[bytes, ...]] = {
    "text": (WORD.encode(), NUMBER.encode(), b"621 907 3843", b"621-907-3843"),
    "utf-16": (WORD.encode("utf-16-le"),),
    "hexadecimal": tuple(word.encode().hex().encode() for word in _CASES),
    "base64": tuple(form for word in _CASES for form in _in_base64(word)),
}
"""What is looked for, by how it was written. Base64 keeps the case of letters; the others are looked for in any."""


def found_in(content: bytes) -> list[str]:
    """In which forms canaries are in `content`; looks into what is packed as well."""
    low = content.lower()
    found = [
        form
        for form, words in FORMS.items()
        if any(word in (content if form == "base64" else low) for word in words)
    ]
    return found + [f"packed {form}" for inside in _unpacked(content) for form in found_in(inside)]


def search(folders: Sequence[Path]) -> dict[str, list[str]]:
    """The files that hold canaries, with the forms; files that vanish meanwhile hold none."""
    found: dict[str, list[str]] = {}
    for folder in folders:
        for path in sorted(folder.rglob("*")) if folder.is_dir() else [folder]:
            try:
                forms = _in_file(path) if path.is_file() and not path.is_symlink() else []
            except OSError:
                continue
            if forms or WORD in path.name.lower():
                found[str(path)] = forms or ["name"]
    return found


def size_of(folders: Sequence[Path]) -> int:
    """Bytes in all files."""
    return sum(p.stat().st_size for folder in folders for p in folder.rglob("*") if p.is_file())


def _in_file(path: Path) -> list[str]:
    forms: list[str] = []
    with path.open("rb") as file:
        before = b""
        while piece := file.read(_PIECE):
            forms += found_in(before + piece)
            before = piece[-_OVERLAP:]
    return list(dict.fromkeys(forms))


def _unpacked(content: bytes) -> Iterator[bytes]:
    """What gzip or zlib packed, when that is how the file begins."""
    try:
        if content.startswith(b"\x1f\x8b"):
            yield gzip.decompress(content)
        elif content[:1] == b"\x78" and len(content) > 1 and int.from_bytes(content[:2]) % 31 == 0:
            yield zlib.decompress(content)
    except (OSError, EOFError, zlib.error):
        return
