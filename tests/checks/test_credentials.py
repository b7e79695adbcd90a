"""Nothing of a secret is shown, and each secret is told once."""

from dataclasses import replace

import pytest

from app.checks.credentials import look
from app.domain.finding import Confidence
from app.domain.reading import Reading
from tests.checks.seen import reading_of
from tests.fakes import FakeReader
from tests.steps import check_in_proportion, rows_of


def test_nothing_of_a_secret_is_shown() -> None:
    (finding,) = look(reading_of("The password is Summer2024!"))

    assert [s.excerpt for s in finding.spans] == ["••••••••"]


def test_a_request_is_shown_in_its_words() -> None:
    words = "Please send me your password today."
    reading = reading_of(words)
    (finding,) = look(
        replace(reading, sentences=FakeReader({words: {"asks-secret": 0.97}}).read(reading.own))
    )

    assert finding.spans[0].excerpt == words


def test_a_plain_word_is_less_sure() -> None:
    (plain,) = look(reading_of("Password: marmalade"))
    (strong,) = look(reading_of("Password: Marmalade77"))

    assert (plain.confidence, strong.confidence) == (Confidence.MEDIUM, Confidence.HIGH)


@pytest.mark.parametrize(
    ("body", "kinds"),
    [
        ("Username: jsmith Password: Hunter22", ["login"]),
        ("Your one-time passcode is 118204", ["pin-or-code"]),
        ("Server=sql01;Database=sims;User Id=sa;Password=Tr0ub4dor", ["token"]),
        ("password is Summer2024! and the door code is 4821", ["password", "pin-or-code"]),
    ],
)
def test_each_secret_is_one_finding(body: str, kinds: list[str]) -> None:
    assert [f.kind for f in look(reading_of(body))] == kinds


def test_a_whole_key_block_is_pointed_at() -> None:
    key = "-----BEGIN RSA PRIVATE KEY-----\nMIIEow\nIBAAK\n-----END RSA PRIVATE KEY-----"
    (finding,) = look(reading_of(f"Here: {key} bye"))

    assert (finding.spans[0].start, finding.spans[0].end) == (6, 6 + len(key))


@pytest.mark.parametrize(
    "piece",
    ["password is Summer2024! ", "-----BEGIN RSA PRIVATE KEY-----\n", "server=a;", "send me your "],
    ids=["passwords", "keys", "servers", "requests"],
)
def test_a_long_text_is_read_in_linear_time(piece: str) -> None:
    check_in_proportion(lambda reading: list(look(reading)), lambda size: reading_of(rows_of(piece)(size)))


def test_many_heard_secrets_are_read_in_linear_time() -> None:
    line, answer = "password is Summer2024! and Tulip-44, in the choir", "My hamster, then how old he was."
    scores = {line: {"secret": 0.9}, answer: {"secret": 0.9}}

    def heard(times: int) -> Reading:
        reading = reading_of(f"{line}\n{answer}\n" * times)
        return replace(reading, sentences=FakeReader(scores).read(reading.own))

    check_in_proportion(lambda reading: list(look(reading)), heard, 50)
    (finding,) = look(heard(300))
    assert len(finding.spans) > 300
