"""The unified form by Microsoft's own schema, whatever a deployer chooses; and that the schema is looked at."""

import hashlib
import io
import json
import zipfile
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.errors import ManifestError
from app.manifest.deployment import LONGEST_NAME, SendMode
from app.manifest.made import Made
from app.settings import load_settings
from app.wiring.manifest import FOLDER, Manifests
from tests.manifest.conftest import BASE

MANIFESTS = Manifests(load_settings({}))
NAMES = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=LONGEST_NAME)
NUMBERS = st.integers(1, 99_999)


@settings(deadline=None, max_examples=60)
@given(name=NAMES, mode=st.sampled_from(SendMode), major=NUMBERS, port=st.integers(1, 65_535))
def test_whatever_is_chosen_outlook_would_take(name: str, mode: SendMode, major: int, port: int) -> None:
    made_for = MANIFESTS.deployment(
        f"https://sendwell.council.example:{port}", name=name, send_mode=mode.value, version=f"{major}.0.7"
    )

    assert list(MANIFESTS.faults(MANIFESTS.make(made_for))) == []


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        (("name", "short"), "x" * 31, "name/short"),
        (("id",), "sendwell", "id"),
        (("version",), "1.0.0.0", "not three numbers"),
        (("developer", "name"), "x" * 33, "developer/name"),
        (("manifestVersion",), "1.99", "not the one that it names"),
        (("icon",), "x", "icon"),
        (("extensions", 0, "runtimes", 0, "type"), "special", "extensions/0/runtimes/0/type"),
        (("extensions", 0, "runtimes", 0, "code", "page"), "http://a.example", "runtimes/0/code/page"),
        (("extensions", 0, "autoRunEvents", 2, "events", 0, "options", "sendMode"), "PromptUser", "sendMode"),
    ],
)
def test_the_schema_is_looked_at(
    made: Made, manifests: Manifests, path: tuple[Any, ...], value: str, told: str
) -> None:
    unified = json.loads(made.unified)
    inside = unified
    for step in path[:-1]:
        inside = inside[step]
    inside[path[-1]] = value
    faults = list(manifests.faults(replace(made, unified=json.dumps(unified))))

    assert [fault for fault in faults if told in fault]


def test_a_faulty_manifest_is_not_given_out(manifests: Manifests, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(manifests, "_pictures", {})

    with pytest.raises(ManifestError, match=r"icon-16\.png is not there"):
        manifests.checked(manifests.deployment(BASE))


def test_the_schema_is_microsofts_unchanged() -> None:
    schema = (FOLDER / "schema" / "unified-1.30.json").read_bytes()

    assert json.loads(schema)["properties"]["manifestVersion"]["const"] == "1.30"
    assert hashlib.sha256(schema).hexdigest() == SCHEMA


SCHEMA = "3339690aacd9049bc65ade66b258982803d8c6c6d3897a23f8a057b6ebe35479"


def test_the_app_package_holds_what_it_must_and_is_the_same_each_time(made: Made) -> None:
    with zipfile.ZipFile(io.BytesIO(made.package)) as package:
        assert package.namelist() == ["manifest.json", "color.png", "outline.png"]
        assert package.read("manifest.json").decode() == made.unified
        assert package.testzip() is None
    assert made.package == made.package
