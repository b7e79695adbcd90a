"""What is in this draft?

Brings together everything that can be known about a draft before anyone judges it: its text, whose
words they are, the sentences and their tone, the dates, the readers and the hour.
"""

from collections.abc import Callable
from dataclasses import dataclass

from app.domain.address import is_webmail, is_within
from app.domain.audience import Audience
from app.domain.calendar import SchoolCalendar
from app.domain.draft import Attachment, Draft, Field
from app.domain.finding import Unchecked
from app.domain.reading import AddressMention, Reading
from app.ports import Directory, Reader
from app.reading.addresses import find_addresses
from app.reading.body import ReadBody, read_body
from app.reading.dates import find_dates
from app.reading.unicode import clean

ResolveAudience = Callable[[Draft, tuple[str, ...]], Audience]
"""From a draft and the organisation's own domains to its audience."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What reading needs besides the draft. `school_suffixes` are mail domains only schools have."""

    reader: Reader
    directory: Directory
    calendar: SchoolCalendar
    resolve_audience: ResolveAudience
    own_domains: tuple[str, ...]
    school_suffixes: tuple[str, ...]

    def own(self, draft: Draft) -> tuple[str, ...]:
        """The organisation's domains; until they are set, the sender's own."""
        sender = draft.sender.domain if draft.sender else ""
        return self.own_domains or ((sender,) if sender and not is_webmail(sender) else ())


def read_draft(draft: Draft, around: Surroundings) -> Reading:
    """The Reading of `draft`. Raises nothing for any draft; what could not be read is in `unread`."""
    body = read_body(draft.body)
    subject = clean(draft.subject)
    return Reading(
        draft=draft,
        subject=subject,
        body=body.text,
        regions=body.regions,
        own=body.own,
        carried=body.carried,
        signature=body.signature,
        sentences=around.reader.read(body.own),
        dates=find_dates(body.own, draft.sending_at, around.calendar),
        addresses=_addresses(subject.clean, body, draft, around),
        audience=around.resolve_audience(draft, around.own(draft)),
        hours=around.calendar.hours(draft.sending_at),
        unread=_unread(draft, body, around),
    )


def text_of(attachment: Attachment) -> str:
    """The text of an attachment that is plain text; empty when it is not, or was not handed over."""
    if attachment.content is None or not attachment.name.lower().endswith(_TEXT_FILES):
        return ""
    return clean(attachment.content[:_READ_BYTES].decode("utf-8", errors="replace")).clean


_TEXT_FILES = (".csv", ".txt", ".md", ".vcf", ".tsv")
_READ_BYTES = 1_000_000


def _addresses(
    subject: str, body: ReadBody, draft: Draft, around: Surroundings
) -> tuple[AddressMention, ...]:
    found = [(Field.SUBJECT, *hit) for hit in find_addresses(subject)]
    found += [(Field.BODY, *hit) for hit in find_addresses(body.text.clean)]
    for position, attachment in enumerate(draft.attachments):
        hits = find_addresses(text_of(attachment))
        found += [(Field.ATTACHMENTS, position, position + 1, address) for _, _, address in hits]
    own = around.own(draft)
    listings = around.directory.look_up({address for *_, address in found})
    return tuple(
        AddressMention(
            field,
            start,
            end,
            address,
            is_school=bool(listings[address].schools)
            or is_within(address.rpartition("@")[2], around.school_suffixes),
            is_inside=is_within(address.rpartition("@")[2], own) and not listings[address].schools,
        )
        for field, start, end, address in found
    )


def _unread(draft: Draft, body: ReadBody, around: Surroundings) -> tuple[Unchecked, ...]:
    unread = []
    if draft.body.truncated or not body.is_complete:
        unread.append(Unchecked("body", "The message is too long or too tangled to read to its end."))
    unopened = sum(not a.inline and not text_of(a) for a in draft.attachments)
    if unopened:
        what = "one attachment" if unopened == 1 else f"{unopened} attachments"
        unread.append(Unchecked("attachments", f"What is inside {what} was not read."))
    if draft.recipients and not around.directory.open_schools():
        unread.append(
            Unchecked("audience", "No school register is imported, so schools are told by their address.")
        )
    if draft.recipients_capped:
        unread.append(Unchecked("audience", "Outlook did not list every recipient."))
    return tuple(unread)
