"""The whole service asking Exchange, in front of a real provider and a Graph that misbehaves."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from app.doctor import Mark
from app.doctor import _exchange as look_at_exchange
from app.domain.errors import SettingsError
from app.main import create_app
from app.settings import load_settings
from app.wiring.exchange import ExchangeParts
from app.wiring.installation import Installation
from tests.graph_stand_in import Reply, Seen, StandIn, error, graph, tip, told
from tests.oidc_provider import CLIENT, PRIYA, SECRET, Provider, oidc_provider

FAR_OFF = datetime(2100, 1, 1, tzinfo=UTC)
HOME = "https://sendwell.example"
ALL, SAM = "finance@wealdshire.example", "s.lane@wealdshire.example"
BACK = datetime.now(UTC) + timedelta(days=10)
AWAY = {
    "message": "CANARY I am in hospital",
    "scheduledEndTime": {"dateTime": f"{BACK:%Y-%m-%dT12:00:00.0000000}", "timeZone": "UTC"},
}


def tips(seen: Seen, _turn: int) -> Reply:
    every = {
        ALL: tip(ALL, totalMemberCount=812, externalMemberCount=3, isModerated=True),
        SAM: tip(SAM, automaticReplies=AWAY),
    }
    return told(*(every[address] for address in seen.asked if address in every))


@pytest.fixture(scope="module")
def provider(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Provider]:
    with oidc_provider(tmp_path_factory.mktemp("entra"), "entra") as running:
        yield running


@pytest.fixture
def fresh(provider: Provider) -> Provider:
    provider.exchanged.clear()
    provider.on_behalf_of = None
    return provider


def settings(provider: Provider, data: Path, **different: Any) -> dict[str, Any]:
    known: dict[str, Any] = {
        "data": data,
        "sign_in": provider.form,
        "sign_in_authority": provider.authority,
        "sign_in_client": CLIENT,
        "sign_in_secret": SECRET,
        "sign_in_ca_file": provider.certificate,
        "pages_url": HOME,
        "own_domains": ("wealdshire.example",),
        "exchange_facts": True,
        "exchange_wait_ms": 1000,
        "engine": False,
        "sample": True,
    }
    return known | different


class Service:
    """The application, its Graph and its provider."""

    def __init__(self, app: FastAPI, office: StandIn, provider: Provider) -> None:
        self.app, self.office, self.provider = app, office, provider
        self.token = provider.token()

    def check(self, *to: Any, authorization: str | None = None, **more: Any) -> dict[str, Any]:
        """As the pane does, with a token of Priya's; until what was late is there."""
        asked = {
            "draft": {
                "subject": "Plan",
                "body": {"content": "Could you look at the plan for the new hall?"},
                "from": {"address": "p.shah@wealdshire.example"},
                "to": list(to) or [{"address": ALL, "kind": "group"}, {"address": SAM}],
            },
            **more,
        }
        given = authorization or f"Bearer {self.token}"
        client = TestClient(self.app, HOME, client=("203.0.113.9", 5))
        for _ in range(20):
            answer = client.post("/api/v1/checks", json=asked, headers={"Authorization": given})
            assert answer.status_code == 200
            said: dict[str, Any] = answer.json()
            if not any("not answered yet" in one["reason"] for one in said["not_checked"]):
                return said
        pytest.fail("Exchange never answered")

    def ticket(self) -> str:
        client = TestClient(self.app, HOME, client=("203.0.113.9", 5))
        head = {"Authorization": f"Bearer {self.token}"}
        return "Ticket " + str(client.post("/api/v1/tickets", headers=head).json()["ticket"])


@pytest.fixture(scope="module")
def app(provider: Provider, tmp_path_factory: pytest.TempPathFactory) -> FastAPI:
    return create_app(load_settings({}, **settings(provider, tmp_path_factory.mktemp("service"))))


@contextmanager
def serving(
    app: FastAPI, provider: Provider, reply: Callable[[Seen, int], Reply] = tips
) -> Iterator[Service]:
    """As after a start of the service, in front of a Graph that answers so."""
    parts: ExchangeParts = app.state.stop_asking.__self__
    with graph(reply) as office:
        parts.home = office.url
        parts.__dict__.pop("desk", None)
        yield Service(app, office, provider)
        parts.close()


@pytest.fixture
def forgotten(app: FastAPI, fresh: Provider) -> Provider:
    """Nothing was asked yet."""
    parts: ExchangeParts = app.state.stop_asking.__self__
    parts.facts.forget_old(FAR_OFF)
    parts.tokens.forget_old(FAR_OFF)
    return fresh


def not_checked(reply: dict[str, Any]) -> list[str]:
    return [one["reason"] for one in reply["not_checked"] if "not known" in one["reason"]]


def rules(reply: dict[str, Any]) -> dict[str, str]:
    return {advice["rule"]: advice["title"] for advice in reply["advice"]}


def test_a_check_counts_a_group_and_says_who_is_away(app: FastAPI, forgotten: Provider) -> None:
    with serving(app, forgotten) as service:
        reply = service.check()

    assert (reply["audience"]["people"], reply["audience"]["members_outside"]) == (813, 3)
    assert reply["audience"]["is_lower_bound"] is False
    assert "813 people, 3 of them outside" in reply["summary"]
    said = {advice["title"] for advice in reply["advice"]}
    assert "People outside are in this group" in said
    assert any(title.startswith("Away until") for title in said)
    assert {seen.token for seen in service.office.seen} == {f"graph-of-{PRIYA['oid']}"}
    assert len(service.office.seen) == len(forgotten.exchanged) == 1
    assert "CANARY" not in str(reply)


def test_at_send_the_ticket_opens_what_is_known_and_asks_nothing(app: FastAPI, forgotten: Provider) -> None:
    with serving(app, forgotten) as service:
        ticket = service.ticket()
        before = service.check(moment="send", authorization=ticket)
        service.check()
        after = service.check(moment="send", authorization=ticket)

    assert before["audience"]["is_lower_bound"] is True
    assert not_checked(before) == [
        "How many people are in the group is not known: Exchange is asked while you write, with the pane open."
    ]
    assert (after["audience"]["people"], not_checked(after)) == (813, [])
    assert len(service.office.seen) == 1


def test_another_start_of_the_service_knows_it_still(app: FastAPI, forgotten: Provider) -> None:
    with serving(app, forgotten) as service:
        service.check()
    with serving(app, forgotten) as service:
        reply = service.check({"address": SAM})
        assert service.office.seen == []
        service.check()

    assert len(forgotten.exchanged) == 1  # the token too
    assert any(advice["title"].startswith("Away until") for advice in reply["advice"])


def test_a_card_that_rests_on_exchange_can_be_carried_out(app: FastAPI, forgotten: Provider) -> None:
    with serving(app, forgotten) as service:
        to = [{"address": ALL, "kind": "group"}, {"address": "jo@wealdshire.example"}]
        cards = service.check(*to)["advice"]
        card = next(one for one in cards if one["finding"] == "audience-shape/outside-in-group")
        wanted = {
            "draft": {
                "subject": "Plan",
                "body": {"content": "Could you look at the plan for the new hall?"},
                "to": to,
            },
            "rule": card["rule"],
            "finding": card["finding"],
            "kind": "trim-recipients",
            "spans": [
                {name: span[name] for name in ("field", "start", "end", "excerpt")} for span in card["spans"]
            ],
        }
        client = TestClient(app, HOME, client=("203.0.113.9", 5))
        fixed = client.post(
            "/api/v1/fixes", json=wanted, headers={"Authorization": f"Bearer {service.token}"}
        )

    assert fixed.status_code == 200


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (error(503, "serviceNotAvailable", Retry_After="60"), "Exchange cannot be reached just now"),
        (error(429, "ApplicationThrottled", Retry_After="60"), "Exchange cannot be reached just now"),
        ((200, {}, b"<html>"), "Exchange cannot be reached just now"),
        (error(403, "ErrorAccessDenied"), "Exchange may not be asked for you"),
        (error(401, "InvalidAuthenticationToken"), "Exchange may not be asked for you"),
        (told(tip(ALL, totalMemberCount=0)), "Exchange does not say"),
        (told(), "Exchange does not say"),
    ],
)
def test_what_exchange_does_not_say_is_not_known_and_never_nobody(
    app: FastAPI, forgotten: Provider, reply: Reply, said: str
) -> None:
    with serving(app, forgotten, lambda _seen, _turn: reply) as service:
        checked = [service.check({"address": ALL, "kind": "group"}) for _ in range(3)]

    for one in checked:
        (reason,) = not_checked(one)
        assert reason.startswith(f"How many people are in the group is not known: {said}")
        assert (one["audience"]["people"], one["audience"]["is_lower_bound"]) == (1, True)
        assert "at least" in one["summary"]
    assert len(service.office.seen) <= 3


@pytest.mark.parametrize(
    "answer",
    [
        {"error": "invalid_grant", "suberror": "consent_required", "error_description": "AADSTS65001"},
        {"error": "interaction_required", "claims": '{"access_token":{}}'},
    ],
)
def test_without_consent_the_check_is_as_before_and_says_so(
    app: FastAPI, forgotten: Provider, answer: dict[str, str]
) -> None:
    forgotten.on_behalf_of = (400, answer)
    with serving(app, forgotten) as service:
        reply = service.check()

    assert "Exchange may not be asked for you" in not_checked(reply)[0]
    assert service.office.seen == []


def test_nothing_that_was_said_lies_in_the_database_in_words(app: FastAPI, forgotten: Provider) -> None:
    with serving(app, forgotten) as service:
        service.check()

    parts: ExchangeParts = app.state.stop_asking.__self__
    file = Path(str(parts.facts._rows._engine.url.database))  # noqa: SLF001 - where the service keeps it
    found = b"".join(one.read_bytes() for one in file.parent.glob("sendwell.db*"))
    assert len(found) > 10_000
    for word in (b"CANARY", b"s.lane@", b"finance@", b"graph-of-", b"automaticReplies"):
        assert word not in found


def test_the_doctor_says_how_it_stands(app: FastAPI, forgotten: Provider) -> None:
    parts: ExchangeParts = app.state.stop_asking.__self__
    data = Path(str(parts.facts._rows._engine.url.database)).parent  # noqa: SLF001 - where the service keeps it
    with serving(app, forgotten) as service:
        before = _doctor(forgotten, data)
        service.check()
        after = _doctor(forgotten, data)

    assert before[0] is Mark.NOTE
    assert f"/adminconsent?client_id={CLIENT}" in before[1]
    assert "Mail.Read" in before[1]
    assert after == (Mark.WELL, "asked for 1 people within the hour; 2 mailboxes and groups are known")


def _doctor(provider: Provider, data: Path) -> tuple[Mark, str]:
    mark, said = look_at_exchange(Installation(load_settings({}, **settings(provider, data))))
    assert isinstance(mark, Mark)
    return mark, said


@pytest.mark.parametrize("different", [{"sign_in": "local"}, {"sign_in": "oidc"}])
def test_it_is_for_entra_alone(fresh: Provider, tmp_path: Path, different: dict[str, Any]) -> None:
    with pytest.raises(SettingsError, match="SENDWELL_EXCHANGE_FACTS"):
        Installation(load_settings({}, **settings(fresh, tmp_path, **different))).check_setup()


def test_where_it_is_not_set_nobody_is_asked_and_nothing_is_missing(fresh: Provider, tmp_path: Path) -> None:
    quiet = create_app(load_settings({}, **settings(fresh, tmp_path, exchange_facts=False)))
    with serving(quiet, fresh) as service:
        reply = service.check()

    assert (not_checked(reply), service.office.seen, fresh.exchanged) == ([], [], [])
    assert (reply["audience"]["people"], reply["audience"]["members_outside"]) == (2, 0)
