"""Where do the feature records of drafts go that are only checked from files? Nowhere."""

from collections.abc import Iterator
from datetime import datetime

from app.ports import CheckRecord


class ForgetfulRecords:
    """Keeps nothing: for drafts that are checked from files and never sent."""

    def add(self, record: CheckRecord) -> None:
        """Let it go."""

    def recent(self, limit: int, moment: str = "") -> Iterator[CheckRecord]:  # noqa: ARG002 - the port's signature
        """Nothing is held."""
        return iter(())

    def forget_before(self, moment: datetime) -> int:  # noqa: ARG002 - the port's signature
        """It is forgotten already."""
        return 0

    def keyed_hash(self, value: str) -> str:  # noqa: ARG002 - the port's signature
        """There is nothing to tell apart."""
        return ""
