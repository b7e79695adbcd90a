"""Who is calling?

Every route takes exactly one kind of caller, or is listed as public. Who that is, the service finds out by
the token or the session that the request brings; before it reads anything else of theirs.
"""

from collections.abc import Callable, Coroutine
from typing import Annotated, Any, TypeAlias, cast

from fastapi import Depends, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.routing import APIRoute

from app.api.state import service_of
from app.domain.caller import Caller

Answer: TypeAlias = Callable[[Request], Coroutine[Any, Any, Response]]


class CallerRoute(APIRoute):
    """A route that reads a body only of somebody who may call."""

    def get_route_handler(self) -> Answer:
        """FastAPI's own handler, behind the question who it is."""
        answer = self.answer_to_known()

        async def asking(request: Request) -> Response:
            await _sender(request)
            return await answer(request)

        return asking

    def answer_to_known(self) -> Answer:
        """What happens once the caller is known."""
        return super().get_route_handler()


async def _sender(request: Request) -> Caller:
    """Asked once a request."""
    if not hasattr(request.state, "caller"):
        request.state.caller = await run_in_threadpool(service_of(request).caller, request)
    return cast("Caller", request.state.caller)


Sender = Annotated[Caller, Depends(_sender)]
"""Anybody who may have mail checked."""


async def _bearer(request: Request) -> str:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


Bearer = Annotated[str, Depends(_bearer)]
"""The token that the caller brought, who is looked at by `Sender`; empty for a ticket or a session."""
