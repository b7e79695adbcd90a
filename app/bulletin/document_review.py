"""What do the checks say of a document's words, and when may anybody open it?

Its words are read as a draft to the public, so that whoever put it there, and the editor, are told of
numbers, secrets and stories of people in it. It opens with the item, or the mail, that tells of it, and not
before a virus scanner has passed it where there is one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from app.bulletin.gates import Gated, Judge, Judged, Page
from app.domain.draft import Attachment, Body, Draft, Mailbox, Medium, Readership
from app.domain.finding import Span
from app.domain.verdict import Verdict
from app.ports import Clock
from app.website_ports import DocumentFacts, Documents, Read, Scan, VirusScanner

_INSIDE = frozenset(
    {
        "identifiers",
        "credentials",
        "school-address-lists",
        "own-details",
        "confidential-story",
        "other-pupils",
    }
)
_STORIES_MAX = 40_000
_AGAIN = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class _OfWhatIsInside:
    """What is said of a draft, without what is said of how it is written."""

    judged: Judged

    @property
    def verdict(self) -> Verdict:
        whole = self.judged.verdict
        inside = (one for one in whole.advice if one.finding.id.partition("/")[0] in _INSIDE)
        return replace(whole, advice=tuple(inside))

    def in_plain(self, span: Span) -> Span:
        return self.judged.in_plain(span)


class Opens(StrEnum):
    """Whether anybody may open a document."""

    NOW = "now"
    SOON = "soon"
    """It is to be scanned yet."""
    NOT = "not"
    """Nothing that went out tells of it, or its time is over."""


def opens(documents: Documents, number: str, *, is_scanned: bool) -> Opens:
    """`is_scanned` says whether there is a scanner here."""
    facts = documents.facts(number)
    if facts is None or facts.scan is Scan.INFECTED or not documents.is_out(number):
        return Opens.NOT
    return Opens.SOON if is_scanned and facts.scan is not Scan.CLEAN else Opens.NOW


def attachments(documents: Documents, numbers: Iterable[str]) -> Sequence[Attachment]:
    """Documents as the checks see what is attached: with their words, where those could be read."""
    found = [facts for number in numbers if (facts := documents.facts(number))]
    return [_attached(facts, documents.words(facts.id)) for facts in found]


def look_into(facts: DocumentFacts, words: str, at: datetime, judge: Judge) -> Gated:
    """What the checks say of what stands in it; not of how it is written, as it is nobody's mail."""
    attached = _attached(facts, words)
    draft = Draft(
        subject=attached.name,
        body=Body(words[:_STORIES_MAX]),
        sending_at=at,
        sender=Mailbox(facts.added_by),
        attachments=(attached,),
        medium=Medium.BULLETIN,
        readership=Readership.PUBLIC,
    )
    page = Page(draft, (("documents", 0, len(draft.body.content)),))
    return Gated(page, _OfWhatIsInside(judge(draft)))


def not_looked_at(facts: DocumentFacts) -> tuple[str, ...]:
    """What nobody looked into: its words, as far as they could not be read, and viruses."""
    unread = () if facts.read is Read.WHOLE else ("attachments",)
    return unread if facts.scan is Scan.CLEAN else (*unread, "viruses")


@dataclass
class ScanLate:
    """Scans, once a minute, what the scanner could not be asked about, or was there before it."""

    documents: Documents
    scanner: VirusScanner
    clock: Clock
    looked: datetime | None = None
    """When it looked last."""

    def look(self) -> None:
        """If it is time. Ends at the first that cannot be scanned: the rest would fare no better."""
        now = self.clock.now()
        if self.looked and now - self.looked < _AGAIN:
            return
        self.looked = now
        for facts in self.documents.all():
            content = self.documents.content(facts.id)
            if content is None or facts.scan not in {Scan.NONE, Scan.WAITING}:
                continue
            scan = self.scanner.scan(content)
            if scan in {Scan.NONE, Scan.WAITING}:
                return
            self.documents.scanned(facts.id, scan)


def _attached(facts: DocumentFacts, words: str) -> Attachment:
    return Attachment(facts.name, facts.size, words=words if facts.read is not Read.NONE else None)
