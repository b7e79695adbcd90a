"""What do the bytes of a mail file say as text?

Real mail lies about its character set, or gives none. Declared ones are tried, then UTF-8, then
Windows-1252; nothing here raises.
"""

import codecs
from email.errors import HeaderParseError
from email.header import decode_header

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Only character sets of letters: some of Python's codecs are no text at all, or take quadratic time.
_FAMILIES = (
    "utf-",
    "utf_",
    "ascii",
    "iso8859",
    "iso2022",
    "cp",
    "koi8",
    "gb",
    "big5",
    "shift_jis",
    "euc_",
    "mac-",
)
_WESTERN = ("ascii", "iso8859-1", "iso8859-15", "cp1252")
_LONGEST_HEADER = 1 << 20
_LONGEST_ENCODED = 1 << 14  # the package reads encoded words in quadratic time


def decode(data: bytes, declared: str = "") -> str:
    """Bytes of a header, a body or a file as text."""
    return decode_noting(data, declared)[0]


def decode_noting(data: bytes, declared: str = "") -> tuple[str, bool]:
    """The text, and whether some of it may be wrong: its bytes fit no set that was declared or is usual."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            text = data.decode(name, "replace")
            return text, "\ufffd" in text
    name = _known(declared)
    is_guess = bool(declared) and not name
    if not name or name in _WESTERN:
        # Western sets accept anything, so UTF-8 goes first: text that is valid UTF-8 by chance is rare.
        name = name if name and not _is_utf8(data) else "utf-8"
    try:
        return data.decode(name), is_guess and not data.isascii() and not _is_utf8(data)
    except (UnicodeDecodeError, LookupError):
        if _is_utf8(data):
            return data.decode("utf-8"), False
        text = data.decode("cp1252", "replace")
        return text, bool(declared) or "\ufffd" in text


def _known(declared: str) -> str:
    try:
        name = codecs.lookup(declared.strip().strip("\"'")).name
    except (LookupError, ValueError):
        return ""
    return name if name.startswith(_FAMILIES) else ""


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def decode_words(value: str) -> str:
    """A header as text: encoded words, raw 8-bit characters, and lines folded anyhow."""
    value = " ".join(value[:_LONGEST_HEADER].split())
    raw = decode(value.encode("utf-8", "surrogateescape")) if not value.isascii() else value
    if "=?" not in raw:
        return raw
    head, rest = raw[:_LONGEST_ENCODED], raw[_LONGEST_ENCODED:]
    try:
        pieces = decode_header(head)
    except (HeaderParseError, ValueError, LookupError):
        return raw
    return ("".join(_piece(words, charset) for words, charset in pieces) or head) + rest


def _piece(words: str | bytes, charset: str | None) -> str:
    return words if isinstance(words, str) else decode(words, charset or "")
