"""Does the add-in, where it is alone at Send, count as the shipped policies do?"""

import re
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[2]
_LOOK = (_ROOT / "addin-ui" / "src" / "send" / "local" / "look.ts").read_text(encoding="utf-8")
_SETTINGS = (_ROOT / "app" / "manifest_settings.py").read_text(encoding="utf-8")


def _figure(name: str) -> int:
    found = re.search(rf"export const {name} = (\d+);", _LOOK)
    assert found is not None
    return int(found[1])


@pytest.mark.parametrize(
    ("figure", "pack", "number"),
    [
        ("MANY_RECIPIENTS", "parent-guidance", "disrupts_min"),
        ("MANY_SHOWN", "trust", "families_min"),
        ("MANY_SHOWN", "cranbrook", "families_min"),
    ],
)
def test_its_figures_are_those_of_the_packs(figure: str, pack: str, number: str) -> None:
    text = (_ROOT / "app" / "policy" / "packs" / f"{pack}.yaml").read_text(encoding="utf-8")
    written = re.search(rf"^  {number}: (\d+)", text, re.MULTILINE)
    assert written is not None
    assert _figure(figure) == int(written[1])


def test_what_can_be_closed_is_what_it_knows() -> None:
    known = re.search(r"export const CLOSABLE = \[([^\]]+)\]", _LOOK)
    settable = re.search(r"Closable: TypeAlias = Literal\[([^\]]+)\]", _SETTINGS)
    assert known is not None
    assert settable is not None
    assert sorted(re.findall(r'"([\w-]+)"', known[1])) == sorted(re.findall(r'"([\w-]+)"', settable[1]))
