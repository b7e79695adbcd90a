"""What does Sendwell cost and say on the same drafts, whole and by its parts?"""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

import spacy
from fastapi import FastAPI
from fastapi.testclient import TestClient

from app.adapters.nlp.reader import SpacyReader
from app.api.drafts import to_draft
from app.api.schemas import CheckRequest
from app.checks import identifiers
from app.compose.check_draft import check_draft
from app.domain.calendar import LONDON
from app.domain.draft import Moment
from app.settings import load_settings
from app.wiring.installation import Installation
from bench.beside.side import Side, labelled_drafts, long_drafts, numbered_mails
from bench.check import cpu_ms, draft, measure
from bench.identifiers import ours as numbers_in
from bench.identifiers import reading_of
from bench.served.drafts import HEADERS, request
from bench.tone import told
from nlp_models.mail.scripts.layout import PACKAGE
from nlp_models.mail.scripts.people import Filled

NOW = datetime(2026, 11, 17, 10, tzinfo=LONDON)


class Ours:
    """The whole road with the sample organisation's packs."""

    def __init__(self, data: Path) -> None:
        """Load and warm it."""
        made = Installation(load_settings({}, data=data, own_domains=("wealdshire.example",)))
        made.import_sample()
        self._road = made.road(keeps_records=True)
        check_draft(draft(["The first is slower than those after it."]), Moment.COMPOSE, self._road)

    def whole(self) -> tuple[Side, Side]:
        """Cold, and after one sentence changed."""
        cold, changed = measure(self._road, "", [text.split("\n") for text in long_drafts()]).values()
        faulty, clean = labelled_drafts()
        numbers = [numbers_in(mail.text) for mail in numbered_mails()]
        return Side(cold, self._spoken(faulty), self._spoken(clean), numbers), Side(changed)

    def _spoken(self, drafts: Sequence[Filled]) -> list[bool]:
        return [bool(told(self._road, one)) for one in drafts]


def model() -> Side:
    """The mail model alone, on sentences that it never read."""
    reader = SpacyReader(PACKAGE)
    reader.read("The first is slower than those after it.")
    return _each(reader.read)


def patterns() -> Side:
    """The patterns of personal numbers alone, on drafts that are read already."""
    readings = [reading_of(text) for text in long_drafts()]
    return Side([cpu_ms(partial(list, identifiers.look(reading))) for reading in readings])


def tokeniser() -> Side:
    """SpaCy's own, in a memory zone."""
    nlp = spacy.blank("en")

    def cut(text: str) -> None:
        with nlp.memory_zone():
            nlp.make_doc(text)

    return _each(cut)


def framework() -> Side:
    """A request read into a draft, and an answer written: no check."""
    app = FastAPI()

    @app.post("/")
    def echo(request: CheckRequest) -> dict[str, str]:
        return {"subject": to_draft(request.draft, NOW).subject}

    client = TestClient(app)
    bodies = [request(text.split("\n")) for text in long_drafts()]
    client.post("/", content=bodies[0], headers=HEADERS).raise_for_status()
    return Side([cpu_ms(partial(client.post, "/", content=body, headers=HEADERS)) for body in bodies])


def _each(act: Callable[[str], object]) -> Side:
    return Side([cpu_ms(partial(act, text)) for text in long_drafts()])
