"""How do a draft and the checks come to the bulletin here?

The main road reads and judges; the bulletin makes an item of what was read. Neither knows the other.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property

from app.api.state import BulletinDoor
from app.bulletin.alike.duplicates import PERHAPS, SURE, Alike, Duplicates
from app.bulletin.desk import BulletinDesk
from app.bulletin.document_review import attachments
from app.bulletin.from_draft.suggest import Suggestion, suggest
from app.bulletin.gates import Gated, gates, gates_of_opening
from app.checks import look
from app.compose.check_draft import Road, check_draft
from app.compose.checked import Checked
from app.compose.read_draft import read_draft
from app.domain.draft import Draft, Moment
from app.domain.item import Person
from app.domain.item_text import ItemText
from app.register_ports import PostingStore
from app.wiring.audiences import NamedHere
from app.wiring.installation import Installation


class Suggestions:
    """What the bulletin asks of the road, and keeps nothing of."""

    def __init__(self, made: Installation) -> None:
        """Nothing is loaded yet."""
        self._made = made

    @cached_property
    def _road(self) -> Road:
        return self._made.road(keeps_records=False)

    @cached_property
    def _duplicates(self) -> Duplicates:
        return Duplicates(self._made.policy.documents.live_calendar, self._made.language.meanings)

    def suggest(self, draft: Draft) -> Suggestion:
        """The item that a draft would make."""
        reading = read_draft(draft, self._road.around)
        findings, _ = look(reading)
        schools = self._made.registers.directory.summary().schools
        clusters = {school.cluster for school in schools if school.cluster}
        made = suggest(reading, findings, self._road.around.speller.knows, clusters)
        return replace(made, goes_to=replace(made.goes_to, all=len(schools)))

    def gates(self, text: ItemText, sender: Person) -> Gated:
        """What the checks say of an item."""
        attached = attachments(self._made.bulletin.documents, text.documents)
        return gates(text, sender, self._made.clock.now(), self._judge, attached)

    def opening(self, words: str, editor: Person) -> Gated:
        """What the checks say of the opening words of an issue."""
        return gates_of_opening(words, editor, self._made.clock.now(), self._judge)

    def alike(self, text: ItemText, but: str) -> Sequence[Alike]:
        """Recent items that tell the same, without the one whose id is `but`."""
        return self._alike(text, but, SURE)

    def perhaps_alike(self, text: ItemText, but: str) -> Sequence[Alike]:
        """Those that perhaps do, and are not surely alike."""
        return [one for one in self._alike(text, but, PERHAPS) if one.likeness < SURE]

    def _alike(self, text: ItemText, but: str, least: float) -> Sequence[Alike]:
        items = self._made.bulletin.book.items()
        return self._duplicates.alike(text, self._made.clock.now(), items, but, least)

    def door(self, desk: BulletinDesk, link: Callable[[str], str]) -> BulletinDoor:
        """What routes do for the bulletin. Raises ModelError when the model of meanings is not there."""
        _ = self._made.language.meanings
        return BulletinDoor(desk, self.suggest, self.gates, self.alike, link)

    def _judge(self, draft: Draft) -> Checked:
        return check_draft(draft, Moment.COMPOSE, self._road)


def desk_of(made: Installation) -> BulletinDesk:
    """The desk of this installation."""
    postings: PostingStore = made.registers.postings
    desk = made.bulletin.desk(postings, made.policy.documents.live_calendar)
    return replace(desk, unknown=NamedHere(made))
