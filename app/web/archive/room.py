"""What do the public pages of the bulletin have?"""

from dataclasses import dataclass

from app.bulletin.printed.archive import Archive
from app.bulletin_ports import Documents


@dataclass(frozen=True, slots=True)
class ArchiveRoom:
    """Built once. `host` stands in the feed's ids, which must never change; `base` before its links."""

    archive: Archive
    documents: Documents
    base: str = ""
    host: str = "localhost"
