"""What do the checks say of an item, read as a page that everybody can see?

The item is read as a draft of its own kind, for the public: its headline is the subject, its words the body.
A card that blocks stops an item from being made ready; one that asks for a reason asks the editor for it.
"""

from collections.abc import Callable, Sequence
from datetime import datetime

from app.bulletin_ports import DocumentFacts
from app.domain.draft import Attachment, Body, Draft, Mailbox, Medium, Readership
from app.domain.item import ItemText, Person
from app.domain.verdict import Advice, Severity, Verdict

Judge = Callable[[Draft], Verdict]
"""The road of a draft, without anything being kept."""


def gates(
    text: ItemText, sender: Person, at: datetime, judge: Judge, documents: Sequence[DocumentFacts] = ()
) -> Verdict:
    """What is to be said of an item. `documents` are those of its website documents that are known."""
    return judge(as_draft(text, sender, at, documents))


def as_draft(text: ItemText, sender: Person, at: datetime, documents: Sequence[DocumentFacts] = ()) -> Draft:
    """The item as the checks read it: the summary is not said twice where the body begins with it."""
    begins = text.body.lstrip().startswith(text.summary.strip().rstrip("."))
    words = text.body if begins else f"{text.summary}\n\n{text.body}"
    return Draft(
        subject=text.headline,
        body=Body(words.strip()),
        sending_at=at,
        sender=Mailbox(sender.address, sender.name),
        attachments=tuple(Attachment(one.name, one.size) for one in documents),
        medium=Medium.BULLETIN,
        readership=Readership.PUBLIC,
        item=text,
    )


def is_stop(advice: Advice) -> bool:
    """Whether an item may not be made ready before this is put right."""
    return advice.severity is Severity.BLOCK
