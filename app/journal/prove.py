"""How is one entry shown to belong to the journal, or a newer head to continue an older one?

A proof is a small JSON object that stands alone: whoever holds it and the public key needs nothing else.
"""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from typing import Any

from app.domain.errors import JournalError
from app.journal.checkpoint import newest_head, note_of
from app.journal_ports import HeadSigner, Journal


def proof_of_entry(journal: Journal, signer: HeadSigner, number: int) -> dict[str, Any]:
    """That an entry stands in the journal.

    Raises:
        JournalError: there is no such entry, or what it said is forgotten.
    """
    head = newest_head(journal)
    proof = journal.inclusion(number, head.size)
    entry = next(journal.entries(number, number + 1))
    if entry.text is None:
        raise JournalError(f"What entry {number} said is forgotten; its hash alone proves nothing about it.")
    note = note_of(head, signer)
    return {"number": number, "text": entry.text, "proof": _in_base64(proof), "head": note}


def proof_of_growth(journal: Journal, signer: HeadSigner, old: str) -> dict[str, Any]:
    """That the journal still begins with what it was when somebody kept its head `old`, a note.

    Raises:
        JournalError: it is no head, or is larger than the journal.
    """
    lines = old.split("\n")
    if len(lines) < 2 or not lines[1].isascii() or not lines[1].isdecimal():  # noqa: PLR2004 (its name, its size)
        raise JournalError("This is no head of a journal. Give a file that `sendwell journal head` wrote.")
    head = newest_head(journal)
    proof = journal.consistency(int(lines[1]), head.size)
    return {"old": old, "proof": _in_base64(proof), "head": note_of(head, signer)}


def whole_journal(journal: Journal, signer: HeadSigner) -> Iterator[dict[str, Any]]:
    """All of it, for the verifier: whose it is, then every entry in order. Raises JournalError."""
    head = newest_head(journal)
    yield {"journal": signer.name, "key": signer.verifier_key, "head": note_of(head, signer)}
    for entry in journal.entries(0, head.size):
        signature = None if entry.signature is None else b64encode(entry.signature).decode()
        hashes = b64encode(entry.hashes).decode()
        yield {"number": entry.number, "text": entry.text, "hashes": hashes, "signature": signature}


def _in_base64(proof: Sequence[bytes]) -> list[str]:
    return [b64encode(step).decode() for step in proof]
