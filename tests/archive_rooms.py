"""The public pages on the book of a desk."""

from dataclasses import dataclass

from app.bulletin.gates import Gated, Page
from app.bulletin.mailing.leave_list import LeaveDesk
from app.bulletin.mailing.message_id import MessageIds
from app.bulletin.printed.archive import Archive, ArchiveWebsite
from app.bulletin.printed.layout import Masthead
from app.domain.draft import Body, Draft
from app.domain.finding import Span
from app.domain.for_whom import ForWhom
from app.domain.mailing import FOR_ALL, Mailing, MailingText
from app.domain.school import Phase, School
from app.domain.verdict import Channel, Route, Severity, Verdict
from app.ports import DirectoryEntry
from app.web.archive.room import ArchiveRoom
from app.web.desk.room import DeskRoom
from app.website_ports import DocumentFacts
from tests.directory_fakes import FakeAddressBook
from tests.fakes import MONDAY_MORNING
from tests.mailing_fakes import FakeMailings
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


class LeavingRoom:
    """A mail to the list for music, which Oak and Elm are on with one address and Ash with another."""

    def __init__(self) -> None:
        self.ids, self.mailings = MessageIds(b"s" * 32), FakeMailings()
        self.on: dict[str, set[str]] = {urn: {"music"} for urn in ("100001", "100002", "100003")}
        schools = tuple(School(urn, f"School {urn}", Phase.PRIMARY) for urn in self.on)
        held = [
            DirectoryEntry(f"{whose}@music.example", urn, "office")
            for urn, whose in zip(self.on, ("both", "both", "ash"), strict=True)
        ]
        book = FakeAddressBook(schools, tuple(held), self.on)
        self.desk = LeaveDesk(self.mailings, book, self.ids, self.take_off, self.name_of)
        self.mailings.begin(self.mail("request-7"))

    def mail(self, number: str, *lists: str) -> Mailing:
        whom = ForWhom(lists=frozenset(lists or {"music"}))
        return Mailing(number, whom, {FOR_ALL: MailingText("Music", "Bring a flute.")}, MONDAY_MORNING)

    def code(self, address: str = "both@music.example", number: str = "request-7") -> str:
        return self.ids.leave_code(number, address[::-1])

    @property
    def members(self) -> set[str]:
        return {urn for urn, lists in self.on.items() if "music" in lists}

    def take_off(self, key: str, urn: str) -> bool:
        was_on = key in self.on[urn]
        self.on[urn].discard(key)
        return was_on

    def name_of(self, key: str) -> str:
        return {"music": "Music & song"}.get(key, "")


def archive_room(
    room: DeskRoom, base: str = "https://bulletin.council.example", leave: LeaveDesk | None = None
) -> ArchiveRoom:
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
        leave or LeavingRoom().desk,
        base=base,
        host="bulletin.council.example",
    )
