"""Which calendar and lists came with this installation, before somebody changed them on the pages?

They come from the files that the settings name, else from those that Sendwell ships.
"""

from collections.abc import Mapping
from pathlib import Path

from app.adapters.files.calendar import read_calendar
from app.adapters.files.sample_authority import SAMPLE
from app.domain.errors import SettingsError
from app.policy.laws import parse_laws
from app.policy_owner.calendar_words import differences_of_calendars
from app.policy_owner.documents import Document
from app.policy_owner.laws_text import differences_of_laws
from app.policy_owner.own_words import differences_of_words, read_own_words
from app.settings import Settings

LAWS = Path("lists") / "laws.yaml"


def shipped_documents(settings: Settings, packs: Path) -> Mapping[str, Document]:
    """The calendar, the words and the laws, by their ids; `packs` is where Sendwell's own packs are.

    Raises:
        SettingsError: a file cannot be read.
    """
    documents = (
        Document("calendar", "Terms and hours", _calendar(settings), read_calendar, differences_of_calendars),
        Document("words", "Own words", _words(settings), read_own_words, differences_of_words, "txt"),
        Document("laws", "Laws", _laws(settings, packs), parse_laws, differences_of_laws),
    )
    return {one.id: one for one in documents}


def files_of(settings: Settings, packs: Path) -> Mapping[str, str]:
    """The names of the files, for messages."""
    return {
        "calendar": str(settings.calendar_file or SAMPLE / "calendar.yml"),
        "words": str(settings.words_file or "words"),
        "laws": str(_laws_file(settings, packs)),
    }


def _calendar(settings: Settings) -> str:
    file = settings.calendar_file or SAMPLE / "calendar.yml"
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is no text in UTF-8"
        raise SettingsError(f"The calendar {file} cannot be read: {why}.") from error


def _words(settings: Settings) -> str:
    file = settings.words_file
    try:
        return file.read_text(encoding="utf-8") if file else ""
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"The word list {file} cannot be read as UTF-8 text.") from error


def _laws(settings: Settings, packs: Path) -> str:
    return _laws_file(settings, packs).read_text(encoding="utf-8")


def _laws_file(settings: Settings, packs: Path) -> Path:
    own = settings.packs_folder / LAWS if settings.packs_folder else None
    return own if own and own.is_file() else packs / LAWS
