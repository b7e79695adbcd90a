"""Does a step of the training run again exactly when it must, and say plainly what is missing?"""

import ast
import shutil
from collections import namedtuple
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import yaml

from nlp_models.mail.scripts import inputs, layout, prepare
from tests.nlp_models.trainer import PROJECT

MODEL = PROJECT / "nlp_models/mail"
COMMANDS: dict[str, dict[str, Any]] = {
    command["name"]: command
    for command in yaml.safe_load((MODEL / "project.yml").read_text("utf-8"))["commands"]
}
SKIPPED = [name for name, command in COMMANDS.items() if "outputs" in command and not command.get("no_skip")]
Usage = namedtuple("Usage", "total used free")  # noqa: PYI024  as shutil returns it


def read_by(module: str, found: set[Path]) -> set[Path]:
    """Every file of ours that importing a module reads."""
    path = PROJECT / f"{module.replace('.', '/')}.py"
    if not path.is_file() or path in found:
        return found
    found.add(path)
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(("nlp_models.", "app.")):
            for name in (str(node.module), *(f"{node.module}.{alias.name}" for alias in node.names)):
                read_by(name, found)
    return found


def test_the_steps_that_cost_hours_are_those_that_may_be_skipped() -> None:
    assert SKIPPED == ["train-public", "train-office", "train-narrow", "export"]


@pytest.mark.parametrize("name", SKIPPED)
def test_a_step_runs_again_when_any_code_that_it_runs_has_changed(name: str) -> None:
    named = {(MODEL / dep).resolve() for dep in COMMANDS[name]["deps"]}
    module = COMMANDS[name]["script"][0].split()[2]

    assert {path for path in named if path.suffix == ".py"} == read_by(module, set())
    assert MODEL / "requirements-train.txt" in named


@pytest.mark.parametrize("name", SKIPPED)
def test_what_a_step_needs_is_there_or_made_by_one_before(name: str) -> None:
    made: set[str] = set()
    for command in COMMANDS.values():
        if command["name"] == name:
            break
        made |= set(command.get("outputs", ()))

    assert not [dep for dep in COMMANDS[name]["deps"] if dep not in made and not (MODEL / dep).exists()]


def test_a_file_bears_its_name_only_once_it_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "BUILD", tmp_path)
    with suppress(KeyboardInterrupt), layout.whole_file("office.pt") as part:
        part.write_bytes(b"half")
        raise KeyboardInterrupt
    assert not (tmp_path / "office.pt").exists()

    with layout.whole_file("office.pt") as part:
        part.write_bytes(b"whole")
    assert (tmp_path / "office.pt").read_bytes() == b"whole"


def test_a_full_disk_is_said_before_anything_is_fitted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(layout, "BUILD", tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(10**9, 10**9 - 10**7, 10**7))
    with pytest.raises(SystemExit, match=r"needs 500 MB of disk.*10 MB are free"), layout.whole_file("x"):
        pytest.fail("it began")


def test_files_that_differ_from_last_time_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    monkeypatch.setattr(inputs, "CORPUS", corpus)
    monkeypatch.setattr(inputs, "METRICS", tmp_path)
    for text in ("a", "a", "b"):
        assert capsys.readouterr().err == ""
        (corpus / "train-1.txt").write_text(text, "utf-8")
        inputs.record_inputs(None)

    assert capsys.readouterr().err == "Not as they were last time, 1 in all: corpus/train-1.txt\n"


def test_a_public_set_that_is_missing_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tone/authored_seed").mkdir(parents=True)
    monkeypatch.setenv("MAIL_MODEL_DATA", str(tmp_path))
    monkeypatch.setattr(layout, "BUILD", tmp_path / "build")
    with pytest.raises(SystemExit, match=r"surge_profanity_en\.csv is not there\. .*card\.md lists"):
        prepare.main()
    assert not (tmp_path / "build/table.jsonl").exists()
