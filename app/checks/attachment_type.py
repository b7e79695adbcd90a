"""Does this mail hand on a file or a link that may do harm?

What it sees: programs, scripts, disk images, macro files, double endings and locked archives, by the name
and, where the client sent the content, by its bytes and by what a zip lists; links to installers and words
that ask to install something; links to private file shares and to new websites on free hosts, the approved
ones left out; links for pupils off the list of usual sites; a publisher's copyright line or a copy from a
book; exam boards' papers that are not public.

What it does not see: viruses; what a link opens (nothing is fetched); scans and most coded text of PDFs; what
is inside archives other than zip; whether a service or a program was approved, unless the settings say so.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from app.checks.check import Check
from app.checks.files.archives import is_locked
from app.checks.files.content import kind_by_content
from app.checks.files.copyright import find_copied, find_line, is_named
from app.checks.files.exams import find_material
from app.checks.files.installing import find_asked, has_installer, is_shop
from app.checks.files.names import ARCHIVES, FileKind, ending_of, kind_by_name
from app.checks.files.pdf_words import pdf_words
from app.checks.pointing import excerpt_of, in_body, in_subject
from app.checks.sites.free_pages import find_free_pages
from app.checks.sites.known import LEARNING, is_of
from app.checks.sites.sharing import find_shares, find_told_to_share
from app.checks.words import whole_any
from app.domain.draft import Attachment, AttachmentKind, Field
from app.domain.finding import Confidence, Fact, Finding, Span
from app.domain.reading import Reading

_ID = "attachment-type"
_LOCKED_FILE = whole_any(r"""
    (?:password|passcode)[- ]?(?:protected|protection)?|encrypted|locked|unlock|unzip
""")
_NO_LOCK = whole_any(r"not|never|don't|isn't|no longer|without|no password")


@dataclass(slots=True)
class _Seen:
    """What is seen of one kind, and how surely at best."""

    confidence: Confidence = Confidence.LOW
    spans: list[Span] = field(default_factory=list)
    facts: dict[str, Fact] = field(default_factory=dict)


def _look(reading: Reading) -> Iterator[Finding]:
    yield from _files(reading)
    yield from _programs(reading)
    yield from _links(reading)
    yield from _copyright(reading)
    yield from _exams(reading)


def _attached(reading: Reading) -> Iterator[tuple[int, Attachment]]:
    """The files, by their place; mails that are attached whole are none."""
    for place, attachment in enumerate(reading.draft.attachments):
        if attachment.kind is not AttachmentKind.ITEM:
            yield place, attachment


def _span(place: int, attachment: Attachment) -> Span:
    return Span(Field.ATTACHMENTS, place, place + 1, excerpt_of(attachment.name))


def _files(reading: Reading) -> Iterator[Finding]:
    seen: dict[FileKind, list[Span]] = {}
    for place, attachment in _attached(reading):
        kind = _kind_of(attachment)
        if kind is not None:
            seen.setdefault(kind, []).append(_span(place, attachment))
    for kind, spans in seen.items():
        yield Finding(_ID, kind.value, Confidence.HIGH, tuple(spans), {"files": len(spans)})
    if FileKind.LOCKED not in seen:
        yield from _said_to_be_locked(reading)


def _kind_of(attachment: Attachment) -> FileKind | None:
    """What may be wrong: the name's word first, then the content's."""
    by_name = kind_by_name(attachment.name)
    if by_name is not None or not attachment.content:
        return by_name
    return kind_by_content(attachment.content)


def _said_to_be_locked(reading: Reading) -> Iterator[Finding]:
    """An archive that could not be looked into, and words that say it is locked."""
    spans = [
        _span(place, a)
        for place, a in _attached(reading)
        if ending_of(a.name) in ARCHIVES and not (a.content and not is_locked(a.content))
    ]
    if spans and any(_tells_of_lock(reading, s.start, s.end) for s in reading.sentences):
        yield Finding(_ID, FileKind.LOCKED.value, Confidence.MEDIUM, tuple(spans), {"files": len(spans)})


def _tells_of_lock(reading: Reading, start: int, end: int) -> bool:
    words = reading.own[start:end]
    return _LOCKED_FILE.search(words) is not None and not _NO_LOCK.search(words)


def _programs(reading: Reading) -> Iterator[Finding]:
    for kind, is_one in (("installer-link", has_installer), ("app-shop-link", is_shop)):
        links = [link for link in reading.links if is_one(link) and not (link.is_own or link.is_approved)]
        if links:
            spans = tuple(in_body(reading, link.start, link.end) for link in links)
            yield Finding(_ID, kind, Confidence.HIGH, spans, {"links": len(links)})
    asked = tuple(in_body(reading, start, end) for start, end in find_asked(reading))
    if asked:
        yield Finding(_ID, "install-request", Confidence.MEDIUM, asked, {"places": len(asked)})


def _links(reading: Reading) -> Iterator[Finding]:
    shares = [*find_shares(reading), *find_told_to_share(reading)]
    if shares:
        spans = tuple(in_body(reading, start, end) for start, end, _ in shares)
        sure = max(confidence for *_, confidence in shares)
        yield Finding(_ID, "file-share", sure, spans, {"places": len(spans)})
    pages = list(find_free_pages(reading))
    if pages:
        spans = tuple(in_body(reading, start, end) for start, end, _ in pages)
        sure = max(confidence for *_, confidence in pages)
        yield Finding(_ID, "free-website", sure, spans, {"links": len(pages)})
    if reading.audience.pupils:
        yield from _for_pupils(reading)


def _for_pupils(reading: Reading) -> Iterator[Finding]:
    off = [
        link
        for link in reading.links
        if not (link.is_own or link.is_school or link.is_approved or link.is_for_pupils)
        and not is_of(link, LEARNING)
    ]
    if off:
        spans = tuple(in_body(reading, link.start, link.end) for link in off)
        yield Finding(_ID, "pupil-link", Confidence.MEDIUM, spans, {"links": len(off)})


def _copyright(reading: Reading) -> Iterator[Finding]:
    seen = _Seen()
    for (place, attachment), text in zip(enumerate(reading.draft.attachments), _texts(reading), strict=True):
        has_line = find_line(text)
        if not attachment.inline and (has_line or is_named(attachment.name)):
            seen.spans.append(_span(place, attachment))
            seen.confidence = max(seen.confidence, Confidence.HIGH if has_line else Confidence.MEDIUM)
    if any(not a.inline for a in reading.draft.attachments):
        for start, end in _copied(reading):
            seen.spans.append(in_body(reading, start, end))
            seen.confidence = max(seen.confidence, Confidence.MEDIUM)
    if seen.spans:
        facts = {"places": len(seen.spans)}
        yield Finding(_ID, "copyright-mark", seen.confidence, tuple(seen.spans), facts)


def _texts(reading: Reading) -> Iterator[str]:
    """The words of each attachment, as far as they can be read here."""
    for attachment, text in zip(reading.draft.attachments, _padded(reading), strict=True):
        yield text or (pdf_words(attachment.content) if attachment.content else "")


def _padded(reading: Reading) -> tuple[str | None, ...]:
    return reading.files or (None,) * len(reading.draft.attachments)


def _copied(reading: Reading) -> Iterator[tuple[int, int]]:
    for sentence in reading.sentences:
        found = find_copied(reading.own[sentence.start : sentence.end])
        if found is not None:
            yield sentence.start + found[0], sentence.start + found[1]


def _exams(reading: Reading) -> Iterator[Finding]:
    today = reading.draft.sending_at.date()
    seen = _Seen()
    for place, attachment in _attached(reading):
        material = find_material(attachment.name, today, is_file=True)
        if material is not None:
            seen.spans.append(_span(place, attachment))
            seen.facts["file"] = True
            seen.confidence = (
                Confidence.HIGH if material.is_plain else max(seen.confidence, Confidence.MEDIUM)
            )
    subject = find_material(reading.subject.clean, today)
    if subject is not None:
        seen.spans.append(in_subject(reading, subject.start, subject.end))
        seen.confidence = max(seen.confidence, Confidence.MEDIUM)
    for sentence in reading.sentences:
        material = find_material(reading.own[sentence.start : sentence.end], today)
        if material is not None:
            seen.spans.append(
                in_body(reading, sentence.start + material.start, sentence.start + material.end)
            )
            seen.confidence = max(
                seen.confidence, Confidence.HIGH if material.is_plain else Confidence.MEDIUM
            )
    if seen.spans:
        facts: Mapping[str, Fact] = {"file": bool(seen.facts), "places": len(seen.spans)}
        yield Finding(_ID, "exam-material", seen.confidence, tuple(seen.spans), facts)


CHECK = Check(
    _ID,
    _look,
    {
        "program": "A program that can be run or installed",
        "script": "A script, a shortcut or another file that can run by itself",
        "disk-image": "A disk image, in which files pass unseen",
        "macro-file": "An Office file that holds macros",
        "double-extension": "A file whose name hides what it is",
        "disguised-file": "A program, script or disk image under another kind of name",
        "locked-archive": "An archive that opens with a password only",
        "installer-link": "A link that fetches a program",
        "app-shop-link": "A link to an app shop",
        "install-request": "The reader is told to install something",
        "file-share": "A private file share: a link to it, or words that send people there",
        "free-website": "A page on a free website host as the home of something new of ours",
        "pupil-link": "A link off the list of usual sites, in mail to pupils",
        "copyright-mark": "A file with a publisher's mark, or a copy made from a book",
        "exam-material": "An exam board's paper, mark scheme or task that is not public",
    },
)
