"""What do we know about a school?

Only what routing needs: which one it is, its phase, its cluster and the local officer. Nothing
personal and no address is kept here.
"""

from dataclasses import dataclass
from enum import StrEnum


class Phase(StrEnum):
    """Phase of education, as the DfE register names it, in our spelling."""

    NURSERY = "nursery"
    PRIMARY = "primary"
    MIDDLE = "middle"
    SECONDARY = "secondary"
    SIXTEEN_PLUS = "16-plus"
    ALL_THROUGH = "all-through"
    SPECIAL = "special"
    ALTERNATIVE = "alternative-provision"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class School:
    """One open school. `urn` is text: codes keep their leading zeros. `domain` is its web domain.

    A school known only by the look of an address has no `urn`; its `name` and `domain` are the
    domain that it registered.
    """

    urn: str
    name: str
    phase: Phase = Phase.OTHER
    cluster: str = ""
    officer: str = ""
    trust: str = ""
    domain: str = ""
    federation: str = ""
    type: str = ""
    """Its type group as the register names it: "Academies", "Local authority maintained schools"."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What the directory answers about one address, and nothing else.

    `schools` is empty when the address is not known. `is_exact` tells a listed address from one
    known only by its domain; `is_closed` marks an address whose school has closed.
    """

    schools: tuple[School, ...] = ()
    is_exact: bool = False
    is_closed: bool = False
