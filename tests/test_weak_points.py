"""The doctor finds what makes an installation weak; what is strong it lets be."""

import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pydantic import SecretStr

from app.settings import Settings, load_settings
from app.wiring.backup import Backups, WhichKeys
from app.wiring.ground import Ground
from app.wiring.room import weak_folders
from app.wiring.weak_points import Weak, weak_keys, weak_settings
from tests.fakes import FakeClock

NOW = datetime.now(UTC)
AUTHORITY = "https://login.example/tenant"


@pytest.fixture
def ground(tmp_path: Path) -> Callable[..., Ground]:
    def made(**more: object) -> Ground:
        settings = load_settings({}, **{"data": tmp_path / "data", "keys_folder": tmp_path / "keys", **more})
        made = Ground(settings, FakeClock(NOW))
        _ = made.engine, made.journal_key, made.keys
        return made

    return made


def said(found: list[Weak]) -> str:
    return "; ".join(weak.said for weak in found if weak.is_serious)


def test_an_ordinary_installation_has_no_weak_keys(ground: Callable[..., Ground]) -> None:
    assert weak_keys(ground()) == []


@pytest.mark.parametrize(
    "name", ["keys/sendwell.key", "keys/journal.key", "keys/keys/0002-2026-11-21.key", "data/sendwell.db"]
)
@pytest.mark.parametrize("mode", [0o640, 0o604])
def test_what_others_can_read(ground: Callable[..., Ground], tmp_path: Path, name: str, mode: int) -> None:
    made = ground()
    made.keys.add(datetime(2026, 11, 21, tzinfo=UTC).date())
    (tmp_path / name).chmod(mode)

    assert f"chmod 600 {tmp_path / name}" in said(weak_keys(made))


@pytest.mark.parametrize("name", ["keys", "data"])
def test_a_folder_that_others_can_put_files_into(
    ground: Callable[..., Ground], tmp_path: Path, name: str
) -> None:
    made = ground()
    (tmp_path / name).chmod(0o770)

    assert f"chmod 700 {tmp_path / name}" in said(weak_keys(made))


def test_a_folder_that_cannot_be_written_to(tmp_path: Path) -> None:
    settings = load_settings({}, data=Path("/proc/sys"), database_url=SecretStr(f"sqlite:///{tmp_path}/a.db"))

    assert said(list(weak_folders(Ground(settings, FakeClock(NOW))))).startswith(
        "/proc/sys cannot be written"
    )


@pytest.mark.parametrize(("free", "marks"), [(10**11, []), (10**9, [False]), (10**8, [True])])
def test_a_disk_that_is_filling(
    ground: Callable[..., Ground], free: int, marks: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=free))

    assert [weak.is_serious for weak in weak_folders(ground())] == marks


@pytest.mark.parametrize(
    ("days", "said", "is_serious"),
    [(None, "none was made", False), (3, "", False), (9, "made 9 days ago", True)],
)
def test_how_old_the_last_backup_is(
    ground: Callable[..., Ground], tmp_path: Path, days: int | None, said: str, is_serious: bool
) -> None:
    """It is serious once others work here."""
    made = ground(sign_in="oidc", sign_in_authority=AUTHORITY)
    backups = Backups(made)
    if days is not None:
        backups.make(tmp_path / "copy", WhichKeys.APART, "", lambda *_: None)
        then = (NOW - timedelta(days=days, minutes=5)).timestamp()
        os.utime(tmp_path / "data" / "backup-made", (then, then))

    found = list(backups.weak())
    assert [(said in weak.said, weak.is_serious) for weak in found] == [(True, is_serious)] * bool(said)


def test_nobody_waits_a_week_in_vain_for_a_first_backup(
    ground: Callable[..., Ground], tmp_path: Path
) -> None:
    made = ground(sign_in="oidc", sign_in_authority=AUTHORITY)
    then = (NOW - timedelta(days=8)).timestamp()
    os.utime(tmp_path / "keys" / "sendwell.key", (then, then))

    assert "none was made" in said(list(Backups(made).weak()))


def test_secrets_that_others_can_read(
    ground: Callable[..., Ground], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "secrets").mkdir()
    (tmp_path / "secrets" / "sendwell_smtp_password").write_text("x" * 20)
    (tmp_path / "secrets" / "sendwell_smtp_password").chmod(0o644)
    monkeypatch.setenv("SENDWELL_SECRETS", str(tmp_path / "secrets"))

    assert "sendwell_smtp_password can be read" in said(weak_keys(ground()))


@pytest.mark.parametrize("key", [b"\0" * 32, b"changeme" * 4, b"a key of thirty-two bytes length"])
def test_a_key_that_somebody_typed(ground: Callable[..., Ground], tmp_path: Path, key: bytes) -> None:
    (tmp_path / "keys").mkdir(mode=0o700)
    (tmp_path / "keys" / "sendwell.key").write_bytes(key)
    (tmp_path / "keys" / "sendwell.key").chmod(0o600)

    assert "not made at random" in said(weak_keys(ground()))


def test_keys_beside_the_database(ground: Callable[..., Ground]) -> None:
    (tried,) = weak_keys(ground(keys_folder=None))
    served = weak_keys(ground(keys_folder=None, sign_in="oidc", sign_in_authority=AUTHORITY))

    assert ("SENDWELL_KEYS_FOLDER" in tried.said, tried.is_serious) == (True, False)
    assert "SENDWELL_KEYS_FOLDER" in said(served)


def test_a_key_that_is_old(ground: Callable[..., Ground], tmp_path: Path) -> None:
    made = ground()
    before = (NOW - timedelta(days=401)).timestamp()
    os.utime(tmp_path / "keys" / "sendwell.key", (before, before))
    assert ["keys rotate" in weak.said for weak in weak_keys(made)] == [True]
    made.keys.add((NOW - timedelta(days=401)).date())
    assert ["keys rotate" in weak.said for weak in weak_keys(made)] == [True]
    made.keys.add(NOW.date())
    assert weak_keys(made) == []


@pytest.mark.parametrize("setting", ["sign_in_certificate_file", "graph_certificate_file", "dkim_key_file"])
@pytest.mark.parametrize(("mode", "is_weak"), [(0o640, True), (0o400, False)])
def test_a_key_in_a_file_of_ones_own(
    ground: Callable[..., Ground], tmp_path: Path, setting: str, mode: int, is_weak: bool
) -> None:
    file = tmp_path / "own.pem"
    file.touch(mode)
    file.chmod(mode)

    assert (f"chmod 600 {file}" in said(weak_keys(ground(**{setting: file})))) is is_weak


@pytest.mark.parametrize(("bits", "is_weak"), [(1024, True), (2048, False)])
def test_a_short_dkim_key(ground: Callable[..., Ground], tmp_path: Path, bits: int, is_weak: bool) -> None:
    file = tmp_path / "dkim.pem"
    key = rsa.generate_private_key(65537, bits)
    file.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    file.chmod(0o600)

    assert ("DKIM key" in said(weak_keys(ground(dkim_key_file=file)))) is is_weak


def settings(**given: object) -> Settings:
    return load_settings({}, **given)


WEAK: dict[str, tuple[dict[str, object], str]] = {
    "SMTP in the clear": (
        {"publisher": "smtp", "smtp_host": "mail.council.example", "smtp_security": "none"},
        "SMTP_SECURITY",
    ),
    "a database far away": ({"database_url": SecretStr("postgresql://u@db.example/s")}, "sslmode"),
    "one that may fall back": (
        {"database_url": SecretStr("postgresql://u@db.example/s?sslmode=prefer")},
        "sslmode",
    ),
    "several far away": (
        {"database_url": SecretStr("postgresql://u@/s?host=db1.example,db2.example&port=5432,5432")},
        "sslmode",
    ),
    "a usual password in the query": (
        {"database_url": SecretStr("postgresql://u@localhost/s?password=changeme")},
        "short or a usual",
    ),
    "a usual password": (
        {"database_url": SecretStr("postgresql://u:changeme@localhost/s")},
        "short or a usual",
    ),
    "a short password": ({"smtp_password": SecretStr("aB3$x")}, "short or a usual"),
    "a scanner far away": ({"clamd": "tcp:scan.example:3310"}, "virus scanner"),
    "pages without TLS": ({"public_url": "http://bulletin.council.example"}, "cookies"),
    "the sample served": ({"sample": True, "sign_in": "oidc", "sign_in_authority": AUTHORITY}, "SAMPLE"),
}
STRONG: dict[str, dict[str, object]] = {
    "as shipped": {},
    "SMTP on this machine": {"publisher": "smtp", "smtp_host": "localhost", "smtp_security": "none"},
    "SMTP by STARTTLS": {"publisher": "smtp", "smtp_host": "mail.council.example"},
    "a database on this machine": {"database_url": SecretStr("postgresql://u@localhost/s")},
    "one by a socket": {"database_url": SecretStr("postgresql:///s?host=/run/postgresql")},
    "one by TLS": {
        "database_url": SecretStr("postgresql://u:Wq8-kd72-mmVz@db.example/s?sslmode=verify-full")
    },
    "a scanner on this machine": {"clamd": "tcp:127.0.0.1:3310"},
    "pages by TLS": {"public_url": "https://bulletin.council.example"},
    "the sample tried out": {"sample": True, "public_url": "http://localhost:8800"},
}


@pytest.mark.parametrize("name", WEAK)
def test_a_weak_setting_is_found(name: str) -> None:
    given, words = WEAK[name]

    assert words in said(weak_settings(settings(**given)))


@pytest.mark.parametrize("name", STRONG)
def test_a_strong_one_is_let_be(name: str) -> None:
    assert said([weak for weak in weak_settings(settings(**STRONG[name])) if "crash" not in weak.said]) == ""


def test_a_crash_that_may_leave_something(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.wiring.weak_points.are_core_dumps_forbidden", lambda: False)

    assert "crash" in said(weak_settings(settings()))


def test_debug_and_a_secret_in_the_environment_are_remarks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.wiring.weak_points.are_core_dumps_forbidden", lambda: True)
    monkeypatch.setenv("SENDWELL_SMTP_PASSWORD", "a-long-random-one")
    found = weak_settings(settings(log_level="debug", smtp_password=SecretStr("a-long-random-one")))

    assert [
        ("LOG_LEVEL" in weak.said or "SENDWELL_SECRETS" in weak.said, weak.is_serious) for weak in found
    ] == [(True, False)] * 2


def test_a_database_whose_certificate_nobody_looks_at_is_worth_a_remark() -> None:
    found = weak_settings(settings(database_url=SecretStr("postgresql://u@db.example/s?sslmode=require")))

    assert [one.is_serious for one in found if "whose database it is" in one.said] == [False]
