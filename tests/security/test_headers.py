"""Every answer of every route, good or bad: what does it promise to browsers?"""

from typing import Any

import pytest

from tests.security.whole_service import Whole

WRONG = [
    ("GET", "/nowhere"),
    ("POST", "/metrics"),
    ("GET", "/policy/packs/none"),
    ("GET", "/documents/x/y"),
    ("GET", "/api/v1/bulletin/items/none"),
    ("POST", "/api/v1/checks"),
    ("GET", "/static/none.css"),
    ("GET", "/addin/none.js"),
    ("GET", "/static/sendwell.css"),
]
NOT_SOMEBODYS = ("/addin", "/static", "/bulletin", "/documents", "/.well-known", "/manifest", "/try", "/leave", "/healthz", "/readyz", "/metrics", "/nowhere", "/openapi.json")  # fmt: skip
"""What is the same for everybody, whoever asks."""
NO_WORDS = {204, 303, 304, 307, 405}


@pytest.fixture(scope="module")
def answers(whole: Whole) -> list[tuple[str, Any]]:
    """Each GET as whoever may, and as nobody; and what goes wrong."""
    asked = [(path, whole.ask("GET", path)) for path in whole.paths("GET")]
    asked += [(path, whole.client(None).get(path)) for path in whole.paths("GET")]
    asked += [(path, whole.ask(method, path)) for method, path in WRONG]
    return asked


def test_there_are_answers_of_every_sort(answers: list[tuple[str, Any]]) -> None:
    told = [answer.status_code for _, answer in answers]

    assert len(told) > 150
    assert {200, 303, 401, 404, 405} <= set(told)
    assert not any(
        status >= 500 and path != "/readyz" for (path, _), status in zip(answers, told, strict=True)
    )


def test_every_answer_makes_the_promises(answers: list[tuple[str, Any]]) -> None:
    for path, answer in answers:
        policy = {
            word.split()[0]: word.split()[1:]
            for word in answer.headers["content-security-policy"].split("; ")
        }
        scripts = policy.get("script-src", policy.get("default-src", ["*"]))
        assert {"'self'", "'none'", "https://appsforoffice.microsoft.com"} >= set(scripts), path
        if "sandbox" not in policy:
            assert policy.get("base-uri") == ["'none'"], path
            assert policy.get("object-src", policy["default-src"]) == ["'none'"], path
        assert policy["frame-ancestors"], path
        assert answer.headers["x-content-type-options"] == "nosniff", path
        assert answer.headers["referrer-policy"] in {"no-referrer", "same-origin"}, path
        assert answer.headers["strict-transport-security"] == "max-age=31536000", path
        assert "server" not in answer.headers, path


def test_only_the_add_ins_files_may_be_framed(answers: list[tuple[str, Any]]) -> None:
    framed = {
        path
        for path, answer in answers
        if "frame-ancestors 'none'" not in answer.headers["content-security-policy"]
        and "text/html" in answer.headers.get("content-type", "")
    }

    assert {path for path in framed if not path.startswith("/addin")} <= {"/", "/paste"}


def test_every_answer_says_what_it_is(answers: list[tuple[str, Any]]) -> None:
    for path, answer in answers:
        kind = answer.headers.get("content-type", "")
        if answer.content:
            assert kind, path
        is_said_inside = "xml" in kind and b'encoding="utf-8"' in answer.content[:60].lower()
        if kind.startswith("text/") or ("xml" in kind and not is_said_inside):
            assert "charset=utf-8" in kind.lower(), (path, kind)
        if "html" in kind:
            assert answer.text.lstrip().lower().startswith("<!doctype html"), path


def test_what_is_somebodys_is_kept_in_no_cache(answers: list[tuple[str, Any]]) -> None:
    for path, answer in answers:
        is_everybodys = path.startswith(NOT_SOMEBODYS) or path in {"/", "/paste"}
        if not is_everybodys and answer.status_code not in NO_WORDS:
            assert "no-store" in answer.headers.get("cache-control", ""), (path, answer.status_code)


def test_nothing_of_somebody_may_be_shared_by_a_cache(answers: list[tuple[str, Any]]) -> None:
    for path, answer in answers:
        if "public" in answer.headers.get("cache-control", ""):
            assert "set-cookie" not in answer.headers, path
            assert "Ann Hall" not in answer.text, path
