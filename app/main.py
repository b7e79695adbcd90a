"""How is the web process put together?"""

import asyncio
import gc
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from http import HTTPStatus

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from app.api import bulk_requests, bulletin, checks, choices, documents, fixes, health, items, me, tickets
from app.api.headers import SecurityHeaders, allow_own_origin
from app.api.heads import HeadAsGet
from app.api.limits import BodyLimit, RateLimit
from app.api.logs import RequestLog, configure_logs
from app.api.methods import MethodsTold
from app.api.pages import add_pages
from app.api.problems import PROBLEM_SCHEMA, add_problem_handlers, problem_responses
from app.callers import caller_of, standing, ticket_of
from app.furnishing import build_site
from app.settings import Settings, load_settings
from app.web.people import COOKIE, LOCAL_COOKIE
from app.web.site import add_site
from app.wiring.installation import Installation
from app.wiring.starting import build_engine, build_service


def create_app(settings: Settings | None = None) -> FastAPI:
    """The service.

    Raises:
        SetupError: a setting, pack, model or the database is wrong; the message says what to do.
    """
    settings = settings or load_settings()
    configure_logs(settings.log_level)
    made = Installation(settings)
    service = build_service(made)
    app = FastAPI(
        title="Sendwell",
        version=service.version,
        description="Checks a draft against the organisation's own policy. Nothing of the draft is kept.",
        docs_url=None,
        redoc_url=None,
        lifespan=_at_work,
    )
    app.state.service = service
    for part in (checks, choices, fixes, bulletin, items, documents, bulk_requests, me, tickets, health):
        app.include_router(part.router)
    add_pages(app, service)
    add_problem_handlers(app)
    site = build_site(made)
    add_site(app, site)
    tokens = made.sign_in.tokens
    app.state.service = replace(
        service,
        caller=lambda request: made.rights.known(caller_of(request, site, tokens)),
        standing=lambda caller: standing(caller, site),
        pane_sign_in=made.sign_in.of_pane,
        ticket=lambda caller: ticket_of(caller, site),
    )
    app.state.stop_asking = made.exchange.close
    app.state.engine = build_engine(made, site.desk.desk, site.desk.laid_out) if settings.engine else None
    app.add_middleware(HeadAsGet)
    app.add_middleware(MethodsTold)
    app.add_middleware(RateLimit, per_minute=settings.rate_per_minute)
    app.add_middleware(BodyLimit)
    allow_own_origin(app, made.manifests.base_url)
    app.add_middleware(
        SecurityHeaders,
        frame_ancestors=settings.frame_ancestors,
        sign_in=made.sign_in.origin,
        is_by_tls=not made.sign_in.is_local,
    )
    app.add_middleware(RequestLog, count=service.metrics.count_answer)
    app.openapi = lambda: _openapi(app, is_open=made.sign_in.is_local)  # type: ignore[method-assign]  # FastAPI's documented way
    return app


ANYWHERE = problem_responses(HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.SERVICE_UNAVAILABLE)
"""What every route of the API may answer: to whoever is not known, and while the database is away."""
AT_SEND = "/api/v1/checks"
"""The one route that a ticket opens."""


def _ways_in(*, is_open: bool) -> Mapping[str, Mapping[str, str]]:
    """How a caller is known; `is_open` where nobody has to be."""
    token = "The add-in's, of the organisation's sign-in."  # noqa: S105 - about one
    ticket = "What the pane left for Send, as `Authorization: Ticket …`: it has drafts checked, and no more."
    return {
        "token": {"type": "http", "scheme": "bearer", "description": token},
        "ticket": {"type": "http", "scheme": "ticket", "description": ticket},
        "session": {
            "type": "apiKey",
            "in": "cookie",
            "name": LOCAL_COOKIE if is_open else COOKIE,
            "description": "Of somebody on our pages.",
        },
    }


def create_served_app() -> FastAPI:
    """The service for a process that does nothing else: what it holds at its start is never garbage.

    A full collection over models, packs and patterns takes some 200 ms, in which nobody is answered.
    """
    app = create_app()
    gc.collect()
    gc.freeze()
    return app


@asynccontextmanager
async def _at_work(app: FastAPI) -> AsyncIterator[None]:
    """While the service runs, its engine does; what is being sent at the end is settled."""
    engine = app.state.engine
    if engine:
        engine.start()
    try:
        yield
    finally:
        app.state.stop_asking()
        if engine:
            await asyncio.to_thread(engine.stop)


def _openapi(app: FastAPI, *, is_open: bool) -> dict[str, object]:
    """FastAPI's own document, with our problems instead of its 422; `is_open` where nobody has to sign in."""
    if app.openapi_schema is None:
        document = get_openapi(
            title=app.title, version=app.version, description=app.description, routes=app.routes
        )
        schemas = document["components"]["schemas"]
        schemas["Problem"] = PROBLEM_SCHEMA
        ways = document["components"]["securitySchemes"] = _ways_in(is_open=is_open)
        for unused in ("HTTPValidationError", "ValidationError"):
            schemas.pop(unused, None)
        for path, methods in document["paths"].items():
            is_asked = path.startswith("/api/") and path != tickets.SIGN_IN
            for method in methods.values() if is_asked else ():
                method["responses"] |= {str(status): told for status, told in ANYWHERE.items()}
                known: list[dict[str, list[str]]] = [
                    {way: []} for way in ways if way != "ticket" or path == AT_SEND
                ]
                method["security"] = known + ([{}] if is_open else [])
        app.openapi_schema = document
    return app.openapi_schema
