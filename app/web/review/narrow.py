"""Which of the cases that wait does a reviewer want to see?

By rule, by risk and by who has them; never by whose mail it was.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Annotated
from urllib.parse import urlencode

from fastapi import Depends

from app.domain.case import Case
from app.domain.flagged import Risk
from app.domain.item import Person
from app.review.desk import OfOneRule


class Has(StrEnum):
    """Who has a case."""

    NOBODY = "nobody"
    ME = "me"
    OTHERS = "others"


@dataclass(frozen=True, slots=True)
class Narrow:
    """What is asked for; what is empty narrows nothing, and what is not known finds nothing."""

    rule: str = ""
    risk: str = ""
    has: str = ""

    @property
    def query(self) -> str:
        """For an address, so that it goes on being asked for."""
        return urlencode({name: said for name, said in asdict(self).items() if said})

    def of(self, found: Sequence[OfOneRule], by: Person) -> Sequence[OfOneRule]:
        """The rules with the cases that fit, in the same order."""
        fit = [OfOneRule(one.rule, [case for case in one.cases if self._fits(case, by)]) for one in found]
        return [one for one in fit if one.cases]

    def _fits(self, case: Case, by: Person) -> bool:
        return (
            self.rule in {"", case.flagged.rule}
            and self.risk in {"", case.flagged.risk.value}
            and self.has in {"", who_has(case, by).value}
        )


def who_has(case: Case, by: Person) -> Has:
    """As `by` sees it."""
    if case.reviewer is None:
        return Has.NOBODY
    return Has.ME if case.reviewer.address == by.address else Has.OTHERS


RISKS = [("", "Any"), (Risk.HIGH.value, "High"), (Risk.MEDIUM.value, "Medium"), (Risk.LOW.value, "Low")]
WHO_HAS = [
    ("", "Anybody or nobody"),
    (Has.NOBODY.value, "Nobody yet"),
    (Has.ME.value, "You"),
    (Has.OTHERS.value, "Somebody else"),
]


def _asked(rule: str = "", risk: str = "", has: str = "") -> Narrow:
    return Narrow(rule, risk, has)


Narrowed = Annotated[Narrow, Depends(_asked)]
"""What the address of the queue asks for."""
