"""How much do the attachments of this draft weigh, and how many copies will there be?

What it sees: the files that travel with the mail, their size together in megabytes (a million
bytes each), the same times the number of people reached, and whether files go to several schools or
to several people inside; where Exchange is asked, whether somebody's mailbox takes no message that large.

What it does not see: pictures in the text, links to files in the cloud (they weigh nothing), and how
much a mail server adds on the way. A group whose size is not known counts as one person, and as two
where copies inside are counted.
"""

from collections.abc import Iterator

from app.checks.audience.people import has_group_inside, people_inside
from app.checks.check import Check
from app.checks.pointing import excerpt_of
from app.domain.draft import AttachmentKind, Field
from app.domain.finding import Confidence, Finding, Span
from app.domain.reading import Reading

_ID = "attachment-load"
_MEGABYTE = 1_000_000
_LEAST_IN_A_GROUP = 2
_AS_SENT = 4 / 3
"""A file grows by a third when it is written as mail (base64)."""


def _look(reading: Reading) -> Iterator[Finding]:
    files = [
        (place, a)
        for place, a in enumerate(reading.draft.attachments)
        if not a.inline and a.kind is not AttachmentKind.CLOUD
    ]
    if not files:
        return
    spans = tuple(Span(Field.ATTACHMENTS, place, place + 1, excerpt_of(a.name)) for place, a in files)
    size = sum(a.size for _, a in files) / _MEGABYTE
    mb = round(size, 1)
    copies = round(size * max(1, reading.audience.people), 1)
    facts = {"mb": mb, "files": len(files), "copies_mb": copies}
    yield Finding(_ID, "size", Confidence.HIGH, spans, facts)
    if reading.audience.schools > 1:
        schools = {"schools": reading.audience.schools, "mb": mb}
        yield Finding(_ID, "file-to-schools", Confidence.HIGH, spans, schools)
    yield from _too_large(reading, size * _AS_SENT, spans)
    inside = people_inside(reading.audience)
    if has_group_inside(reading.audience):
        inside = max(inside, _LEAST_IN_A_GROUP)
    if inside > 1:
        yield Finding(_ID, "inside-copies", Confidence.HIGH, spans, {"inside": inside, "mb": mb})


def _too_large(reading: Reading, mb: float, spans: tuple[Span, ...]) -> Iterator[Finding]:
    """Whether it would come back, by the least that somebody's mailbox is known to take."""
    known = [most for r in reading.draft.recipients if (most := r.facts.largest) is not None]
    least = min(known, default=0) / _MEGABYTE
    if 0 < least < mb:
        facts = {"mb": round(mb, 1), "most_mb": round(least, 1)}
        yield Finding(_ID, "too-large-for-reader", Confidence.HIGH, spans, facts)


CHECK = Check(
    _ID,
    _look,
    {
        "size": "Files that travel with the mail",
        "file-to-schools": "A file that goes to two or more schools",
        "too-large-for-reader": "Files larger than somebody's mailbox takes",
        "inside-copies": "A file that goes to two or more people, or a group, inside",
    },
)
