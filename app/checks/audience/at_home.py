"""Does a mail stay within the one school that it is written from?

The sender and every reader share the domain of a school's mail, whether or not the directory lists them. A
trust whose schools share a domain is one place too, but its readers belong to several schools and are
counted as such.
"""

from app.domain.reading import Reading


def is_within_one_school(reading: Reading) -> bool:
    """Whether all the readers are at the sender's own school."""
    audience, sender = reading.audience, reading.draft.sender
    if sender is None or audience.schools != 1 or not sender.domain:
        return False
    is_its_domain = any(school.domain == sender.domain for r in audience.readers for school in r.schools)
    return all(
        r.recipient.mailbox.domain == sender.domain and (r.schools or is_its_domain) for r in audience.readers
    )
