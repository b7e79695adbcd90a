"""What do staff read before they sign, as short cards?

A StaffCard says one thing of a written policy in a few plain words and cites the clause it stands for. A pack
lists its cards, and the points that its own policy wants every newcomer to be told.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.verdict import Clause
from app.policy.nodes import Node
from app.policy.rule import clause_from, id_from

WORDS_MAX = 60
TITLE_MAX = 60


@dataclass(frozen=True, slots=True)
class StaffCard:
    """One card. `point` is what of `points` it tells; empty when it is about something else."""

    id: str
    title: str
    words: str
    clause: Clause
    point: str = ""


@dataclass(frozen=True, slots=True)
class StaffCards:
    """The cards of one pack, and the points they must tell, in the words of the source."""

    cards: tuple[StaffCard, ...] = ()
    points: tuple[str, ...] = ()

    @property
    def untold(self) -> tuple[str, ...]:
        """The points that no card tells."""
        told = {card.point for card in self.cards}
        return tuple(point for point in self.points if point not in told)


NO_CARDS = StaffCards()


def staff_cards_from(node: Node, pack: str, title: str) -> StaffCards:
    """The cards under `staff_cards` of a pack."""
    fields = node.mapping(frozenset({"cards"}), frozenset({"points"}))
    points = tuple(_one_line(entry) for entry in fields["points"].items()) if "points" in fields else ()
    found: dict[str, StaffCard] = {}
    for entry in fields["cards"].items():
        card = _card(entry, pack, title, {point: point for point in points})
        if card.id in found:
            entry.fail(f"{card.id} is the id of another card; give this one its own")
        found[card.id] = card
    return StaffCards(tuple(found.values()), points)


def _card(node: Node, pack: str, title: str, points: Mapping[str, str]) -> StaffCard:
    fields = node.mapping(frozenset({"id", "title", "words", "clause"}), frozenset({"point"}))
    heading, words = _one_line(fields["title"]), _one_line(fields["words"])
    if len(heading) > TITLE_MAX:
        fields["title"].fail(f"{len(heading)} characters; say it in {TITLE_MAX} or fewer")
    if len(words.split()) > WORDS_MAX:
        fields["words"].fail(f"{len(words.split())} words; a card has {WORDS_MAX} or fewer, make it two")
    return StaffCard(
        id=id_from(fields["id"]),
        title=heading,
        words=words,
        clause=clause_from(fields["clause"], pack, title),
        point=fields["point"].one_of(points) if "point" in fields else "",
    )


def _one_line(node: Node) -> str:
    return " ".join(node.text().split())
