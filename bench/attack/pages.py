"""What do the pages make of hostile addresses, fields and files, sent by people who may be there?

Forms are read off the pages themselves, so that no field is forgotten, and filled with what hurts: markup, the start
of a header, formulas, letters that are none, numbers beyond any. Whatever comes of it is an answer: no error of ours,
no markup of theirs, no header that they wrote, nothing that takes for ever.
"""

import re
import time
from collections.abc import Mapping, Sequence
from contextlib import closing
from html import unescape
from random import Random
from typing import Any

import httpx

from bench.attack.api import Tally
from bench.attack.service import HANG_S, Attacked

MARK = "zqhurt"
NASTY = (
    f"<{MARK}>",
    f"\"'><{MARK} onload=x>",
    f"</textarea></script><{MARK}>",
    f"javascript:{MARK}",
    f"x\r\nX-{MARK}: 1\r\n\r\n<{MARK}>",
    f"x\nBcc: {MARK}@evil.example",
    f'=HYPERLINK("http://{MARK}.example")',
    f"@SUM(1){MARK}",
    f"\0{MARK}\ud800",
    "\u202e" + MARK + "\u200b\ufeff",
    "{{7*7}}${7*7}<%= 7*7 %>",
    "' OR 1=1 --",
    "../../../../etc/passwd",
    "%00%0d%0a..%2f",
    "9" * 40,
    "-1",
    "1e999",
    "0000-00-00",
    "2026-02-30",
    "NaN",
    "",
    " ",
    "é" * 3000,
    "a" * 70_000,
)
"""Fields and parts of addresses."""
_THEIRS = re.compile(rf'<{MARK}|\b(?:href|src|action|formaction)="\s*javascript:{MARK}', re.IGNORECASE)
_FORM = re.compile(r"<form\b([^>]*)>(.*?)</form>", re.DOTALL)
_FIELD = re.compile(r"<(?:input|select|textarea|button)\b([^>]*)>")
_NAMED = re.compile(r'\b(name|value|action|method|type)="([^"]*)"')
_SELECT = re.compile(r'<select\b[^>]*name="([^"]*)"[^>]*>.*?<option[^>]*value="([^"]+)"', re.DOTALL)
_LINK = re.compile(r'href="(/[^"#]*)"')
_ENDS = ("sign-out", "/who/leave")
"""What ends one's own session is left alone."""
_USUAL = {"date": "2026-12-01", "number": "3", "email": "office@oak.example", "url": "https://oak.example/"}
_PLACES = (
    "/",
    "/who",
    "/staff",
    "/staff/me",
    "/desk",
    "/policy",
    "/review",
    "/bulletin",
    "/help",
    "/notice",
    "/account",
)


class Wanderer:
    """One person in one browser, who follows links, opens made-up addresses, and sends what hurts with every form."""

    def __init__(self, service: Attacked, name: str, tally: Tally, seed: int) -> None:
        """Begins at the front doors of the rooms."""
        self._service, self._name, self._tally = service, name, tally
        self._client = service.distant(name)
        self._random = Random(seed)  # noqa: S311 - cases, not secrets
        self._known = list(_PLACES)
        self._sent = ""
        self._forms: list[tuple[str, Mapping[str, str], Sequence[str]]] = []

    def close(self) -> None:
        """Hang up."""
        self._client.close()

    def step(self) -> None:
        """One request, and a look at its answer."""
        if self._forms and self._random.random() < 0.5:  # noqa: PLR2004 - as often as not
            self._send()
        else:
            self._open()

    def _open(self) -> None:
        path = self._random.choice(self._known)
        if self._random.random() < 0.4:  # noqa: PLR2004 - often enough that most requests still find something
            path = self._spoilt(path)
        self._ask("GET", path)

    def _spoilt(self, path: str) -> str:
        """With something that hurts in one of its parts, or behind a question mark."""
        bad = self._random.choice(NASTY).encode("utf-8", "replace").decode()[:3000]
        coded = "".join(f"%{byte:02x}" for byte in bad.encode())
        if self._random.random() < 0.5:  # noqa: PLR2004 - as often as not
            return f"{path.partition('?')[0]}?{self._random.choice(('q', 'then', 'at', 'page', 'kind', 'rule'))}={coded}"
        parts = path.partition("?")[0].split("/")
        parts[self._random.randrange(1, len(parts))] = coded
        return "/".join(parts)

    def _send(self) -> None:
        action, fields, files = self._random.choice(self._forms)
        sent = dict(fields)
        for name in self._random.sample(sorted(sent), min(len(sent), self._random.randint(1, 3))):
            if name != "form_token":
                sent[name] = self._random.choice(NASTY).encode("utf-8", "replace").decode()
        more: dict[str, Any] = {"data": sent}
        if files:
            content = self._random.choice(
                (b"", b"\xff\xfe\0", b"PK\x03\x04" + b"\0" * 99, f"a,b\n={MARK},<{MARK}>\n".encode())
            )
            more["files"] = dict.fromkeys(files, (f"<{MARK}>\r\n.csv", content))
        self._ask("POST", action, **more)

    def _ask(self, method: str, path: str, **more: Any) -> None:
        began = time.monotonic()
        self._sent = repr({name: str(value)[:99] for name, value in more.get("data", {}).items()})[:2000]
        try:
            told = self._client.request(method, path, **more)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is told
            self._wrong(method, path, f"no answer: {type(error).__name__}: {error}")
            return
        self._tally.cases[f"{self._name}, pages"] += 1
        self._tally.answers[str(told.status_code)] += 1
        if time.monotonic() - began > HANG_S:
            self._wrong(method, path, "took for ever")
        self.look(method, path, told)

    def look(self, method: str, path: str, told: httpx.Response) -> None:
        """What an answer should not be."""
        is_page = "html" in told.headers.get("content-type", "")
        text, where = told.text if is_page else "", told.headers.get("location", "")
        if told.status_code >= 500:  # noqa: PLR2004 - an error of ours
            self._wrong(method, path, f"status {told.status_code}")
        if _THEIRS.search(text):
            self._wrong(method, path, f"markup of theirs is on the page: {_about(text)}")
        if any(MARK in name for name in told.headers) or "\n" in "".join(told.headers.values()):
            self._wrong(method, path, "they wrote a header")
        if re.match(r"(?i)(?:[a-z]+:)?//(?!sendwell\.example/|provider\.example/)", where):
            self._wrong(method, path, f"leads away to {where[:60]}")
        if where.startswith("/who?then=") and "Cookie" in self._client.headers:
            self.close()
            self._client = self._service.distant(self._name)
        if is_page and told.status_code == 200:  # noqa: PLR2004 - a page that is there
            self._read(path, text)

    def _read(self, path: str, text: str) -> None:
        """Remember where it leads and what it asks for; not how to sign out."""
        links = {unescape(link) for link in _LINK.findall(text)}
        self._known = list(dict.fromkeys([*self._known, *sorted(links)]))[:400]
        for head, inside in _FORM.findall(text):
            said = dict(_NAMED.findall(head))
            action = unescape(said.get("action", "")) or path
            if (
                said.get("method", "get").lower() != "post"
                or any(end in action for end in _ENDS)
                or not action.startswith("/")
            ):
                continue
            held = [dict(_NAMED.findall(field)) for field in _FIELD.findall(inside)]
            fields = {one["name"]: _filled(one) for one in held if "name" in one}
            fields |= {name: unescape(choice) for name, choice in _SELECT.findall(inside)}
            files = [one["name"] for one in held if one.get("type") == "file" and "name" in one]
            self._forms.append((action, {k: v for k, v in fields.items() if k not in files}, files))
        self._forms = self._forms[-200:]

    def _wrong(self, method: str, path: str, said: str) -> None:
        fault = f"{method} {path[:120]} as {self._name}: {said}"
        self._tally.faults[fault] += 1
        self._tally.asked.setdefault(fault, self._sent)


def _about(text: str) -> str:
    """The words around it."""
    found = _THEIRS.search(text)
    at = found.start() if found else 0
    return " ".join(text[max(at - 80, 0) : at + 80].split())


def _filled(field: Mapping[str, str]) -> str:
    """What stands in a field, or what somebody might write there."""
    return unescape(field.get("value", "")) or _USUAL.get(field.get("type", ""), "Words")


def wander(service: Attacked, name: str, steps: int, tally: Tally, seed: int) -> None:
    """So many requests of one person."""
    with closing(Wanderer(service, name, tally, seed)) as wanderer:
        for _ in range(steps):
            wanderer.step()
