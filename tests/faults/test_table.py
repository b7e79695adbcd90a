"""The table of faults: is each of them there, and is every test that it names?"""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
PAGE = (PROJECT / "docs/faults.md").read_text("utf-8")
ROWS = [row for row in PAGE.splitlines() if re.match(r"\| (?:S?\d+[a-z]?) ", row)]
ASKED = {"S": 9} | {
    str(number): many for number, many in zip(range(1, 11), (8, 13, 1, 9, 4, 6, 5, 2, 6, 2), strict=True)
}
"""How many rows each group of the plan has at the least: nobody takes one out unnoticed."""


@cache
def names_in(file: str) -> frozenset[str]:
    tree = ast.parse((PROJECT / file).read_text("utf-8"))
    return frozenset(
        node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )


def name_of(row: str) -> str:
    return row.split()[1]


def test_every_fault_of_the_plan_is_there_once() -> None:
    names = [name_of(row) for row in ROWS]

    assert len(names) == len(set(names))
    for group, many in ASKED.items():
        found = [name for name in names if re.fullmatch(rf"{group}(?:\d+|[a-z]?)", name)]
        assert len(found) >= many, group


@pytest.mark.parametrize("row", ROWS, ids=name_of)
def test_a_row_names_tests_that_are_there_or_says_that_there_is_none(row: str) -> None:
    *_, shown, _ = row.split("|")
    named = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", shown)
    told = re.findall(r'`(addin-ui/tests/[\w.-]+)`: ((?:"[^"]+"(?:, )?)+)', shown)
    for file, test in named:
        assert (PROJECT / file).is_file(), file
        assert not test or test in names_in(file), f"{file} has no {test}"
    for file, words in told:
        said = (PROJECT / file).read_text("utf-8")
        for one in re.findall(r'"([^"]+)"', words):
            assert f'it("{one}"' in said, f"{file} has no {one}"

    assert named or told or "**Not " in shown


def test_every_test_of_faults_is_on_the_page() -> None:
    """So that whoever reads the page knows all that is injected."""
    files = sorted(path.name for path in (PROJECT / "tests/faults").glob("test_*.py"))

    assert [name for name in files if name not in PAGE and name != "test_table.py"] == []
