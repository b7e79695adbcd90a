"""What is sent to the service that is measured?

Office mail of 300 words in Outlook's HTML, made of the corpus' development drafts. People type: each mail is checked
five times, and between two checks one sentence changes. No sentence comes twice but from the same person.
"""

import json
from collections.abc import Iterator, Sequence
from itertools import count
from random import Random

from app.domain.draft import Body, Moment
from bench.check import RECIPIENTS, WORDS, draft, office_mail

CHECKS_A_MAIL = 5
HEADERS = {"content-type": "application/json"}
_LETTERS = "bdfgklmnprst"
_VOWELS = "aeiou"


def people_typing() -> Iterator[bytes]:
    """Requests without end: each mail new to the service, then changed four times."""
    for number, lines in _new_mails():
        said = list(lines)
        yield request(said)
        for turn in range(1, CHECKS_A_MAIL):
            said[turn % len(said)] = (
                f"This sentence of {_word(number)} is new, as {_word(number + turn)} asked."
            )
            yield request(said)


def new_mails() -> Iterator[bytes]:
    """Requests without end, none of whose sentences was read before."""
    return (request(lines) for _, lines in _new_mails())


def short_mails() -> Iterator[bytes]:
    """The same, of three lines each."""
    return (request(lines[:3]) for _, lines in _new_mails())


def sends() -> Iterator[bytes]:
    """The short ones, when Send is pressed."""
    return (request(lines[:3], Moment.SEND) for _, lines in _new_mails())


def request(said: Sequence[str], moment: Moment = Moment.COMPOSE) -> bytes:
    """The body of a check."""
    made = draft(said)
    readers = [{"address": reader.mailbox.address} for reader in made.recipients[:RECIPIENTS]]
    fields = {
        "subject": made.subject,
        "body": {"format": made.body.format, "content": made.body.content},
        "from": {"address": "p.shah@wealdshire.example", "name": "P Shah"},
        "to": readers,
    }
    return json.dumps({"moment": moment, "draft": fields}).encode()


def _new_mails() -> Iterator[tuple[int, list[str]]]:
    mails = office_mail(WORDS)
    for number in count():
        yield number, [_with(line, _word(number)) for line in mails[number % len(mails)]]


def _with(line: str, word: str) -> str:
    """The same line with one more word inside, so that it was never read before."""
    first, space, rest = line.partition(" ")
    return f"{first} {word} {rest}" if space else f"{first}{word}"


def _word(number: int) -> str:
    """A word for each number: no digits, so that nobody takes it for one."""
    random = Random(number)  # noqa: S311 - made-up words, the same each time
    return "".join(random.choice(_LETTERS) + random.choice(_VOWELS) for _ in range(4))


def plain(written: Body) -> bytes:
    """A check of one text as it is."""
    body = {"format": written.format, "content": written.content}
    return json.dumps({"draft": {"subject": "Hello there", "body": body}}).encode()
