"""A server on this machine that speaks Microsoft Graph's documented JSON, and misbehaves as a test says."""

import json
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, TypeAlias

Reply: TypeAlias = tuple[int, dict[str, str], bytes]
"""A status, headers, and the body. A `Content-Length` of its own may promise more than comes."""
ACCEPTED: Reply = (202, {}, b"")


def error(status: int, code: str, **headers: str) -> Reply:
    """An error in its documented shape; its words name somebody, whom nothing of ours may repeat."""
    body = {"error": {"code": code, "message": "about office@s1.sch.example"}}
    return (
        status,
        {name.replace("_", "-"): value for name, value in headers.items()},
        json.dumps(body).encode(),
    )


def told(*entries: Any) -> Reply:
    """Mail tips."""
    return 200, {"Content-Type": "application/json"}, json.dumps({"value": list(entries)}).encode()


def tip(address: str, **said: Any) -> dict[str, Any]:
    """One entry of them."""
    return {"emailAddress": {"name": "", "address": address}, **said}


@dataclass
class Seen:
    path: str
    token: str
    kind: str
    body: bytes

    @property
    def message(self) -> dict[str, Any]:
        given = json.loads(self.body)
        assert given["saveToSentItems"] is False
        return dict(given["message"])

    @property
    def bcc(self) -> list[str]:
        return [r["emailAddress"]["address"] for r in self.message["bccRecipients"]]

    @property
    def asked(self) -> Sequence[str]:
        """About whom mail tips were asked."""
        assert self.path == "/v1.0/me/getMailTips"
        return list(json.loads(self.body)["EmailAddresses"])


@dataclass
class StandIn:
    """Answers what `reply` says to the request so-and-so."""

    reply: Callable[[Seen, int], Reply] = lambda _seen, _turn: ACCEPTED
    seen: list[Seen] = field(default_factory=list)
    url: str = ""


@contextmanager
def graph(reply: Callable[[Seen, int], Reply] = lambda _seen, _turn: ACCEPTED) -> Iterator[StandIn]:
    office = StandIn(reply)

    class Door(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            token = self.headers["Authorization"].removeprefix("Bearer ")
            seen = Seen(self.path, token, self.headers["Content-Type"], body)
            office.seen.append(seen)
            status, headers, content = office.reply(seen, len(office.seen))
            with suppress(OSError):  # whoever asked may have gone
                self.send_response(status)
                for name, value in {"Content-Length": str(len(content)), **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Door) as server:
        server.daemon_threads = True
        office.url = f"http://127.0.0.1:{server.server_port}/v1.0"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield office
        finally:
            server.shutdown()
            thread.join()
