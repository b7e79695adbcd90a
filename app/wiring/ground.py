"""What does every part of an installation stand on?

Its settings, its clock, its database and its key.
"""

import hmac
from functools import cached_property

from sqlalchemy import Engine

from app.adapters.files.journal_key import JournalKey
from app.adapters.files.key_ring import FileKeyRing
from app.adapters.store.engine import open_engine
from app.adapters.store.journal import SqlJournal
from app.adapters.store.upgrade import upgrade
from app.domain.errors import SettingsError
from app.ports import Clock
from app.settings import Settings


class Ground:
    """What the parts are handed."""

    def __init__(self, settings: Settings, clock: Clock) -> None:
        """Nothing is opened yet."""
        self.settings = settings
        self.clock = clock

    @cached_property
    def engine(self) -> Engine:
        """The database, brought to the present schema."""
        try:
            self.settings.data.mkdir(0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise SettingsError(
                f"The data folder {self.settings.data} cannot be made ({error.strerror}). "
                "Set SENDWELL_DATA to a folder that this user may write to."
            ) from error
        engine = open_engine(self.settings.database)
        upgrade(engine)
        return engine

    @cached_property
    def keys(self) -> FileKeyRing:
        """What things are sealed with: hand this to a store that seals, so that its keys can be changed."""
        return FileKeyRing(self.settings.keys)

    @property
    def key(self) -> bytes:
        """The installation's own key, for keyed hashes."""
        return self.keys.codes

    @cached_property
    def journal_key(self) -> JournalKey:
        """Signs the heads of the journal."""
        return JournalKey(self.settings.data, self.settings.keys)

    @cached_property
    def journal(self) -> SqlJournal:
        """What happened; the stores tell it in their own transactions."""
        return SqlJournal(self.engine, self.journal_key, self.clock, self.key)

    @property
    def signing_key(self) -> bytes:
        """Signs the cookies of the pages; of no use for the hashes."""
        return hmac.digest(self.key, b"pages", "sha256")
