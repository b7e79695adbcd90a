"""Does a proof prove what it says? For whoever holds one entry, or two heads, and not the journal."""

import json
from typing import Any

from app.verifier.notes import Key, UnreadableError, bytes_of, read_checkpoint
from app.verifier.tree import is_continued, is_included, of_leaf

_NO_PROOF = "This is no proof of a journal: its fields are not those of one."


def look_at_proof(words: str, key: Key) -> str:
    """What it proves, in a sentence.

    Raises:
        UnreadableError: it is no proof, or it proves nothing; the message says which.
    """
    try:
        told: Any = json.loads(words)
        steps = [bytes_of(step) for step in told["proof"]]
        head = read_checkpoint(told["head"], key)
        if "text" in told:
            number, text = told["number"], told["text"]
            place = json.loads(text)["number"]
            if type(number) is not int or place != number:
                raise UnreadableError("The entry tells another number than the proof.")
            if is_included(of_leaf(text.encode()), number, head.size, steps, head.root):
                return f"Entry {number} stands in the journal of {head.size} entries, as it is here."
            raise UnreadableError(f"The proof does not lead from entry {number} to the head.")
        old = read_checkpoint(told["old"], key)
    except (ValueError, TypeError, KeyError, RecursionError, AttributeError):
        raise UnreadableError(_NO_PROOF) from None
    if is_continued(old.size, old.root, head.size, head.root, steps):
        return f"The journal of {head.size} entries begins with the {old.size} of the older head, unchanged."
    raise UnreadableError("The newer head does not continue the older one: the journal was written anew.")
