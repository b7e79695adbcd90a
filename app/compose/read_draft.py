"""What is in this draft?

Brings together everything that can be known about a draft before anyone judges it: its text, whose
words they are, the sentences and their tone, the dates, the readers and the hour.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeAlias

from app.compose.not_read import (
    PASSED_ON_AT_MOST,
    SUBJECT_AT_MOST,
    TONE_AT_MOST,
    not_read,
    passed_on_at_most,
)
from app.compose.sent_before import recall
from app.domain.address import domain_of, is_webmail, is_within
from app.domain.audience import Audience
from app.domain.calendar import SchoolCalendar
from app.domain.draft import Draft, Field, ReplyKind
from app.domain.finding import Unchecked
from app.domain.reading import AddressMention, Link, Misspelling, PassedOn, Reading, Text
from app.domain.sent import NOTHING_SENT
from app.domain.verdict import NextIssue
from app.ports import Directory, Reader, SentMails, Speller
from app.reading.addresses import find_addresses
from app.reading.attachments import read_attachment
from app.reading.body import ReadBody, read_body
from app.reading.carried import said_in, told_by_others
from app.reading.confidence import is_in_confidence
from app.reading.dates import find_dates, only_breaks, without_breaks
from app.reading.links import find_links, is_listed
from app.reading.people import Written, find_people
from app.reading.readership import audience_of
from app.reading.spelling import find_misspelt
from app.reading.subject_dates import find_subject_dates, standing_alone
from app.reading.unicode import clean

ResolveAudience = Callable[[Draft, tuple[str, ...]], Audience]
"""From a draft and the organisation's own domains to its audience."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What reading needs besides the draft. `school_suffixes` are mail domains only schools have."""

    reader: Reader
    speller: Speller
    directory: Directory
    calendar: Callable[[], SchoolCalendar]
    """Gives the calendar in force now."""

    resolve_audience: ResolveAudience
    own_domains: tuple[str, ...]
    school_suffixes: tuple[str, ...]
    confidential: tuple[str, ...] = ()
    """Local parts of addresses, mail to which is never scored for tone or stories."""

    trial_domains: tuple[str, ...] = ()
    """The sample authority's domains, which count as our own until an organisation's are set."""

    approved_sites: tuple[str, ...] = ()
    pupil_sites: tuple[str, ...] = ()
    """Sites as domains or with the beginning of a path: those approved, and those for pupils."""

    sent: SentMails | None = None
    """The mails to schools that were sent lately; None where none are remembered."""

    next_issue: Callable[[datetime], NextIssue | None] | None = None
    """Which issue of the bulletin takes what comes in then, by the desk's book; the calendar's without it."""

    def issue_at(self, at: datetime) -> NextIssue | None:
        """The issue that takes what comes in then; the calendar's where the book cannot be read."""
        try:
            return (self.next_issue or self.calendar().next_issue)(at)
        except Exception:  # noqa: BLE001 - whatever the store does, the draft still gets an answer
            return self.calendar().next_issue(at)

    def own(self, draft: Draft) -> tuple[str, ...]:
        """The organisation's domains; until they are set, the sender's own and the sample authority's."""
        sender = draft.sender.domain if draft.sender else ""
        senders = (sender,) if sender and not is_webmail(sender) else ()
        return self.own_domains or (*senders, *self.trial_domains)


def read_draft(draft: Draft, around: Surroundings) -> Reading:
    """The Reading of `draft`. Raises nothing for any draft; what could not be read is in `unread`."""
    body = read_body(draft.body, is_answer=draft.reply is not ReplyKind.NEW)
    calendar = around.calendar()
    subject = clean(draft.subject[:SUBJECT_AT_MOST])
    files = tuple(map(read_attachment, draft.attachments))
    own = around.own(draft)
    audience = audience_of(draft.readership) or around.resolve_audience(draft, own)
    in_confidence = not draft.recipients_capped and is_in_confidence(
        audience, around.confidential, own, around.school_suffixes
    )
    read = around.reader.cut if in_confidence else around.reader.read
    sentences = read(body.own[:TONE_AT_MOST])
    head = read(subject.clean)
    written = Written(body.text.clean, body.own, body.signature, body.regions, sentences, subject.clean, head)
    passed_on = None if in_confidence else _passed_on(draft, body, audience, around)
    days = find_dates(body.own, draft.sending_at, calendar)
    lacks_register = bool(draft.recipients) and not around.directory.open_schools()
    unread = not_read(draft, body, files, passed_on, lacks_register=lacks_register)
    reading = Reading(
        draft=draft,
        subject=subject,
        body=body.text,
        regions=body.regions,
        own=body.own,
        carried=body.carried,
        signature=body.signature,
        sentences=sentences,
        dates=without_breaks(days),
        addresses=_addresses(_written_addresses(subject, body, files), around, own),
        audience=audience,
        hours=calendar.hours(draft.sending_at),
        files=files,
        unread=(*unread, IN_CONFIDENCE) if in_confidence else unread,
        subject_dates=find_subject_dates(subject.clean, draft.reply, draft.sending_at, calendar),
        misspelt=_misspelt(draft, body.own, subject, around.speller),
        subject_sentences=head,
        is_confidential=in_confidence,
        people=() if in_confidence else find_people(draft, written, _schools(audience), around.speller),
        passed_on=passed_on,
        links=tuple(_links(body, around, own)),
        breaks=only_breaks(days),
    )
    return _with_sent_before(reading, around.sent)


def _with_sent_before(reading: Reading, sent: SentMails | None) -> Reading:
    """The reading with what went to schools before; a store that fails leaves that unknown and says so."""
    try:
        before = recall(reading, sent)
        return reading if before is NOTHING_SENT else replace(reading, sent_before=before)
    except Exception:  # noqa: BLE001 - whatever the store does, the draft still gets an answer
        return replace(reading, unread=(*reading.unread, SENT_UNKNOWN))


def _passed_on(draft: Draft, body: ReadBody, audience: Audience, around: Surroundings) -> PassedOn | None:
    """What a forward passes on, as far as the author's own text leaves time to read it."""
    if draft.reply is not ReplyKind.FORWARD or not body.carried.strip():
        return None
    begins = len(body.carried) - len(body.carried.lstrip())
    text = said_in(body.carried[: begins + 2 * PASSED_ON_AT_MOST])
    start = len(text) - len(text.lstrip())
    read = around.reader.read(text[start : start + passed_on_at_most(body.own)])
    sentences = tuple(sentence.moved(start) for sentence in read)
    written = Written(body.text.clean, text, "", (), sentences, "", ())
    people = find_people(draft, written, _schools(audience), around.speller)
    dates = standing_alone(find_dates(text, draft.sending_at, around.calendar()), text)
    return PassedOn(text, sentences, told_by_others(draft, text, people), dates)


IN_CONFIDENCE = Unchecked(
    "tone", "Mail to the safeguarding lead or the whistleblowing address is not read for tone or stories."
)
SENT_UNKNOWN = Unchecked("serial-and-duplicate", "What was sent to schools before could not be looked up.")

_Written: TypeAlias = tuple[Field, int, int, str]


def _written_addresses(subject: Text, body: ReadBody, files: Sequence[str | None]) -> list[_Written]:
    """Every address as field, start, end and spelling."""
    found: list[_Written] = [(Field.SUBJECT, *hit) for hit in find_addresses(subject.clean)]
    found += [(Field.BODY, *hit) for hit in find_addresses(body.text.clean)]
    for position, text in enumerate(files):
        hits = find_addresses(text or "")
        found += [(Field.ATTACHMENTS, position, position + 1, address) for _, _, address in hits]
    return found


def _addresses(
    written: Sequence[_Written], around: Surroundings, own: tuple[str, ...]
) -> tuple[AddressMention, ...]:
    listings = around.directory.look_up({address for *_, address in written})
    return tuple(
        AddressMention(
            field,
            start,
            end,
            address,
            is_school=bool(listings[address].schools) or is_within(domain, around.school_suffixes),
            is_inside=is_within(domain, own) and not listings[address].schools,
        )
        for field, start, end, address in written
        for domain in [domain_of(address)]
    )


def _links(body: ReadBody, around: Surroundings, own: tuple[str, ...]) -> Iterator[Link]:
    """Where the author's own text leads, and what the organisation says of it."""
    anchors = ((anchor.start, anchor.end, anchor.href) for anchor in body.anchors)
    for start, end, leads in find_links(body.own, anchors):
        yield Link(
            start,
            end,
            leads.address,
            leads.host,
            is_own=is_within(leads.host, own),
            is_school=is_within(leads.host, around.school_suffixes),
            is_approved=is_listed(leads, around.approved_sites),
            is_for_pupils=is_listed(leads, around.pupil_sites),
        )


def _schools(audience: Audience) -> Iterator[str]:
    """The names of the schools it goes to."""
    return (school.name for reader in audience.readers for school in reader.schools)


def _misspelt(draft: Draft, own: str, subject: Text, speller: Speller) -> tuple[Misspelling, ...]:
    """The words misspelt in what the author wrote; the subject of an answer is older."""
    boxes = [recipient.mailbox for recipient in draft.recipients[:_NAMES_AT_MOST]]
    boxes += [draft.sender] if draft.sender else []
    names = (name for box in boxes for name in (box.name, box.address.partition("@")[0]))
    is_new = draft.reply is ReplyKind.NEW
    return find_misspelt(own, subject.clean if is_new else "", speller, names)


_NAMES_AT_MOST = 500
"""Recipients whose names are left alone by the dictionary; a list beyond that is not addressed by name."""
