"""What can be done from a terminal? The `sendwell` command.

Exit status: 0 fine, 1 something at warn or above (or a failed self-test), 2 could not read.
"""

import json
import socket
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, TypeAlias

import typer
from rich.markup import escape
from rich.progress import track
from rich.table import Table
from typer.exceptions import Abort, TyperException

from app.api.logs import configure_logs
from app.api.replies import to_reply
from app.backup_commands import backup, restore
from app.bulletin_commands import bulletin
from app.compose.check_draft import check_draft
from app.compose.checked import Checked
from app.compose.summary import channels, in_full
from app.directory_commands import directory
from app.doctor import diagnose
from app.domain.calendar import LONDON
from app.domain.draft import Draft, Moment
from app.domain.errors import InputError, SendwellError
from app.domain.verdict import Severity
from app.journal_commands import journal
from app.key_commands import keys
from app.manifest_commands import manifest
from app.policy_commands import policy
from app.session_commands import sign_out
from app.settings import Settings, load_settings
from app.terminal import ATTENTION, UNREADABLE, err, fail, misused, out, speak_utf8
from app.wiring.installation import Installation
from app.wiring.places import VERSION

_Labelled: TypeAlias = tuple[str, Draft | InputError]

DRAIN_S = 10
"""How long requests in hand are waited for when the service is told to stop: a client may never end its."""
command = typer.Typer(
    name="sendwell",
    help="Checks drafts against the organisation's own e-communication policy.",
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"max_content_width": 120},
    rich_markup_mode=None,  # plain text, which a screen reader reads and a log keeps
)


@command.callback(invoke_without_command=True)
def top(
    called: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Say which version this is.")] = False,
) -> None:
    """Checks drafts against the organisation's own e-communication policy."""
    if version:
        out.print(f"sendwell {VERSION}", markup=False)
        raise SystemExit(0)
    if called.invoked_subcommand is None:
        out.print(called.get_help(), markup=False)
        raise SystemExit(UNREADABLE)


def main() -> None:
    """Run the command; every error we know becomes a sentence or two and status 2."""
    configure_logs("info")
    speak_utf8()
    try:
        left = command(standalone_mode=False)
    except SendwellError as error:
        fail(str(error))
    except (TyperException, Abort) as error:
        misused(error)
    raise SystemExit(left if isinstance(left, int) else 0)


@command.command()
def serve(
    host: Annotated[str | None, typer.Option(metavar="ADDRESS", help="Address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(metavar="NUMBER", help="Port to listen on.")] = None,
    workers: Annotated[int, typer.Option(min=1, metavar="NUMBER", help="Processes.")] = 1,
    sample: Annotated[
        bool, typer.Option("--sample", help="Serve the sample authority and the compose window.")
    ] = False,
) -> None:
    """Start the service."""
    import os  # noqa: PLC0415 - only here

    import uvicorn  # noqa: PLC0415 - slow to load, needed only here

    given: dict[str, Any] = {"host": host, "port": port, "sample": sample or None}
    settings = load_settings(None, **{name: value for name, value in given.items() if value is not None})
    if sample:
        os.environ["SENDWELL_SAMPLE"] = "true"  # the worker processes read their own settings
        os.environ["SENDWELL_PUBLIC_URL"] = settings.website or _own_address(settings)
    configure_logs(settings.log_level)
    Installation(settings).check_setup()
    _fail_unless_free(settings.host, settings.port)
    page = "try a draft in the browser" if settings.sample else "the service"
    err.print(f"Sendwell {VERSION}: {page} at http://{settings.host}:{settings.port}/")
    uvicorn.run(
        "app.main:create_served_app",
        factory=True,
        host=settings.host,
        port=settings.port,
        workers=workers,
        log_level=settings.log_level,
        log_config=None,  # ours: it waits for nobody, and repeats no words
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=DRAIN_S,
        timeout_worker_healthcheck=60,  # a worker that is still loading the models is not dead
    )


def _own_address(settings: Settings) -> str:
    """Where somebody who tries it out on this machine finds its website: files can be put there."""
    every = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}  # noqa: S104 - as it was asked for
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return f"http://{every.get(settings.host, host)}:{settings.port}"


def _fail_unless_free(host: str, port: int) -> None:
    """Say at once that nobody can listen there, and not after the models are loaded."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        socket.create_server((host, port), family=family).close()
    except OSError as error:
        why = (error.strerror or str(error)).partition(" (")[0].lower()
        fail(f"Port {port} of {host} cannot be had ({why}). Stop what uses it, or name another with --port.")


@command.command()
def check(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE...", help=".eml, .txt, .html, mbox, folders, or - for input."),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a draft, one line each.")] = False,
    pack: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Only these packs, in this order.")
    ] = None,
    at: Annotated[
        str | None, typer.Option(metavar="TIME", help="Sending time, for example 2026-11-20T17:00.")
    ] = None,
) -> None:
    """Check drafts in files. Nothing is kept."""
    settings = load_settings(packs=tuple(pack)) if pack else load_settings()
    made = Installation(settings)
    moment = _moment(at) if at is not None else None
    road = made.road(keeps_records=False)
    rows: list[tuple[str, Checked]] = []
    worst, unreadable, seen = Severity.CLEAR, 0, 0
    for label, draft in _with_progress(made.drafts(files, moment)):
        seen += 1
        if isinstance(draft, InputError):
            unreadable += 1
            err.print(f"{label}: {draft}", markup=False)
            continue
        checked = check_draft(draft, Moment.COMPOSE, road)
        worst = max(worst, checked.verdict.severity)
        if as_json:
            reply = to_reply(checked).model_dump(mode="json")
            print(json.dumps({"file": label, **reply}, ensure_ascii=False))  # noqa: T201 - the output
        else:
            rows.append((label, checked))
    if not seen:
        fail(f"no mail was found in {', '.join(map(str, files))}. Name .eml, .txt, .html or mbox files.")
    if rows:
        _show(rows)
    raise SystemExit(UNREADABLE if unreadable else ATTENTION if worst >= Severity.WARN else 0)


def _moment(at: str) -> datetime:
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        fail(f"--at {at!r} is not a time. Write it like 2026-11-20T17:00.")
    return moment if moment.tzinfo else moment.replace(tzinfo=LONDON)


def _with_progress(drafts: Iterator[_Labelled]) -> Iterator[_Labelled]:
    """A progress bar on a terminal, none in a pipe."""
    if not sys.stderr.isatty():
        return drafts
    return iter(track(drafts, description="Checking", console=err, transient=True))


def _show(rows: list[tuple[str, Checked]]) -> None:
    """One draft in full; several as a table and a summary."""
    if len(rows) == 1:
        out.print(in_full(*rows[0]), markup=False)
        return
    table = Table("File", "Verdict", "Route", "First advice", box=None, pad_edge=False)
    for label, checked in rows:
        verdict = checked.verdict
        first = verdict.advice[0].title if verdict.advice else ""
        table.add_row(escape(label), verdict.severity.value, channels(verdict.route), escape(first))
    counts = {s: sum(c.verdict.severity is s for _, c in rows) for s in Severity}
    said = ", ".join(f"{count} {severity.value}" for severity, count in counts.items() if count)
    out.print(table)
    out.print(f"{len(rows)} drafts: {said}", markup=False)


@command.command()
def doctor() -> None:
    """Say whether everything is well, and how to mend what is not."""
    found = list(diagnose(Installation(load_settings())))
    for one in found:
        out.print(f"{one.mark.value:4} {one.part}: {one.said}", markup=False)
    raise SystemExit(0 if all(one.is_well for one in found) else ATTENTION)


# In the order in which somebody who runs a service meets them; serve, check and doctor stand above.
command.command()(manifest)
command.add_typer(directory, name="directory")
command.add_typer(policy, name="policy")
command.add_typer(bulletin, name="bulletin")
command.add_typer(journal, name="journal")
command.command("backup")(backup)
command.command("restore")(restore)
command.add_typer(keys, name="keys")
command.command("sign-out")(sign_out)
