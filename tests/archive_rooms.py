"""The public pages on the book of a desk."""

from dataclasses import dataclass

from app.bulletin.gates import Gated, Page
from app.bulletin.printed.archive import Archive, ArchiveWebsite
from app.bulletin.printed.layout import Masthead
from app.domain.draft import Body, Draft
from app.domain.finding import Span
from app.domain.verdict import Channel, Route, Severity, Verdict
from app.web.archive.room import ArchiveRoom
from app.web.desk.room import DeskRoom
from app.website_ports import DocumentFacts
from tests.website_fakes import FakeDocuments, FakeWordIndex


@dataclass(frozen=True, slots=True)
class _Said:
    """A draft at the end of its road."""

    verdict: Verdict

    def in_plain(self, span: Span) -> Span:
        return span


def _nothing_said(facts: DocumentFacts) -> Gated:
    return Gated(
        Page(Draft(facts.name, Body(""), facts.added_at), ()),
        _Said(Verdict(Severity.INFO, (), Route(Channel.SEND))),
    )


def archive_room(room: DeskRoom, base: str = "https://bulletin.council.example") -> ArchiveRoom:
    """What went out from that desk."""
    desk = room.desk
    masthead = Masthead(publisher="Wealdshire Council", contact="comms@wealdshire.example")
    documents = FakeDocuments()
    archive = Archive(desk.book, desk.clock, masthead, website=ArchiveWebsite(find=documents.facts))
    return ArchiveRoom(
        archive,
        documents,
        FakeWordIndex(desk.book),
        _nothing_said,
        base=base,
        host="bulletin.council.example",
    )
