"""Who looks for viruses where no scanner is set? Nobody, and it is said so."""

from app.website_ports import Scan


class NoScanner:
    """Scans nothing."""

    def scan(self, content: bytes) -> Scan:  # noqa: ARG002 - there is nobody to look at it
        """That there is none."""
        return Scan.NONE
