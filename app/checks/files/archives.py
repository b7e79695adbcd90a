"""What does an archive hold, and is it locked?

The directory of a zip is read, never its contents; of other archives only whether they are locked. A broken
or hostile archive costs no more than a sound one.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

MOST_ENTRIES = 2_000
ZIP = b"PK\x03\x04"
_END, _ENTRY = b"PK\x05\x06", b"PK\x01\x02"
_END_WITHIN = 66_000
_END_SIZE, _ENTRY_SIZE, _LOCAL_SIZE = 22, 46, 30
_LOCKED = 1
_RAR_4, _RAR_5 = b"Rar!\x1a\x07\x00", b"Rar!\x1a\x07\x01\x00"
_RAR_LOCKED_HEADERS, _RAR_LOCKED_FILE, _RAR_FILE, _RAR_5_LOCKED = 0x0080, 0x04, 0x74, 4
_SEVEN_ZIP, _AES = b"7z\xbc\xaf\x27\x1c", b"\x06\xf1\x07\x01"
_TAIL = 64_000


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in a zip."""

    name: str
    is_locked: bool


def zip_entries(content: bytes) -> Iterator[Entry]:
    """The files that a zip lists, or the first one where the list is cut off."""
    if not content.startswith((ZIP, _END)):
        return
    end = content.rfind(_END, max(0, len(content) - _END_WITHIN))
    at = struct.unpack_from("<I", content, end + 16)[0] if 0 <= end <= len(content) - _END_SIZE else -1
    if not content.startswith(_ENTRY, max(at, 0)):
        yield from _first(content)
        return
    for _ in range(MOST_ENTRIES):
        if not content.startswith(_ENTRY, at) or at + _ENTRY_SIZE > len(content):
            return
        flags = struct.unpack_from("<H", content, at + 8)[0]
        name, extra, comment = struct.unpack_from("<HHH", content, at + 28)
        yield Entry(_text(content[at + _ENTRY_SIZE : at + _ENTRY_SIZE + name]), bool(flags & _LOCKED))
        at += _ENTRY_SIZE + name + extra + comment


def _first(content: bytes) -> Iterator[Entry]:
    if content.startswith(ZIP) and len(content) >= _LOCAL_SIZE:
        flags, size = struct.unpack_from("<H", content, 6)[0], struct.unpack_from("<H", content, 26)[0]
        yield Entry(_text(content[_LOCAL_SIZE : _LOCAL_SIZE + size]), bool(flags & _LOCKED))


def _text(name: bytes) -> str:
    return name.decode("utf-8", errors="replace")


def is_locked(content: bytes) -> bool:
    """Whether an archive asks for a password before it gives up a file."""
    if content.startswith(_RAR_4):
        return _is_rar_4_locked(content)
    if content.startswith(_RAR_5):
        return content[13:14] == bytes([_RAR_5_LOCKED])
    if content.startswith(_SEVEN_ZIP):
        return _AES in content[-_TAIL:]
    return any(entry.is_locked for entry in zip_entries(content))


def _is_rar_4_locked(content: bytes) -> bool:
    if len(content) < len(_RAR_4) + 7:
        return False
    flags, size = struct.unpack_from("<HH", content, 10)
    if flags & _RAR_LOCKED_HEADERS:
        return True
    at = len(_RAR_4) + size
    is_file = content[at + 2 : at + 3] == bytes([_RAR_FILE]) and at + 5 <= len(content)
    return is_file and bool(struct.unpack_from("<H", content, at + 3)[0] & _RAR_LOCKED_FILE)
