"""What stands for the add-in's addresses in tests: an application in this process, or a proxy that spoils it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from fastapi.testclient import TestClient

from app.manifest_ports import Answer

Spoils = Callable[[str, Answer], Answer]


def nothing_spoilt(_path: str, answer: Answer) -> Answer:
    return answer


@dataclass
class FakeAddresses:
    """Implements `Addresses` over an application; `spoils` is what a proxy in front makes of an answer."""

    client: TestClient
    until: datetime | None = None
    spoils: Spoils = nothing_spoilt

    def ask(self, address: str) -> Answer:
        return self._asked("GET", address, {})

    def ask_first(self, address: str, origin: str, wanted: str) -> Answer:
        asking = {
            "Origin": origin,
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": wanted,
        }
        return self._asked("OPTIONS", address, asking)

    def _asked(self, method: str, address: str, headers: dict[str, str]) -> Answer:
        home = str(self.client.base_url).rstrip("/")
        if not address.startswith(home):
            return Answer(trouble="nobody is there")
        reply = self.client.request(method, address, headers=headers, follow_redirects=False)
        answer = Answer(
            reply.status_code, {k.lower(): v for k, v in reply.headers.items()}, reply.content, self.until
        )
        return self.spoils(address.removeprefix(home), answer)


def with_headers(answer: Answer, **more: str) -> Answer:
    return replace(
        answer, headers=answer.headers | {name.replace("_", "-"): value for name, value in more.items()}
    )
