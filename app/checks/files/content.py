"""What is a file really, by its first bytes?

Looked at where the client sent the content: programs, shortcuts, disk images and macros are told whatever the
file is called, and so is what a zip holds.
"""

from app.checks.files.archives import ZIP, is_locked, zip_entries
from app.checks.files.names import FileKind, kind_by_name

_PROGRAMS = (
    b"\x7fELF",
    b"\xfe\xed\xfa\xce",
    b"\xfe\xed\xfa\xcf",
    b"\xce\xfa\xed\xfe",
    b"\xcf\xfa\xed\xfe",
    b"dex\n",
)
_WINDOWS = b"MZ"
_HEAD = 64
_SHORTCUT = b"L\x00\x00\x00\x01\x14\x02\x00"
_SCRIPTS = (b"#!/", b"<job", b'<?xml version="1.0"?><job')
_IMAGES = ((0, b"conectix"), (0, b"vhdxfile"), (0x8001, b"CD001"), (0, b"KDMV"))
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_MACROS = "_VBA_PROJECT".encode("utf-16-le")
_ZIP_MACROS = "vbaproject.bin"
_OF_PAGES = (".js", ".url", ".html", ".htm", ".svg")  # a saved web page has them
_READ_AT_MOST = 40_000_000


def kind_by_content(content: bytes) -> FileKind | None:
    """What may be wrong by the bytes, where the name did not say it."""
    content = content[:_READ_AT_MOST]
    kind = _by_first_bytes(content)
    if kind is not None:
        return FileKind.DISGUISED
    if is_locked(content):
        return FileKind.LOCKED
    if content.startswith(_OLE):
        return FileKind.MACRO if _OLE_MACROS in content else None
    return _in_zip(content) if content.startswith(ZIP) else None


def _by_first_bytes(content: bytes) -> FileKind | None:
    if content.startswith(_PROGRAMS) or (content.startswith(_WINDOWS) and b"\x00" in content[:_HEAD]):
        return FileKind.PROGRAM
    if content.startswith(_SHORTCUT) or content.startswith(_SCRIPTS):
        return FileKind.SCRIPT
    if any(content.startswith(mark, at) for at, mark in _IMAGES):
        return FileKind.DISK_IMAGE
    return None


def _in_zip(content: bytes) -> FileKind | None:
    """The worst that a zip lists, in the order of the kinds; an Office file is a zip too."""
    kinds = set()
    for entry in zip_entries(content):
        if entry.name.lower().endswith(_ZIP_MACROS):
            return FileKind.MACRO
        if not entry.name.lower().endswith(_OF_PAGES):
            kinds.add(kind_by_name(entry.name.rpartition("/")[2]))
    return next((kind for kind in FileKind if kind in kinds), None)
