"""What lies in a browser that signed in, and what does not?"""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

from fastapi.testclient import TestClient

from app.adapters.store.sessions import SqlSessions
from app.web.people import COOKIE
from app.web.sign_in.provider import BEGUN
from tests.conftest import opened
from tests.security.whole_service import PEOPLE, Whole
from tests.web.conftest import Browser, app_for, site_for
from tests.web.test_sign_in import FROM_FAR, HOME, back, door


def attributes(cookie: str) -> set[str]:
    return {part.strip().lower() for part in cookie.split(";")[1:]}


def test_every_cookie_is_for_this_host_alone() -> None:
    app = app_for(site_for(door=door()))
    browser = Browser(TestClient(app, HOME, client=FROM_FAR, follow_redirects=False))
    told = browser.send("/who/sign-in", {}).headers.get_list("set-cookie")
    told += back(browser, "priya").headers.get_list("set-cookie")
    told += browser.send("/who/leave", {}, on="/account").headers.get_list("set-cookie")

    assert {cookie.partition("=")[0] for cookie in told} == {COOKIE, BEGUN}
    for cookie in told:
        said = attributes(cookie)
        assert cookie.startswith("__Host-")
        assert {"secure", "httponly", "path=/"} <= said
        assert not any(word.startswith("domain") for word in said)
        wanted = "samesite=lax" if cookie.startswith(COOKIE) else "samesite=none"
        assert wanted in said
    session = next(cookie for cookie in told if cookie.startswith(COOKIE))
    assert not any(word.startswith(("max-age", "expires")) for word in attributes(session))


def test_no_page_holds_the_session(whole: Whole) -> None:
    tokens = set(whole.sessions.values())
    for path in whole.paths("GET"):
        answer = whole.ask("GET", path)
        assert not any(token in answer.text or token in str(answer.headers) for token in tokens), path


def test_a_session_has_256_bits_and_never_comes_twice(tmp_path: Path) -> None:
    with opened(f"sqlite:///{tmp_path / 'sessions.db'}") as engine:
        sessions = SqlSessions(engine, timedelta(hours=1), timedelta(hours=12))
        made = {sessions.start(who, datetime.now(UTC)) for who in PEOPLE.values() for _ in range(20)}

    assert len(made) == 20 * len(PEOPLE)
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{43}", token) for token in made)
