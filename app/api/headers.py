"""Which promises do our replies make to browsers, and to Outlook where it is none?"""

from collections.abc import Sequence

from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

OFFICE_SCRIPTS = "https://appsforoffice.microsoft.com"
_ASKED_ONCE_IN_S = 7200
_A_YEAR_S = 365 * 24 * 3600


def allow_own_origin(app: Starlette, base_url: str) -> None:
    """Let the add-in itself call us from classic Outlook on Windows; nobody else, from nowhere.

    Its engine has no page and so asks first, even at its own host; it names its origin with a slash at the
    end, and asks for Content-Length too: whatever it asks for is allowed, or its call fails without a word
    (OfficeDev/office-js issue 3907).
    """
    if base_url:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=(base_url, f"{base_url}/"),
            allow_methods=("GET", "POST"),
            allow_headers=("*",),
            expose_headers=("Retry-After",),
            max_age=_ASKED_ONCE_IN_S,
        )


class SecurityHeaders:
    """ASGI middleware: what may run on our pages and who may frame them."""

    def __init__(
        self, app: ASGIApp, frame_ancestors: Sequence[str], sign_in: str = "", *, is_by_tls: bool = False
    ) -> None:
        """Wrap `app`; `frame_ancestors` are the hosts of Outlook that may show the pane.

        `sign_in` is the origin at which the pane signs people in. `is_by_tls`: browsers reach us by https
        only.
        """
        self._app = app
        policy = {
            "default-src": "'self'",
            "script-src": f"'self' {OFFICE_SCRIPTS}",
            "style-src": "'self' 'unsafe-inline'",
            "connect-src": f"'self' {sign_in}".strip(),
            "img-src": "'self' data: blob:",
            "object-src": "'none'",
            "base-uri": "'none'",
            "form-action": "'self'",
            "frame-ancestors": " ".join(("'self'", *frame_ancestors)),
        }
        self._headers = {
            "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in policy.items()),
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "no-referrer",
        }
        if is_by_tls:
            self._headers["Strict-Transport-Security"] = f"max-age={_A_YEAR_S}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and add the headers to its reply."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, promise in self._headers.items():
                    headers.setdefault(name, promise)  # a page that promises more keeps its own
                if scope["path"].startswith("/api/"):
                    headers["Cache-Control"] = "no-store"
            await send(message)

        await self._app(scope, receive, send_with_headers)
