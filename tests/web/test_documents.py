"""A document is given out to be kept, and harms nobody who opens it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.bulletin.printed.archive import ArchiveWebsite
from app.web.archive.room import ArchiveRoom
from app.website_ports import DocumentFacts, Read, Scan
from tests.archive_rooms import archive_room
from tests.desk_rooms import desk_room
from tests.fakes import MONDAY_MORNING
from tests.web.conftest import Browser, app_for, browser_at, site_for

FACTS = DocumentFacts(
    "", "Caf\u00e9 \u201cform\u201d.pdf", "application/pdf", 0, MONDAY_MORNING, "ann@council.example",
    MONDAY_MORNING + timedelta(days=400),
)  # fmt: skip


def a_website() -> tuple[ArchiveRoom, Browser]:
    room = archive_room(desk_room())
    return room, browser_at(app_for(site_for(archive=room)), client=("203.0.113.9", 50000))


def out(room: ArchiveRoom, facts: DocumentFacts = FACTS, content: bytes = b"0123456789") -> DocumentFacts:
    """A document that an item which went out tells of."""
    kept = room.documents.add(facts, content)
    room.documents.out.add(kept.id)  # type: ignore[attr-defined]  # the fake documents' own
    return kept


def test_a_document_is_a_file_to_keep() -> None:
    room, browser = a_website()
    facts = out(room, FACTS, b"%PDF-1.7 a form")
    link = ArchiveWebsite(find=room.documents.facts).document(facts.id)
    assert link
    reply = browser.open(link.href)

    assert (reply.content, reply.headers["content-type"]) == (b"%PDF-1.7 a form", "application/pdf")
    assert reply.headers["Content-Disposition"] == (
        "attachment; filename*=UTF-8''Caf%C3%A9%20%E2%80%9Cform%E2%80%9D.pdf"
    )
    assert reply.headers["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert reply.headers["X-Content-Type-Options"] == "nosniff"
    assert "immutable" in reply.headers["Cache-Control"]
    assert "ann@council.example" not in str(reply.headers)


def test_what_is_not_out_is_as_absent_as_what_never_was() -> None:
    room, browser = a_website()
    facts = room.documents.add(FACTS, b"%PDF-1.7 a form")
    waiting, gone = (browser.open(f"/documents/{number}/form.pdf") for number in (facts.id, "0" * 64))

    assert (waiting.status_code, gone.status_code) == (404, 404)
    assert waiting.text == gone.text
    assert "may not be out yet" in waiting.text


@pytest.mark.parametrize(
    ("scan", "status"),
    [(Scan.NONE, 503), (Scan.WAITING, 503), (Scan.CLEAN, 200), (Scan.INFECTED, 404)],
)
def test_where_there_is_a_scanner_it_comes_first(scan: Scan, status: int) -> None:
    room = replace(archive_room(desk_room()), is_scanned=True)
    facts = out(room, replace(FACTS, scan=scan))
    reply = browser_at(app_for(site_for(archive=room))).open(f"/documents/{facts.id}/form.pdf")

    assert reply.status_code == status
    assert ("Retry-After" in reply.headers) is (status == 503)


@pytest.mark.parametrize(
    ("asked", "status", "content", "stretch"),
    [
        ("bytes=0-3", 206, b"0123", "bytes 0-3/10"),
        ("bytes=7-", 206, b"789", "bytes 7-9/10"),
        ("bytes=7-99", 206, b"789", "bytes 7-9/10"),
        ("bytes=-2", 206, b"89", "bytes 8-9/10"),
        ("bytes=-99", 206, b"0123456789", "bytes 0-9/10"),
        ("bytes=10-", 416, b"", "bytes */10"),
        ("bytes=-0", 416, b"", "bytes */10"),
        ("bytes=0-1,3-4", 200, b"0123456789", None),
        ("bytes=4-2", 200, b"0123456789", None),
        ("bytes=x-", 200, b"0123456789", None),
        ("bytes=-", 200, b"0123456789", None),
        ("lines=0-1", 200, b"0123456789", None),
        (f"bytes=0-{'9' * 5000}", 200, b"0123456789", None),
    ],
)
def test_a_stretch_of_it_can_be_asked_for(
    asked: str, status: int, content: bytes, stretch: str | None
) -> None:
    room, browser = a_website()
    facts = out(room)
    reply = browser.client.get(f"/documents/{facts.id}/form.pdf", headers={"Range": asked})

    assert (reply.status_code, reply.content) == (status, content)
    assert reply.headers.get("Content-Range") == stretch
    assert reply.headers["Accept-Ranges"] == "bytes"


def test_what_a_browser_has_is_not_sent_again() -> None:
    room, browser = a_website()
    path = f"/documents/{out(room).id}/form.pdf"
    tag = browser.open(path).headers["ETag"]
    ask = browser.client.get
    other = {"Range": "bytes=0-3", "If-Range": '"another"'}

    assert ask(path, headers={"If-None-Match": tag}).status_code == 304
    assert ask(path, headers={"Range": "bytes=0-3", "If-Range": tag}).content == b"0123"
    assert ask(path, headers=other).content == b"0123456789"


def test_an_editor_looks_at_it_before_it_is_out() -> None:
    room = archive_room(desk_room())
    facts = room.documents.add(replace(FACTS, read=Read.PART), b"%PDF-1.7 a form", "Dear <b>parents</b>")
    browser = browser_at(app_for(site_for(archive=room)))
    stranger = browser.open(f"/desk/documents/{facts.id}/file")
    editor = browser.come_in()
    shown = editor.open(f"/desk/documents/{facts.id}").text

    assert stranger.content != b"%PDF-1.7 a form"
    assert editor.open(f"/desk/documents/{facts.id}/file").content == b"%PDF-1.7 a form"
    assert "Dear &lt;b&gt;parents&lt;/b&gt;" in shown
    assert "Only a part of its words was read" in shown
    assert "no virus scanner is set up" in shown
    assert "opens when an item or a mail" in shown
    assert "ann@council.example" not in shown
    assert editor.open(f"/desk/documents/{'0' * 64}").status_code == 404


def test_only_ids_are_looked_up() -> None:
    _, browser = a_website()

    assert browser.open("/documents/form/form.pdf").status_code == 404


def test_a_link_says_what_it_is_and_how_large() -> None:
    room, _ = a_website()
    small = room.documents.add(FACTS, b"%PDF-")
    large = room.documents.add(replace(FACTS, name="Map.png"), b"x" * 1_400_000)
    website = ArchiveWebsite("https://council.example/", room.documents.facts)
    notes = [link.note for facts in (small, large) if (link := website.document(facts.id))]

    assert notes == ["PDF, 1 KB", "PNG, 1.4 MB"]
    assert website.document("0" * 64) is None
    room.documents.scanned(small.id, Scan.INFECTED)
    assert website.document(small.id) is None
