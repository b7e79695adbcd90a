"""How is a document put on the website here, and what do the checks say of it?"""

from collections.abc import Callable
from datetime import timedelta

from app.adapters.documents.reader import ApartReader
from app.api.state import PutDocument
from app.bulletin.document_review import look_into, not_looked_at
from app.bulletin.gates import Gated
from app.bulletin.keep_document import DocumentDesk, keep_document
from app.compose.check_draft import check_draft
from app.compose.checked import Checked
from app.domain.draft import Draft, Moment
from app.domain.verdict import Severity
from app.website_ports import DocumentFacts
from app.wiring.installation import Installation
from app.wiring.website import website_of


def put_document(
    made: Installation, name: str, content: bytes, by: str, *, in_mail: bool = False
) -> PutDocument:
    """Keep it and look at it. A file that a mail links to opens at once, unless a card asks for a reason.

    Raises:
        BulletinError: it is empty, too large, of a kind that is not taken, or has a virus.
    """
    settings, kept = made.settings, made.bulletin
    desk = DocumentDesk(
        kept.documents,
        kept.scanner,
        ApartReader(),
        made.clock,
        timedelta(days=settings.keep_documents_days),
        settings.document_mb * 1_000_000,
    )
    facts = keep_document(desk, name, content, by)
    link = website_of(made).document(facts.id)
    said = said_of(made)(facts)
    is_open = in_mail and all(advice.severity < Severity.JUSTIFY for advice in said.verdict.advice)
    if is_open:
        kept.documents.told(facts.id)
    href = link.href if link and (is_open or not in_mail) else ""
    return PutDocument(facts, href, said, not_looked_at(facts))


def said_of(made: Installation) -> Callable[[DocumentFacts], Gated]:
    """Tells what the checks say of a document that is kept."""
    road = made.road(keeps_records=False)

    def judge(draft: Draft) -> Checked:
        return check_draft(draft, Moment.COMPOSE, road)

    return lambda facts: look_into(facts, made.bulletin.documents.words(facts.id), made.clock.now(), judge)
