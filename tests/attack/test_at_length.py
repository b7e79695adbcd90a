"""A short run of what `python -m bench.attack` does at length."""

from contextlib import closing
from pathlib import Path

import httpx
import pytest
from hypothesis.stateful import RuleBasedStateMachine, rule

from bench.attack.__main__ import told
from bench.attack.api import Round, Tally, attack
from bench.attack.kept import Sitting, read, write
from bench.attack.machines import run
from bench.attack.pages import MARK, Wanderer, wander
from bench.attack.service import Attacked


@pytest.mark.parametrize("name", ["sender", "nobody"])
def test_the_api_keeps_its_promise(service: Attacked, name: str) -> None:
    """By chance and along the links; the seed is the same each time."""
    tally = Tally()
    attack(service, name, Round(seed=7, examples=1, chains=2, edges=False), tally)

    assert tally.faults == {}
    assert tally.total > 15
    assert ("200" if name == "sender" else "401") in tally.answers


@pytest.mark.parametrize("name", ["sender", "editor", "administrator", "nobody"])
def test_the_pages_bear_what_hurts(service: Attacked, name: str) -> None:
    tally = Tally()
    wander(service, name, 30, tally, seed=7)

    assert tally.faults == {}
    assert tally.total == 30
    assert "200" in tally.answers


@pytest.mark.parametrize(
    ("status", "headers", "page", "said"),
    [
        (500, {}, "", "status 500"),
        (200, {}, f"<p><{MARK}></p>", "markup of theirs"),
        (200, {}, f'<a href="javascript:{MARK}">', "markup of theirs"),
        (200, {f"X-{MARK}": "1"}, "", "they wrote a header"),
        (303, {"Location": "//evil.example/"}, "", "leads away"),
        (303, {"Location": "https://evil.example/"}, "", "leads away"),
    ],
)
def test_what_a_page_should_not_do_is_noticed(
    service: Attacked, status: int, headers: dict[str, str], page: str, said: str
) -> None:
    tally = Tally()
    answer = httpx.Response(status, headers=headers, html=page)
    with closing(Wanderer(service, "nobody", tally, 1)) as wanderer:
        wanderer.look("GET", "/x", answer)

    assert [fault for fault in tally.faults if said in fault]


def test_a_machine_that_breaks_is_told() -> None:
    class Broken(RuleBasedStateMachine):
        @rule()
        def breaks(self) -> None:
            raise AssertionError("it is not one")

    assert "it is not one" in run(Broken, 2)[1]


def test_the_result_says_what_broke_and_is_added_to(tmp_path: Path) -> None:
    first, second = Sitting("21 November 2026", "aaaa", 1), Sitting("22 November 2026", "bbbb", 2)
    first.pages.cases["sender, pages"] += 7
    first.pages.answers["500"] += 2
    first.pages.faults["GET /x as sender: status 500"] += 2
    second.machines["the journal, in memory"] = (3, "AssertionError: it is not one")
    write(tmp_path / "kept.json", [first, second])

    said = told(read(tmp_path / "kept.json"), 100)
    assert "**10 of 100 cases; 2 of them an error of ours or no answer.**" in said
    assert "- sitting 1, 2 times: GET /x as sender: status 500" in said
    assert "- sitting 2, 1 times: the journal, in memory: AssertionError: it is not one" in said
    assert read(tmp_path / "none.json") == []
