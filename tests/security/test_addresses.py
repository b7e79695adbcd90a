"""Addresses: what may stand in them, where they lead, and what odd ones bring about."""

from urllib.parse import urlsplit

import pytest
from fastapi.routing import APIRoute

from tests.house.test_callers import EVERYBODY, OPENS, needs
from tests.security.whole_service import HOME, Whole

PARTS = {
    "account": "whether another account is wanted, at the provider",
    "at": "the item at which the page is entered again",
    "back": "the page to come back to",
    "cluster": "the name of a cluster of schools",
    "code": "a signature of ours: it stands in one mail and leaves one list",
    "count": "that schools of a list are to be counted",
    "date": "a day",
    "document": "one of the lists of settings",
    "done": "which step has just been made",
    "find": "words to look for among rules",
    "kind": "a kind",
    "key": "the number of an issue, a list or a permission",
    "law": "a law of the list",
    "mode": "a mode of rules",
    "moved": "an item that has just moved",
    "name": "the name of a document, after its id",
    "number": "an id of ours",
    "of": "the item that a step was just made with",
    "outlet": "where somebody may post",
    "pack": "a policy",
    "page": "which page of a list",
    "phase": "a phase of schools",
    "q": "words to look for among items or schools",
    "rule": "a rule",
    "saved": "a version that was just kept",
    "school": "a school of the public register",
    "show": "which of a list",
    "standing": "how a clause stands",
    "term": "a term of the year",
    "then": "the page to go to after the sign-in",
    "urn": "a school of the public register",
    "view": "how a mail is looked at",
    "who": "which part of a register: not yet signed, late, all",
    "year": "a school year",
}
"""All that may stand in an address: nobody's name, address, words of a mail, session or token."""
ODD = [
    "'; DROP TABLE sessions; --",
    "%27%20OR%201=1",
    "../../../../etc/passwd",
    "..%2f..%2f..%2fetc%2fpasswd",
    "%00",
    "<script>zanzibar()</script>",
    "{{7*7}}${7*7}",
    "\U0001f600" * 50,
    "%f0%9f",
    "a" * 3000,
    "-1",
    "9" * 30,
    "\u202e",
]


def routes(whole: Whole) -> list[APIRoute]:
    return [route for route in whole.routes if "GET" in (route.methods or ())]


def test_no_address_takes_a_secret(whole: Whole) -> None:
    found = {}
    for route in whole.routes:
        for part in [*route.dependant.path_params, *route.dependant.query_params]:
            found[part.alias] = route.path

    assert {name: path for name, path in found.items() if name not in PARTS} == {}


@pytest.mark.parametrize(
    "evil", ["https://evil.example/", "//evil.example", "/\\evil.example", "https:evil.example"]
)
def test_nobody_is_led_away(whole: Whole, evil: str) -> None:
    names = dict.fromkeys(("then", "back", "next", "url", "to", "return"), evil)
    for path in whole.paths("GET"):
        told = whole.ask("GET", path, params=names)
        place = told.headers.get("location", "")
        assert urlsplit(place).netloc in {"", urlsplit(HOME).netloc}, path
        assert not place.startswith(("//", "/\\")), path
        if "html" in told.headers.get("content-type", ""):
            assert f'href="{evil}' not in told.text, path
            assert f'action="{evil}' not in told.text, path


def test_a_made_up_host_is_repeated_nowhere(whole: Whole) -> None:
    posed = {"Host": "evil.example", "X-Forwarded-Host": "evil.example", "Forwarded": "host=evil.example"}
    for path in whole.paths("GET"):
        told = whole.ask("GET", path, headers=posed)
        assert "evil.example" not in told.text, path
        assert "evil.example" not in str(told.headers), path


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
def test_odd_addresses_break_nothing_and_are_not_repeated(whole: Whole, odd: str) -> None:
    for route in routes(whole):
        if "{" not in route.path:
            continue
        path = route.path
        for part in route.dependant.path_params:
            path = path.replace(f"{{{part.alias}}}", odd)
        told = whole.client(whole.who(route.path)).get(path, headers={"Accept": "text/html"})
        assert told.status_code < 500, (route.path, odd)
        for leak in (
            "<script>zanzibar",
            "Traceback",
            "sqlalchemy",
            "SELECT ",
            str(whole.app.state.service.ui_folder),
        ):
            assert leak not in told.text, (route.path, odd)


@pytest.mark.parametrize(
    "path",
    ["/.git/config", "/.env", "/sendwell.db", "/data/sendwell.key", "/addin/", "/static/", "/static/../pages.py",
     "/addin/..%2f..%2fpackage.json", "/static/%2e%2e/site.py", "/docs", "/redoc", "/app/main.py"],
)  # fmt: skip
def test_files_of_the_project_are_not_served(whole: Whole, path: str) -> None:
    told = whole.client(None).get(path)

    assert told.status_code in {303, 404} or path == "/addin/"
    assert "Index of" not in told.text


def test_trace_is_not_answered(whole: Whole) -> None:
    for path in ("/", "/policy", "/api/v1/checks", "/static/sendwell.css"):
        told = whole.client(None).request("TRACE", path, headers={"X-Mine": "zanzibar"})
        assert told.status_code in {401, 405}
        assert "zanzibar" not in told.text


def test_only_the_list_is_open_to_everybody(whole: Whole) -> None:
    """Whatever answers somebody unknown is meant to; the description of the API is in the repository too."""
    public = {path for path, role in OPENS.items() if role is EVERYBODY} | {"/openapi.json"}
    told = {path: whole.client(None).get(path).status_code for path in [*whole.paths("GET"), "/openapi.json"]}
    opened = {path for path, status in told.items() if status == 200}

    assert {path for path in opened if path != "/openapi.json" and needs(path) is not EVERYBODY} == set()
    assert all(
        any(path == known or path.startswith(f"{known.rstrip('/')}/") for known in public) for path in opened
    )
