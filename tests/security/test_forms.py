"""Each form of each page: sent by another website, or without its token, it changes nothing; nor does reading."""

from collections.abc import Mapping
from typing import Any

import pytest
from sqlalchemy import Engine, inspect, text

from tests.security.whole_service import OURS, Whole

NOT_FORMS = ("/api/", "/who/back", "/leave/")
"""Asked by programs, by the provider (by a browser, or itself), and by mail programs at signed addresses."""
EVIL = {
    "another website": {"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"},
    "a sister of ours": {"Sec-Fetch-Site": "same-site", "Origin": "https://other.example"},
    "an old browser there": {"Origin": "https://evil.example"},
    "nobody says": {},
    "an origin that hides": {"Origin": "null"},
    "one that begins as ours": {"Origin": "https://sendwell.example.evil.example"},
}
REFUSED = 403
FIRST_MET = {"account_codes", "policy_editions"}


def forms(whole: Whole) -> list[str]:
    return [path for path in whole.paths("POST") if not path.startswith(NOT_FORMS)]


def tables(engine: Engine) -> Mapping[str, str]:
    """All that is kept, but when a session was seen last."""
    kept = {}
    with engine.connect() as connection:
        for name in inspect(engine).get_table_names():
            columns = [c["name"] for c in inspect(engine).get_columns(name) if c["name"] != "seen_at"]
            listed = ", ".join(f'"{column}"' for column in columns)
            rows = connection.execute(text(f'SELECT {listed} FROM "{name}"'))  # noqa: S608  names of our tables
            kept[name] = str(sorted(map(str, rows)))
    return kept


@pytest.fixture(scope="module")
def engine(whole: Whole) -> Engine:
    made: Engine = whole.app.state.web.door.sessions._engine  # noqa: SLF001  the database itself
    return made


def posted(whole: Whole, path: str, headers: Mapping[str, str], token: str | None) -> Any:
    who = whole.who(path)
    data = {"form_token": whole.token(who) if token is None else token, "reason": "x", "why": "x"}
    return whole.client(who).post(path, data=data, headers={**headers, "Accept": "text/html"})


def test_there_are_forms(whole: Whole) -> None:
    assert len(forms(whole)) > 25


@pytest.mark.parametrize("sender", EVIL)
def test_a_form_of_another_website_changes_nothing(whole: Whole, engine: Engine, sender: str) -> None:
    """With the very session and the very token of the person, as if both had leaked."""
    before = tables(engine)
    told = {path: posted(whole, path, EVIL[sender], None).status_code for path in forms(whole)}

    assert {path: status for path, status in told.items() if status != REFUSED} == {}
    assert tables(engine) == before


@pytest.mark.parametrize("token", ["", "0" * 64, "another person's"])
def test_a_form_without_its_token_changes_nothing(whole: Whole, engine: Engine, token: str) -> None:
    before = tables(engine)
    for path in forms(whole):
        theirs = next(one for one in map(whole.who, ("/policy", "/desk")) if one is not whole.who(path))
        given = whole.token(theirs) if token == "another person's" else token  # noqa: S105  no password
        assert posted(whole, path, OURS, given).status_code == REFUSED, path

    assert tables(engine) == before


def _opened(whole: Whole, engine: Engine) -> Mapping[str, str]:
    """All that is kept, before every page is opened once."""
    kept = tables(engine)
    for path in whole.paths("GET"):
        whole.ask("GET", path)
    return kept


def test_opening_every_page_changes_nothing(whole: Whole, engine: Engine) -> None:
    """What is looked up of addresses, and who enters the review room, is written down by posting only.

    Noted once are the edition of the policy in force and the code of an account, when they are first met.
    """
    met, before, after = (_opened(whole, engine) for _ in range(3))

    assert {name for name in after if met[name] != before[name]} <= FIRST_MET
    assert [name for name in after if after[name] != before[name]] == []
