"""What is held of the directory of schools, and what would taking its last import back undo?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from app.domain.school import School


@dataclass(frozen=True, slots=True)
class DirectorySummary:
    """What is held now, for the difference report; addresses are keyed hashes only.

    `version` tells whether anything was changed since; summaries that say the same are equal whatever it is.
    """

    schools: tuple[School, ...]
    address_hashes: frozenset[tuple[str, str]]
    """Pairs of keyed address hash and URN."""
    imported_at: datetime | None
    listed: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """URN to cluster and officer as the cluster file has them, of schools that were moved by hand."""
    version: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class LastImport:
    """The last import, as long as the directory before it can be brought back."""

    at: datetime
    by: str
    before: datetime | None
    """When the directory that it replaced was imported."""
