"""Settings of outgoing mail: what is chosen is built, and what is missing is named."""

from pathlib import Path

import pytest

from app.adapters.clock import SystemClock
from app.adapters.graph.publisher import GraphPublisher
from app.adapters.mail.smtp import SmtpPublisher
from app.domain.errors import SettingsError
from app.domain.mailing import Pace
from app.settings import load_settings
from app.wiring.ground import Ground
from app.wiring.mail import Mail

SMTP = {"publisher": "smtp", "mail_from": "bulletin@council.example", "smtp_host": "mail.council.example"}
GRAPH = {
    "publisher": "graph",
    "mail_from": "bulletin@council.example",
    "graph_tenant": "council.example",
    "graph_client": "5f0c",
    "graph_secret": "made up",
}


def mail(folder: Path, **chosen: object) -> Mail:
    return Mail(Ground(load_settings({}, data=folder, **chosen), SystemClock()))


def test_nothing_is_sent_unless_it_is_chosen(tmp_path: Path) -> None:
    made = mail(tmp_path)

    made.check_setup()
    assert not made.is_sent
    with pytest.raises(SettingsError, match="SENDWELL_PUBLISHER"):
        _ = made.publisher


def test_a_mail_server(tmp_path: Path) -> None:
    made = mail(tmp_path, **SMTP, mail_a_minute=60)

    made.check_setup()
    assert isinstance(made.publisher, SmtpPublisher)
    assert made.identity.list_id == "bulletin.council.example"
    assert made.identity.unsubscribe_address == "bulletin@council.example"
    assert made.pace == Pace(60, None)


def test_microsoft_graph_within_the_limits_of_exchange(tmp_path: Path) -> None:
    made, copies = mail(tmp_path, **GRAPH), mail(tmp_path, **GRAPH, graph_form="copies")

    assert isinstance(made.publisher, GraphPublisher)
    assert (made.batch, made.pace.a_day) == (500, 10_000)
    assert copies.pace == Pace(30, 10_000)


@pytest.mark.parametrize("chosen", [SMTP, GRAPH])
def test_what_is_missing_is_named(tmp_path: Path, chosen: dict[str, str]) -> None:
    for name in chosen.keys() - {"publisher"}:
        rest = {key: value for key, value in chosen.items() if key != name}
        with pytest.raises(SettingsError, match=f"SENDWELL_{name.upper()} is not set"):
            mail(tmp_path, **rest).check_setup()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"smtp_security": "none"}, "another machine"),
        ({"dkim_selector": "s1"}, "SENDWELL_DKIM_KEY_FILE"),
        ({"smtp_ca_file": "no-such-file.pem"}, "SENDWELL_SMTP_CA_FILE"),
        ({"mail_from": "bulletin"}, "SENDWELL_MAIL_FROM"),
        ({"mail_from": "a@b.example\r\nBcc: c@d.example"}, "SENDWELL_MAIL_FROM"),
        ({"mail_unsubscribe_url": "http://council.example/leave"}, "SENDWELL_MAIL_UNSUBSCRIBE_URL"),
    ],
)
def test_what_cannot_be_is_said_at_start(tmp_path: Path, wrong: dict[str, str], said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        mail(tmp_path, **{**SMTP, **wrong}).check_setup()


def test_the_doctor_is_told_that_nobody_answers(tmp_path: Path) -> None:
    made = mail(tmp_path, **{**SMTP, "smtp_host": "127.0.0.1"}, smtp_port=1, smtp_security="none")

    assert "cannot be reached" in made.publisher.look().reason
