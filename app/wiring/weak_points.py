"""What makes this installation weaker than it could be: its keys, its files, its settings?

Each is one function that says what it found and how to mend it. What is serious only where others can reach
the service is a remark where Sendwell is tried out on one computer.
"""

import os
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from app.adapters.core_dumps import are_core_dumps_forbidden
from app.settings import LOOPBACK, Settings
from app.wiring.ground import Ground

_OLD_AFTER = timedelta(days=400)
_LEAST_DIFFERENT = 12
"""Of 32 random bytes fewer different ones than so many come up once in 10^17."""
_LEAST_RSA_BITS = 2048
_SHORTEST = 12
_USUAL = ("password", "changeme", "change-me", "secret", "sendwell", "12345678", "letmein", "example")
_SECRETS = ("database_url", "sign_in_secret", "smtp_password", "graph_secret")
_SURE_TLS = frozenset({"require", "verify-ca", "verify-full"})


@dataclass(frozen=True, slots=True)
class Weak:
    """One weak point, and what mends it."""

    said: str
    is_serious: bool = True


def weak_keys(ground: Ground) -> list[Weak]:
    """Of the keys and of the files that hold what is private. Raises SetupError when a key is damaged."""
    looks: Sequence[Callable[[Ground], Iterator[Weak]]] = (_rights, _not_random, _beside, _old, _dkim)
    return [weak for look in looks for weak in look(ground)]


def weak_settings(settings: Settings) -> list[Weak]:
    """Of the settings."""
    looks = (_tls, _addresses, _trying_out, _secrets, _crashes)
    return [weak for look in looks for weak in look(settings)]


def _rights(ground: Ground) -> Iterator[Weak]:
    settings = ground.settings
    files = [*settings.keys.glob("*.key"), *(settings.keys / "keys").rglob("*.key")]
    named = (settings.dkim_key_file, settings.sign_in_certificate_file, settings.graph_certificate_file)
    files += [path for path in named if path]
    if settings.database.startswith("sqlite:///"):
        files.append(Path(settings.database.removeprefix("sqlite:///")))
    secrets = os.environ.get("SENDWELL_SECRETS")
    files += [path for path in Path(secrets).glob("*") if path.is_file()] if secrets else []
    for folder in dict.fromkeys((settings.data, settings.keys)):
        if folder.exists() and stat.S_IMODE(folder.stat().st_mode) & 0o022:
            yield Weak(f"others on this machine can put files into {folder}. Run: chmod 700 {folder}")
    for path in files:
        if path.exists() and stat.S_IMODE(path.stat().st_mode) & 0o077:
            yield Weak(f"{path} can be read by others on this machine. Run: chmod 600 {path}")


def _not_random(ground: Ground) -> Iterator[Weak]:
    for key in ground.keys.all():
        if len(set(key.secret)) < _LEAST_DIFFERENT or key.secret.isascii():
            yield Weak(f"{key.label} was not made at random. Run: sendwell keys rotate")


def _beside(ground: Ground) -> Iterator[Weak]:
    settings = ground.settings
    if settings.database.startswith("sqlite:///"):
        database = Path(settings.database.removeprefix("sqlite:///")).parent.resolve()
        if settings.keys.resolve().is_relative_to(database):
            yield Weak(
                "the keys lie beside the database, so a copy of the folder gives both. Move them, and set"
                " SENDWELL_KEYS_FOLDER",
                is_serious=_is_served(settings),
            )


def _old(ground: Ground) -> Iterator[Weak]:
    newest = ground.keys.newest()
    day = ground.keys.made_on(newest)
    file = ground.settings.keys / newest.label
    made = (
        datetime(day.year, day.month, day.day, tzinfo=UTC)
        if day
        else datetime.fromtimestamp(file.stat().st_mtime, UTC)
    )
    if ground.clock.now() - made > _OLD_AFTER:
        yield Weak(f"{newest.label} is more than a year old. Run: sendwell keys rotate", is_serious=False)


def _dkim(ground: Ground) -> Iterator[Weak]:
    file = ground.settings.dkim_key_file
    try:
        key = load_pem_private_key(file.read_bytes(), None) if file else None
    except (OSError, ValueError, TypeError):
        return  # what carries the mail says so itself
    if isinstance(key, RSAPrivateKey) and key.key_size < _LEAST_RSA_BITS:
        yield Weak(f"the DKIM key has {key.key_size} bits. Make one of {_LEAST_RSA_BITS} or more")


def _tls(settings: Settings) -> Iterator[Weak]:
    if settings.publisher == "smtp" and settings.smtp_security == "none" and not _is_here(settings.smtp_host):
        yield Weak("mail goes to the mail server in the clear. Set SENDWELL_SMTP_SECURITY to starttls or tls")
    yield from _database_tls(settings.database)
    clamd = settings.clamd or ""
    if clamd.startswith("tcp:") and not _is_here(clamd[4:].rpartition(":")[0].strip("[]")):
        yield Weak("documents go to the virus scanner in the clear. Let clamd listen on this machine")


def _database_tls(address: str) -> Iterator[Weak]:
    """Its hosts may stand in the query, too, several in a row; a path is a socket of this machine."""
    place, said = urlsplit(address), parse_qs(urlsplit(address).query)
    hosts = [place.hostname or "", *(host for part in said.get("host", ()) for host in part.split(","))]
    is_away = any(not _is_here(host) and not host.startswith("/") for host in hosts)
    if not place.scheme.startswith("postgres") or not is_away:
        return
    how = said.get("sslmode", [""])[0]
    if how not in _SURE_TLS:
        yield Weak("the database may be spoken to in the clear. Set sslmode=verify-full in its address")
    elif how == "require":
        yield Weak(
            "whose database it is that answers is not looked at. Set sslmode=verify-full in its address",
            is_serious=False,
        )


def _addresses(settings: Settings) -> Iterator[Weak]:
    for name in ("public_url", "pages_url"):
        given = urlsplit(getattr(settings, name) or "")
        if given.scheme == "http" and not _is_here(given.hostname):
            yield Weak(
                f"SENDWELL_{name.upper()} begins with http, so cookies go without protection and what schools"
                " read can be changed on its way. Serve it by https"
            )


def _trying_out(settings: Settings) -> Iterator[Weak]:
    if settings.sample and _is_served(settings):
        yield Weak("the sample authority is served beside the real one. Take SENDWELL_SAMPLE out")
    if settings.log_level == "debug":
        yield Weak(
            "everything is logged (no draft text ever). Set SENDWELL_LOG_LEVEL to info", is_serious=False
        )


def _secrets(settings: Settings) -> Iterator[Weak]:
    for name in _SECRETS:
        secret = getattr(settings, name)
        value = secret.get_secret_value() if secret else ""
        variable = f"SENDWELL_{name.upper()}"
        word = _password_in(value) if name == "database_url" else value
        if word and (word.lower() in _USUAL or (len(word) < _SHORTEST and name != "sign_in_secret")):
            yield Weak(f"the password in {variable} is short or a usual one. Choose another")
        if word and variable in os.environ:
            yield Weak(
                f"{variable} would be safer in a file than in the environment: set SENDWELL_SECRETS",
                is_serious=False,
            )


def _password_in(address: str) -> str:
    place = urlsplit(address)
    return place.password or parse_qs(place.query).get("password", [""])[0]


def _crashes(_: Settings) -> Iterator[Weak]:
    if not are_core_dumps_forbidden():
        yield Weak("a crash may write drafts from memory to a file, which this system does not let us forbid")


def _is_served(settings: Settings) -> bool:
    """Others can reach it."""
    return settings.sign_in != "local"


def _is_here(host: str | None) -> bool:
    return host is None or host in LOOPBACK or host == ""
