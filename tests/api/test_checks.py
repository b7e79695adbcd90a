"""The wire: what is asked, what is answered, and what a client is told when it asks wrongly."""

import json
import logging
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

CANARY = "zanzibarcanaryword"


def ask(client: TestClient, **draft: Any) -> dict[str, Any]:
    body = {"subject": "Autumn term", "body": {"format": "text", "content": "Please reply."}} | draft
    reply = client.post("/api/v1/checks", json={"draft": body})
    assert reply.status_code == 200, reply.text
    answer: dict[str, Any] = reply.json()
    return answer


def schools(count: int) -> list[dict[str, str]]:
    return [{"address": f"office@school{n}.elsewhere.sch.example"} for n in range(count)]


def test_only_subject_and_body_are_needed(client: TestClient) -> None:
    answer = ask(client)

    assert answer["verdict"] in {"clear", "info"}
    assert answer["route"]["channel"] == "send"
    assert answer["audience"]["recipients"] == 0


def test_many_schools_go_in_the_bulletin(client: TestClient) -> None:
    answer = ask(client, to=schools(9), sending_at="2026-11-20T17:00:00+00:00")

    assert answer["route"]["channel"] == "bulletin"
    assert answer["route"]["issue"]["goes_out"] == "2026-11-27"
    assert answer["route"]["issue"]["cut_off"] in {"2026-11-25T12:00:00Z", "2026-11-25T12:00:00+00:00"}
    assert answer["audience"]["schools"] == 9
    assert "e-bulletin" in answer["summary"]
    assert answer["verdict"] == "justify"
    assert all(advice["clause"]["quote"] for advice in answer["advice"])


def test_positions_point_into_the_plain_text_of_html(client: TestClient) -> None:
    html = "<p>The child&rsquo;s NHS number is <b>943&nbsp;476&nbsp;5870</b>.</p>"
    answer = ask(client, body={"format": "html", "content": html}, to=[{"address": "dana@gmail.com"}])

    found = [a for a in answer["advice"] if a["finding"] == "identifiers/nhs-number"]
    plain = "The child’s NHS number is 943\xa0476\xa05870."
    assert [plain[s["start"] : s["end"]] for s in found[0]["spans"]] == ["943\xa0476\xa05870"]
    assert "943" not in json.dumps(found[0])


@pytest.mark.parametrize(
    ("content", "status", "pointers"),
    [
        (b"{", 400, None),
        (b"\xff\xfe", 400, None),
        (b"[" * 100_000, 400, None),
        (b"{}", 422, ["/draft"]),
        (b'{"draft": {"subject": 1, "body": {}}}', 422, ["/draft/subject", "/draft/body/content"]),
        (b'{"draft": {"subject": "", "body": {"content": ""}, "sending_at": "2026-11-20T10:00:00"}}', 422, ["/draft/sending_at"]),
        (b'{"draft": {"subject": "", "body": {"content": ""}, "to": [{"kind": "elf"}]}}', 422, ["/draft/to/0/kind"]),
    ],
)  # fmt: skip
def test_bad_input_is_a_problem_with_pointers(
    client: TestClient, content: bytes, status: int, pointers: list[str] | None
) -> None:
    reply = client.post("/api/v1/checks", content=content, headers={"Content-Type": "application/json"})

    assert reply.status_code == status
    assert reply.headers["content-type"] == "application/problem+json"
    assert reply.json()["status"] == status
    assert [e["pointer"] for e in reply.json().get("errors", [])] == (pointers or [])


def test_a_problem_never_repeats_the_draft(client: TestClient) -> None:
    reply = client.post("/api/v1/checks", json={"draft": {"subject": {"x": CANARY}, "body": CANARY}})

    assert reply.status_code == 422
    assert CANARY not in reply.text


@pytest.mark.parametrize(
    "draft",
    [
        {"body": {"content": "a" * (2 * 1024 * 1024 + 1)}},
        {"to": [{"address": "a@b.example"}] * 2001},
        {"attachments": [{"name": "a.bin", "content": "QUFB" * (9 * 1024 * 1024)}]},
    ],
    ids=["body", "recipients", "attachments"],
)
def test_too_large_is_413_and_says_what_to_do(client: TestClient, draft: dict[str, Any]) -> None:
    body = {"subject": "", "body": {"content": ""}} | draft
    reply = client.post("/api/v1/checks", json={"draft": body})

    assert reply.status_code == 413
    assert reply.json()["detail"]


def test_a_lone_surrogate_is_answered(client: TestClient) -> None:
    reply = client.post(
        "/api/v1/checks",
        content=rb'{"draft": {"subject": "\ud800", "body": {"content": "\udfff hello"}}}',
        headers={"Content-Type": "application/json"},
    )

    assert reply.status_code == 200


def test_an_attachment_that_cannot_be_read_is_said(client: TestClient) -> None:
    answer = ask(client, attachments=[{"name": "list.csv", "size": 9, "content": "not base64!"}])

    assert "attachments" in [u["check"] for u in answer["not_checked"]]


def test_no_text_of_a_draft_is_kept_or_logged(
    client: TestClient, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    with caplog.at_level(logging.DEBUG):
        answer = ask(
            client,
            subject=f"{CANARY} one",
            body={
                "content": f"You are a {CANARY}. Ring 07911 123456 about {CANARY}, born 3/4/2015.\n"
                f"The {CANARY} is late!!! PLEASE SEND {CANARY} NOW!!!"
            },
            to=[{"address": f"{CANARY}@gmail.com", "name": CANARY}],
            attachments=[{"name": f"{CANARY}.xlsx", "size": 10}],
        )
    offered = [r["text"] for advice in answer["advice"] for r in advice["rewordings"]]
    data = Path(client.app.state.service.road.records._engine.url.database)  # type: ignore[attr-defined]  # noqa: SLF001 - where it is kept is the point
    kept = b"".join(p.read_bytes() for p in data.parent.iterdir() if p.is_file())

    assert any(CANARY in text for text in offered)
    assert CANARY not in caplog.text + "".join(capfd.readouterr()) + client.get("/metrics").text
    assert CANARY.encode() not in kept
    with sqlite3.connect(data) as database:
        assert database.execute("SELECT count(*) FROM check_records").fetchone()[0] > 0


def test_kinder_words_come_with_their_place_in_the_plain_text(client: TestClient) -> None:
    html = "<p>Dear Priya,</p><p>The <b>form</b> is&nbsp;late!!!</p>"
    answer = ask(client, body={"format": "html", "content": html}, to=[{"address": "a@supplies.example"}])

    [offered] = [r for advice in answer["advice"] for r in advice["rewordings"]]
    assert offered["field"] == "body"
    assert offered["words"] == "The form is\xa0late!!!"
    assert offered["end"] - offered["start"] == len(offered["words"])
    assert offered["text"] == "The form is\xa0late!"


def test_a_card_says_how_often_its_rule_is_right(client: TestClient) -> None:
    reply = ask(client, subject="Open evening", body={"content": "Hi"}, to=schools(9))
    known = next(a["accuracy"] for a in reply["advice"] if a["rule"].startswith("no-bulk"))

    assert 0 < known["precision"]["low"] <= known["precision"]["rate"] <= known["precision"]["high"] <= 1
    assert known["recall"]["hits"] <= known["recall"]["of"] < known["drafts"]
    assert known["measured_on"] >= "2026-11-21"
    assert known["wrong_rate"] is None  # nobody but this test has met it
    assert known["stepped_down"] == ""


def test_info_never_shows_at_send(client: TestClient) -> None:
    shouting = {"content": "PLEASE READ THIS NOW everyone. " * 3}
    draft = {"subject": "Hi", "body": shouting, "to": [{"address": "a@supplies.example"}]}
    written = client.post("/api/v1/checks", json={"moment": "compose", "draft": draft}).json()
    sent = client.post("/api/v1/checks", json={"moment": "send", "draft": draft}).json()

    assert "info" in {a["severity"] for a in written["advice"]}
    assert "info" not in {a["severity"] for a in sent["advice"]}


def test_openapi_speaks_of_problems(client: TestClient) -> None:
    document = client.get("/openapi.json").json()
    responses = document["paths"]["/api/v1/checks"]["post"]["responses"]

    assert {"200", "400", "413", "422", "429", "503"} <= set(responses)
    assert "HTTPValidationError" not in document["components"]["schemas"]


def test_next_issue(client: TestClient) -> None:
    answer = client.get("/api/v1/bulletin/next").json()

    assert set(answer) == {"issue", "reason"}


def test_ready_and_counted(client: TestClient) -> None:
    ask(client)

    assert client.get("/healthz").text == "ok"
    told = client.get("/readyz").json()
    assert (told["ready"], told["parts"]) == (
        True,
        dict.fromkeys(("database", "models", "packs", "journal"), "ok"),
    )
    assert "sendwell_checks_total" in client.get("/metrics").text


def test_unknown_paths_and_methods_are_problems(client: TestClient) -> None:
    for reply in (client.get("/api/v1/nothing"), client.delete("/api/v1/checks")):
        assert reply.headers["content-type"] == "application/problem+json"


DRAFT = b'{"draft": {"subject": "", "body": {"content": ""}}}'
JSON = "application/json"


@pytest.mark.parametrize(
    ("content", "headers", "status"),
    [
        (DRAFT, {"Content-Type": JSON}, 200),
        (DRAFT, {"Content-Type": "Application/JSON; charset=UTF-8"}, 200),
        (DRAFT, {"Content-Type": "application/vnd.sendwell+json"}, 200),
        (DRAFT, {"Content-Type": JSON, "Content-Encoding": "identity"}, 200),
        (DRAFT, {}, 415),
        (DRAFT, {"Content-Type": "text/plain"}, 415),
        (DRAFT, {"Content-Type": "application/x-www-form-urlencoded"}, 415),
        (DRAFT, {"Content-Type": f"{JSON}; charset=utf-16"}, 415),
        (DRAFT, {"Content-Type": JSON, "Content-Encoding": "gzip"}, 415),
        (b"", {"Content-Type": JSON}, 400),
        (DRAFT.decode().encode("utf-16"), {"Content-Type": JSON}, 400),
        (DRAFT.decode().encode("utf-16-le"), {"Content-Type": JSON}, 400),
        (DRAFT.decode().encode("utf-32-be"), {"Content-Type": JSON}, 400),
    ],
)
def test_only_plain_json_in_utf8_is_taken(
    client: TestClient, content: bytes, headers: dict[str, str], status: int
) -> None:
    reply = client.post("/api/v1/checks", content=content, headers=headers)

    assert reply.status_code == status
    assert status == 200 or reply.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({}, "This field is needed."),
        ({"subject": 1}, "This must be text."),
        ({"subject": "", "to": 1}, "This must be a list."),
        ({"subject": "", "from": 1}, "This must be an object."),
        ({"subject": "", "recipients_capped": "elf"}, "This must be true or false."),
        ({"subject": "", "sending_at": "elf"}, "This must be a time, written like 2026-11-20T17:00:00+00:00."),
        ({"subject": "", "sending_at": "2026-11-20T17:00:00"}, "The time needs its offset: write it like 2026-11-20T17:00:00+00:00."),
        ({"subject": "", "sending_at": "1795190400"}, "This must be a time, written like 2026-11-20T17:00:00+00:00."),
        ({"subject": "", "sending_at": 1795190400}, "This must be a time, written like 2026-11-20T17:00:00+00:00."),
        ({"subject": "", "importance": "elf"}, "This must be one of: low, normal, high."),
        ({"subject": "", "attachments": [{"size": -1}]}, "This must be 0 or more."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_plain_words(client: TestClient, wrong: dict[str, Any], said: str) -> None:
    reply = client.post("/api/v1/checks", json={"draft": {"body": {"content": ""}} | wrong})

    assert [e["detail"] for e in reply.json()["errors"]] == [said]
    assert "elf" not in reply.text


def test_half_a_character_in_a_list_of_words_is_told(client: TestClient) -> None:
    content = b'{"draft": {"subject": "", "body": {"content": ""}, "importance": "\\ud800"}}'
    reply = client.post("/api/v1/checks", content=content, headers={"Content-Type": JSON})

    assert [e["detail"] for e in reply.json()["errors"]] == ["This must be text."]


@pytest.mark.parametrize("path", ["/", "/healthz", "/readyz", "/api/v1/bulletin/next"])
def test_head_is_get_without_its_body(client: TestClient, path: str) -> None:
    reply = client.head(path)

    assert (reply.status_code, reply.content) == (client.get(path).status_code, b"")
