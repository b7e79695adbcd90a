"""Does somebody read this mail without the others knowing?

What it sees: a reader in Bcc beside readers in To or Cc, where Bcc hides a person and protects nobody: a
colleague hidden from those who are written to, or somebody outside hidden from colleagues.

What it does not see: Bcc that keeps addresses private (families or schools hidden from other readers
outside, everybody in Bcc), the sender's own copy, mailboxes that only file what they get. How many addresses
are shown in To and Cc is seen by `audience-shape`; why somebody is hidden, nobody can see.
"""

from collections.abc import Iterator

from app import linear
from app.checks.check import Check
from app.checks.pointing import to_readers
from app.checks.words import any_of
from app.domain.address import normal_address
from app.domain.audience import Belonging, Reader
from app.domain.draft import Field
from app.domain.finding import Confidence, Finding
from app.domain.reading import Reading

_ID = "hidden-or-shown-recipients"
_MOST = 500
_FILES = any_of("""
    archives?|records?|filing|crm|casework|case-?files?|journal|dropbox|bcc|log(?:ging)?
    no-?reply|donotreply|scans?|edrms|sharepoint
""")
_FILING = linear.compile(rf"(?i)(?:^|[._+-]){_FILES}(?:$|[._+-])")


def _look(reading: Reading) -> Iterator[Finding]:
    readers = reading.audience.readers[:_MOST]
    sender = normal_address(reading.draft.sender.address) if reading.draft.sender else ""
    others = [r for r in readers if not sender or normal_address(r.recipient.mailbox.address) != sender]
    shown = [r for r in others if r.recipient.field is not Field.BCC]
    known = {normal_address(r.recipient.mailbox.address) for r in shown}
    hidden = [
        r
        for r in others
        if r.recipient.field is Field.BCC
        and normal_address(r.recipient.mailbox.address) not in known
        and not _FILING.search(r.recipient.mailbox.address.partition("@")[0])
    ]
    if not shown or not hidden or _protects(shown, hidden):
        return
    facts = {
        "hidden": len(hidden),
        "shown": len(shown),
        "families": any(r.belonging is Belonging.WEBMAIL for r in shown),
        "pupils": any(r.is_pupil for r in shown),
    }
    yield Finding(_ID, "hidden-copy", Confidence.HIGH, to_readers(reading.draft, hidden), facts)


def _protects(shown: list[Reader], hidden: list[Reader]) -> bool:
    """Whether Bcc keeps the addresses of people outside from other people outside."""
    is_to_others = any(r.belonging is not Belonging.INSIDE for r in shown)
    return is_to_others and all(r.belonging is not Belonging.INSIDE for r in hidden)


CHECK = Check(_ID, _look, {"hidden-copy": "Somebody reads along in Bcc, and no address needs hiding"})
