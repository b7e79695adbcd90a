"""Does every route know its caller, and is every one of them on the contract's list?"""

from fastapi.routing import APIRoute

from app.api import bulk_requests, bulletin, checks, choices, documents, health, items, manifest, me, pages
from app.domain.caller import Caller
from app.manifest.made import ALLOWED

PUBLIC = {
    "/healthz",
    "/readyz",
    "/metrics",
    "/",
    "/try/people.json",
    "/manifest.xml",
    "/manifest.json",
    "/addin/launch.js",
    ALLOWED,
}
PARTS = (checks, choices, bulletin, items, documents, bulk_requests, me, health, manifest, pages)
ROUTES = [route for part in PARTS for route in part.router.routes if isinstance(route, APIRoute)]


def _callers(route: APIRoute) -> int:
    return sum(
        d.call is not None and d.call.__annotations__.get("return") is Caller
        for d in route.dependant.dependencies
    )


def test_every_route_takes_exactly_one_caller_or_is_public() -> None:
    assert {r.path for r in ROUTES if _callers(r) == 0} == PUBLIC
    assert all(_callers(r) == 1 for r in ROUTES if r.path not in PUBLIC)


def test_only_the_wire_of_the_contract() -> None:
    assert {r.path for r in ROUTES if r.path.startswith("/api/")} == {
        "/api/v1/checks",
        "/api/v1/choices",
        "/api/v1/bulletin/next",
        "/api/v1/bulletin/suggestions",
        "/api/v1/bulletin/items",
        "/api/v1/bulletin/items/{number}",
        "/api/v1/bulletin/items/{number}/withdrawal",
        "/api/v1/bulk-requests",
        "/api/v1/bulk-requests/{number}",
        "/api/v1/bulk-requests/{number}/withdrawal",
        "/api/v1/documents",
        "/api/v1/me",
    }
