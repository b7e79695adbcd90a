"""With which keys is what lies in the database sealed?

The part of ``app/ports.py`` about keys. Same rules: Protocols with their contracts. Whoever seals something
asks the ring each time, so a key that is added while the service runs is used by all within seconds.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

NAME_BYTES = 4


@dataclass(frozen=True, slots=True)
class SealingKey:
    """A key and its name, which follows from it: what is sealed says by the name under which key."""

    secret: bytes = field(repr=False)
    label: str = field(default="", compare=False)
    """What people call it: the file that it lies in."""

    @property
    def name(self) -> bytes:
        """Four bytes that tell nothing about the key."""
        return hashlib.sha256(b"sendwell key name\0" + self.secret).digest()[:NAME_BYTES]


class KeyRing(Protocol):
    """The keys of an installation. None of them is ever in the database."""

    @property
    def codes(self) -> bytes:
        """What keyed hashes are made with; it stays the same as long as there are any."""
        ...

    def newest(self) -> SealingKey:
        """Under which everything is sealed from now on."""
        ...

    def first(self) -> SealingKey:
        """Under which that was sealed which names no key."""
        ...

    def named(self, name: bytes) -> SealingKey | None:
        """The key of that name, looked for anew when it is not known; None when it is not here."""
        ...

    def all(self) -> Sequence[SealingKey]:
        """Oldest first."""
        ...
