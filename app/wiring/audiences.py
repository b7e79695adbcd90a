"""Which audiences and documents can an item of this installation name?"""

from collections.abc import Mapping

from app.bulletin.named_here import Known, unknown
from app.directory.subscription_lists import subscription_lists
from app.domain.item_text import ItemText
from app.web.desk.audiences import HeldAudiences
from app.wiring.installation import Installation


def audiences_of(made: Installation) -> HeldAudiences:
    """The types, clusters and trusts of the register, and the lists in force."""
    schools = made.registers.school_book
    return HeldAudiences(
        lambda: (held.school for held in schools.held()), lambda: lists_in_force(made), made.clock
    )


def lists_in_force(made: Installation) -> Mapping[str, str]:
    """The names of the subscription lists by their ids."""
    lines = subscription_lists(made.registers.lists)
    return {line.entry.key: line.subscription.name for line in lines if not line.has_ended}


class NamedHere:
    """What a text names that is not here."""

    def __init__(self, made: Installation) -> None:
        """Nothing is asked yet."""
        self._audiences, self._made = audiences_of(made), made

    def __call__(self, text: ItemText) -> Mapping[str, str]:
        """By field, in words. What seems unknown is asked once more: it may be there since a moment."""
        faults = self._unknown(text)
        return self._unknown(text, anew=True) if faults else faults

    def _unknown(self, text: ItemText, *, anew: bool = False) -> Mapping[str, str]:
        there = self._audiences(anew=anew)
        return unknown(text, Known(there.types, there.clusters, there.trusts, there.lists.names, self._keeps))

    def _keeps(self, number: str) -> bool:
        return self._made.bulletin.documents.facts(number) is not None
