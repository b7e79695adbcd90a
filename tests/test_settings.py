"""Settings: what is accepted, and what is refused by name."""

from pathlib import Path

import pytest

from app.domain.errors import SettingsError
from app.settings import load_settings


def test_defaults_are_good_for_trying_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SENDWELL_DATA", raising=False)
    settings = load_settings({})

    assert settings.host == "127.0.0.1"
    assert settings.packs[0] == "kent-schools"


def test_lists_are_written_with_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SENDWELL_OWN_DOMAINS", "a.example, b.example,")

    assert load_settings().own_domains == ("a.example", "b.example")


def test_a_suffix_may_be_written_with_its_dot(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SENDWELL_SCHOOL_SUFFIXES", ".Sch.UK,schools.example")

    assert load_settings().school_suffixes == ("sch.uk", "schools.example")


def test_an_unknown_name_is_refused_and_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SENDWELL_PROT", "1")

    with pytest.raises(SettingsError, match="SENDWELL_PROT"):
        load_settings()


def test_a_wrong_value_names_its_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SENDWELL_PORT", "eighty")

    with pytest.raises(SettingsError, match="SENDWELL_PORT"):
        load_settings()


def test_secrets_come_from_files_and_are_not_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sendwell_database_url").write_text("postgresql://u:hunter2@h/d")
    monkeypatch.setenv("SENDWELL_SECRETS", str(tmp_path))
    settings = load_settings()

    assert settings.database_url is not None
    assert settings.database_url.get_secret_value().endswith("hunter2@h/d")
    assert "hunter2" not in repr(settings)


@pytest.mark.parametrize("written", ["@council.example", "Council.Example.", "*.council.example"])
def test_a_domain_may_be_written_in_the_usual_ways(written: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SENDWELL_OWN_DOMAINS", written)

    assert load_settings().own_domains == ("council.example",)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("OWN_DOMAINS", "council.example;other.example"),
        ("OWN_DOMAINS", "council.example other.example"),
        ("OWN_DOMAINS", "https://council.example"),
        ("SCHOOL_SUFFIXES", "p.shah@oak.sch.uk"),
        ("BULK_SENDERS", "Communications Team"),
    ],
)
def test_what_would_never_be_met_is_refused(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"SENDWELL_{name}", value)

    with pytest.raises(SettingsError, match=f"SENDWELL_{name}.* is no (mail domain|address)"):
        load_settings()


def test_of_an_address_in_confidence_its_name_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SENDWELL_CONFIDENTIAL_ADDRESSES", "dsl@council.example, mash")

    assert load_settings().confidential_addresses == ("dsl", "mash")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("sendwell_databse_url", b"postgresql://u@h/d", "Did you mean sendwell_database_url"),
        ("database_url", b"postgresql://u@h/d", "Rename it to sendwell_database_url"),
        ("sendwell_database_url", b" \n", "is empty"),
        ("sendwell_database_url", b"postgresql://\xe9", "UTF-8"),
    ],
)
def test_a_secret_that_would_count_as_not_set_is_refused(
    name: str, content: bytes, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The service would start with another database."""
    (tmp_path / name).write_bytes(content)
    monkeypatch.setenv("SENDWELL_SECRETS", str(tmp_path))

    with pytest.raises(SettingsError, match=said):
        load_settings()


def test_what_lies_beside_the_secrets_is_let_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("sign-in.pem", "sendwell_smtp_password.old", ".sendwell_smtp_password.swp"):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "sendwell_smtp_password").write_bytes(b"a password\r\n")
    monkeypatch.setenv("SENDWELL_SECRETS", str(tmp_path))
    settings = load_settings()

    assert settings.smtp_password is not None
    assert settings.smtp_password.get_secret_value() == "a password"


def test_a_folder_of_secrets_that_is_not_there_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SENDWELL_SECRETS", str(tmp_path / "secret"))

    with pytest.raises(SettingsError, match=r"SENDWELL_SECRETS .* cannot be read"):
        load_settings()


def test_a_secret_that_lies_elsewhere_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "secrets"
    folder.mkdir()
    (tmp_path / "url").write_text("postgresql://u@h/d")
    (folder / "sendwell_database_url").symlink_to(tmp_path / "url")
    monkeypatch.setenv("SENDWELL_SECRETS", str(folder))

    with pytest.raises(SettingsError, match="leads out of its folder"):
        load_settings()


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("PORT", "88000", "65535 or less is needed"),
        ("LOG_LEVEL", "INFO", "one of 'debug', 'info', 'warning' or 'error' is needed"),
        ("PAGES_URL", "https://council.example/sendwell", "such as https://sendwell.council.example"),
        ("OWN_DOMAINS", "council.example;other.example", "DOMAINS: council.example;other.example is no"),
    ],
)
def test_what_a_setting_takes_is_said_in_plain_words(
    name: str, value: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"SENDWELL_{name}", value)

    with pytest.raises(SettingsError, match=said):
        load_settings()
