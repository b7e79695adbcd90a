"""The table of the ASVS: is it whole, and is all that it names really there?"""

import ast
import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import pytest
import yaml

from docs.generate import asvs_page
from tests.road import PROJECT

SECURITY = PROJECT / "docs/security"
TEXT = (SECURITY / "asvs.yaml").read_text("utf-8")
CHAPTERS: Mapping[str, Mapping[str, Sequence[Any]]] = yaml.safe_load(TEXT)
ROWS = [(number, row) for rows in CHAPTERS.values() for number, row in rows.items()]
ASKED = {"V1": 27, "V2": 11, "V3": 19, "V4": 10, "V5": 9, "V6": 35, "V7": 18, "V8": 7, "V9": 7, "V10": 29,
         "V11": 14, "V12": 9, "V13": 13, "V14": 9, "V15": 13, "V16": 16, "V17": 7}  # fmt: skip
"""How many requirements of levels 1 and 2 each chapter of version 5.0.0 has."""
LEVEL_ONE = 70


@cache
def named_tests(file: str) -> frozenset[str]:
    """The tests in a file under tests/."""
    tree = ast.parse((PROJECT / "tests" / file).read_text("utf-8"))
    return frozenset(
        node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )


@cache
def headings(file: str) -> frozenset[str]:
    """The headings of a page, as its links name them."""
    found = re.findall(r"^#+ (.+)$", (PROJECT / file).read_text("utf-8"), re.MULTILINE)
    return frozenset(re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in found)


def test_every_requirement_is_there_once() -> None:
    numbers = [number for number, _ in ROWS]

    assert {name.split()[0]: len(rows) for name, rows in CHAPTERS.items()} == ASKED
    assert len(numbers) == len(set(numbers)) == sum(ASKED.values())
    assert len(re.findall(r"^  \d+\.\d+\.\d+: ", TEXT, re.MULTILINE)) == len(
        numbers
    )  # YAML would keep the last alone
    assert sum(row[0] == 1 for _, row in ROWS) == LEVEL_ONE
    for name, rows in CHAPTERS.items():
        assert all(number.startswith(f"{name.split()[0][1:]}.") for number in rows)


def test_a_row_says_how_and_what_shows_it() -> None:
    for number, (level, asks, stands, how, *shown) in ROWS:
        assert level in {1, 2}, number
        assert stands in {"met", "open", "n/a"}, number
        assert asks.strip(), number
        assert how.endswith((".", ")")), number
        assert "|" not in asks + how, number
        assert bool(shown and shown[0]) or stands != "met", f"{number} is met and nothing shows it"
        for proof in shown[0] if shown else ():
            look(proof)


def look(proof: str) -> None:
    """The test, the page or the words that a row names are there."""
    if proof.startswith("docs/"):
        file, _, heading = proof.partition("#")
        assert (PROJECT / file).is_file(), proof
        assert not heading or heading in headings(file), proof
    elif proof.startswith("addin-ui/"):
        file, _, words = proof.partition(": ")
        assert words, proof
        assert words in (PROJECT / file).read_text("utf-8"), proof
    else:
        file, _, name = proof.partition("::")
        assert not name or (name.startswith("test_") and name in named_tests(file)), proof
        assert named_tests(file), proof


def test_what_is_not_there_would_be_noticed() -> None:
    for proof in (
        "security/test_code.py::test_nothing_at_all",
        "docs/security/decisions.md#nowhere",
        "addin-ui/tests/style.test.ts: no such words",
    ):
        with pytest.raises(AssertionError):
            look(proof)


def test_the_page_is_made_of_it() -> None:
    page = (SECURITY / "asvs.md").read_text("utf-8")

    assert page == asvs_page(TEXT)
    assert f"| {len(ROWS)} |" in page


@pytest.mark.parametrize("page", ["threat-model.md", "decisions.md"])
def test_what_the_pages_name_is_there(page: str) -> None:
    """Files of the code, and tests as `folder/test_file.py::test_name`."""
    words = (SECURITY / page).read_text("utf-8")
    named = re.findall(r"`((?:app|addin-ui|docs|manifest|nlp_models)/[\w./-]+)`", words)
    proofs = re.findall(r"`(?:tests/)?((?:\w+/)*test_\w+\.py(?:::\w+)?)`", words)

    assert named
    assert [file for file in named if not (PROJECT / file).exists()] == []
    assert proofs or page == "decisions.md"
    for proof in proofs:
        look(proof)
    for text, target in re.findall(r"\[([^\]]+)\]\(([^)#]+)(?:#[^)]*)?\)", words):
        assert target.startswith("https://") or (SECURITY / target).exists(), text
