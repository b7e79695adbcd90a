"""A crash leaves no picture of the memory, neither of the process nor of what it started."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

FORBID = (
    "from app.adapters.core_dumps import are_core_dumps_forbidden, forbid_core_dumps; forbid_core_dumps();"
)
PROJECT = Path(__file__).parents[2]


def crash(folder: Path, program: str) -> bool:
    """Whether the kernel wrote a core of a Python that may, and does not outlive `program`."""
    done = subprocess.run(  # noqa: S603 - our own words
        ["/bin/sh", "-c", f"ulimit -c unlimited; exec {sys.executable} -c '{program}'"],
        cwd=folder, env=os.environ | {"PYTHONPATH": str(PROJECT)}, check=False, capture_output=True,
    )  # fmt: skip
    assert done.returncode == -6, done.stderr
    return any(found.stat().st_size > 0 for found in folder.rglob("*core*"))


@pytest.fixture(autouse=True)
def _dumps_are_written_here(tmp_path: Path) -> None:
    folder = tmp_path / "as it would be"
    folder.mkdir()
    if not crash(folder, "import os; os.abort()"):
        pytest.skip("this machine writes no core dumps, or elsewhere")


def test_the_process_leaves_none(tmp_path: Path) -> None:
    (tmp_path / "ours").mkdir()

    assert not crash(tmp_path / "ours", FORBID + "import os; assert are_core_dumps_forbidden(); os.abort()")


def test_what_it_starts_leaves_none(tmp_path: Path) -> None:
    (tmp_path / "ours").mkdir()
    child = 'import subprocess, sys; code = subprocess.run([sys.executable, "-c", "import os; os.abort()"]).returncode;'

    assert not crash(tmp_path / "ours", FORBID + child + "assert code == -6; import os; os.abort()")


def test_it_may_be_forbidden_twice(tmp_path: Path) -> None:
    (tmp_path / "ours").mkdir()

    assert not crash(
        tmp_path / "ours",
        "import resource; resource.setrlimit(4, (0, 0));" + FORBID + FORBID + "import os; os.abort()",
    )
