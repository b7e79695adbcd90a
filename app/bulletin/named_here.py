"""Does an item name what is there: audiences that some school belongs to, documents that are kept?"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from app.domain.item_text import ItemText


@dataclass(frozen=True, slots=True)
class Known:
    """What this installation holds: names of the register, ids of lists, and whether a document is kept."""

    types: Collection[str]
    clusters: Collection[str]
    trusts: Collection[str]
    lists: Collection[str]
    keeps: Callable[[str], bool]


def unknown(text: ItemText, known: Known) -> dict[str, str]:
    """What an item names that is not there, by field, in words for whoever fills the form."""
    whom, faults = text.for_whom, dict[str, str]()
    sides: tuple[tuple[Collection[str], Collection[str], str], ...] = (
        (whom.types, known.types, "No school is of the type “{}”."),
        (whom.clusters, known.clusters, "No school is in the cluster “{}”."),
        (whom.trusts, known.trusts, "No school belongs to the trust “{}”."),
        (whom.lists, known.lists, "There is no such subscription list: “{}”."),
    )
    missing = [words.format(name) for named, held, words in sides for name in sorted(set(named) - set(held))]
    if missing:
        faults["for_whom"] = f"{' '.join(missing)} Choose again for whom it is."
    if not all(map(known.keeps, text.documents)):
        faults["documents"] = "A document that it names is not kept here. Take it out, or put it here again."
    return faults


def nothing_unknown(_text: ItemText) -> Mapping[str, str]:
    """Where nobody knows what is held."""
    return {}
