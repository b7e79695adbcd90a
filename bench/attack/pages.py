"""What do the pages make of hostile addresses, fields and files, sent by people who may be there?

Forms are read off the pages themselves, so that no field is forgotten, and filled with what hurts: markup, the start
of a header, formulas, letters that are none, numbers beyond any. Whatever comes of it is an answer: no error of ours,
no markup of theirs, no header that they wrote, nothing that takes for ever.
"""

import re
import time
from collections.abc import Mapping, Sequence
from html import unescape
from random import Random
from typing import Any

from bench.attack.api import HANG_S, Tally
from bench.attack.service import Attacked

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
_FORM = re.compile(r"<form\b([^>]*)>(.*?)</form>", re.DOTALL)
_FIELD = re.compile(r"<(?:input|select|textarea|button)\b([^>]*)>")
_NAMED = re.compile(r'\b(name|value|action|method|type)="([^"]*)"')
_LINK = re.compile(r'href="(/[^"#]*)"')
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
        self._client, self._name, self._tally = service.browser(name), name, tally
        self._random = Random(seed)  # noqa: S311 - cases, not secrets
        self._known = list(_PLACES)
        self._forms: list[tuple[str, Mapping[str, str], Sequence[str]]] = []

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
        try:
            told = self._client.request(method, path, **more)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is told
            self._wrong(method, path, f"no answer: {type(error).__name__}: {error}")
            return
        self._tally.cases[f"{self._name}, pages"] += 1
        self._tally.answers[str(told.status_code)] += 1
        is_page = "html" in told.headers.get("content-type", "")
        text = told.text if is_page else ""
        if told.status_code >= 500:  # noqa: PLR2004 - an error of ours
            self._wrong(method, path, f"status {told.status_code}")
        if time.monotonic() - began > HANG_S:
            self._wrong(method, path, "took for ever")
        if f"<{MARK}" in text or f'javascript:{MARK}"' in text:
            self._wrong(method, path, "markup of theirs is on the page")
        if any(MARK in name for name in told.headers) or "\n" in "".join(told.headers.values()):
            self._wrong(method, path, "they wrote a header")
        where = told.headers.get("location", "")
        if re.match(r"(?i)(?:[a-z]+:)?//(?!sendwell\.example/|login\.example/)", where):
            self._wrong(method, path, f"leads away to {where[:60]}")
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
                or "sign-out" in action
                or not action.startswith("/")
            ):
                continue
            held = [dict(_NAMED.findall(field)) for field in _FIELD.findall(inside)]
            fields = {one["name"]: unescape(one.get("value", "")) for one in held if "name" in one}
            files = [one["name"] for one in held if one.get("type") == "file" and "name" in one]
            self._forms.append((action, {k: v for k, v in fields.items() if k not in files}, files))
        self._forms = self._forms[-200:]

    def _wrong(self, method: str, path: str, said: str) -> None:
        self._tally.faults[f"{method} {path[:120]} as {self._name}: {said}"] += 1


def wander(service: Attacked, name: str, steps: int, tally: Tally, seed: int) -> None:
    """So many requests of one person."""
    wanderer = Wanderer(service, name, tally, seed)
    for _ in range(steps):
        wanderer.step()
