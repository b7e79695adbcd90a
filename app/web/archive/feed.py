"""What do feed readers get of the bulletin?

An Atom feed (RFC 4287) of the items that went out last. An entry keeps its id and its date for ever.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from unicodedata import category
from xml.etree import ElementTree as ET

from app.bulletin.printed.archive import ROOT, PublicItem
from app.bulletin.printed.layout import LaidOutLink, Paragraph
from app.web.archive.room import ArchiveRoom

MOST = 50
_ATOM, _XHTML = "http://www.w3.org/2005/Atom", "http://www.w3.org/1999/xhtml"
_BEGINNING = datetime(2026, 9, 1, tzinfo=UTC)
"""What an empty feed was changed on."""


def feed(room: ArchiveRoom) -> bytes:
    """The whole feed."""
    items, archive = room.archive.newest(MOST), room.archive
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": archive.language})
    _add(root, "id", f"tag:{room.host},2026:bulletin")
    _add(root, "title", archive.masthead.title)
    _add(root, "updated", _stamp(max((item.at for item in items), default=_BEGINNING)))
    _add(_add(root, "author"), "name", archive.masthead.publisher or archive.masthead.title)
    _add(root, "link", rel="self", type="application/atom+xml", href=f"{room.base}{ROOT}/feed.atom")
    _add(root, "link", rel="alternate", type="text/html", href=f"{room.base}{ROOT}")
    for item in items:
        _entry(root, item, room)
    words: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return words


def _entry(root: ET.Element, item: PublicItem, room: ArchiveRoom) -> None:
    told, entry = item.entry, _add(root, "entry")
    _add(entry, "id", f"tag:{room.host},2026:bulletin/items/{item.number}")
    _add(entry, "title", told.headline)
    _add(entry, "published", _stamp(item.at))
    _add(entry, "updated", _stamp(item.at))
    _add(entry, "link", rel="alternate", type="text/html", href=f"{room.base}{ROOT}/items/{item.number}")
    _add(entry, "category", term=told.for_whom)
    _add(entry, "summary", told.summary)
    inside = _add(_add(entry, "content", type="xhtml"), "div", xmlns=_XHTML)
    _add(inside, "p", told.summary)
    _paragraphs(inside, told.body)
    facts = [f"For: {told.for_whom}"]
    facts += [f"Please act {told.closes}"] if told.closes else []
    facts += [f"Ask: {told.contact}"] if told.contact else []
    listed = _add(inside, "ul")
    for fact in facts:
        _add(listed, "li", fact)
    for link in (*told.links, *told.documents):
        _link(_add(listed, "li"), link, room.base)


def _paragraphs(inside: ET.Element, found: Iterable[Paragraph]) -> None:
    for paragraph in found:
        block = _add(inside, "ul" if paragraph.is_list else "p")
        for number, line in enumerate(paragraph.lines):
            if paragraph.is_list:
                _add(block, "li", line)
            elif number:
                _add(block, "br").tail = _allowed(line)
            else:
                block.text = _allowed(line)


def _link(inside: ET.Element, link: LaidOutLink, base: str) -> None:
    if link.href:
        _add(inside, "a", link.words, href=f"{base if link.href.startswith('/') else ''}{link.href}")
    else:
        inside.text = _allowed(link.words)


def _add(parent: ET.Element, name: str, text: str = "", **attributes: str) -> ET.Element:
    made = ET.SubElement(parent, name, {key: _allowed(value) for key, value in attributes.items()})
    made.text = _allowed(text) or None
    return made


def _stamp(moment: datetime) -> str:
    """RFC 3339, to the second."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S}Z"


def _allowed(words: str) -> str:
    """Without the signs that XML cannot hold."""
    return "".join(
        sign for sign in words if category(sign) not in {"Cc", "Cs"} and sign not in "\ufffe\uffff"
    )
