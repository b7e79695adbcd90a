"""What does the sample authority bring, when it is served?"""

from collections.abc import Mapping

from app.adapters.files.sample_authority import (
    SAMPLE,
    SAMPLE_BULK_SENDERS,
    SAMPLE_DOMAINS,
    sample_people,
)
from app.directory.import_register import import_register
from app.directory.plan_import import DirectoryFiles
from app.ports import Clock, DirectoryStore
from app.reading.table_file import ImportFile
from app.settings import Settings


def colleagues(settings: Settings) -> tuple[Mapping[str, str], ...]:
    """The people of the sample authority, when it is served: who may say that they are one of them."""
    inside = [p for p in sample_people() if p["address"].rpartition("@")[2] in SAMPLE_DOMAINS]
    people = [p for p in inside if p["kind"] == "user" and p["address"] not in SAMPLE_BULK_SENDERS]
    return tuple(people) if settings.sample else ()


def work_domains(settings: Settings) -> tuple[str, ...]:
    """The organisation's own mail domains; none when they are not set."""
    return settings.own_domains or (SAMPLE_DOMAINS if settings.sample else ())


def bulletin_contact(settings: Settings) -> str:
    """Whom schools ask about the bulletin; of the sample authority, somebody made up."""
    made_up = "Communications Team, 01632 960600, communications@wealdshire.example"
    return settings.bulletin_contact or (made_up if settings.sample else "")


def import_sample(directory: DirectoryStore, suffixes: tuple[str, ...], clock: Clock) -> None:
    """Import the sample authority, unless the directory already holds schools."""
    if directory.open_schools() == 0:
        register, emails, clusters = (
            ImportFile(f"{name}.csv", (SAMPLE / f"{name}.csv").read_bytes())
            for name in ("register", "emails", "clusters")
        )
        files = DirectoryFiles(register, emails, clusters, school_suffixes=suffixes)
        import_register(directory, files, now=clock.now())
