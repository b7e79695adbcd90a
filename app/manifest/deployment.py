"""For whom is a manifest made: where does the add-in live, under which name, how firmly does it hold?

Everything is looked at here, before anything is written: what the admin centre or Outlook would refuse later,
mostly without saying why, is refused now with what to do.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit
from uuid import NAMESPACE_URL, UUID, uuid5

from app.domain.errors import ManifestError

LONGEST_NAME = 30
"""Characters: the unified form's short name; the other form would take 125."""
_VERSION = re.compile(r"(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})")
_HOST = re.compile(r"(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*")
_EXAMPLE = "Write it like https://sendwell.council.example"


class SendMode(StrEnum):
    """What Outlook lets people do when a check says no.

    There is no third, `block`: it keeps everybody from sending while the service is away.
    """

    PROMPT_USER = "prompt-user"
    SOFT_BLOCK = "soft-block"

    @property
    def outlook(self) -> str:
        """As the add-in-only form calls it."""
        return "".join(word.capitalize() for word in self.value.split("-"))

    @property
    def unified(self) -> str:
        """As the unified form calls it."""
        return self.outlook[0].lower() + self.outlook[1:]


@dataclass(frozen=True, slots=True)
class Deployment:
    """What differs between two organisations' manifests.

    `base_url` is scheme and host (and port), without a slash at its end. `version` has three parts. `sign_in`
    is the origin at which people sign in; empty where they do not.
    """

    base_url: str
    id: UUID
    name: str
    send_mode: SendMode
    version: str
    sign_in: str = ""

    @property
    def unified_id(self) -> UUID:
        """The unified form must go by another id than the one it stands in for."""
        return uuid5(self.id, "unified")

    @property
    def domains(self) -> tuple[str, ...]:
        """Where its pages may go: our own host too, or a dialog that is opened outside the pane may not."""
        return tuple(filter(None, (self.base_url, self.sign_in)))

    @property
    def hosts(self) -> tuple[str, ...]:
        """The same, without their scheme."""
        return tuple(urlsplit(domain).netloc for domain in self.domains)

    def at(self, path: str) -> str:
        """The address of a path of ours."""
        return self.base_url + path


def deployment(  # noqa: PLR0913 - one parameter a choice, all by name
    base_url: str,
    *,
    name: str,
    version: str,
    given_id: str = "",
    send_mode: str = SendMode.PROMPT_USER,
    sign_in: str = "",
    is_here: bool = False,
) -> Deployment:
    """What a manifest is made for. `is_here` allows this machine's own names, for trying it out.

    Raises:
        ManifestError: Outlook would take none of it; the message says what to do.
    """
    base = _base(base_url, is_here=is_here)
    if send_mode not in set(SendMode):
        raise ManifestError(
            f"{send_mode} is no send mode. Choose prompt-user, or soft-block for an organisation whose rules"
            " must hold. Block is not offered: nobody could send while the service is away."
        )
    return Deployment(
        base_url=base,
        id=_id(given_id) if given_id else uuid5(NAMESPACE_URL, base),
        name=_name(name),
        send_mode=SendMode(send_mode),
        version=_version(version),
        sign_in=sign_in,
    )


def is_this_machine(address: str) -> bool:
    """Whether a web address is one of this computer alone."""
    try:
        return _is_this_machine((urlsplit(address).hostname or "").lower())
    except ValueError:
        return False


def _base(given: str, *, is_here: bool) -> str:
    """Scheme, host and port. Raises ManifestError."""
    try:
        parts = urlsplit(given)
        port = parts.port
    except ValueError:
        raise ManifestError(f"{given} is not a web address. {_EXAMPLE}.") from None
    host = (parts.hostname or "").lower()
    if given and parts.scheme.lower() != "https" and not (is_here and parts.scheme.lower() == "http"):
        raise ManifestError(
            f"Outlook loads add-ins by https only, and {given} has no https:// at its beginning. {_EXAMPLE};"
            " the certificate must be one that your computers trust."
        )
    if wrong := _wrong_beyond_host(given, parts) or _wrong_host(host, is_here=is_here):
        raise ManifestError(wrong)
    written = f"[{host}]" if ":" in host else host
    is_usual = port in {None, 443 if parts.scheme.lower() == "https" else 80}
    return f"{parts.scheme.lower()}://{written}" + ("" if is_usual else f":{port}")


def _wrong_beyond_host(given: str, parts: SplitResult) -> str:
    if "@" in parts.netloc:
        return f"The address must hold no name or password. {_EXAMPLE}."
    if parts.path == "/":
        return f"{given} ends with a slash. Leave it out: {given.rstrip('/')}"
    if parts.path or "?" in given or "#" in given:
        return (
            f"{given} goes on after the host. Sendwell answers at the root of its host, and so must the file"
            f" that classic Outlook looks for there: give the host alone. {_EXAMPLE}."
        )
    return ""


def _wrong_host(host: str, *, is_here: bool) -> str:
    if not host:
        return f"There is no host in the address. {_EXAMPLE}."
    if not _is_address(host) and not _HOST.fullmatch(host):
        return (
            f"{host} is not the name of a host as Outlook takes it: letters a to z, digits, hyphens and full"
            f" stops; a name in another script in its xn-- form. {_EXAMPLE}."
        )
    if not is_here and _is_this_machine(host):
        return (
            f"{host} is this computer, to everybody’s Outlook another one. Give the name that your staff’s"
            " computers reach, or add --local to try it out on this one."
        )
    return ""


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _is_this_machine(host: str) -> bool:
    if _is_address(host):
        address = ip_address(host)
        return address.is_loopback or address.is_unspecified
    return host == "localhost" or host.endswith(".localhost")


def _id(given: str) -> UUID:
    try:
        found = UUID(given)
    except ValueError:
        found = UUID(int=0)
    if not found.int:
        raise ManifestError(
            f"{given} is not an id. Give one like 3f2b8c1e-0d4a-4c9b-9a57-6f1e2d3c4b5a, or leave --id out: it"
            " is then made from the address, the same every time."
        )
    return found


def _name(given: str) -> str:
    name = given.strip()
    if not name:
        raise ManifestError("The add-in needs a name: what people see on its button and above its alerts.")
    if len(name) > LONGEST_NAME:
        raise ManifestError(
            f"The name has {len(name)} characters, and Outlook takes {LONGEST_NAME}. Shorten it:"
            f" {name[:LONGEST_NAME].rstrip()}"
        )
    if not name.isprintable():
        raise ManifestError("The name holds a line break or a character that nobody sees. Take it out.")
    return name


def _version(given: str) -> str:
    if not _VERSION.fullmatch(given) or given.startswith("0."):
        raise ManifestError(
            f"{given} is not a version that Outlook takes. Write three numbers, 1.0.0 or higher, and raise it"
            " with every change: the admin centre takes an update only under a higher one."
        )
    return given
