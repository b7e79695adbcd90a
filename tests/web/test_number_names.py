"""Is every number of the shipped policies called by plain words?"""

import pytest

from app.web.owner.numbers import NUMBERS, called
from tests.road import PROJECT, pack

SHIPPED = sorted(file.stem for file in (PROJECT / "app/policy/packs").glob("*.yaml"))


@pytest.mark.parametrize("name", SHIPPED)
def test_every_number_has_a_name(name: str) -> None:
    assert set(pack(name).numbers) <= set(NUMBERS)


def test_no_name_is_left_over() -> None:
    assert set(NUMBERS) == {number for name in SHIPPED for number in pack(name).numbers}


def test_a_number_of_somebodys_own_is_shown_by_its_own_name() -> None:
    assert called("my_own_limit") == "My own limit"
