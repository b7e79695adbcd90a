"""The public pages on the book of a desk."""

from app.bulletin.printed.archive import Archive, ArchiveWebsite
from app.bulletin.printed.layout import Masthead
from app.web.archive.room import ArchiveRoom
from app.web.desk.room import DeskRoom
from tests.bulletin_fakes import FakeDocuments


def archive_room(room: DeskRoom, base: str = "https://bulletin.council.example") -> ArchiveRoom:
    """What went out from that desk."""
    desk = room.desk
    masthead = Masthead(publisher="Wealdshire Council", contact="comms@wealdshire.example")
    documents = FakeDocuments()
    archive = Archive(desk.book, desk.clock, masthead, website=ArchiveWebsite(find=documents.facts))
    return ArchiveRoom(archive, documents, base, "bulletin.council.example")
