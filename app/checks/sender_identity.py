"""Who is sending, from which account, and does the reader know?

What it sees: work mail from a personal account (to colleagues or schools, or about school to families); the
sender's own personal address among the readers of work mail; a colleague's personal address given to, or
shared with, a family; a signature with another post than the address book shows beside the sender's name; and
a new mail, or the organisation's say on a matter, to people outside that closes without any name, post
or office.

What it does not see: posts that the address book does not show; what mail rules forward on their own; files
and forwards to one's own account (see `own-details`); mail to pupils (see `pupil-recipients`); personal
addresses that hold no name. A parent who writes to a school about their own child writes privately.
"""

from collections.abc import Iterator

from app import linear
from app.checks.audience.offices import is_from_an_office
from app.checks.audience.own_name import is_own_account
from app.checks.audience.posts import posts_in_lines, posts_in_name
from app.checks.audience.signing import closing_lines, is_signed
from app.checks.audience.standing_behind import answers_for_office
from app.checks.check import Check
from app.checks.pointing import in_body, to_readers
from app.checks.words import whole_any
from app.domain.address import is_webmail, normal_address
from app.domain.audience import Belonging, Reader
from app.domain.draft import Draft, Field, Mailbox, ReplyKind
from app.domain.finding import Confidence, Finding, Span
from app.domain.reading import AddressMention, Reading

_ID = "sender-identity"
_MOST, _MOST_TOLD = 25, 20
_REACH = 90
_FEWEST_WORDS = 30
_OWN_CHILD = whole_any("(?:my|our) (?:\\w+ ){0,2}?(?:son|daughter|child|children|boys?|girls?|twins?|kids?)")
_AS_STAFF = whole_any("""
    dear (?:parents?|carers?|families|guardians?|mum|dad)|parents(?:' evening)?|your (?:\\w+ )?(?:son|daughter|child(?:'s|ren)?)
    (?:our|my) (?:class|pupils|lessons?|school|tutor group|year group)|pupils|the (?:school office|head ?teacher|class)
    homework|parents' evening|school (?:trip|day|website|term)|pe kit|reading (?:book|record)
""")  # noqa: E501 - one phrase a line
_STAFF = whole_any("""
    teacher|tutor|head ?teacher|senco|sendco|teaching assistant|(?-i:TA|HLTA|DSL)|coach|key ?worker|caretaker|school secretary
""")  # noqa: E501 - one phrase a line
_OF_A_CLASS = linear.compile(r"(?i)^(?:(?:year|yr) ?\d|class \w|reception(?: class|,|$)|form \d|tutor of )")
_MINE = whole_any("my|me|mine|i")
_LAY = frozenset({"governor", "councillor"})
_NAMES = linear.compile(r"\pL{3,}")
_SENTENCE = linear.compile(r"[.!?]\s|\n\s*\n")


def _look(reading: Reading) -> Iterator[Finding]:
    yield from _private_account(reading)
    yield from _own_address(reading)
    yield from _colleagues_address(reading)
    yield from _other_post(reading)
    yield from _unsigned(reading)


def _private_account(reading: Reading) -> Iterator[Finding]:
    audience = reading.audience
    if not audience.is_from_private or audience.pupils:
        return
    at_work = {Belonging.INSIDE, Belonging.SCHOOL, Belonging.CLOSED_SCHOOL}
    sender = reading.draft.sender
    others = [r for r in audience.readers[:_MOST] if not (sender and _is_of(sender, r.recipient.mailbox))]
    to_work = any(r.belonging in at_work for r in others)
    to_homes = audience.webmail + audience.outside > 0 and _writes_as_staff(reading)
    if not (to_work or to_homes) or _OWN_CHILD.search(reading.own):
        return
    kind = "private-account-to-families" if to_homes else "private-account"
    yield Finding(_ID, kind, Confidence.HIGH if to_work else Confidence.MEDIUM, ())


def _writes_as_staff(reading: Reading) -> bool:
    """Whether the words, or the lines that close the mail, are those of somebody who works at a school."""
    lines = closing_lines(reading)
    is_signed_so = bool((posts_in_lines(lines) or frozenset()) - _LAY) or any(map(_OF_A_CLASS.search, lines))
    return is_signed_so or _AS_STAFF.search(reading.own) is not None


def _own_address(reading: Reading) -> Iterator[Finding]:
    draft = reading.draft
    takes_along = draft.reply is ReplyKind.FORWARD or not all(a.inline for a in draft.attachments)
    if draft.sender is None or reading.audience.is_from_private or takes_along:
        return
    own = [(r, sure) for r in _private(reading) if (sure := _is_of(draft.sender, r.recipient.mailbox))]
    if own:
        readers = [r for r, _ in own]
        others = [r for r in reading.audience.readers if r not in readers and not _is_sender(draft, r)]
        sure = max(sure for _, sure in own)
        spans = to_readers(draft, readers)
        facts = {"alone": not others, "initial": sure is Confidence.MEDIUM}
        yield Finding(_ID, "own-private-address", sure, spans, facts)


def _colleagues_address(reading: Reading) -> Iterator[Finding]:
    """A colleague's personal address beside a family, or told to one."""
    private = _private(reading)
    if not private:
        return
    colleagues = _colleagues(reading)
    likeness = {id(r): _likeness(colleagues, r.recipient.mailbox) for r in private}
    theirs = [r for r in private if likeness[id(r)]]
    sender = reading.draft.sender
    families = [
        r for r in private if r not in theirs and not (sender and _is_of(sender, r.recipient.mailbox))
    ]
    told = [m for m in _told(reading) if _is_told_of_staff(reading, m, colleagues)] if families else []
    spans: tuple[Span, ...] = to_readers(reading.draft, theirs) if families else ()
    spans += tuple(in_body(reading, m.start, m.end) for m in told)
    if spans:
        facts = {"shown": len(theirs), "written": len(told)}
        is_sure = told or Confidence.HIGH in likeness.values()
        sure = Confidence.MEDIUM if is_sure else Confidence.LOW
        yield Finding(_ID, "colleagues-private-address", sure, spans, facts)


def _likeness(colleagues: list[Mailbox], private: Mailbox) -> Confidence | None:
    """How surely a private address is a colleague's; governors use their own, which is no teacher's."""
    if posts_in_name(private.name) - _LAY:
        return Confidence.HIGH
    found = [sure for colleague in colleagues if (sure := _is_of(colleague, private))]
    return max(found, default=None)


def _other_post(reading: Reading) -> Iterator[Finding]:
    listed = posts_in_name(reading.draft.sender.name) if reading.draft.sender else frozenset()
    signed = posts_in_lines(closing_lines(reading)) if listed else None
    if signed and not listed & signed:
        yield Finding(_ID, "other-post", Confidence.MEDIUM)


def _unsigned(reading: Reading) -> Iterator[Finding]:
    audience = reading.audience
    if audience.is_from_private or not (audience.outside or audience.webmail):
        return
    is_long = reading.draft.reply is ReplyKind.NEW and len(reading.own.split()) >= _FEWEST_WORDS
    if not is_long and not answers_for_office(reading.own):
        return
    if not is_signed(reading) and not is_from_an_office(reading):
        yield Finding(
            _ID, "unsigned", Confidence.MEDIUM, (), {"outside": audience.outside + audience.webmail}
        )


def _private(reading: Reading) -> list[Reader]:
    """Readers at a private person's mail provider."""
    return [r for r in reading.audience.readers if r.belonging is Belonging.WEBMAIL][:_MOST]


def _colleagues(reading: Reading) -> list[Mailbox]:
    """Mailboxes inside, of the readers and written in the mail, without the sender's own."""
    draft = reading.draft
    inside = [
        r for r in reading.audience.readers if r.belonging is Belonging.INSIDE and not _is_sender(draft, r)
    ]
    found = [r.recipient.mailbox for r in inside[:_MOST] if not r.is_pupil]
    sender = normal_address(draft.sender.address) if draft.sender else ""
    written = {m.address.lower() for m in reading.addresses if m.is_inside}
    return [*found, *(Mailbox(a) for a in sorted(written)[:_MOST] if normal_address(a) != sender)]


def _is_sender(draft: Draft, reader: Reader) -> bool:
    sender = normal_address(draft.sender.address) if draft.sender else ""
    return bool(sender) and normal_address(reader.recipient.mailbox.address) == sender


def _is_of(person: Mailbox, other: Mailbox) -> Confidence | None:
    """Whether a personal address is this person's; where only an initial tells, no other name may speak."""
    names = {w.lower() for w in _NAMES.findall(f"{person.name} {person.address.partition('@')[0]}")}
    if not any(name in f"{other.name} {other.address}".lower() for name in names):
        return None
    sure = is_own_account(person, other)
    if sure is Confidence.MEDIUM:
        said = {w.lower() for w in _NAMES.findall(other.name.partition("@")[0])}
        return None if said - names else sure
    return sure


def _told(reading: Reading) -> Iterator[AddressMention]:
    seen: set[str] = set()
    for mention in reading.addresses:
        is_own_text = mention.field is Field.BODY and reading.own[mention.start : mention.end].strip()
        is_new = mention.address.lower() not in seen and len(seen) < _MOST_TOLD
        if is_own_text and is_new and is_webmail(mention.address.rpartition("@")[2].lower()):
            seen.add(mention.address.lower())
            yield mention


def _is_told_of_staff(reading: Reading, mention: AddressMention, colleagues: list[Mailbox]) -> bool:
    before = str(_SENTENCE.split(reading.own[max(0, mention.start - _REACH) : mention.start])[-1])
    if _MINE.search(before):
        return False
    is_known = any(_is_of(c, Mailbox(mention.address)) for c in colleagues)
    return is_known or _STAFF.search(before) is not None


CHECK = Check(
    _ID,
    _look,
    {
        "private-account": "Work mail from a personal account to colleagues or schools",
        "private-account-to-families": "Mail about school from a personal account to families",
        "own-private-address": "The sender's own personal address among the readers",
        "colleagues-private-address": "A colleague's personal address beside, or given to, a family",
        "other-post": "The signature shows another post than the address book",
        "unsigned": "A new mail, or a decision, to people outside closes without any name, post or office",
    },
)
