"""A short run of what `python -m bench.attack` does at length."""

import pytest

from bench.attack.__main__ import Done, told
from bench.attack.api import Round, Tally, attack
from bench.attack.pages import MARK, wander
from bench.attack.service import Attacked


@pytest.mark.parametrize("name", ["sender", "nobody"])
def test_the_api_keeps_its_promise(service: Attacked, name: str) -> None:
    """With the edges of every field and chains along the links; the seed is the same each time."""
    tally = Tally()
    attack(service, name, Round(seed=7, examples=3, chains=3, edges=name == "sender"), tally)

    assert tally.faults == {}
    assert tally.total > (400 if name == "sender" else 40)
    assert ("200" if name == "sender" else "401") in tally.answers


@pytest.mark.parametrize("name", ["sender", "editor", "reviewer", "administrator", "nobody"])
def test_the_pages_bear_what_hurts(service: Attacked, name: str) -> None:
    tally = Tally()
    wander(service, name, 60, tally, seed=7)

    assert tally.faults == {}
    assert tally.total == 60
    assert "200" in tally.answers


def test_what_breaks_is_told() -> None:
    """A page of ours that showed what it was sent, and a header that somebody else wrote, would be found."""
    done = Done()
    done.pages.faults[f"GET /x?q=<{MARK}> as sender: markup of theirs is on the page"] += 2
    done.machines["the journal, in memory"] = (3, "AssertionError: it is not one")

    said = told(done, 10)
    assert "3 of 10 cases; 3 faults" in said
    assert "Its time was over" in said
    assert "- 2 times GET /x" in said
    assert "it is not one" in said
