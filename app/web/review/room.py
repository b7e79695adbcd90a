"""What is in the review room?

The desk, the policy in force for the words of a rule, and to whom a case can be handed over.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.checks import CHECKS
from app.domain.item import Person
from app.policy.pack import Contact
from app.policy.policy import Policy
from app.policy.rule import Rule
from app.review.desk import ReviewDesk

SENIOR = "senior-person"
"""The contact of a pack whom reviewers ask before a person's conduct is looked into."""
MEANINGS = {f"{check.id}/{kind}": meaning for check in CHECKS for kind, meaning in check.kinds.items()}


@dataclass(frozen=True, slots=True)
class ReviewRoom:
    """Built once. `known` are people who may review, as far as they are known beside those at work."""

    desk: ReviewDesk
    policy: Callable[[], Policy]
    known: Sequence[Person] = ()

    def rule(self, name: str) -> Rule | None:
        """A rule as it is in force now; None when it is gone."""
        return next((rule for pack in self.policy().packs for rule in pack.rules if rule.id == name), None)

    @property
    def senior(self) -> Contact | None:
        """Whom to ask where a person's conduct is in question; None where no pack names anybody."""
        packs = self.policy().packs
        return next((pack.contacts[SENIOR] for pack in packs if SENIOR in pack.contacts), None)

    def reviewers(self, but: str) -> Sequence[Person]:
        """To whom a case can be handed over, by name."""
        found = {p.address: p for p in (*self.known, *self.desk.cases.reviewers()) if p.address != but}
        return sorted(found.values(), key=lambda person: person.name)
