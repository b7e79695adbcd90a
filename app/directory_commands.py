"""What can be done with the directory of schools from a terminal? `sendwell directory …`."""

from pathlib import Path
from typing import Annotated

import typer

from app.directory.difference import as_text
from app.directory.import_register import import_register
from app.directory.plan_import import DirectoryFiles
from app.reading.table_file import ImportFile
from app.settings import load_settings
from app.terminal import fail, out
from app.wiring.installation import Installation

directory = typer.Typer(help="The private directory of schools.", no_args_is_help=True)


@directory.command("import")
def directory_import(  # noqa: PLR0913, PLR0917 - one parameter an option
    register: Annotated[Path, typer.Argument(help="The DfE register as published (GIAS header, cp1252).")],
    emails: Annotated[Path | None, typer.Option(help="Addresses: urn,address,role.")] = None,
    clusters: Annotated[Path | None, typer.Option(help="Clusters: urn,cluster,officer.")] = None,
    la: Annotated[str, typer.Option(help="Keep only this authority's schools (LA code).")] = "",
    force: Annotated[
        bool, typer.Option("--force", help="Import even if more than half would be lost.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show the difference and write nothing.")
    ] = False,
) -> None:
    """Replace the directory of schools, and report the difference."""
    settings = load_settings()
    made = Installation(settings)
    files = DirectoryFiles(
        _file(register),
        _file(emails) if emails else None,
        _file(clusters) if clusters else None,
        la,
        settings.school_suffixes,
    )
    difference = import_register(
        made.registers.directory,
        files,
        now=made.clock.now(),
        is_forced=force,
        is_trial=dry_run,
        lists=made.registers.lists,
    )
    out.print(as_text(difference), markup=False)
    if dry_run:
        out.print("Nothing was written: this was a trial (--dry-run).")


def _file(path: Path) -> ImportFile:
    try:
        return ImportFile(path.name, path.read_bytes())
    except FileNotFoundError:
        fail(f"{path} is not there. Look at the spelling of its name and folder.")
    except IsADirectoryError:
        fail(f"{path} is a folder. Name the file in it.")
    except PermissionError:
        fail(f"{path} may not be read by this user. Change the rights on it, or copy it to where you may.")
    except OSError as error:
        fail(f"{path} cannot be read ({error.strerror}). Copy it to a disk of this machine and try again.")
