"""How is a document put on the website here, and what do the checks say of it?"""

from dataclasses import replace
from datetime import timedelta

from app.api.state import PutDocument
from app.bulletin.keep_document import DocumentDesk, keep_document
from app.compose.check_draft import check_draft
from app.domain.draft import Attachment, Body, Draft, Mailbox, Medium, Moment, Readership
from app.domain.verdict import Verdict
from app.reading.attachments import read_attachment
from app.wiring.installation import Installation
from app.wiring.website import website_of

_ABOUT_WHAT_IS_INSIDE = frozenset({"identifiers", "credentials", "school-address-lists", "own-details"})
_NOT_SCANNED = "viruses"


def put_document(made: Installation, name: str, content: bytes, by: str) -> PutDocument:
    """Keep it and look at it.

    Raises:
        BulletinError: it is empty, too large, or of a kind that is not taken.
    """
    settings = made.settings
    lasts = timedelta(days=settings.keep_documents_days)
    desk = DocumentDesk(made.bulletin.documents, made.clock, lasts, settings.document_mb * 1_000_000)
    facts = keep_document(desk, name, content, by)
    attached = Attachment(facts.name, facts.size, content=content)
    unread = () if read_attachment(attached) is not None else ("attachments",)
    link = website_of(made).document(facts.id)
    return PutDocument(facts, link.href if link else "", _look(made, attached, by), (*unread, _NOT_SCANNED))


def _look(made: Installation, attached: Attachment, by: str) -> Verdict:
    """What the checks say of the file alone."""
    draft = Draft(
        subject=attached.name,
        body=Body(""),
        sending_at=made.clock.now(),
        sender=Mailbox(by),
        attachments=(attached,),
        medium=Medium.BULLETIN,
        readership=Readership.PUBLIC,
    )
    verdict = check_draft(draft, Moment.COMPOSE, made.road(keeps_records=False)).verdict
    inside = (one for one in verdict.advice if one.finding.id.partition("/")[0] in _ABOUT_WHAT_IS_INSIDE)
    return replace(verdict, advice=tuple(inside))
