"""How is an installation copied, and put back, from a terminal? `sendwell backup` and `sendwell restore`."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.progress import BarColumn, DownloadColumn, TextColumn
from rich.progress import Progress as Bar

from app.domain.errors import BackupError
from app.settings import load_settings
from app.terminal import err, fail, out
from app.verifier.notes import UnreadableError, read_checkpoint, read_key
from app.verifier.rows import Row
from app.verifier.verify import verify
from app.wiring.backup import WhichKeys
from app.wiring.installation import Installation
from app.wiring.restore import Rows

_File = Annotated[Path, typer.Argument(help="The backup.")]
_Passphrase = Annotated[
    Path | None,
    typer.Option("--passphrase-file", help="File with the passphrase that the backup is sealed with."),
]


def backup(
    file: _File,
    keys: Annotated[
        WhichKeys, typer.Option(help="Where the keys go: apart from it, inside it (sealed), or only they.")
    ] = WhichKeys.APART,
    passphrase_file: _Passphrase = None,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace a file of that name.")] = False,
) -> None:
    """Copy everything that is kept, while the service runs.

    Without the keys nobody can read what is sealed in it.
    """
    settings = load_settings()
    if file.is_dir():
        fail(f"{file} is a folder. Name the file in it that the backup becomes.")
    if file.exists() and not overwrite:
        fail(f"{file} is there already. Name another file, or give --overwrite.")
    made = Installation(settings)
    with _progress() as tell:
        made.backups.make(file, keys, _passphrase(passphrase_file), tell)
    size = file.stat().st_size / 2**20
    sealed = (
        "sealed with the passphrase" if passphrase_file else "not sealed: keep it where only you may read"
    )
    out.print(f"{file}: {size:.1f} MB, read back and in order, {sealed}.", markup=False)
    if keys is WhichKeys.APART:
        out.print(
            f"The keys are not in it. They are in {settings.keys}; keep a copy of them somewhere else,"
            " for example by: sendwell backup KEYS --keys only --passphrase-file FILE",
            markup=False,
        )


def restore(
    file: _File,
    passphrase_file: _Passphrase = None,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Lose the database that is there.")] = False,
) -> None:
    """Put everything back as it was when the backup was made. Stop the service first.

    All of it is read and looked through before anything is changed: the sums of the files, the journal, and
    whether what is sealed opens with the keys that are here.
    """
    made = Installation(load_settings())
    with _progress() as tell:
        found = made.restore.put_back(
            file, _passphrase(passphrase_file), _look, tell, may_overwrite=overwrite
        )
    if "database" not in found:
        out.print(f"The keys are back in {made.settings.keys}.", markup=False)
        return
    out.print(f"Everything is as it was on {found['made'][:16].replace('T', ' at ')} (UTC).", markup=False)
    if found["lost"]:
        out.print(
            f"The journal here went on after that, by {found['lost']} or more: what was told there is lost."
            " The heads that show it are kept in journal-heads.",
            markup=False,
        )


def _look(rows: Rows, public: str, heads: Sequence[Path]) -> None:
    """By the verifier, which shares nothing with what writes the journal."""
    try:
        key = read_key(public)
        told = [path.read_text(encoding="utf-8") for path in heads]
        known = [read_checkpoint(note, key) for note in told if note]  # a full disk once left empty ones
        report = verify((Row(*row) for row in rows), key, known)
    except (UnreadableError, OSError, UnicodeDecodeError) as error:
        raise BackupError(f"The journal in the backup cannot be read. {error}") from None
    if report.faults:
        first = report.faults[0]
        raise BackupError(
            f"The journal in the backup is not as it was written ({first.wrong.value} at entry"
            f" {first.number}). Nothing was changed. Take an earlier backup."
        )


def _passphrase(file: Path | None) -> str:
    if file is None:
        return ""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        fail(f"{file} cannot be read. Look at its name and rights.")
    if not lines or not lines[0].strip():
        fail(f"{file} is empty. Its first line is the passphrase.")
    return lines[0].strip()


@contextmanager
def _progress() -> Iterator[Any]:
    """Bytes done on a terminal, nothing in a pipe."""
    with Bar(
        TextColumn("{task.description}"), BarColumn(), DownloadColumn(),
        console=err, transient=True, disable=not sys.stderr.isatty(),
    ) as bar:  # fmt: skip
        task = bar.add_task("copied", total=None)

        def tell(what: str, done: int, total: int) -> None:
            bar.update(task, description=what, completed=done, total=total or None)

        yield tell
