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
