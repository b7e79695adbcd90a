"""Which words stand in an Office or OpenDocument file?

What readers can come across: text, tables, headers, notes, comments, and what was deleted while changes were
tracked. Of the package only the parts that hold words are unpacked, in a stream that ends at a limit, and no
document type is accepted, so nothing in a file can grow.
"""

import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

import re2

UNPACKED_MAX = 40_000_000
_CHUNK = 65_536
_LONGEST_MARK = 1_000_000
"""One that has no end is read again with each chunk: forty million signs of it would take minutes."""
_LONG_PLACE = 12
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    expat.ExpatError,
    OSError,
    EOFError,
    LookupError,  # letters of a set that nobody knows
    NotImplementedError,
    RuntimeError,
)
_PARTS = {
    "docx": r"word/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml",
    "pptx": r"ppt/(?:slides/slide\d+|notesSlides/notesSlide\d+|comments/[\w-]+)\.xml",
    "xlsx": r"xl/(?:sharedStrings|worksheets/sheet\d+|comments\d*|comments/comment\d+)\.xml",
    "odt": r"(?:content|styles)\.xml",
    "ods": r"(?:content|styles)\.xml",
}
KINDS = frozenset(_PARTS)
_OFFICE_SAYS, _OPEN_SAYS = frozenset({"t", "delText"}), frozenset({"p", "h"})
"""The elements whose words are read; what stands between them is only there to be tidy."""
_END_LINES = frozenset({"p", "h", "br", "row", "table-row", "line-break", "si", "cm"})
_END_CELLS = frozenset({"c", "tc", "tab", "table-cell"})


class TooMuchError(Exception):
    """It holds more than is read; what was read so far is good."""


def office_words(kind: str, content: bytes) -> Iterator[str]:
    """Its words, piece by piece, with lines and tabs where it has them.

    Raises:
        TooMuchError: after what fits has been given.
        ValueError: it is broken, or declares a document type.
    """
    wanted, left = re2.compile(_PARTS[kind]), UNPACKED_MAX
    shared: list[str] = []
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            names = [name for name in package.namelist() if wanted.fullmatch(name)]
            for name in sorted(names, key=lambda name: (name != "xl/sharedStrings.xml", name)):
                part = _Part(_OPEN_SAYS if kind in {"odt", "ods"} else _OFFICE_SAYS, shared)
                for chunk in _unpacked(package, name):
                    left -= len(chunk)
                    if left < 0:
                        raise TooMuchError
                    yield from part.fed(chunk)
                yield from part.fed(b"", is_last=True)
                yield "\n"
                if name == "xl/sharedStrings.xml":
                    shared += part.strings
    except _BROKEN as error:
        raise ValueError("The file is broken.") from error


def _unpacked(package: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    with package.open(name) as part:
        while chunk := part.read(_CHUNK):
            yield chunk


@dataclass
class _Part:
    """One part of a package, as it streams in. `shared` are the strings that cells name by number."""

    spoken: frozenset[str]
    shared: list[str]
    strings: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    inside: int = 0
    cell: str = ""
    place: str = ""
    """Of a cell's words among the shared strings; it may come in two pieces."""
    string: list[str] | None = None
    fed_so_far: int = 0

    def __post_init__(self) -> None:
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.begins
        self.parser.EndElementHandler = self.ends
        self.parser.CharacterDataHandler = self.says
        self.parser.StartDoctypeDeclHandler = self.refuses

    def fed(self, chunk: bytes, *, is_last: bool = False) -> Iterable[str]:
        """What came to light."""
        self.parser.Parse(chunk, is_last)
        self.fed_so_far += len(chunk)
        if self.fed_so_far - self.parser.CurrentByteIndex > _LONGEST_MARK:
            raise TooMuchError
        found, self.said = self.said, []
        return found

    def begins(self, name: str, attributes: Mapping[str, str]) -> None:
        local = name.rpartition(" ")[2]
        if local == "c":
            self.cell = attributes.get("t", "n")
        if local == "si":
            self.string = []
        self.inside += local in self.spoken or (local == "v" and bool(self.cell))

    def ends(self, name: str) -> None:
        local = name.rpartition(" ")[2]
        self.inside -= local in self.spoken or (local == "v" and bool(self.cell))
        if local == "si" and self.string is not None:
            self.strings.append("".join(self.string))
            self.string = None
        elif local == "v" and self.place:
            self.said.append(self._shared_string())
            self.place = ""
        elif local in _END_LINES:
            self.said.append("\n")
        elif local in _END_CELLS:
            self.said.append("\t")
        if local == "c":
            self.cell = ""

    def says(self, words: str) -> None:
        if self.string is not None:
            if self.inside:
                self.string.append(words)
        elif self.inside and self.cell == "s":
            self.place += words
        elif self.inside:
            self.said.append(words)

    def _shared_string(self) -> str:
        place = int(self.place) if self.place.isdecimal() and len(self.place) < _LONG_PLACE else -1
        return self.shared[place] if 0 <= place < len(self.shared) else ""

    def refuses(self, *_: object) -> None:
        raise ValueError("It declares a document type.")
