"""Is the house in order? Names, sizes, and that everything is documented, wired and tested."""

import ast
import importlib
import inspect
import re
import subprocess
from pathlib import Path

import pytest

from app.checks import CHECKS
from app.checks.check import Check
from app.domain import errors
from app.settings import PREFIX, Settings

PROJECT = Path(__file__).parent.parent.parent
MODULES = sorted((PROJECT / "app").rglob("*.py"))
CATALOGUES = PROJECT / "addin-ui" / "src" / "words"
"""A list of words is as long as there are words."""
SCRIPTS = [
    p
    for p in sorted((PROJECT / "addin-ui" / "src").rglob("*.ts"))
    if ".test." not in p.name and not (p.parent == CATALOGUES and len(p.stem) == len("en"))
]
FORBIDDEN = {
    "utils", "util", "helpers", "helper", "common", "base", "core", "misc", "manager", "handler", "processor",
    "service", "services", "models",
}  # fmt: skip
PYTHON_LINES, TYPESCRIPT_LINES, FUNCTION_LINES = 400, 300, 60


def test_module_names_say_what_is_inside() -> None:
    named = [path.relative_to(PROJECT / "app").with_suffix("") for path in MODULES]

    assert [path for path in named if FORBIDDEN & {part.lower() for part in path.parts}] == []


def test_python_fits_on_a_few_pages() -> None:
    sources = {path: path.read_text(encoding="utf-8") for path in MODULES}
    long = [
        (path, node.name)
        for path, source in sources.items()
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno >= FUNCTION_LINES
    ]

    assert len(sources) > 100
    assert [path for path, source in sources.items() if source.count("\n") > PYTHON_LINES] == []
    assert long == []


def test_typescript_fits_on_a_few_pages() -> None:
    assert len(SCRIPTS) > 100
    assert [path for path in SCRIPTS if path.read_text("utf-8").count("\n") > TYPESCRIPT_LINES] == []


def test_every_check_is_in_the_tuple_and_has_cases() -> None:
    found = {
        module.CHECK.id
        for path in (PROJECT / "app" / "checks").glob("*.py")
        if isinstance(
            getattr(module := importlib.import_module(f"app.checks.{path.stem}"), "CHECK", None), Check
        )
    }

    assert found == {check.id for check in CHECKS}
    assert {p.stem for p in (PROJECT / "tests" / "cases").glob("*.yml")} == found


@pytest.mark.parametrize("check", CHECKS, ids=lambda c: c.id)
def test_every_check_says_what_it_sees_and_what_it_does_not(check: Check) -> None:
    said = inspect.getmodule(check.look).__doc__ or ""

    assert "What it sees:" in said
    assert "What it does not see:" in said
    assert all(meaning.strip() for meaning in check.kinds.values())
    assert all(re.fullmatch(r"[a-z][a-z0-9-]*", kind) for kind in check.kinds)


def test_every_error_is_in_the_drawn_tree() -> None:
    names = {n for n, e in inspect.getmembers(errors, inspect.isclass) if issubclass(e, errors.SendwellError)}

    assert names == set(re.findall(r"\b(\w+Error)\b", errors.__doc__ or ""))


def test_every_setting_is_described_and_documented() -> None:
    page = (PROJECT / "docs" / "settings.md").read_text(encoding="utf-8")

    for name, field in Settings.model_fields.items():
        assert field.description, name
        assert f"`{PREFIX}{name.upper()}`" in page


def test_every_port_has_a_fake() -> None:
    ports = ast.parse((PROJECT / "app" / "ports.py").read_text(encoding="utf-8"))
    fakes = (PROJECT / "tests" / "fakes.py").read_text(encoding="utf-8")
    names = [
        node.name
        for node in ports.body
        if isinstance(node, ast.ClassDef)
        and any(getattr(base, "id", "") == "Protocol" for base in node.bases)
    ]

    assert names
    assert [n for n in names if not re.search(rf"class Fake{n.removeprefix('Check')}\b", fakes)] == []


def test_nothing_committed_names_this_machine_or_a_registry() -> None:
    listed = subprocess.run(
        ["git", "ls-files"],  # noqa: S607 - git is on the path of whoever runs the tests
        cwd=PROJECT, capture_output=True, text=True, check=True,
    ).stdout.split()  # fmt: skip
    hosts = ("pypi" + ".org", "registry.npmjs" + ".org", "files.pythonhosted" + ".org", "/work" + "/")
    found = [
        (name, host)
        for name in listed
        if (PROJECT / name).is_file() and not name.endswith((".onnx", ".png"))
        for host in hosts
        if host in (PROJECT / name).read_text(encoding="utf-8", errors="replace")
    ]

    assert found == []
