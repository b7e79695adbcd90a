"""What does somebody keep, so that nobody can rewrite the journal later? A head of it, as a signed note.

In the form of C2SP checkpoints, so that tools of other transparency logs can read and witness it.
"""

from base64 import b64encode

from app.domain.errors import JournalError
from app.journal_ports import Head, HeadSigner, Journal


def newest_head(journal: Journal) -> Head:
    """Raises JournalError while the journal is empty."""
    head = journal.head()
    if head is None:
        raise JournalError("The journal is empty: nothing was checked at Send or changed yet.")
    return head


def note_of(head: Head, signer: HeadSigner) -> str:
    """A head as a note: name, size and root, and the signature of the journal's key."""
    number = bytes.fromhex(signer.verifier_key.split("+")[1])
    signed = b64encode(number + head.signature).decode()
    root = b64encode(head.root).decode()
    return f"{signer.name}\n{head.size}\n{root}\n\n\u2014 {signer.name} {signed}\n"
