"""Where do the feature records of drafts go that are only checked from files? Nowhere."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from app.ports import CheckRecord, SenderRecord


class ForgetfulRecords:
    """Keeps nothing: for drafts that are checked from files and never sent."""

    def add(self, record: CheckRecord) -> None:
        """Let it go."""

    def recent(self, limit: int, moment: str = "") -> Iterator[CheckRecord]:  # noqa: ARG002 - the port's signature
        """Nothing is held."""
        return iter(())

    def of_sender(self, sender_hash: str) -> Sequence[SenderRecord]:  # noqa: ARG002 - the port's signature
        """Nothing is held about anybody."""
        return ()

    def shown_to(self, since: date, rule: str = "") -> Mapping[str, int]:  # noqa: ARG002 - the port's signature
        """Nobody was shown anything."""
        return {}

    def forget_before(self, moment: datetime) -> int:  # noqa: ARG002 - the port's signature
        """It is forgotten already."""
        return 0

    def keyed_hash(self, value: str) -> str:  # noqa: ARG002 - the port's signature
        """There is nothing to tell apart."""
        return ""
