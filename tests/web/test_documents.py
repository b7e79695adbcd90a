"""A document is given out to be kept, and harms nobody who opens it."""

from dataclasses import replace
from datetime import timedelta

from app.bulletin.printed.archive import ArchiveWebsite
from app.bulletin_ports import DocumentFacts
from app.web.archive.room import ArchiveRoom
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


def test_a_document_is_a_file_to_keep() -> None:
    room, browser = a_website()
    facts = room.documents.add(FACTS, b"%PDF-1.7 a form")
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


def test_one_that_is_gone_says_so_kindly() -> None:
    _, browser = a_website()
    reply = browser.open(f"/documents/{'0' * 64}/form.pdf")

    assert reply.status_code == 410
    assert "not on the website any more" in reply.text


def test_only_ids_are_looked_up() -> None:
    _, browser = a_website()

    assert browser.open("/documents/form/form.pdf").status_code == 422


def test_a_link_says_what_it_is_and_how_large() -> None:
    room, _ = a_website()
    small = room.documents.add(FACTS, b"%PDF-")
    large = room.documents.add(replace(FACTS, name="Map.png"), b"x" * 1_400_000)
    website = ArchiveWebsite("https://council.example/", room.documents.facts)
    notes = [link.note for facts in (small, large) if (link := website.document(facts.id))]

    assert notes == ["PDF, 1 KB", "PNG, 1.4 MB"]
    assert website.document("0" * 64) is None
