"""The whole service in front of a real provider: the desk by the browser, the API by the add-in's token."""

import re
import ssl
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from html import unescape
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi.testclient import TestClient
from structlog.testing import capture_logs

from app.doctor import Mark, diagnose
from app.domain.errors import SettingsError
from app.main import create_app
from app.settings import load_settings
from app.wiring.installation import Installation
from tests.fakes import FakeClock
from tests.oidc_provider import CLIENT, PRIYA, SECRET, TENANT, Provider, oidc_provider

HOME = "https://sendwell.example"
DRAFT = {"draft": {"subject": "Hello", "body": {"content": "Please send the form by Friday."}}}


@pytest.fixture(scope="module", params=["entra", "oidc"])
def provider(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Provider]:
    with oidc_provider(tmp_path_factory.mktemp(request.param), request.param) as running:
        yield running


def settings_for(provider: Provider, data: Path, **different: Any) -> dict[str, Any]:
    known: dict[str, Any] = {
        "data": data,
        "sign_in": provider.form,
        "sign_in_authority": provider.authority,
        "sign_in_client": CLIENT,
        "sign_in_secret": SECRET,
        "sign_in_ca_file": provider.certificate,
        "pages_url": HOME,
        "host": "0.0.0.0",  # noqa: S104 - where people sign in it may be reached
        "roles_given_by": "the ICT service desk",
        "engine": False,
        "sample": True,
    }
    return known | different


@pytest.fixture(scope="module")
def app(provider: Provider, tmp_path_factory: pytest.TempPathFactory) -> Any:
    return create_app(load_settings({}, **settings_for(provider, tmp_path_factory.mktemp("service"))))


def browser(app: Any) -> TestClient:
    return TestClient(app, HOME, client=("203.0.113.9", 5), follow_redirects=False)


def sign_in(app: Any, provider: Provider, path: str) -> tuple[TestClient, Any]:
    """All the way: our page, its button, the provider's, and back."""
    here = browser(app)
    asked = here.get(here.get(path).headers["location"]).text
    return here, through(here, provider, fields(asked) | {"asking": "usual"})


def fields(page: str) -> dict[str, str]:
    return {name: unescape(said) for name, said in re.findall(r'name="(\w+)" value="([^"]*)"', page)}


def through(here: TestClient, provider: Provider, form: dict[str, str]) -> Any:
    """From the press of a button to the provider and back."""
    begin = here.post("/who/sign-in", data=form, headers={"Sec-Fetch-Site": "same-origin"}).text
    return there_and_back(here, provider, begin)


def there_and_back(here: TestClient, provider: Provider, going: str) -> Any:
    """By the page that goes on by itself."""
    address = re.search(r'content="0; url=([^"]+)"', going)
    assert address
    trust = ssl.create_default_context(cafile=str(provider.certificate))
    with httpx.Client(verify=trust) as web:
        page = web.get(unescape(address[1])).text
    return here.post(
        "/who/back", data=fields(page), headers={"Origin": provider.url, "Sec-Fetch-Site": "cross-site"}
    )


def test_an_editor_comes_to_the_desk_and_not_to_the_policy(app: Any, provider: Provider) -> None:
    here, back = sign_in(app, provider, "/desk/issues")

    assert back.headers["location"] == "/desk/issues"
    assert here.get("/desk/issues").status_code == 200
    told = here.get("/policy")
    assert told.status_code == 403
    assert "ask the ICT service desk for the role “Sendwell.Administrator”" in told.text
    assert here.get("/api/v1/me").json()["address"] == "p.shah@wealdshire.example"


def test_sessions_are_ended_after_a_proof_of_now(app: Any, provider: Provider) -> None:
    here, _ = sign_in(app, provider, "/account")
    other, _ = sign_in(app, provider, "/account")
    page = here.get("/account").text
    assert "Sign in again to end sessions" in page  # an hour ago is what the provider says
    assert through(here, provider, fields(page) | {"asking": "again"}).headers["location"] == "/account"

    page = here.get("/account").text
    end = fields(page.split("Another browser")[1]) | {"form_token": fields(page)["form_token"]}
    told = here.post("/account/sign-out", data=end, headers={"Sec-Fetch-Site": "same-origin"})
    assert told.headers["location"] == "/account"
    assert other.get("/account").status_code == 303
    assert here.get("/account").status_code == 200


def test_the_provider_tells_of_a_closed_account(app: Any, provider: Provider) -> None:
    here, _ = sign_in(app, provider, "/account")
    told = browser(app).post("/who/back-channel", data={"logout_token": provider.logout_token()})

    if provider.form == "entra":
        assert told.status_code == 404  # it sends none
        return
    assert told.status_code == 200
    assert here.get("/account").status_code == 303
    again = browser(app).post("/who/back-channel", data={"logout_token": provider.token()})
    assert (again.status_code, again.json()["error"]) == (400, "invalid_request")


def test_round_by_the_provider_after_half_an_hour(app: Any, provider: Provider) -> None:
    here, _ = sign_in(app, provider, "/account")
    site, now = app.state.web, datetime.now(UTC)
    app.state.web = replace(site, clock=FakeClock(now + timedelta(minutes=31)))
    try:
        going = here.get(here.get("/account").headers["location"]).text
        provider.person = {**provider.person, "roles": ["Sendwell.Administrator"]}
        assert there_and_back(here, provider, going).headers["location"] == "/account"
        assert provider.asked["prompt"] == "none"
        assert here.get("/policy").status_code == 200
        assert here.get("/desk").status_code == 403
    finally:
        app.state.web, provider.person = site, dict(PRIYA)


@pytest.mark.parametrize("amr", [["pwd"], ["pwd", "mfa"]])
def test_a_second_factor_where_it_is_asked_for(provider: Provider, tmp_path: Path, amr: list[str]) -> None:
    strict = create_app(load_settings({}, **settings_for(provider, tmp_path, sign_in_factors="mfa,hwk")))
    provider.alter = lambda claims: claims | {"amr": amr}
    try:
        told = sign_in(strict, provider, "/account")[1]
    finally:
        provider.alter = lambda claims: claims

    assert told.status_code == (303 if "mfa" in amr else 403)
    assert ("Sendwell asks for a stronger sign-in" in told.text) is ("mfa" not in amr)


def test_the_add_in_brings_a_token(app: Any, provider: Provider) -> None:
    bearer = {"Authorization": f"Bearer {provider.token()}"}
    checked = browser(app).post("/api/v1/checks", json=DRAFT, headers=bearer)

    assert checked.status_code == 200
    assert browser(app).get("/api/v1/me", headers=bearer).json()["name"] == "Priya Shah"
    assert browser(app).post("/api/v1/checks", json=DRAFT).status_code == 401


def test_the_pane_is_told_how_to_get_one_and_may_ask_there(app: Any, provider: Provider) -> None:
    told = browser(app).get("/api/v1/sign-in")
    is_entra = provider.form == "entra"

    assert told.json() == {
        "authority": provider.authority,
        "client": CLIENT,
        "scope": f"{CLIENT}/Draft.Check" if is_entra else "Draft.Check",
        "is_entra": is_entra,
        "closed_at_send": [],
    }
    assert f"connect-src 'self' {provider.url};" in told.headers["Content-Security-Policy"]


def test_a_ticket_is_left_for_the_send_event(app: Any, provider: Provider) -> None:
    bearer = {"Authorization": f"Bearer {provider.token()}"}
    given = browser(app).post("/api/v1/tickets", headers=bearer).json()
    ticket = {"Authorization": f"Ticket {given['ticket']}"}

    assert browser(app).post("/api/v1/checks", json=DRAFT, headers=ticket).status_code == 200
    assert browser(app).get("/api/v1/me", headers=ticket).status_code == 401


def test_a_refused_token_is_in_the_log_by_its_reason_alone(app: Any, provider: Provider) -> None:
    forged = provider.token(azp="another add-in")
    with capture_logs() as lines:
        told = browser(app).post("/api/v1/checks", json=DRAFT, headers={"Authorization": f"Bearer {forged}"})

    assert told.status_code == 401
    assert {"event": "token refused", "reason": "client", "log_level": "warning"} in lines
    assert forged not in str(lines)
    assert "Priya" not in str(lines)


def test_what_is_held_about_somebody_is_theirs_whatever_a_draft_says(app: Any, provider: Provider) -> None:
    """A draft in another's name leaves its record with whoever had it checked."""
    bearer = {"Authorization": f"Bearer {provider.token()}"}
    held = browser(app).get("/api/v1/me", headers=bearer).json()["held"]["checks"]
    posed = {"draft": {**DRAFT["draft"], "from": {"address": "t.aldous@wealdshire.example", "name": "Tom"}}}
    assert browser(app).post("/api/v1/checks", json=posed, headers=bearer).status_code == 200

    assert browser(app).get("/api/v1/me", headers=bearer).json()["held"]["checks"] == held + 1


@pytest.mark.parametrize(
    ("different", "said"),
    [
        ({"sign_in_secret": None}, "SENDWELL_SIGN_IN_SECRET is not set"),
        ({"sign_in_client": None}, "SENDWELL_SIGN_IN_CLIENT is not set"),
        ({"sign_in_authority": None}, "SENDWELL_SIGN_IN_AUTHORITY is not set"),
        ({"pages_url": None}, "SENDWELL_PAGES_URL is not set"),
        ({"sign_in_ca_file": Path("nowhere.pem")}, "SENDWELL_SIGN_IN_CA_FILE cannot be used"),
        ({"sign_in": "local"}, "set SENDWELL_SIGN_IN to entra or oidc"),
    ],
)
def test_it_does_not_start_half_set_up(
    provider: Provider, tmp_path: Path, different: dict[str, Any], said: str
) -> None:
    with pytest.raises(SettingsError, match=re.escape(said)):
        create_app(load_settings({}, **settings_for(provider, tmp_path, **different)))


@pytest.mark.parametrize("authority", ["organizations", "common", "wealdshire.example"])
def test_entra_is_told_whose_people_may_come_in(provider: Provider, tmp_path: Path, authority: str) -> None:
    open_to_all = {"sign_in": "entra", "sign_in_authority": f"https://login.microsoftonline.com/{authority}"}
    with pytest.raises(SettingsError, match="SENDWELL_SIGN_IN_TENANTS"):
        create_app(load_settings({}, **settings_for(provider, tmp_path, **open_to_all)))

    named = Installation(
        load_settings({}, **settings_for(provider, tmp_path, **open_to_all, sign_in_tenants=TENANT))
    )
    assert named.sign_in.registration.tenants == {TENANT}


@pytest.mark.parametrize(
    ("different", "mark", "said"),
    [
        ({}, Mark.NOTE, "second factor is not looked at"),
        ({"sign_in_contexts": "c1"}, Mark.WELL, "which is there"),
        ({"sign_in_factors": "mfa"}, Mark.WELL, "which is there"),
        ({"sign_in_secret": "short"}, Mark.MEND, "secret is short"),
        ({"role_editor": "Staff", "role_administrator": "Staff"}, Mark.MEND, "same name"),
        ({"sign_in": "local", "host": "127.0.0.1"}, Mark.NOTE, "pick who they are"),
    ],
)
def test_doctor_finds_weak_settings(
    provider: Provider, tmp_path: Path, different: dict[str, Any], mark: Mark, said: str
) -> None:
    made = Installation(load_settings({}, **settings_for(provider, tmp_path, **different)))
    found = next(one for one in diagnose(made) if one.part == "sign-in")

    assert (found.mark, said in found.said) == (mark, True), found.said


def test_doctor_knows_an_add_in_of_entra_by_its_id(provider: Provider, tmp_path: Path) -> None:
    named = settings_for(
        provider, tmp_path, sign_in="entra", sign_in_tenants=TENANT, sign_in_clients=f"{CLIENT},outlook"
    )

    assert "no id" in Installation(load_settings({}, **named)).sign_in.weak()[0]


def test_doctor_says_when_the_provider_is_away(provider: Provider, tmp_path: Path) -> None:
    provider.is_down = True
    made = Installation(load_settings({}, **settings_for(provider, tmp_path)))
    found = next(one for one in diagnose(made) if one.part == "sign-in")
    provider.is_down = False

    assert found.mark is Mark.MEND
    assert "keys cannot be fetched" in found.said
