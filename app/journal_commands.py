"""What can be done with the journal from a terminal? `sendwell journal …`.

`verify` runs the verifier, which shares nothing with what writes the journal; the others read the journal as
the service does.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from app.journal.checkpoint import newest_head, note_of
from app.journal.prove import proof_of_entry, proof_of_growth, whole_journal
from app.settings import Settings, load_settings
from app.terminal import ATTENTION, fail, out
from app.verifier.notes import Checkpoint, Key, UnreadableError, read_checkpoint, read_key
from app.verifier.proofs import look_at_proof
from app.verifier.rows import Row, of_database, of_export
from app.verifier.verify import Report, verify
from app.wiring.installation import Installation

journal = typer.Typer(help="The journal of what happened.", no_args_is_help=True)
_PUBLIC = "journal.pub"
_SHOWN = 10
_KeyFile = Annotated[Path | None, typer.Option("--key", help="The journal's public key: journal.pub.")]


@journal.command("head")
def journal_head() -> None:
    """Print the newest signed head. Kept somewhere else, it shows later if anything was changed."""
    ground = Installation(load_settings()).ground
    print(note_of(newest_head(ground.journal), ground.journal_key), end="")  # noqa: T201 - the output, for a file


@journal.command("proof")
def journal_proof(
    number: Annotated[int | None, typer.Argument(help="An entry.")] = None,
    since: Annotated[Path | None, typer.Option(help="A head that was kept: prove the growth since.")] = None,
) -> None:
    """Print a proof that an entry stands in the journal, or that it continues a head that was kept."""
    if (number is None) == (since is None):
        fail("Name an entry by its number, or a kept head by --since.")
    ground = Installation(load_settings()).ground
    if since is not None:
        _print(proof_of_growth(ground.journal, ground.journal_key, _text(since)))
    elif number is not None:
        _print(proof_of_entry(ground.journal, ground.journal_key, number))


@journal.command("export")
def journal_export() -> None:
    """Print the journal, whole, for the verifier: JSON Lines."""
    ground = Installation(load_settings()).ground
    for line in whole_journal(ground.journal, ground.journal_key):
        _print(line)


@journal.command("verify")
def journal_verify(
    file: Annotated[
        Path | None, typer.Argument(help="An export or a proof; without it, the database.")
    ] = None,
    key: _KeyFile = None,
    head: Annotated[list[Path] | None, typer.Option(help="Heads that were kept elsewhere.")] = None,
) -> None:
    """Say whether the journal is as it was written; if not, what is wrong and where."""
    settings = load_settings()
    try:
        known = read_key(_text(key or settings.data / _PUBLIC))
        heads = [read_checkpoint(_text(kept), known) for kept in head or ()]
        lines = _lines(file) if file is not None else iter(())
        first = _first(lines) if file is not None else {}
        if "proof" in first:
            out.print(look_at_proof(json.dumps(first), known), markup=False)
            return
        rows, said = _rows(settings, lines if file is not None else None, first, known)
        _tell(verify(rows, known, [*heads, *said]), known, has_heads=bool(heads))
    except UnreadableError as error:
        fail(str(error))


def _rows(
    settings: Settings, lines: Iterator[str] | None, first: dict[str, Any], known: Key
) -> tuple[Iterator[Row], Sequence[Checkpoint]]:
    """The rows of an export with the head that it ends at, or of the database."""
    if lines is None:
        return of_database(settings.database), ()
    return of_export(lines), [read_checkpoint(str(first.get("head", "")), known)]


def _tell(report: Report, known: Key, *, has_heads: bool) -> None:
    for fault in report.faults[:_SHOWN]:
        out.print(f"{fault.wrong.value} at entry {fault.number}: {fault.said}", markup=False)
    if report.faults:
        more = len(report.faults) - _SHOWN
        out.print(f"… and {more} or more behind it." if more > 0 else "")
        out.print(f"The journal {known.name} is NOT as it was written.", markup=False)
        raise SystemExit(ATTENTION)
    gone = f"; {report.forgotten} of them are past their time, and only their hashes are left"
    out.print(
        f"The journal {known.name} is in order: {report.size} entries{gone if report.forgotten else ''}.",
        markup=False,
    )
    if not has_heads:
        out.print("Give a head that was kept elsewhere (--head) to see that nothing is missing at its end.")


def _first(lines: Iterator[str]) -> dict[str, Any]:
    try:
        told = json.loads(next(lines, ""))
    except (ValueError, RecursionError):
        raise UnreadableError("This is no export and no proof of a journal.") from None
    if not isinstance(told, dict):
        raise UnreadableError("This is no export and no proof of a journal.")
    return told


def _lines(file: Path) -> Iterator[str]:
    try:
        with file.open(encoding="utf-8", newline="\n") as lines:
            yield from lines
    except (OSError, UnicodeDecodeError):
        fail(f"{file} cannot be read. Look at its name and folder.")


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        fail(f"{file} cannot be read. Look at its name and folder.")


def _print(told: dict[str, Any]) -> None:
    print(json.dumps(told, separators=(",", ":")))  # noqa: T201 - the output, for a file
