"""What does every part of an installation stand on?

Its settings, its clock, its database and its key.
"""

import hmac
from functools import cached_property
from pathlib import Path

from sqlalchemy import Engine, select

from app.adapters.files.journal_key import KEY, JournalKey
from app.adapters.files.key_ring import FileKeyRing
from app.adapters.store.engine import open_engine, reading
from app.adapters.store.journal import SqlJournal
from app.adapters.store.journal_tables import journal_entries
from app.adapters.store.upgrade import upgrade
from app.domain.errors import SettingsError, SetupError
from app.ports import Clock
from app.settings import Settings
from app.wiring.copies import FIRST_KEY


class Ground:
    """What the parts are handed."""

    def __init__(self, settings: Settings, clock: Clock) -> None:
        """Nothing is opened yet."""
        self.settings = settings
        self.clock = clock

    @cached_property
    def data(self) -> Path:
        """The data folder. Raises SettingsError when it cannot be made."""
        try:
            self.settings.data.mkdir(0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise SettingsError(
                f"The data folder {self.settings.data} cannot be made ({error.strerror}). "
                "Set SENDWELL_DATA to a folder that this user may write to."
            ) from error
        return self.settings.data

    @cached_property
    def engine(self) -> Engine:
        """The database, in its folder, brought to the present schema."""
        self.data  # noqa: B018 - asking for it makes it
        engine = open_engine(self.settings.database)
        upgrade(engine)
        return engine

    @cached_property
    def keys(self) -> FileKeyRing:
        """What things are sealed with: hand this to a store that seals, so that its keys can be changed."""
        self._require_kept(FIRST_KEY)
        return FileKeyRing(self.settings.keys)

    @property
    def key(self) -> bytes:
        """The installation's own key, for keyed hashes."""
        return self.keys.codes

    @cached_property
    def journal_key(self) -> JournalKey:
        """Signs the heads of the journal."""
        self._require_kept(KEY)
        return JournalKey(self.settings.data, self.settings.keys)

    @cached_property
    def journal(self) -> SqlJournal:
        """What happened; the stores tell it in their own transactions."""
        return SqlJournal(self.engine, self.journal_key, self.clock, self.key)

    def _require_kept(self, name: str) -> None:
        """A key that was lost is not made anew beside its database: nothing in there would fit it."""
        if (self.settings.keys / name).exists():
            return
        with reading(self.engine) as connection:
            is_used = connection.execute(select(journal_entries.c.number).limit(1)).first() is not None
        if is_used:
            raise SetupError(
                f"{name} is missing in {self.settings.keys}, and no other fits this database. Put it back "
                "from the backup of the keys: sendwell restore FILE. Is SENDWELL_KEYS_FOLDER right?"
            )

    @property
    def signing_key(self) -> bytes:
        """Signs the cookies of the pages; of no use for the hashes."""
        return hmac.digest(self.key, b"pages", "sha256")
