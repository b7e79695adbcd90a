"""A Reading of a bare body, for checks that need no road."""

from app.domain.audience import Audience
from app.domain.calendar import Hours
from app.domain.draft import Attachment, Body, Draft, Mailbox, ReplyKind
from app.domain.reading import Reading
from app.reading.attachments import read_attachment
from app.reading.body import read_body
from app.reading.unicode import clean
from tests.fakes import MONDAY_MORNING


def reading_of(
    body: str,
    *,
    subject: str = "",
    reply: ReplyKind = ReplyKind.NEW,
    attachments: tuple[Attachment, ...] = (),
    audience: Audience | None = None,
) -> Reading:
    """What reading makes of these words, without directory, dates and tone."""
    draft = Draft(
        subject,
        Body(body),
        MONDAY_MORNING,
        Mailbox("p.shah@council.example", "P Shah"),
        reply=reply,
        attachments=attachments,
    )
    read = read_body(draft.body)
    hours = Hours(is_working=True, is_term=True, next_morning=MONDAY_MORNING)
    return Reading(
        draft, clean(subject), read.text, read.regions, read.own, read.carried, read.signature, (), (), (),
        audience or Audience(), hours, tuple(map(read_attachment, attachments)),
    )  # fmt: skip
