"""How are subscription lists kept, and which schools are on them today?

Somebody makes, changes or ends a list; each is an entry of its own with who, when and why. A list that has
ended holds nobody.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from app.directory_ports import SubscriptionStore
from app.domain.calendar import in_london
from app.domain.errors import UpkeepError
from app.domain.subscription import ListEntry, SubscriptionList
from app.ports import Clock

NAME_MAX, WHY_MAX = 100, 300
BY_IMPORT = "the import of the register"


@dataclass(frozen=True, slots=True)
class SubscriptionDesk:
    """Where the lists are kept."""

    store: SubscriptionStore
    clock: Clock

    @property
    def today(self) -> date:
        """The day in London."""
        return in_london(self.clock.now()).date()


@dataclass(frozen=True, slots=True)
class ListChange:
    """One entry beside the one before it: the schools that came and went."""

    entry: ListEntry
    added: frozenset[str]
    removed: frozenset[str]


@dataclass(frozen=True, slots=True)
class ListLine:
    """One list as it stands today, with its history, oldest first."""

    history: tuple[ListEntry, ...]
    has_ended: bool

    @property
    def entry(self) -> ListEntry:
        """The entry in force."""
        return self.history[-1]

    @property
    def subscription(self) -> SubscriptionList:
        """What it holds."""
        return self.entry.subscription

    @property
    def changes(self) -> tuple[ListChange, ...]:
        """What each entry did, newest first."""
        first = self.history[0]
        found = [ListChange(first, first.subscription.schools, frozenset())]
        for before, entry in pairwise(self.history):
            old, new = before.subscription.schools, entry.subscription.schools
            found.append(ListChange(entry, new - old, old - new))
        return tuple(reversed(found))


def subscription_lists(desk: SubscriptionDesk) -> tuple[ListLine, ...]:
    """Every list, those in force first, by name."""
    by_key: dict[str, list[ListEntry]] = {}
    for entry in desk.store.entries():
        by_key.setdefault(entry.key, []).append(entry)
    today = desk.today
    lines = [ListLine(tuple(e), e[-1].subscription.has_ended(today)) for e in by_key.values()]
    return tuple(sorted(lines, key=lambda line: (line.has_ended, line.subscription.name.casefold())))


def make_list(desk: SubscriptionDesk, subscription: SubscriptionList, by: str, why: str) -> ListEntry:
    """Begin a list.

    Raises:
        UpkeepError: a name, reason or last day is wrong; it names the field.
    """
    right = _right(desk, subscription)
    if right.has_ended(desk.today):
        raise UpkeepError("The last day is past already. Give one from today on.", "ends")
    return desk.store.add(ListEntry(0, "", right, desk.clock.now(), by, said_why(why)))


def change_list(
    desk: SubscriptionDesk, follows: ListEntry, subscription: SubscriptionList, by: str, why: str
) -> ListEntry:
    """Put another name, last day or other schools in place of those of an entry.

    Raises:
        UpkeepError: something is wrong, nothing would change, or somebody changed it meanwhile.
    """
    right = _right(desk, subscription, follows.key)
    if right == follows.subscription:
        raise UpkeepError("Nothing would change.")
    return _follow(desk, follows, right, by, said_why(why))


def end_list(desk: SubscriptionDesk, follows: ListEntry, by: str, why: str) -> ListEntry:
    """End a list at once: from today on it holds nobody.

    Raises:
        UpkeepError: it has ended already, no reason is given, or somebody changed it meanwhile.
    """
    if follows.subscription.has_ended(desk.today):
        raise UpkeepError("This list has ended already.")
    yesterday = desk.today - timedelta(days=1)
    return _follow(desk, follows, replace(follows.subscription, ends=yesterday), by, said_why(why))


def take_off(desk: SubscriptionDesk, key: str, urn: str, by: str, why: str) -> bool:
    """Take a school off a list, whatever others do to it meanwhile. Whether it was on it."""
    for is_last in (False, False, True):
        line = next((one for one in subscription_lists(desk) if one.entry.key == key), None)
        if line is None or line.has_ended or urn not in line.subscription.schools:
            return False
        fewer = replace(line.subscription, schools=line.subscription.schools - {urn})
        try:
            _follow(desk, line.entry, fewer, by, why)
        except UpkeepError:
            if is_last:
                raise
        else:
            return True
    return False


def follow_successors(desk: SubscriptionDesk, successors: Mapping[str, str]) -> int:
    """Let the academy that took a school's place be on the lists that the school is on; the number of lists.

    The old number stays beside it, so that an import that is taken back leaves the list whole.
    """
    changed = 0
    for line in subscription_lists(desk):
        held = line.subscription.schools
        heirs = {successors[urn] for urn in held if urn in successors} - held
        if heirs and not line.has_ended:
            wider = replace(line.subscription, schools=held | heirs)
            _follow(desk, line.entry, wider, BY_IMPORT, "A school became an academy")
            changed += 1
    return changed


def said_why(why: str) -> str:
    """A reason on one line. Raises UpkeepError when it is missing or too long."""
    said = " ".join(why.replace("\0", "").split())
    if not said or len(said) > WHY_MAX:
        raise UpkeepError(f"Say why, in {WHY_MAX} characters or fewer. It stays in the history.", "why")
    return said


def _follow(
    desk: SubscriptionDesk, follows: ListEntry, subscription: SubscriptionList, by: str, why: str
) -> ListEntry:
    entry = ListEntry(0, follows.key, subscription, desk.clock.now(), by, why, follows.number)
    return desk.store.add(entry)


def _right(desk: SubscriptionDesk, subscription: SubscriptionList, key: str = "") -> SubscriptionList:
    name = " ".join(subscription.name.replace("\0", "").split())
    if not name or len(name) > NAME_MAX:
        raise UpkeepError(f"Give the list a name, in {NAME_MAX} characters or fewer.", "name")
    if "@" in name:
        raise UpkeepError("Name the service, without an e-mail address.", "name")
    if name.casefold() in _names_of_others(desk, key):
        raise UpkeepError("Another list has this name.", "name")
    return replace(subscription, name=name)


def _names_of_others(desk: SubscriptionDesk, key: str) -> Collection[str]:
    lines = subscription_lists(desk)
    others = (line for line in lines if line.entry.key != key and not line.has_ended)
    return {line.subscription.name.casefold() for line in others}
