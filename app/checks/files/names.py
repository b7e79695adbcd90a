"""What kind of file does its name promise?

Programs, scripts, disk images, macro files and archives by the ending; and names made to deceive: a harmless
ending before a dangerous one, or a mark that turns the letters round.
"""

import unicodedata
from enum import StrEnum

from app.checks.words import word_set


class FileKind(StrEnum):
    """What may be wrong with a file; the values are kinds of findings."""

    PROGRAM = "program"
    SCRIPT = "script"
    DISK_IMAGE = "disk-image"
    MACRO = "macro-file"
    DOUBLE = "double-extension"
    DISGUISED = "disguised-file"
    LOCKED = "locked-archive"


_ENDINGS = {
    FileKind.PROGRAM: word_set("""
        apk app appimage appinstaller appx appxbundle crx deb exe ipa jar msi msix msixbundle msp mst pkg
        rpm run xpi xll
    """),
    FileKind.SCRIPT: word_set("""
        bat chm cmd command cpl csh desktop gadget hta inf ins jnlp js jse lnk msc pif ps1 ps1xml psd1
        psm1 reg scf scr sct settingcontent-ms sh shb shs url vb vbe vbs workflow ws wsc wsf wsh
    """),
    FileKind.DISK_IMAGE: word_set("cdr dmg img iso toast udf vhd vhdx vmdk wim"),
    FileKind.MACRO: word_set("docm dotm potm ppam ppsm pptm sldm xla xlam xlsm xltm"),
}
_DANGEROUS = {ending: kind for kind, endings in _ENDINGS.items() for ending in endings}
_HARMLESS = word_set("""
    bmp csv doc docx eml gif htm html jpeg jpg mp3 mp4 msg odt ods pdf png ppt pptx rtf tif tiff txt wav
    xls xlsx zip
""")
_PAGES = word_set("htm html shtml svg xhtml")
_PAPERS = _HARMLESS - word_set("eml htm html msg")
ARCHIVES = word_set("7z 7zip ace arj bz2 cab gz lzh rar tar tgz xz zip zipx")
INSTALLERS = _ENDINGS[FileKind.PROGRAM] - word_set("app run") | word_set("dmg iso")
_TURNED = frozenset("\u202a\u202b\u202d\u202e\u2066\u2067\u2068")
_ENDING_AT_MOST = 15


def ending_of(name: str) -> str:
    """The last ending of a name, lower case; empty when there is none."""
    return _endings(name)[-1] if _endings(name) else ""


def kind_by_name(name: str) -> FileKind | None:
    """What may be wrong, by the name alone."""
    endings = _endings(name)
    if not endings:
        return None
    kind = _DANGEROUS.get(endings[-1])
    before = endings[-2] if len(endings) > 1 else ""
    if any(mark in name for mark in _TURNED):
        return FileKind.DOUBLE
    if (kind or endings[-1] == "com") and kind is not FileKind.MACRO and before in _HARMLESS:
        return FileKind.DOUBLE
    if endings[-1] in _PAGES and before in _PAPERS:
        return FileKind.DOUBLE
    return kind


def _endings(name: str) -> list[str]:
    """The last two endings, in order, as Windows takes them: blanks and dots at the end do not count."""
    seen = "".join(c for c in unicodedata.normalize("NFKC", name) if unicodedata.category(c) != "Cf")
    parts = [part.strip().lower() for part in seen.rstrip(" .").split(".")]
    return [p for p in parts[1:][-2:] if p and len(p) <= _ENDING_AT_MOST]
