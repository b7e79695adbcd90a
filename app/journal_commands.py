"""What can be done with the journal from a terminal? `sendwell journal …`.

`verify` runs the verifier, which shares nothing with what writes the journal; the others read the journal as
the service does.
"""

import json
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from app.domain.errors import SetupError
from app.journal.cef import as_cef
from app.journal.checkpoint import newest_head, note_of
from app.journal.ocsf import as_ocsf
from app.journal.prove import proof_of_entry, proof_of_growth, whole_journal
from app.journal.table import HEAD, as_rows
from app.journal.told_entry import told_entries
from app.journal_ports import Verified
from app.settings import Settings, load_settings
from app.terminal import ATTENTION, err, fail, out
from app.verifier.notes import Checkpoint, Key, UnreadableError, read_checkpoint, read_key
from app.verifier.proofs import look_at_proof
from app.verifier.rows import Row, of_database, of_export
from app.verifier.verify import Report, verify
from app.web.spreadsheet import as_csv
from app.wiring.installation import Installation
from app.wiring.journal import JournalKeeping, collector_at
from app.wiring.places import VERSION

journal = typer.Typer(help="The journal of what happened.", no_args_is_help=True)


class Form(StrEnum):
    """As what the journal is printed."""

    WHOLE = "whole"
    OCSF = "ocsf"
    CEF = "cef"
    CSV = "csv"


_PUBLIC, _HEADS = "journal.pub", "journal-heads"
_SHOWN = 10
_NO_JOURNAL = (
    "This is no export and no proof of a journal."
    " `sendwell journal export` and `sendwell journal proof` write them."
)
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
def journal_export(
    form: Annotated[
        Form, typer.Option("--as", help="For the verifier, or as other systems take it.")
    ] = Form.WHOLE,
    since: Annotated[
        int, typer.Option(min=0, metavar="NUMBER", help="From this entry on (not for the verifier).")
    ] = 0,
) -> None:
    """Print the journal: whole for the verifier (JSON Lines), as OCSF, as CEF, or as a table (CSV)."""
    ground = Installation(load_settings()).ground
    name, told = ground.journal_key.name, told_entries(ground.journal, since)
    if form is Form.WHOLE:
        if since:
            fail("Only the whole journal can be verified: leave out --since.")
        for line in whole_journal(ground.journal, ground.journal_key):
            _print(line)
    elif form is Form.OCSF:
        for entry in told:
            _print(as_ocsf(entry, name, VERSION))
    elif form is Form.CEF:
        for entry in told:
            print(as_cef(entry, name, VERSION))  # noqa: T201 - the output, for a file
    else:
        print(as_csv(HEAD, as_rows(told)), end="")  # noqa: T201 - the output, for a file


@journal.command("send")
def journal_send(
    host: Annotated[str, typer.Argument(help="The collector of logs.")],
    port: Annotated[int, typer.Option(min=1, max=65535, metavar="NUMBER", help="Its port.")] = 6514,
    ca: Annotated[Path | None, typer.Option(help="Certificates (PEM) that its own is checked with.")] = None,
    since: Annotated[int, typer.Option(min=0, metavar="NUMBER", help="From this entry on.")] = 0,
) -> None:
    """Send the journal to a collector of logs, as CEF over syslog with TLS; tells where to go on."""
    ground = Installation(load_settings()).ground
    name, told = ground.journal_key.name, list(told_entries(ground.journal, since))
    lines = ((entry.at, as_cef(entry, name, VERSION)) for entry in told)
    sent = collector_at(host, port, ca).send(lines)
    following = told[-1].number + 1 if told else since
    out.print(f"{sent} entries sent. Next time: --since {following}", markup=False)


@journal.command("verify")
def journal_verify(
    file: Annotated[
        Path | None, typer.Argument(help="An export or a proof; without it, the database.")
    ] = None,
    key: _KeyFile = None,
    head: Annotated[
        list[Path] | None, typer.Option(metavar="FILE", help="Heads that were kept elsewhere.")
    ] = None,
) -> None:
    """Say whether the journal is as it was written; if not, what is wrong and where.

    The heads in the data folder are looked at too, when it is the database that is verified.
    """
    settings = load_settings()
    try:
        known = read_key(_text(key or settings.data / _PUBLIC))
        given = list(head or ()) + (_kept_here(settings) if file is None else [])
        heads = [read_checkpoint(_text(kept), known) for kept in given]
        lines = _lines(file) if file is not None else iter(())
        first = _first(lines) if file is not None else {}
        if "proof" in first:
            out.print(look_at_proof(json.dumps(first), known), markup=False)
            return
        rows, said = _rows(settings, lines if file is not None else None, first, known)
        report = verify(rows, known, [*heads, *said])
        if file is None:
            _remember(settings, report)
        _tell(report, known, has_heads=bool(heads))
    except UnreadableError as error:
        fail(str(error))


def _remember(settings: Settings, report: Report) -> None:
    """That the journal here was verified, for the page that tells it. What was found is said in any case."""
    ground = Installation(settings).ground
    found = Verified(ground.clock.now(), report.size, is_well=not report.faults)
    try:
        JournalKeeping(ground).verifications.keep(found)
    except SetupError as error:
        err.print(f"That it was verified is not noted. {error}", markup=False)


def _kept_here(settings: Settings) -> list[Path]:
    """Empty ones, which a full disk may have left, prove nothing."""
    return sorted(path for path in (settings.data / _HEADS).glob("*.txt") if path.stat().st_size)


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
        raise UnreadableError(_NO_JOURNAL) from None
    if not isinstance(told, dict):
        raise UnreadableError(_NO_JOURNAL)
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
