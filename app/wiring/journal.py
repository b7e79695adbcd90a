"""Where does the journal go, beside the database?

Its heads are kept in the data folder, one a day: with them it shows when somebody cut or rewrote what the
database holds. Better still, somebody keeps one elsewhere.
"""

from collections.abc import Collection
from datetime import datetime
from pathlib import Path

from app.adapters.files.kept_heads import KeptHeads
from app.adapters.files.last_verified import LastVerified
from app.adapters.syslog.tls import TlsSyslog
from app.domain.errors import StoreError
from app.journal.checkpoint import note_of
from app.journal.look_at import JournalDesk
from app.journal_ports import Collector
from app.wiring.ground import Ground


class JournalKeeping:
    """What is done about the journal every day."""

    def __init__(self, ground: Ground) -> None:
        """Nothing is opened yet."""
        self._ground = ground

    @property
    def heads(self) -> KeptHeads:
        """The heads that were kept."""
        return KeptHeads(self._ground.settings.data)

    @property
    def verifications(self) -> LastVerified:
        """What was found when it was last verified."""
        return LastVerified(self._ground.settings.data)

    @property
    def desk(self) -> JournalDesk:
        """What is seen of it without a terminal."""
        return JournalDesk(self._ground.journal, self._ground.journal_key, self.verifications)

    def require_signed(self) -> int:
        """How many entries there are. Raises StoreError when our key did not sign the last: none is added."""
        head, key = self._ground.journal.head(), self._ground.journal_key
        if head is not None and key.sign(head.size, head.root) != head.signature:
            raise StoreError(
                "The journal is not as it was signed, so nothing is added. See `sendwell journal verify`,"
                " and whether this is the right journal.key."
            )
        return head.size if head else 0

    def forget_before(self, moment: datetime, spare: Collection[str]) -> int:
        """Let go of what old entries said, and keep the head that comes of it; how many entries."""
        ground = self._ground
        gone = ground.journal.forget_before(moment, spare)
        head = ground.journal.head()
        if head is not None:
            self.heads.keep(head.size, note_of(head, ground.journal_key))
        return gone


def collector_at(host: str, port: int, ca_file: Path | None) -> Collector:
    """By syslog over TLS."""
    return TlsSyslog(host, port, ca_file)
