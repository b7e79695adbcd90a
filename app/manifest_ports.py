"""What must be outside for the add-in: its addresses, as an Outlook somewhere else reaches them."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address answered. `trouble` says in words why nothing came; then nothing else counts.

    `headers` have small letters; `until` is when the certificate ends, None where there is none.
    """

    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    until: datetime | None = None
    trouble: str = ""


class Addresses(Protocol):
    """Asks web addresses, without following them elsewhere."""

    def ask(self, address: str) -> Answer:
        """What it answers. Never raises."""

    def ask_first(self, address: str, origin: str, wanted: str) -> Answer:
        """What it answers when asked whether `origin` may post there with the headers `wanted` (CORS)."""
