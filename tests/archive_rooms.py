"""The public pages on the book of a desk."""

from app.bulletin.archive import Archive, ArchiveWebsite
from app.bulletin.layout import Masthead
from app.web.archive.room import ArchiveRoom
from app.web.desk.room import DeskRoom


def archive_room(room: DeskRoom, base: str = "https://bulletin.council.example") -> ArchiveRoom:
    """What went out from that desk."""
    desk = room.desk
    masthead = Masthead(publisher="Wealdshire Council", contact="comms@wealdshire.example")
    archive = Archive(desk.book, desk.clock, masthead, website=ArchiveWebsite())
    return ArchiveRoom(archive, base, "bulletin.council.example")
