"""Which calendar, lists and words are in force here?

The documents beside the packs: as shipped or as set, until somebody saves another on the owner's pages.
"""

from collections.abc import Mapping
from functools import cached_property

from app.adapters.files.calendar import read_calendar
from app.domain.calendar import SchoolCalendar
from app.policy.laws import LawList, parse_laws
from app.policy_owner.documents import Document
from app.policy_owner.live_documents import LiveDocument, LiveTexts
from app.ports import PackStore
from app.settings import Settings
from app.shipped_lists import files_of, shipped_documents
from app.wiring.places import PACKS


class Documents:
    """The documents and who follows them."""

    def __init__(self, settings: Settings, store: PackStore) -> None:
        """Nothing is read yet."""
        self._settings = settings
        self._store = store

    @cached_property
    def shipped(self) -> Mapping[str, Document]:
        """The calendar and the lists before somebody changed them, by their ids.

        Raises:
            SettingsError: a file cannot be read.
        """
        return shipped_documents(self._settings, PACKS)

    @cached_property
    def texts(self) -> LiveTexts:
        """Gives the texts of those in force."""
        shipped = {name: document.shipped for name, document in self.shipped.items()}
        return LiveTexts(shipped, self._store)

    @cached_property
    def live_laws(self) -> LiveDocument[LawList]:
        """Gives the laws that policies may cite. Raises PackError."""
        return LiveDocument("laws", self.texts, lambda text: parse_laws(text, self._name_of("laws", text)))

    @property
    def laws(self) -> LawList:
        """The laws in force."""
        return self.live_laws()

    @cached_property
    def live_calendar(self) -> LiveDocument[SchoolCalendar]:
        """Gives the authority's calendar in force. Raises PackError."""
        return LiveDocument(
            "calendar", self.texts, lambda text: read_calendar(text, self._name_of("calendar", text))
        )

    @property
    def calendar(self) -> SchoolCalendar:
        """The calendar in force."""
        return self.live_calendar()

    def _name_of(self, document: str, text: str) -> str:
        """Its file, as long as that is in force, for messages."""
        is_shipped = text == self.shipped[document].shipped
        return files_of(self._settings, PACKS)[document] if is_shipped else f"{document}, as saved"
