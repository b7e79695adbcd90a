"""When was the journal last verified, and was it as it was written? One small file in the data folder.

It tells people when to look again and proves nothing: who could change the journal could change this too.
"""

import json
from datetime import datetime
from pathlib import Path

from app.domain.errors import SetupError
from app.journal_ports import Verified

FILE = "journal-verified.json"


class LastVerified:
    """The newest verification, in a file."""

    def __init__(self, data: Path) -> None:
        """Makes nothing yet."""
        self._file = data / FILE

    def newest(self) -> Verified | None:
        """The last one; None where nobody ever did, or the file cannot be read."""
        try:
            told = json.loads(self._file.read_text(encoding="utf-8"))
            return Verified(datetime.fromisoformat(told["at"]), int(told["size"]), told["is_well"] is True)
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def keep(self, verified: Verified) -> None:
        """Keep this one instead. Raises SetupError."""
        told = {"at": verified.at.isoformat(), "size": verified.size, "is_well": verified.is_well}
        fresh = self._file.with_suffix(".new")
        try:
            fresh.write_text(json.dumps(told) + "\n", encoding="utf-8")
            fresh.replace(self._file)
        except OSError as error:
            raise SetupError(f"{self._file} cannot be written ({error.strerror}).") from error
