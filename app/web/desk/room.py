"""What is in the bulletin desk's room?

The desk itself, and what the pages ask of others: how many schools something reaches, what the checks
say of an item, which items are like it, and how far a mail-out has come. No page sees an address of a school.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from app.bulletin.build_issue import items_of
from app.bulletin.desk import BulletinDesk
from app.bulletin.printed.layout import NO_WEBSITE, LaidOut, Masthead, Website, lay_out
from app.bulletin.printed.said_for_whom import NO_LISTS, ListNames
from app.bulletin.track_changes import is_changed_since_ready, reason_for
from app.bulletin_ports import DeliveryState, Said
from app.domain.for_whom import EVERYBODY, ForWhom
from app.domain.issue import Issue, IssueState
from app.domain.item import AT_THE_DESK, IssueKey, Item, Person
from app.domain.posting import Outlet, in_force
from app.domain.school import Phase


@dataclass(frozen=True, slots=True)
class Shown:
    """Words that a gate points at, the field of the form that they stand in, and what that is called.

    `kind` is what they are, where they are not what the gate is about.
    """

    field: str
    label: str
    words: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Gate:
    """One thing that the checks say of an item.

    `is_stop`: it may not be made ready like this; `asks_why`: only with a reason, which its history keeps.
    `said` is the word on its badge, `badge` how loud that looks; `clause` says where it is written. `parts`
    are what it points at, `more` how many parts there are beyond those; `beside` is what was seen with it.
    """

    title: str
    message: str
    said: str = "Look"
    badge: str = "info"
    clause: str = ""
    is_stop: bool = False
    asks_why: bool = False
    parts: tuple[Shown, ...] = ()
    more: int = 0
    beside: tuple[Shown, ...] = ()

    @property
    def in_words(self) -> str:
        """In one sentence, with the parts."""
        parts = ", ".join(f"“{part.words}”" for part in self.parts)
        asks = self.title.endswith("?")
        if not parts:
            return self.title if asks else f"{self.title}."
        return f"{self.title} {parts}." if asks else f"{self.title}: {parts}."


@dataclass(frozen=True, slots=True)
class Gates:
    """What the checks say of an item, and what they could not look at, in sentences."""

    found: tuple[Gate, ...] = ()
    not_checked: tuple[str, ...] = ()

    @property
    def stops(self) -> tuple[str, ...]:
        """What has to go first, by title."""
        return tuple(gate.title for gate in self.found if gate.is_stop)

    @property
    def must_go(self) -> str:
        """What has to go where no reason can be given, a sentence each; empty when nothing has to."""
        return " ".join(gate.in_words for gate in self.found if gate.is_stop or gate.asks_why)


@dataclass(frozen=True, slots=True)
class HowFar:
    """How far a mail-out has come; `stuck` says why nothing can be sent at present.

    `reasons` are what the carrier said of messages that wait for another try or are refused, and `next_try`
    is when the first of those that wait is tried again.
    """

    states: Mapping[DeliveryState, int] = field(default_factory=dict)
    stuck: str = ""
    reasons: Sequence[Said] = ()
    next_try: datetime | None = None


@dataclass(frozen=True, slots=True)
class Audiences:
    """What the directory holds, to choose from."""

    types: tuple[str, ...] = ()
    clusters: tuple[str, ...] = ()
    trusts: tuple[str, ...] = ()
    lists: ListNames = NO_LISTS
    schools: Mapping[str, str] = field(default_factory=dict)
    """Their names by their URNs."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How many it goes to, in numbers."""

    schools: int
    addresses: int
    unreachable: int = 0


_NOBODY = Gate(
    "It reaches no school",
    "No school that Sendwell knows is all of what is ticked. Choose others.",
    "Must go",
    "block",
    is_stop=True,
    parts=(Shown("for_whom", "For whom", "0 schools"),),
)


def _no_gates(_item: Item) -> Gates:
    return Gates()


def _free_opening(_words: str, _editor: Person) -> Gates:
    return Gates()


def _none_alike(_item: Item) -> Sequence[Item]:
    return ()


def _no_mailing(_issue: IssueKey) -> HowFar:
    return HowFar()


_PLAIN = Masthead()


@dataclass(frozen=True, slots=True)
class DeskRoom:
    """Built once. `editors` are the people to whom an item can be handed over."""

    desk: BulletinDesk
    count: Callable[[ForWhom], Mapping[str, int]]
    audiences: Callable[[], Audiences]
    editors: Callable[[], Sequence[Person]]
    gates: Callable[[Item], Gates] = _no_gates
    opening: Callable[[str, Person], Gates] = _free_opening
    """What the checks say of the opening words of an issue that somebody writes."""
    alike: Callable[[Item], Sequence[Item]] = _none_alike
    perhaps_alike: Callable[[Item], Sequence[Item]] = _none_alike
    """Too little alike for the inbox, and worth a look to whoever has the item open."""
    how_far: Callable[[IssueKey], HowFar] = _no_mailing
    masthead: Masthead = _PLAIN
    website: Website = NO_WEBSITE
    examples: Callable[[Person], None] | None = None
    """Puts examples on an empty desk, for whoever tries it; None where it is in earnest."""
    sends: bool = True
    """Whether mail goes out here at all; without a publisher an issue is only published on the website."""

    def going_out(self) -> Sequence[Issue]:
        """The issues whose mail is on its way."""
        return [issue for issue in self.desk.book.issues() if issue.state is IssueState.GOING_OUT]

    def reach(self, for_whom: ForWhom = EVERYBODY) -> Reach:
        """How many it would reach today."""
        counted = self.count(for_whom)
        return Reach(**{name: counted.get(name, 0) for name in ("schools", "addresses", "unreachable")})

    def said_of(self, item: Item) -> Gates:
        """What is to be said of an item: by the checks, and of whom it reaches."""
        gates, whom = self.gates(item), item.text.for_whom
        if whom.is_everybody or self.reach(whom).schools:
            return gates
        return Gates((_NOBODY, *gates.found), gates.not_checked)

    def lacks_reason(self, item: Item, gates: Gates) -> bool:
        """Whether a check asks why its words may go out, and nobody has said so of these words."""
        is_asked = any(gate.asks_why for gate in gates.found)
        return is_asked and not reason_for(self.desk.book.history(item.id))

    def is_held_back(self, item: Item) -> bool:
        """Whether its words were changed since it was made ready, and a check stops them or asks why."""
        if not is_changed_since_ready(self.desk.book.history(item.id)):
            return False
        gates = self.said_of(item)
        return bool(gates.stops) or self.lacks_reason(item, gates)

    def laid_out(self, issue: Issue, phase: Phase | None = None) -> LaidOut:
        """The issue as readers of `phase` get it."""
        items, lists = items_of(self.desk, issue), self.audiences().lists
        return lay_out(issue, items, self.masthead, phase, website=self.website, lists=lists)


def editors(desk: BulletinDesk, known: Sequence[Person] = ()) -> Sequence[Person]:
    """Who can be handed an item: who may publish today, who works on items, and people known otherwise."""
    day = desk.today
    leave = [p for p in in_force(desk.postings.entries()) if p.outlet is Outlet.BULLETIN and p.covers(day)]
    working = [item.editor for item in desk.book.items(AT_THE_DESK) if item.editor]
    found = [*known, *working, *(Person(p.name, p.address) for p in leave)]
    return sorted({person.address: person for person in found}.values(), key=lambda person: person.name)
