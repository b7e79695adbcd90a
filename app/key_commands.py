"""What can be done with the keys from a terminal? `sendwell keys …`."""

import sys

import typer
from rich.progress import Progress

from app.settings import load_settings
from app.terminal import err, out
from app.wiring.installation import Installation

keys = typer.Typer(help="The keys that addresses and evidence are sealed with.", no_args_is_help=True)


@keys.command("list")
def list_keys() -> None:
    """Tell which keys there are, and how much lies under each. The keys themselves are never shown."""
    made = Installation(load_settings())
    used = made.keys.used()
    for key, many in used.items():
        newest = ", which seals from now on" if key == made.ground.keys.newest() else ""
        codes = ", and makes the codes" if key == made.ground.keys.first() else ""
        out.print(f"{key.label} ({key.name.hex()}): {many} sealed{newest}{codes}", markup=False)


@keys.command("rotate")
def rotate() -> None:
    """Make a new key and seal everything anew under it, while the service runs.

    Broken off, it goes on when it is asked again.
    """
    made = Installation(load_settings())
    with Progress(console=err, transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task("Sealing anew", total=None)
        done = made.keys.rotate(lambda part, whole: bar.update(task, completed=part, total=whole))
    what = "is the new key" if done.is_new else "was begun earlier, and is in use now"
    out.print(f"{done.newest} {what}: {done.sealed_anew} sealed anew under it.", markup=False)
    for label in done.laid_aside:
        out.print(f"{label} is laid aside in keys/retired: only backups from before need it.", markup=False)
    out.print("Copy the folder of the keys to where its own backup is kept.")
