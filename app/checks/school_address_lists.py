"""Does the draft hand out, keep or rely on lists of school addresses?

What it sees: school addresses written in subject, body (quoted ones only when they are forwarded) and text
attachments, each counted once; attachments named like a list of school contacts; recipients from a personal
contact list; recipients at closed schools or at school-like addresses that the directory does not know; and
school addresses that an outsider on the same mail can read, in the text or in To and Cc.
What it does not see: addresses inside Office files and pictures, lists on paper, and what a contact list
holds. The organisation's own addresses and the signature never count.
"""

from collections.abc import Iterator, Mapping

from app import linear
from app.checks.check import Check
from app.checks.pointing import excerpt_of, to_entries
from app.checks.words import any_of, whole
from app.domain.audience import Belonging, Reader
from app.domain.draft import Field, RecipientKind, ReplyKind
from app.domain.finding import Confidence, Finding, Span
from app.domain.reading import AddressMention, Reading

ID = "school-address-lists"
KINDS: Mapping[str, str] = {
    "list-in-body": "Two school addresses or more written in the message",
    "list-in-attachment": "Two school addresses or more in a text attachment",
    "list-by-name": "An attachment named like a list of school contacts, which was not read",
    "contact-list-used": "A personal contact list among the recipients",
    "stale-address": "A recipient at a closed school, or at a school address the directory does not know",
    "shown-to-outsider": "School addresses that a reader outside the organisation and its schools can see",
}
FEWEST = 2
_SCHOOL_WORDS = any_of(
    """
    schools?'?
    heads?
    headteachers?'?
    head ?teachers?'?
    sencos?
    dsls?
    governors?
    chairs?
    clusters?
    primar(?:y|ies)
    secondar(?:y|ies)
    academ(?:y|ies)
    nurser(?:y|ies)
    infants?
    juniors?
    bursars?
    admin officers?
    school offices?
    sbms?
    """
)
_LIST_WORDS = any_of(
    """
    contacts?(?: details?| sheet| info)?
    e-?mails?
    email addresses
    address(?:es)?(?: ?book)?
    mailing
    distribution
    distribution ?list
    mailing ?list
    mail ?merge
    directory
    database
    """
)
_NAMES_SCHOOLS = whole(_SCHOOL_WORDS)
_NAMES_A_LIST = whole(_LIST_WORDS)
_PLAIN_LIST = whole(
    any_of("contacts?(?: list)?\nmailing ?list\ndistribution ?list\nemail ?list\naddress ?book")
)
_NO_LIST = whole(
    any_of(
        """
        forms?
        polic(?:y|ies)
        templates?
        posters?
        guid(?:e|es|ance)
        procedures?
        minutes
        agenda
        newsletters?
        letters?
        leaflets?
        flyers?
        labels?
        emergency
        parents?
        pupils?
        staff
        suppliers?
        privacy
        training
        plan
        report
        map
        us
        """
    )
)
_LIST_FILE = linear.compile(
    r"(?i)\.(?:xlsx?|xlsm|xlsb|csv|ods|docx?|odt|pdf|txt|vcf|pst|mdb|accdb|numbers|tsv)$"
)
_WORD_BREAKS = linear.compile(r"[_\-.()\[\]]+|([a-z])([A-Z])")
_OUTSIDERS = (Belonging.OUTSIDE, Belonging.WEBMAIL)
_SCHOOLS = (Belonging.SCHOOL, Belonging.CLOSED_SCHOOL)


def look(reading: Reading) -> Iterator[Finding]:
    """One finding for each kind that is there."""
    written = [m for m in reading.addresses if m.is_school and not m.is_inside and _counts(reading, m)]
    in_text = [m for m in written if m.field is not Field.ATTACHMENTS]
    in_files = [m for m in written if m.field is Field.ATTACHMENTS]
    yield from _list("list-in-body", in_text)
    yield from _list("list-in-attachment", in_files)
    yield from _lists_by_name(reading, {m.start for m in in_files})
    yield from _contact_lists(reading)
    yield from _stale(reading)
    yield from _shown(reading, written)


def _counts(reading: Reading, mention: AddressMention) -> bool:
    """Whether the mention stands in what the sender hands on: own words, files, and forwarded mail."""
    if mention.field is not Field.BODY:
        return True
    place = slice(mention.start, mention.end)
    if reading.draft.reply is ReplyKind.FORWARD and reading.carried[place].strip():
        return True
    return bool(reading.own[place].strip())


def _list(kind: str, mentions: list[AddressMention]) -> Iterator[Finding]:
    addresses = {m.address.lower() for m in mentions}
    if len(addresses) >= FEWEST:
        spans = dict.fromkeys(_span(m) for m in mentions)
        yield Finding(ID, kind, Confidence.HIGH, tuple(spans), {"count": len(addresses)})


def _span(mention: AddressMention) -> Span:
    shown = "" if mention.field is Field.ATTACHMENTS else excerpt_of(mention.address)
    return Span(mention.field, mention.start, mention.end, shown)


def _lists_by_name(reading: Reading, read: set[int]) -> Iterator[Finding]:
    """Files whose names say so and that nobody could look into."""
    found: dict[int, Confidence] = {}
    for place, attachment in enumerate(reading.draft.attachments):
        sure = None if place in read or reading.files[place] is not None else _named_as_list(attachment.name)
        if sure is not None:
            found[place] = sure
    if found:
        names = reading.draft.attachments
        spans = tuple(Span(Field.ATTACHMENTS, at, at + 1, excerpt_of(names[at].name)) for at in found)
        yield Finding(ID, "list-by-name", max(found.values()), spans, {"count": len(found)})


def _named_as_list(name: str) -> Confidence | None:
    """Middling when the name speaks of schools; low when it is only some list of contacts."""
    if _LIST_FILE.search(name) is None:
        return None
    words = _WORD_BREAKS.sub(r"\1 \2", name.rpartition(".")[0])
    if _NO_LIST.search(words) is not None or _NAMES_A_LIST.search(words) is None:
        return None
    if _NAMES_SCHOOLS.search(words) is not None:
        return Confidence.MEDIUM
    return Confidence.LOW if _PLAIN_LIST.search(words) is not None else None


def _contact_lists(reading: Reading) -> Iterator[Finding]:
    lists = [r for r in reading.audience.readers if r.recipient.kind is RecipientKind.CONTACT_LIST]
    if lists:
        named = any(_NAMES_SCHOOLS.search(r.recipient.mailbox.name) for r in lists)
        sure = Confidence.HIGH if named else Confidence.MEDIUM
        yield Finding(ID, "contact-list-used", sure, _recipient_spans(reading, lists), {"count": len(lists)})


def _stale(reading: Reading) -> Iterator[Finding]:
    """Less sure of an unknown address when something about the audience could not be known."""
    closed = [r for r in reading.audience.readers if r.belonging is Belonging.CLOSED_SCHOOL]
    unlisted = [r for r in reading.audience.readers if _is_unlisted(r)]
    if closed or unlisted:
        blind = any(u.check == "audience" for u in reading.unread)
        sure = Confidence.HIGH if closed else Confidence.LOW if blind else Confidence.MEDIUM
        spans = _recipient_spans(reading, closed + unlisted)
        yield Finding(ID, "stale-address", sure, spans, {"closed": len(closed), "unlisted": len(unlisted)})


def _is_unlisted(reader: Reader) -> bool:
    """The shape of a school's address, and no school of the directory behind it; pupils are in no list."""
    is_school = reader.belonging is Belonging.SCHOOL and not reader.is_pupil
    return is_school and all(not school.urn for school in reader.schools)


def _shown(reading: Reading, written: list[AddressMention]) -> Iterator[Finding]:
    outsiders = [r for r in reading.audience.readers if r.belonging in _OUTSIDERS]
    if not outsiders:
        return
    visible = [
        r
        for r in reading.audience.readers
        if r.belonging in _SCHOOLS and r.recipient.field in {Field.TO, Field.CC}
    ]
    in_words = {m.address.lower() for m in written}
    in_view = {r.recipient.mailbox.address.lower() for r in visible}
    if in_words or in_view:
        spans = (*dict.fromkeys(_span(m) for m in written), *_recipient_spans(reading, visible))
        facts = {
            "schools": len(in_words | in_view),
            "visible": len(in_view),
            "written": len(in_words),
            "outsiders": len(outsiders),
        }
        yield Finding(ID, "shown-to-outsider", Confidence.HIGH, spans, facts)


def _recipient_spans(reading: Reading, readers: list[Reader]) -> tuple[Span, ...]:
    wanted = {id(r.recipient) for r in readers}
    spans: list[Span] = []
    for field in (Field.TO, Field.CC, Field.BCC):
        places = [at for at, r in enumerate(reading.draft.addressed(field)) if id(r) in wanted]
        spans += to_entries(reading.draft, field, places)
    return tuple(spans)


CHECK = Check(ID, look, KINDS)
