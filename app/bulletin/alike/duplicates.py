"""Has the bulletin this news already?

Compares an item with those that came in of late, whatever became of them short of being declined or taken
back. What it finds are hints for the sender and the desk: nothing is folded by itself.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache, partial

from app.bulletin.alike.likeness import likeness
from app.bulletin.alike.meaning import Meaning, meaning_of, nearness
from app.bulletin.alike.traits import Traits, traits_of
from app.bulletin_ports import Meanings
from app.domain.calendar import SchoolCalendar
from app.domain.item import PUT_ASIDE, Item, ItemState
from app.domain.item_text import ItemText

SURE = 0.5
PERHAPS = 0.25
"""From here on an editor who has the item open is told; a list of many items stays quiet."""
RECENT = timedelta(days=92)
"""This month and the two before."""
_GONE = frozenset({*PUT_ASIDE, ItemState.WITHDRAWN, ItemState.TURNED_BACK})
_MOST_SHOWN = 5
_MOST_COMPARED = 1_000
_MOST_REMEMBERED = 1_500
_MOST_MEANT = 600
"""Some 35 kB each."""


@dataclass(frozen=True, slots=True)
class Alike:
    """An item that tells nearly the same; `likeness` from `PERHAPS` to 1."""

    item: Item
    likeness: float


class Duplicates:
    """Finds items that tell the same. It remembers what it made of each item, and nothing else."""

    def __init__(self, calendar: Callable[[], SchoolCalendar], meanings: Meanings) -> None:
        """`calendar` gives the one in force."""
        self._calendar = calendar
        self._meanings = meanings
        self._known: dict[tuple[str, int], Traits] = {}
        self._meant: dict[tuple[str, int], Meaning] = {}

    def alike(
        self, text: ItemText, at: datetime, among: Iterable[Item], but: str = "", least: float = SURE
    ) -> tuple[Alike, ...]:
        """The items of the last months that are most like `text`, most alike first; `but` is left out."""
        recent = [
            item
            for item in among
            if item.id != but and item.state not in _GONE and abs(at - item.submitted_at) <= RECENT
        ]
        if not recent:
            return ()
        traits = traits_of(text, at, self._calendar())
        meant = cache(lambda: meaning_of(text, self._meanings))
        found = [
            Alike(item, likeness(traits, self._traits(item), partial(self._nearness, meant, item)))
            for item in recent[:_MOST_COMPARED]
        ]
        found = [one for one in found if one.likeness >= least]
        return tuple(sorted(found, key=lambda one: -one.likeness)[:_MOST_SHOWN])

    def _nearness(self, meant: Callable[[], Meaning], item: Item) -> Mapping[str, float]:
        key = (item.id, item.version)
        if key not in self._meant:
            if len(self._meant) >= _MOST_MEANT:
                self._meant.clear()
            self._meant[key] = meaning_of(item.text, self._meanings)
        return nearness(meant(), self._meant[key])

    def _traits(self, item: Item) -> Traits:
        key = (item.id, item.version)
        if key not in self._known:
            if len(self._known) >= _MOST_REMEMBERED:
                self._known.clear()
            self._known[key] = traits_of(item.text, item.submitted_at, self._calendar())
        return self._known[key]
