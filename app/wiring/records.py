"""What does this installation remember of checks, without any text?

The feature records, what senders answered, and which mails went to schools lately.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property

from app.adapters.store.choices import SqlChoices
from app.adapters.store.figures import SqlSentDrafts
from app.adapters.store.insight import SqlRuleFacts, SqlTeamBook
from app.adapters.store.marks import SqlMarks
from app.adapters.store.records import SqlCheckRecords
from app.adapters.store.sent_mails import SqlSentMails
from app.adapters.store.tables import METADATA
from app.compose.ask_once import Memory
from app.wiring.ground import Ground


class Records:
    """Where checks leave what is kept of them."""

    def __init__(self, ground: Ground) -> None:
        """Nothing is opened yet."""
        self._ground = ground

    @cached_property
    def checks(self) -> SqlCheckRecords:
        """Where feature records are kept."""
        return SqlCheckRecords(self._ground.engine, self._ground.key, self._ground.journal)

    @cached_property
    def choices(self) -> SqlChoices:
        """What senders did with advice."""
        return SqlChoices(self._ground.engine, self._ground.journal)

    @cached_property
    def sent_drafts(self) -> SqlSentDrafts:
        """The feature records, counted for the figures."""
        return SqlSentDrafts(self._ground.engine)

    @cached_property
    def rule_facts(self) -> SqlRuleFacts:
        """How often rules spoke, by week."""
        return SqlRuleFacts(self._ground.engine)

    @cached_property
    def team_book(self) -> SqlTeamBook:
        """Since when teams are the same people."""
        return SqlTeamBook(self._ground.engine)

    @cached_property
    def sent_mails(self) -> SqlSentMails:
        """The mails to schools that were sent lately."""
        ground = self._ground
        return SqlSentMails(ground.engine, ground.key, ground.clock, ground.settings.keep_texts_for_many_days)

    @property
    def memory(self) -> Memory:
        """What senders have answered."""
        ground, days = self._ground, self._ground.settings.answers_days
        return Memory(SqlMarks(ground.engine), self.checks.keyed_hash, ground.clock.now, days)

    @property
    def tables(self) -> Mapping[str, Sequence[str]]:
        """What the database holds: its tables and their columns."""
        return {name: tuple(table.columns.keys()) for name, table in METADATA.tables.items()}

    def forget_marks(self) -> int:
        """Delete answers whose time is over, also where nobody answers any more; they are not counted."""
        now = self._ground.clock.now()
        SqlMarks(self._ground.engine).keep("", (), now, now)
        return 0
