"""How does a request become a Draft?"""

import base64
import binascii
from collections.abc import Iterable
from datetime import datetime

from app.api.schemas import AttachmentRequest, DraftRequest, MailboxRequest, RecipientRequest
from app.domain.draft import Attachment, Body, Draft, Field, Mailbox, Recipient
from app.domain.errors import TooLargeError

BODY_BYTES = 2 * 1024 * 1024
ATTACHMENT_BYTES = 25 * 1024 * 1024
RECIPIENTS_A_FIELD = 2000


def to_draft(request: DraftRequest, now: datetime) -> Draft:
    """The Draft in a request; `now` stands in when no sending time is given.

    Raises:
        TooLargeError: the body, the attachments or a recipient field is over its limit.
    """
    if len(request.body.content.encode("utf-8", "replace")) > BODY_BYTES:
        raise TooLargeError('The body is over 2 MiB. Send the first part with "truncated": true.')
    return Draft(
        subject=request.subject,
        body=Body(request.body.content, request.body.format, request.body.truncated),
        sending_at=request.sending_at or now,
        sender=_mailbox(request.sender) if request.sender else None,
        recipients=(
            *_recipients(request.to, Field.TO),
            *_recipients(request.cc, Field.CC),
            *_recipients(request.bcc, Field.BCC),
        ),
        recipients_capped=request.recipients_capped,
        attachments=_attachments(request.attachments),
        reply=request.reply,
        importance=request.importance,
        id=request.id,
        thread=request.thread,
        medium=request.medium,
        readership=request.readership,
    )


def _mailbox(request: MailboxRequest) -> Mailbox:
    return Mailbox(request.address.strip(), request.name)


def _recipients(requests: list[RecipientRequest], field: Field) -> Iterable[Recipient]:
    if len(requests) > RECIPIENTS_A_FIELD:
        raise TooLargeError(
            f"There are over {RECIPIENTS_A_FIELD} entries in {field.value}. "
            'Send the first of them with "recipients_capped": true.'
        )
    return (Recipient(_mailbox(r), field, r.kind) for r in requests)


def _attachments(requests: list[AttachmentRequest]) -> tuple[Attachment, ...]:
    found = tuple(Attachment(a.name, a.size, a.inline, a.kind, _content(a.content)) for a in requests)
    if sum(len(a.content or b"") for a in found) > ATTACHMENT_BYTES:
        raise TooLargeError("The attachments are over 25 MiB. Send their names and sizes without content.")
    return found


def _content(encoded: str | None) -> bytes | None:
    """The bytes; None when they were not sent or cannot be read, which the verdict then says."""
    if encoded is None:
        return None
    try:
        return base64.b64decode(encoded, validate=True)
    except (binascii.Error, ValueError):
        return None
