"""Does a mail stay within the one school that it is written from?

The sender and every reader share the domain of a school's mail. A trust whose schools share a domain is one
place too, but its readers belong to several schools and are counted as such.
"""

from app.domain.reading import Reading


def is_within_one_school(reading: Reading) -> bool:
    """Whether all the readers are at the sender's own school."""
    audience, sender = reading.audience, reading.draft.sender
    if sender is None or audience.schools != 1 or not sender.domain:
        return False
    return all(r.schools and r.recipient.mailbox.domain == sender.domain for r in audience.readers)
