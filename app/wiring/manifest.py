"""How are the manifests made?

From the templates and the one source in ``manifest/``; they are looked at before they go out.
"""

import json
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid5

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from app.adapters.https_addresses import HttpsAddresses
from app.domain.caller import Role
from app.domain.errors import ManifestError, SettingsError
from app.manifest.addin import AddIn, parse_addin
from app.manifest.agreement import agreement_faults
from app.manifest.deployment import Deployment, deployment, is_this_machine
from app.manifest.made import Made
from app.manifest.outlook_rules import outlook_faults
from app.manifest.unified_rules import SCHEMA_VERSION, unified_faults
from app.manifest_ports import Addresses
from app.settings import PROJECT, Settings

FOLDER = PROJECT / "manifest"
ICONS = FOLDER / "icons"
SCRIPT = FOLDER / "register-app.sh"
_SCHEMA = f"schema/unified-{SCHEMA_VERSION}.json"
_WHERE = (
    "There is no manifest here yet, because nobody said where the add-in lives. Set SENDWELL_PAGES_URL to the"
    " address at which staff reach the service."
)
_ROLES = {
    Role.EDITOR: ("Bulletin editor", "Works at the bulletin desk."),
    Role.ADMINISTRATOR: ("Administrator", "Keeps the policy and the registers."),
    Role.REVIEWER: ("Reviewer", "Looks at flagged sends, of which no text is kept."),
    Role.SENDER: ("Sender", "Has mail checked."),
}


class Manifests:
    """Makes both manifests for this installation, or for any address."""

    def __init__(self, settings: Settings) -> None:
        """Nothing is read yet."""
        self._settings = settings

    def deployment(self, base_url: str, *, is_here: bool = False, **chosen: str | None) -> Deployment:
        """What a manifest at `base_url` is made for; what is not `chosen` is as the settings say.

        Raises:
            ManifestError: Outlook would not take it.
        """
        settings = self._settings
        return deployment(
            base_url,
            name=chosen.get("name") or settings.addin_name,
            version=chosen.get("version") or settings.addin_version or self.addin.version,
            given_id=chosen.get("given_id") or settings.addin_id or "",
            send_mode=chosen.get("send_mode") or settings.addin_send_mode,
            sign_in=self._sign_in,
            is_here=is_here,
        )

    def make(self, made_for: Deployment) -> Made:
        """Both manifests, filled; whether Outlook would take them, `faults` tells."""
        return Made(
            made_for,
            self.addin,
            outlook=self._filled("outlook.xml.j2", made_for),
            unified=json.dumps(
                json.loads(self._filled("unified.json.j2", made_for)), indent=2, ensure_ascii=False
            )
            + "\n",
            pictures=self._pictures,
            script=self._script,
        )

    def registration(self, made_for: Deployment) -> str:
        """What Microsoft Graph registers the app by, which people then sign in with."""
        settings = self._settings
        roles = [
            {"name": name, "value": getattr(settings, f"role_{role.value}"), "may": may}
            for role, (name, may) in _ROLES.items()
        ]
        filled = self._templates.get_template("app-registration.json.j2").render(
            made_for=made_for,
            scope=settings.sign_in_scope,
            roles=[role for role in roles if role["value"]],
            id_of=lambda word: str(uuid5(made_for.id, word)),
        )
        return json.dumps(json.loads(filled), indent=2, ensure_ascii=False) + "\n"

    def faults(self, made: Made) -> Iterator[str]:
        """What is wrong with them: by Outlook's rules, by Microsoft's schema, and beside each other."""
        yield from (f"manifest.xml: {fault}" for fault in outlook_faults(made))
        by_schema = [f"manifest.json: {fault}" for fault in self._schema_faults(made.unified)]
        yield from by_schema
        if not by_schema:
            yield from (f"manifest.json: {fault}" for fault in unified_faults(made))
            yield from agreement_faults(made)

    def checked(self, made_for: Deployment) -> Made:
        """Both manifests, if Outlook would take them.

        Raises:
            ManifestError: it would not; the message says why.
        """
        made = self.make(made_for)
        if faults := list(self.faults(made)):
            raise ManifestError("The manifests are not right. " + " ".join(faults))
        return made

    def served(self, said: str) -> Made:
        """What the service answers with: at the address in the settings, or, for trying it out, at `said`.

        Raises:
            ManifestError: nobody said where the add-in lives, or Outlook would not take it.
        """
        return self._at_pages if self.has_address else self.make(self._here(said))

    def address(self, said: str) -> str:
        """Where what is `served` says that the add-in lives; empty where that cannot be said."""
        try:
            return self.base_url if self.has_address else self._here(said).base_url
        except ManifestError:
            return ""

    def _here(self, said: str) -> Deployment:
        if is_this_machine(said):
            with suppress(ManifestError):
                return self.deployment(said, is_here=True)
        raise ManifestError(_WHERE)

    @property
    def has_address(self) -> bool:
        """Whether the settings say where people reach the add-in, and not only this machine."""
        pages = self._settings.pages
        return bool(pages) and not is_this_machine(pages)

    @cached_property
    def _at_pages(self) -> Made:
        return self.checked(self.deployment(self._settings.pages))

    @property
    def base_url(self) -> str:
        """Where the add-in lives; empty as long as Outlook could not load it there."""
        try:
            return self.deployment(self._settings.pages).base_url
        except ManifestError:
            return ""

    @cached_property
    def addresses(self) -> Addresses:
        """Asks the add-in's addresses as an Outlook would."""
        return HttpsAddresses()

    @cached_property
    def addin(self) -> AddIn:
        """The one source. Raises SettingsError."""
        return parse_addin(_text(FOLDER / "addin.yaml"))

    @property
    def is_built(self) -> bool:
        """Whether the pages of the add-in are there, so that its bundle could be looked at."""
        return self._script is not None

    @property
    def _sign_in(self) -> str:
        """Where the pane's dialog goes to sign somebody in."""
        authority = self._settings.sign_in_authority if self._settings.sign_in != "local" else None
        parts = urlsplit(authority or "")
        return f"{parts.scheme}://{parts.netloc}" if authority else ""

    def _filled(self, template: str, made_for: Deployment) -> str:
        addin = self.addin
        return self._templates.get_template(template).render(
            made_for=made_for,
            addin=addin,
            at=lambda name: made_for.at(addin.addresses[name]),
            icon=lambda size: made_for.at(f"{addin.addresses['icons']}icon-{size}.png"),
        )

    @cached_property
    def _templates(self) -> Environment:
        return Environment(
            loader=FileSystemLoader(FOLDER),
            autoescape=True,
            undefined=StrictUndefined,
            keep_trailing_newline=True,
        )

    @cached_property
    def _pictures(self) -> dict[str, bytes]:
        return {file.name: file.read_bytes() for file in sorted(ICONS.glob("*.png"))}

    @property
    def _script(self) -> str | None:
        script = self._settings.ui_folder / self.addin.addresses["launch_script"].rpartition("/")[2]
        return script.read_text(encoding="utf-8") if script.is_file() else None

    def _schema_faults(self, unified: str) -> Iterator[str]:
        for error in self._schema.iter_errors(json.loads(unified)):
            place = "/".join(map(str, error.instance_path))
            yield f"{place or 'the whole'}: {error.message}"

    @cached_property
    def _schema(self) -> Any:
        import jsonschema_rs  # noqa: PLC0415 - no other command needs it

        return jsonschema_rs.validator_for(json.loads(_text(FOLDER / _SCHEMA)), validate_formats=True)


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except OSError as error:
        raise SettingsError(f"{file} cannot be read ({error.strerror}). Install Sendwell again.") from error
