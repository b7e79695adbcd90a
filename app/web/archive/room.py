"""What do the public pages of the bulletin have?"""

from dataclasses import dataclass

from app.bulletin.archive import Archive


@dataclass(frozen=True, slots=True)
class ArchiveRoom:
    """Built once. `host` stands in the feed's ids, which must never change; `base` before its links."""

    archive: Archive
    base: str = ""
    host: str = "localhost"
