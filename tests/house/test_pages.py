"""Does every page know its caller, and can only our own forms change anything?"""

from inspect import signature

from fastapi.routing import APIRoute

from app.web.forms import Form
from app.web.navigation import PLACES
from app.web.pages import ROOM
from app.web.people import Administrator, AnybodyHere, Editor, Reviewer, Sender, Visitor
from app.web.sign_in.provider import Answer
from app.web.sign_in.told import ADDRESS as TOLD
from app.web.site import ROUTERS

BACK = "/who/back"
BEFORE_A_NAME = {"/who", "/who/leave", "/who/sign-in", "/who/ask-again", BACK, TOLD}
PUBLIC = {
    "/help",
    "/notice",
    "/bulletin",
    "/bulletin/feed.atom",
    "/bulletin/search",
    "/bulletin/items/{number}",
    "/bulletin/{key}",
    "/documents/{number}/{name}",
    "/leave/{number}/{code}",
}
BY_MAIL_PROGRAMS = {"/leave/{number}/{code}"}
"""Each such address is signed, and stands in one mail (RFC 8058): no form of ours is asked for."""
CALLERS = (Administrator, Editor, Reviewer, Sender, AnybodyHere, Visitor)
ROUTES = [route for router in ROUTERS for route in router.routes if isinstance(route, APIRoute)]
TEMPLATES = sorted((ROOM / "templates").rglob("*.html"))


def _methods(route: APIRoute) -> set[str]:
    return route.methods or set()


def _takes(route: APIRoute) -> list[object]:
    return [parameter.annotation for parameter in signature(route.endpoint).parameters.values()]


def test_a_page_takes_exactly_one_caller() -> None:
    assert ROUTES
    for route in ROUTES:
        callers = [taken for taken in _takes(route) if taken in CALLERS]
        assert len(callers) == 1, route.path
        assert (callers == [AnybodyHere]) is (route.path in BEFORE_A_NAME), route.path
        assert (callers == [Visitor]) is (route.path in PUBLIC), route.path


def test_only_what_takes_a_form_of_ours_changes_anything() -> None:
    for route in ROUTES:
        assert _methods(route) <= {"GET", "POST"}, route.path
        assert (Form in _takes(route) or route.path in {BACK, TOLD}) is (
            "POST" in _methods(route) and route.path not in BY_MAIL_PROGRAMS
        ), route.path
        assert (Answer in _takes(route)) is (route.path in {BACK, TOLD}), route.path
        assert not route.include_in_schema, route.path


def test_every_place_of_the_navigation_is_a_page() -> None:
    assert {place.path for place in PLACES} <= {route.path for route in ROUTES if "GET" in _methods(route)}


def test_a_template_lets_nothing_through() -> None:
    assert TEMPLATES
    for template in TEMPLATES:
        words = template.read_text(encoding="utf-8")
        assert "| safe" not in words, template
        assert "|safe" not in words, template
        assert "autoescape" not in words, template
        assert "style=" not in words or template.parent.name == "mail", (
            template
        )  # there style sheets are dropped
        if not template.name.startswith("_"):
            tokens = words.count("token(form_token)") + words.count('name="form_token"')
            tokens += words.count('name="List-Unsubscribe"')  # signed by its address
            assert words.count('method="post"') == tokens, template
