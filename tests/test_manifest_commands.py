"""The manifests from a terminal, as whoever deploys meets them."""

import io
import json
import os
import subprocess
import zipfile
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

from app.manifest.outlook_form import OFFICE
from app.manifest.pictures import png_size
from tests.command_line import at_terminal

BASE = "https://sendwell.council.example"


@pytest.fixture(autouse=True)
def _apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SENDWELL_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("SENDWELL_UI_FOLDER", str(tmp_path / "nothing built"))


def run(capfd: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    return at_terminal.run(capfd, "manifest", *words)


def test_everything_is_written(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    status, said, noted = run(
        capfd, "--base-url", BASE, "--out", tmp_path / "new" / "out", "--name", "Gwirio & anfon"
    )
    out = tmp_path / "new" / "out"

    assert status == 0
    assert "send mode prompt-user" in said
    assert "pages are not built" in noted
    assert fromstring((out / "manifest.xml").read_text()).findtext(f"{OFFICE}Version") == "1.0.0.0"  # noqa: S314 - ours
    assert json.loads((out / "manifest.json").read_text())["name"]["short"] == "Gwirio & anfon"
    assert json.loads((out / "microsoft-officeaddins-allowed.json").read_text())["allowed"] == [
        f"{BASE}/addin/launch.js"
    ]
    for size in (16, 20, 24, 32, 40, 48, 64, 80, 128):
        assert png_size((out / "icons" / f"icon-{size}.png").read_bytes()) == (size, size)
    with zipfile.ZipFile(io.BytesIO((out / "sendwell-unified.zip").read_bytes())) as package:
        assert package.read("manifest.json") == (out / "manifest.json").read_bytes()


def test_without_a_folder_nothing_is_written_and_that_is_said(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    status, said, _ = run(capfd, "--base-url", BASE)

    assert status == 0
    assert "Nothing is written. To write it, name a folder: --out FOLDER" in said
    assert list(tmp_path.iterdir()) == []


def test_settings_are_what_options_are_not(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (
        ("PAGES_URL", "https://pages.example/"),
        ("ADDIN_NAME", "Before you send"),
        ("ADDIN_SEND_MODE", "soft-block"),
        ("ADDIN_VERSION", "3.0.1"),
        ("ADDIN_ID", "3f2b8c1e-0d4a-4c9b-9a57-6f1e2d3c4b5a"),
    ):
        monkeypatch.setenv(f"SENDWELL_{name}", value)
    told = "Before you send 3.0.1 at https://pages.example, send mode soft-block\n  id 3f2b8c1e-0d4a-4c9b-9a57-6f1e2d3c4b5a"

    assert told in run(capfd)[1]
    assert "send mode prompt-user" in run(capfd, "--send-mode", "prompt-user")[1]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "Give --base-url https://HOST, or set SENDWELL_PAGES_URL"),
        (("--base-url", ""), "Give --base-url"),
        (("--base-url", "http://a.example"), "by https only"),
        (("--base-url", "https://localhost:8800"), "add --local"),
        (("--base-url", "https://a.example/"), "Leave it out: https://a.example"),
        (("--base-url", "https://a.example/addin"), "give the host alone"),
        (("--base-url", BASE, "--name", "x" * 31), "Shorten it"),
        (("--base-url", BASE, "--send-mode", "block"), "Block is not offered"),
        (("--base-url", BASE, "--id", "12"), "leave --id out"),
        (("--base-url", BASE, "--version", "0.1.0"), "1.0.0 or higher"),
    ],
)
def test_what_cannot_be_is_said_in_one_sentence(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, words: tuple[str, ...], told: str
) -> None:
    status, said, wrong = run(capfd, *words, "--out", tmp_path / "out")

    assert (status, said) == (2, "")
    assert told in wrong
    assert wrong.startswith("sendwell: ")
    assert not (tmp_path / "out").exists()


def test_a_folder_that_is_a_file_is_said(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "out").write_text("x")
    status, _, wrong = run(capfd, "--base-url", BASE, "--out", tmp_path / "out")

    assert status == 2
    assert "cannot be written to" in wrong


def test_to_try_it_out_here_is_said_to_be_that(capfd: pytest.CaptureFixture[str]) -> None:
    status, said, noted = run(capfd, "--base-url", "http://127.0.0.1:8800", "--local")

    assert status == 0
    assert "at http://127.0.0.1:8800" in said
    assert "To try out only; a real Outlook would say" in noted


AZ = """#!/usr/bin/env python3
import json, os, sys
words = sys.argv[1:]
body = words[words.index("--body") + 1] if "--body" in words else ""
if body.startswith("@"):
    body = open(body[1:], encoding="utf-8").read()
with open(os.environ["ASKED"], "a", encoding="utf-8") as asked:
    asked.write(json.dumps([words, json.loads(body) if body else None]) + "\\n")
said = " ".join(words)
answers = {"account show": "TENANT", "ad app list": os.environ.get("KNOWN", "0"), "ad sp show": "GRAPH",
  "/addPassword": "sEcret~1", "v1.0/applications --headers": "OBJECT\\nCLIENT", "/servicePrincipals": "OURS"}
print(next((answer for part, answer in answers.items() if part in said), ""))
"""


def register(
    folder: Path, *words: str, **env: str
) -> tuple[subprocess.CompletedProcess[str], list[list[object]]]:
    """The script beside what it registers, with a stand-in for the Azure CLI."""
    az = folder / "bin" / "az"
    az.parent.mkdir(exist_ok=True)
    az.write_text(AZ)
    az.chmod(0o755)
    known = {"PATH": f"{az.parent}:{os.environ['PATH']}", "ASKED": str(folder / "asked")}
    done = subprocess.run(  # noqa: S603 - our own script
        ["bash", "register-app.sh", *words],  # noqa: S607 - the shell of this system
        cwd=folder, env=known | env, capture_output=True, text=True, check=False,
    )  # fmt: skip
    asked = folder / "asked"
    return done, [json.loads(line) for line in asked.read_text().splitlines()] if asked.exists() else []


def test_the_app_is_registered_as_the_service_needs_it(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    run(capfd, "--base-url", BASE, "--out", tmp_path)
    done, asked = register(tmp_path, "--exchange")
    bodies = [body for _, body in asked if isinstance(body, dict)]
    app, own, _, ours, theirs, secret = bodies

    assert (done.returncode, done.stderr) == (0, "")
    assert app["spa"]["redirectUris"] == [
        f"{BASE}/addin/sign-in.html",
        "brk-multihub://sendwell.council.example",
    ]
    assert app["web"]["redirectUris"] == [f"{BASE}/who/back"]
    assert app["api"]["requestedAccessTokenVersion"] == 2
    assert {role["value"] for role in app["appRoles"]} == {
        "Sendwell.Editor",
        "Sendwell.Administrator",
        "Sendwell.Reviewer",
    }
    assert (
        own["requiredResourceAccess"][0]["resourceAccess"][0]["id"]
        == app["api"]["oauth2PermissionScopes"][0]["id"]
    )
    assert (ours["resourceId"], ours["scope"]) == ("OURS", "Draft.Check")
    assert (theirs["resourceId"], theirs["scope"]) == ("GRAPH", "openid profile email Mail.Read")
    assert "SENDWELL_SIGN_IN_CLIENT=CLIENT" in done.stdout
    assert secret["passwordCredential"]["endDateTime"].endswith("Z")


def test_the_secret_is_in_a_file_of_its_owner_alone(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    run(capfd, "--base-url", BASE, "--out", tmp_path)
    done, _ = register(tmp_path)
    secret = tmp_path / "sendwell_sign_in_secret"

    assert (secret.read_text(), oct(secret.stat().st_mode & 0o777)) == ("sEcret~1", "0o600")
    assert "sEcret" not in done.stdout + done.stderr


def test_an_app_that_is_there_is_left_alone(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    run(capfd, "--base-url", BASE, "--out", tmp_path)
    done, asked = register(tmp_path, KNOWN="1")

    assert done.returncode == 2
    assert "registered already" in done.stderr
    assert [words for words, _ in asked if "POST" in str(words)] == []


def test_without_its_description_the_script_says_how_to_make_it(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    run(capfd, "--base-url", BASE, "--out", tmp_path)
    (tmp_path / "app-registration.json").unlink()
    done, asked = register(tmp_path)

    assert (done.returncode, asked) == (2, [])
    assert "sendwell manifest --base-url" in done.stderr
