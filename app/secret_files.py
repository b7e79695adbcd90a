"""Does the folder of secrets hold what was meant?

A file that is misspelt, empty or out of reach would count as not set: the service would start with another
database, or without what it signs in with. So all are looked at before any is read.
"""

from collections.abc import Collection
from pathlib import Path

from app.domain.errors import SettingsError
from app.wrong_settings import unknown

_FOLDER, _BEGINNING = "SENDWELL_SECRETS", "sendwell_"


def look_at_secrets(folder: Path, names: Collection[str]) -> None:
    """`names` are those of all settings, as files are called: in small letters, with their beginning.

    Raises:
        SettingsError: the folder or a file in it cannot be read, is empty, or is called what none is.
    """
    try:
        files = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError as error:
        raise SettingsError(
            f"{_FOLDER} names {folder}, which cannot be read ({error.strerror}). Give the folder that holds a"
            " file for each secret, and let this user read it."
        ) from None
    for path in files:
        name = path.name.lower()
        if name in names:
            _require_words(path, folder)
        elif _BEGINNING + name in names:
            raise SettingsError(f"{path} is not read under that name. Rename it to {_BEGINNING}{name}.")
        elif name.startswith(_BEGINNING) and not _is_a_copy(name, names):
            raise SettingsError(f"Unknown secret {path}. {unknown(name, names, _BEGINNING)}")


def _require_words(path: Path, folder: Path) -> None:
    if path.is_symlink() and folder.resolve() not in path.resolve().parents:
        raise SettingsError(f"{path} leads out of its folder, so it is not read. Put the file itself there.")
    try:
        is_empty = not path.read_text("utf-8").strip()
    except OSError as error:
        raise SettingsError(f"{path} cannot be read ({error.strerror}). Let this user read it.") from None
    except UnicodeDecodeError:
        raise SettingsError(f"{path} is no text in UTF-8. Save it as such.") from None
    if is_empty:
        raise SettingsError(f"{path} is empty. Put the secret into it, or take the file away.")


def _is_a_copy(name: str, names: Collection[str]) -> bool:
    """Somebody kept the one before: it is not read, and harms nothing."""
    return name.partition(".")[0].rstrip("~") in names
