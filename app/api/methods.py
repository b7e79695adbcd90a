"""Which methods does an address answer, when it was asked with another?

Several routes share an address; the framework names those of the first alone, so `Allow` is told anew here.
"""

from starlette.datastructures import MutableHeaders
from starlette.routing import Match
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
_NOT_ALLOWED = 405


class MethodsTold:
    """ASGI middleware: every method of an address in the `Allow` of a 405."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap `app`."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and mend the answer that it is the wrong method."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_told(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == _NOT_ALLOWED:
                MutableHeaders(scope=message)["Allow"] = ", ".join(_methods(scope))
            await send(message)

        await self._app(scope, receive, send_told)


def _methods(scope: Scope) -> list[str]:
    """HEAD is answered wherever GET is."""
    asked = {"type": "http", "path": scope["path"], "root_path": scope.get("root_path", ""), "headers": []}
    found = [
        method
        for method in _METHODS
        if any(route.matches({**asked, "method": method})[0] is Match.FULL for route in scope["app"].routes)
    ]
    return ["HEAD", *found] if "GET" in found else found
