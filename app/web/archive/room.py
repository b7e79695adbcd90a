"""What do the public pages of the bulletin have?"""

from collections.abc import Callable
from dataclasses import dataclass

from app.bulletin.gates import Gated
from app.bulletin.mailing.leave_list import LeaveDesk
from app.bulletin.printed.archive import Archive
from app.website_ports import DocumentFacts, Documents, WordIndex


@dataclass(frozen=True, slots=True)
class ArchiveRoom:
    """Built once. `host` stands in the feed's ids, which must never change; `base` before its links.

    `said_of` tells what the checks say of a document; `is_scanned` whether there is a virus scanner.
    """

    archive: Archive
    documents: Documents
    index: WordIndex
    said_of: Callable[[DocumentFacts], Gated]
    leave: LeaveDesk
    is_scanned: bool = False
    base: str = ""
    host: str = "localhost"
