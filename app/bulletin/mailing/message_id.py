"""Which message of ours is this, and which address got it?

Every message bears an id that is the same each time it is made and says which mailing it is of. Who got it is
in there as a keyed hash: only this installation can tell, by trying those that the mailing was for.
"""

import hmac
from dataclasses import dataclass, field
from urllib.parse import quote, unquote

_HALF = 32
"""Hex digits: 128 bits."""
_LONGEST = 500


@dataclass(frozen=True)
class MessageIds:
    """Makes the ids under a secret of its own, derived from the installation's key."""

    secret: bytes = field(repr=False)

    def token(self, mailing: str, key: str) -> str:
        """What stands for an address in the messages of one mailing, and in no other."""
        return self._hash("address", mailing, key)

    def message_id(self, mailing: str, key: str, domain: str) -> str:
        """A Message-ID, with its brackets."""
        return f"<{self.token(mailing, key)}.{_quoted(mailing)}@{domain}>"

    def mark(self, mailing: str) -> str:
        """What stands in the head of every message of a mailing, for carriers that give ids of their own."""
        return f"{self._hash('mailing', mailing)}.{_quoted(mailing)}"

    def mailing_of_mark(self, mark: str) -> str:
        """The mailing whose mark this is; empty when we did not make it."""
        _, mailing = parted(mark)
        is_ours = hmac.compare_digest(self.mark(mailing).encode(), mark.encode("utf-8", "replace"))
        return mailing if is_ours else ""

    def leave_code(self, mailing: str, key: str) -> str:
        """What stands for an address in the link by which it leaves a list."""
        reader = self.token(mailing, key)
        return reader + self._hash("leave", mailing, reader)

    def reader_of_leave_code(self, mailing: str, code: str) -> str:
        """The token of the address that such a link was written to; empty when we did not make it."""
        reader = code[:_HALF]
        made = reader + self._hash("leave", mailing, reader)
        return reader if hmac.compare_digest(made.encode(), code.encode("utf-8", "replace")) else ""

    def _hash(self, *parts: str) -> str:
        text = "\0".join(parts).encode("utf-8", "replace")
        return hmac.digest(self.secret, text, "sha256").hex()[:_HALF]


def parted(message_id: str) -> tuple[str, str]:
    """The token and the mailing in a Message-ID or a mark; empty when it has another shape than ours."""
    left = message_id[:_LONGEST].strip().strip("<>").partition("@")[0]
    token, dot, mailing = left.partition(".")
    is_ours = bool(dot) and len(token) == _HALF and all(c in "0123456789abcdef" for c in token)
    return (token, unquote(mailing)) if is_ours else ("", "")


def _quoted(mailing: str) -> str:
    """Letters, digits, hyphens and percent signs: an atom in every mail header."""
    return quote(mailing, safe="").replace(".", "%2E").replace("~", "%7E")
