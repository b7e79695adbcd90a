"""Is everything that Sendwell is made of on its lists, and does the audit never pass for want of an answer?"""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion

from tests.road import PROJECT

_PIN = re.compile(r"^([a-z0-9._-]+)==(\S+) \\$", re.MULTILINE)
NOBODY = {
    "HTTPS_PROXY": "http://127.0.0.1:9",
    "HTTP_PROXY": "http://127.0.0.1:9",
    "NO_PROXY": "",
    "npm_config_fetch_retries": "0",
}
"""Port 9 of this machine: whoever asks for another machine there is refused at once."""


def make(target: str, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    program = shutil.which("make")
    assert program
    return subprocess.run(  # noqa: S603  our own Makefile
        [program, "--no-print-directory", target, *words],
        cwd=PROJECT, capture_output=True, text=True, check=False, env={**os.environ, **more},
    )  # fmt: skip


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `make sbom` makes; here it is looked at by the schema once, which takes long."""
    if shutil.which("npm") is None:
        pytest.fail("npm is not on this machine: it lists what the add-in is made of")
    folder = tmp_path_factory.mktemp("sbom")
    ran = make("sbom", f"BOMS={folder}", "BOMS_LOOKED_AT=--no-validate")
    assert ran.returncode == 0, ran.stderr
    return folder


def listed(file: Path) -> dict[str, Any]:
    return {part["name"]: part for part in json.loads(file.read_text("utf-8"))["components"]}


@pytest.mark.parametrize("name", ["requirements", "requirements-dev"])
def test_every_locked_package_is_on_the_list_with_its_hashes(lists: Path, name: str) -> None:
    lock = (PROJECT / f"{name}.lock").read_text("utf-8")
    pins, found = dict(_PIN.findall(lock)), listed(lists / f"{name}.cdx.json")

    assert len(pins) > 50
    assert {part: said["version"] for part, said in found.items()} == pins
    for part in found.values():
        assert part["purl"].startswith("pkg:pypi/")
        hashes = [one["content"] for one in part["externalReferences"][0]["hashes"]]
        assert hashes
        assert all(f"--hash=sha256:{one}" in lock for one in hashes)


@pytest.mark.parametrize(
    ("name", "version"), [("requirements", SchemaVersion.V1_6), ("addin-ui-dev", SchemaVersion.V1_5)]
)
def test_a_list_keeps_to_the_schema(lists: Path, name: str, version: SchemaVersion) -> None:
    from cyclonedx.validation.json import JsonStrictValidator  # noqa: PLC0415 - takes a second, and not for all

    words = (lists / f"{name}.cdx.json").read_text("utf-8")

    assert JsonStrictValidator(version).validate_str(words) is None


def test_the_add_ins_packages_are_on_the_list(lists: Path) -> None:
    lock = json.loads((PROJECT / "addin-ui/package-lock.json").read_text("utf-8"))["packages"]
    shipped = {
        path.rpartition("node_modules/")[2] for path, said in lock.items() if path and not said.get("dev")
    }
    names = [part["purl"].removeprefix("pkg:npm/") for part in listed(lists / "addin-ui.cdx.json").values()]

    assert {name.rpartition("@")[0].replace("%40", "@") for name in names} == shipped
    assert len(listed(lists / "addin-ui-dev.cdx.json")) > len(shipped)


def test_no_list_names_where_it_was_made(lists: Path) -> None:
    for file in lists.iterdir():
        assert str(PROJECT) not in file.read_text("utf-8")


def test_an_audit_that_nobody_answers_fails() -> None:
    """Offline, it must not look as if nothing were weak."""
    ran = make("audit", **NOBODY)

    assert ran.returncode != 0
    assert "could not be asked about" in ran.stdout


def test_a_package_that_the_audit_does_not_know_is_a_failure() -> None:
    """Without --strict pip-audit passes over what the registry does not know, and leaves with 0."""
    recipe = make("audit", "--dry-run").stdout

    assert recipe.count("pip-audit --strict --require-hashes") == 1
    assert "npm audit" in recipe
    assert "|| true" not in recipe
