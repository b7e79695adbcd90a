"""What can be done with the manifests from a terminal? `sendwell manifest`.

Both are made, looked at by Outlook's rules and Microsoft's schema, and written with everything else that the
deployment needs; nothing is sent anywhere.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from app.manifest.agreement import addresses_of
from app.manifest.deployment import Deployment
from app.manifest.made import ALLOWED, Made
from app.settings import load_settings
from app.terminal import err, fail, out
from app.wiring.manifest import SCRIPT, Manifests

_WHAT: Mapping[str, str] = {
    "manifest.xml": "for the admin centre: every Outlook",
    "manifest.json": "the unified form, for reading",
    "sendwell-unified.zip": "for the admin centre: web, new and newer classic Outlook only",
    "microsoft-officeaddins-allowed.json": f"what the service answers at {ALLOWED}",
    "icons/": "what the manifests and the package show",
    "app-registration.json": "what Microsoft Entra is told",
    "register-app.sh": "tells it, in Azure Cloud Shell",
}


def manifest(  # noqa: PLR0913, PLR0917 - one parameter an option
    base_url: Annotated[
        str | None,
        typer.Option(help="Where staff reach the service: https://HOST. SENDWELL_PAGES_URL if not given."),
    ] = None,
    to: Annotated[Path | None, typer.Option("--out", help="Folder to write to; made if need be.")] = None,
    send_mode: Annotated[str | None, typer.Option(help="prompt-user (default) or soft-block.")] = None,
    name: Annotated[str | None, typer.Option(help="Name on the button and above the alerts.")] = None,
    given_id: Annotated[
        str | None, typer.Option("--id", help="Id of the add-in; made from the address if not given.")
    ] = None,
    version: Annotated[str | None, typer.Option(help="Version of the manifest, like 1.0.1.")] = None,
    local: Annotated[
        bool, typer.Option("--local", help="Allow this machine's own names, to try it out.")
    ] = False,
) -> None:
    """Make both manifests, the icons and the app package; look at them by Outlook's rules."""
    settings = load_settings()
    address = base_url if base_url is not None else settings.pages
    if not address:
        fail("where do staff reach the service? Give --base-url https://HOST, or set SENDWELL_PAGES_URL.")
    manifests = Manifests(settings)
    made_for = manifests.deployment(
        address, is_here=local, send_mode=send_mode, name=name, given_id=given_id, version=version
    )
    made = manifests.make(made_for) if local else manifests.checked(made_for)
    if local and (faults := list(manifests.faults(made))):
        err.print(f"To try out only; a real Outlook would say: {faults[0]}", markup=False)
    files = {
        **made.files,
        "app-registration.json": manifests.registration(made_for).encode(),
        "register-app.sh": SCRIPT.read_bytes(),
    }
    _tell(made_for, made, is_built=manifests.is_built)
    if to is None:
        out.print("Nothing is written. To write it, name a folder: --out FOLDER", markup=False)
        return
    _write(to, files)


def _tell(made_for: Deployment, made: Made, *, is_built: bool) -> None:
    out.print(
        f"{made_for.name} {made_for.version} at {made_for.base_url}, send mode {made_for.send_mode.value}\n"
        f"  id {made_for.id} (manifest.xml), {made_for.unified_id} (unified)\n"
        f"  {len(addresses_of(made))} addresses of the service; `sendwell doctor` asks each of them",
        markup=False,
    )
    if not is_built:
        err.print(
            "note: the pages are not built, so nobody looked whether they have what the manifests call."
            " Run: make ui",
            markup=False,
        )


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    try:
        for name, content in files.items():
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
    except OSError as error:
        fail(f"{folder} cannot be written to ({error.strerror}). Name a folder of your own: --out FOLDER")
    out.print(f"Written to {folder}:", markup=False)
    for name, what in _WHAT.items():
        out.print(f"  {name:36} {what}", markup=False)
    out.print("docs/deploy.md says what comes next.", markup=False)
