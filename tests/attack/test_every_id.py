"""Every route with an id in its path: whose is what stands there, and what does anybody else get?

What belongs to one person is tried here, as everybody else, on every route and method. What belongs to a room is
there for everybody with its role, and `tests/house/test_callers.py` tries the others; where something of a person
lies in a room, the test is named that tries that.
"""

import re
from collections.abc import Mapping
from typing import Any

import pytest

from bench.attack.service import Attacked
from tests.attack.test_whose import ITEM, OTHERS, REQUEST, made
from tests.house.test_callers import all_routes, needs
from tests.security.test_asvs import look

OWN: Mapping[str, str] = {
    "/api/v1/bulletin/items/{number}": "item",
    "/api/v1/bulletin/items/{number}/withdrawal": "item",
    "/api/v1/bulk-requests/{number}": "request",
    "/api/v1/bulk-requests/{number}/withdrawal": "request",
    "/staff/me/cases/{number}": "case",
}
"""What is one sender's own."""
PROVED: Mapping[str, str] = {
    "/review/cases/{number}": "web/test_review_pages.py::test_nobody_opens_or_claims_a_case_of_their_own",
    "/review/cases/{number}/attached": "web/test_review_pages.py::test_what_is_attached_is_shown_with_name_and_time_and_kept_nowhere",
    "/staff/access/{number}": "web/test_access_pages.py::test_nobody_takes_what_somebody_else_asked_for",
    "/staff/access/{number}/file": "web/test_access_pages.py::test_nobody_takes_what_somebody_else_asked_for",
    "/leave/{number}/{code}": "web/test_leaving.py::test_anything_else_changes_nothing",
}
"""What is somebody's within a room, or an address that is a secret."""
ROOMS = (
    "/desk/",
    "/policy/",
    "/review/insight/",
    "/staff/postings/",
    "/staff/register/",
    "/bulletin/",
    "/documents/",
)
"""What everybody with the role works on together, or everybody reads."""
BODIES: Mapping[str, dict[str, Any]] = {
    "PUT": ITEM | {"version": 1},
    "POST": {"version": 1},
}


@pytest.fixture(scope="module")
def ids(service: Attacked) -> Mapping[str, str]:
    """The number of something of the sender, by its kind."""
    page = service.browser("sender").get("/staff/me").text
    found = re.search(r"/staff/me/cases/(\w+)", page)
    assert found
    return {
        "item": made(service, "/api/v1/bulletin/items", ITEM, "v")["id"],
        "request": made(service, "/api/v1/bulk-requests", REQUEST, "w")["id"],
        "case": found[1],
    }


def asked(service: Attacked, name: str, method: str, path: str) -> Any:
    """As the add-in, or as a page with a form of ours, would ask."""
    if path.startswith("/api/"):
        return service.program(name).request(method, path, json=BODIES.get(method))
    browser = service.browser(name)
    token = re.search(r'name="form_token" value="(\w+)"', browser.get("/help").text)
    sent = {"form_token": token[1] if token else "", "do": "attach", "words": "Not theirs."}
    return browser.request(method, path, data=sent if method == "POST" else None)


def test_every_route_with_an_id_is_in_one_of_the_tables(service: Attacked) -> None:
    paths = {route.path for route in all_routes(service.app) if "{" in route.path}
    of_rooms = {path for path in paths if path.startswith(ROOMS)}

    assert of_rooms | OWN.keys() | PROVED.keys() == paths
    assert not of_rooms & (OWN.keys() | PROVED.keys())
    assert {path for path in paths if needs(path) == "sender"} == set(OWN)
    for proof in PROVED.values():
        look(proof)


@pytest.mark.parametrize("name", [*OTHERS, "without a role", "nobody"])
def test_nobody_else_gets_what_is_somebodys(service: Attacked, ids: Mapping[str, str], name: str) -> None:
    before = {
        path: asked(service, "sender", "GET", path.format(number=ids[kind])).text
        for path, kind in OWN.items()
    }
    told = {
        (method, route.path): asked(service, name, method, route.path.format(number=ids[OWN[route.path]]))
        for route in all_routes(service.app)
        if route.path in OWN
        for method in route.methods or ()
    }

    refused = {401, 303} if name == "nobody" else {403} if name == "without a role" else {404}
    assert {
        where: answer.status_code for where, answer in told.items() if answer.status_code not in refused
    } == {}
    assert len(told) == 7
    assert before == {
        path: asked(service, "sender", "GET", path.format(number=ids[kind])).text
        for path, kind in OWN.items()
    }


def test_the_one_whose_it_is_gets_it(service: Attacked, ids: Mapping[str, str]) -> None:
    """Else the refusals above would show nothing."""
    for path, kind in OWN.items():
        if not path.endswith("withdrawal"):
            assert asked(service, "sender", "GET", path.format(number=ids[kind])).status_code == 200
    attached = asked(service, "sender", "POST", f"/staff/me/cases/{ids['case']}")
    assert attached.status_code == 303
    for kind in ("bulletin/items", "bulk-requests"):
        number = ids["item" if "items" in kind else "request"]
        assert asked(service, "sender", "POST", f"/api/v1/{kind}/{number}/withdrawal").status_code == 200
