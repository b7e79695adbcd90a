"""Which policy is in force here, and who may change it?

The packs with what the organisation changed, the documents they lean on, and how right their rules are.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property

from app.adapters.store.packs import SqlPackStore
from app.adapters.store.steps import SqlSteps
from app.domain.errors import SettingsError
from app.policy.cards import Cards, parse_cards
from app.policy.coverage import CoveredClause, coverage
from app.policy.pack import Pack
from app.policy_owner.change_policy import PolicyDesk
from app.policy_owner.live_policy import LivePolicy
from app.policy_owner.watch_accuracy import AccuracyWatch
from app.wiring.documents import Documents
from app.wiring.ground import Ground
from app.wiring.places import CARDS, PACKS
from app.wiring.records import Records


class Policies:
    """The policy in force and what stands around it."""

    def __init__(self, ground: Ground, records: Records) -> None:
        """Nothing is read yet."""
        self._ground = ground
        self._records = records
        self.folder = ground.settings.packs_folder or PACKS

    @cached_property
    def store(self) -> SqlPackStore:
        """The packs that the organisation changed."""
        return SqlPackStore(self._ground.engine, self._ground.journal)

    @cached_property
    def documents(self) -> Documents:
        """The calendar and the lists."""
        return Documents(self._ground.settings, self.store)

    @cached_property
    def shipped(self) -> Mapping[str, str]:
        """The YAML of the packs that apply, by id and in order, before the organisation changed them.

        Raises:
            SettingsError: there is no such pack.
        """
        return {name: self._text(name) for name in self._ground.settings.packs}

    @cached_property
    def live(self) -> LivePolicy:
        """Gives the policy in force, with what the organisation changed.

        Raises:
            PackError: a pack is wrong; the message names file, line and field.
        """
        return LivePolicy(self.shipped, self.store, watch=self.accuracy)

    @property
    def packs(self) -> tuple[Pack, ...]:
        """The packs in force, in order."""
        return self.live().packs

    @cached_property
    def cards(self) -> Cards:
        """What was measured of the rules: the organisation's own figures, else those that came with it."""
        own = self.folder / CARDS
        file = own if own.is_file() else PACKS / CARDS
        return parse_cards(file.read_text(encoding="utf-8"), str(file))

    @cached_property
    def accuracy(self) -> AccuracyWatch:
        """How often the rules are right, and which stepped themselves down."""
        ground, kept = self._ground, self._records
        steps = SqlSteps(ground.engine, ground.journal)
        return AccuracyWatch(self.cards, kept.checks, kept.choices, steps, ground.clock)

    @cached_property
    def desk(self) -> PolicyDesk:
        """Where the packs are changed."""
        return PolicyDesk(self.shipped, self.store, self._ground.clock, self.documents.shipped)

    @cached_property
    def sources(self) -> Mapping[str, str]:
        """The source documents of the packs, by file name: the built-in ones and the organisation's own."""
        folders = [folder for root in (PACKS, self.folder) for folder in (root, root / "sources")]
        files = [file for folder in folders for file in sorted(folder.glob("*.txt"))]
        return {file.name: file.read_text(encoding="utf-8") for file in files}

    @property
    def clauses(self) -> Mapping[str, str]:
        """The lists of the clauses of each pack's source, where there is one, by pack."""
        files = {name: self.folder / "clauses" / f"{name}.yaml" for name in self.shipped}
        return {name: file.read_text(encoding="utf-8") for name, file in files.items() if file.is_file()}

    def coverage(self, packs: Sequence[Pack]) -> Mapping[str, tuple[CoveredClause, ...]]:
        """The clauses of the source of each pack that lists them, and what becomes of each."""
        lists, folder = self.clauses, self.folder / "clauses"
        return {
            pack.id: coverage(lists[pack.id], str(folder / f"{pack.id}.yaml"), pack)
            for pack in packs
            if pack.id in lists
        }

    def _text(self, name: str) -> str:
        file = self.folder / f"{name}.yaml"
        if not file.is_file():
            known = ", ".join(sorted(f.stem for f in self.folder.glob("*.yaml"))) or "none"
            raise SettingsError(
                f"There is no policy pack {name!r} in {self.folder}. Packs there: {known}. Look at"
                " SENDWELL_PACKS and SENDWELL_PACKS_FOLDER."
            )
        try:
            return file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise SettingsError(f"{file} cannot be read as text in UTF-8 ({type(error).__name__}).") from None
