"""What do the pages of a PDF say, as far as that is plain?

Only text that a page draws in ordinary letters: enough for a copyright line. Fonts and pictures carry
copyright lines of their own, so nothing else in the file is read. Scans, and letters that a font codes in its
own way, stay unread. A hostile file costs no more than the first few megabytes it unpacks to.
"""

import zlib
from collections.abc import Iterator

from app import linear

PDF = b"%PDF-"
_MOST_STREAMS = 300
_MOST_UNPACKED = 2_000_000
_STREAM, _END = b"stream", b"endstream"
_SHOWN = linear.compile(r"(?s)\bBT\b(.*?)\bET\b")
_PIECE = linear.compile(r"\(((?:[^()\\]|\\.)*)\)|(\bT[dDmjJ*]|'|\")")
_RIGHTS = linear.compile(r"(?s)<dc:rights>(.{0,400}?)</dc:rights>")
_HEAD = 5_000_000


def pdf_words(content: bytes) -> str:
    """The words on its pages, and what its description says of rights."""
    if not content.startswith(PDF):
        return ""
    rights = " ".join(match[1] for match in _RIGHTS.finditer(content[:_HEAD].decode("latin-1")))
    return "\n".join((rights, *(_shown(page) for page in _streams(content))))


def _streams(content: bytes) -> Iterator[str]:
    at = unpacked = 0
    for _ in range(_MOST_STREAMS):
        start = content.find(_STREAM, at)
        if start < 0 or unpacked >= _MOST_UNPACKED:
            return
        start += len(_STREAM)
        end = content.find(_END, start)
        end = len(content) if end < 0 else end
        data = content[start:end].lstrip(b"\r\n")
        page = _unpacked(data, _MOST_UNPACKED - unpacked)
        unpacked += len(page)
        yield page.decode("cp1252", errors="replace")
        at = end + len(_END)


def _unpacked(data: bytes, most: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(data, most)
    except zlib.error:
        return data[:most]


def _shown(page: str) -> str:
    words: list[str] = []
    for block in _SHOWN.finditer(page):
        for piece in _PIECE.finditer(block[1]):
            if piece[1] is not None:
                words.append(piece[1])
            elif words and words[-1] != " ":
                words.append(" ")
        words.append("\n")
    return "".join(words).replace("\\251", "\u00a9").replace("\\(", "(").replace("\\)", ")")
