"""While somebody writes, is every edit answered as if its text had never been seen in parts before?

What was noted of lines and sentences that stay (`app.kept`) must change no answer: lines of the checks' own
cases are put together, changed one at a time, and asked with what is known so far and without any of it.
"""

import random
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import fields
from functools import cache
from html import escape

import pytest

from app.checks import CHECKS
from app.compose import check_draft as main_road
from app.compose.check_draft import check_draft
from app.compose.checked import Checked
from app.domain.draft import Moment
from app.domain.reading import Reading
from app.kept import Memory, keeping
from tests.drafts import cases_of, draft_from, unmarked
from tests.road import real_reader, road

_LINES, _EDITS = 8, 5


@cache
def lines() -> list[str]:
    """What stands in the bodies of the cases, a line each."""
    found = list[str]()
    for check in sorted(check.id for check in CHECKS):
        for case in cases_of(check):
            found += unmarked(str(case["draft"].get("body", "")))[0].splitlines()
    return [line for line in found if line.strip()]


def edited(draw: random.Random) -> Iterator[list[str]]:
    """A mail after each of some edits: a line put in another's place, between two, or taken out."""
    said = draw.sample(lines(), _LINES)
    yield said
    for _ in range(_EDITS):
        place, taken = draw.randrange(len(said)), draw.choice((0, 1, 1, 2))
        said = [*said[:place], *draw.sample(lines(), draw.choice((0, 1, 1))), *said[place + taken :]]
        said = said or draw.sample(lines(), 1)
        yield said


def as_draft(said: list[str], *, is_html: bool) -> dict[str, object]:
    head = {"subject": said[0][:60], "to": ["office@s01.c01.primary.sch.example", "jo@council.example"]}
    if not is_html:
        return {**head, "body": "\n".join(said)}
    return {**head, "html": "".join(f"<p class=MsoNormal>{escape(line)}<o:p></o:p></p>" for line in said)}


def told(checked: Checked) -> list[object]:
    """All that was read and said."""
    reading = [getattr(checked.reading, f.name) for f in fields(Reading)]
    return [*reading, checked.verdict, checked.rewordings, checked.offers]


def ask(
    draft: dict[str, object], noting: AbstractContextManager[None], patch: pytest.MonkeyPatch
) -> list[object]:
    patch.setattr(main_road, "keeping", lambda: noting)
    return told(check_draft(draft_from(draft), Moment.COMPOSE, road(reader=real_reader())))


@pytest.mark.parametrize("is_html", [False, True], ids=["text", "html"])
@pytest.mark.parametrize("seed", range(8))
def test_an_edit_is_answered_as_if_all_were_new(
    seed: int, is_html: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory = Memory()
    for said in edited(random.Random(seed)):  # noqa: S311 - made-up mails, the same each time
        draft = as_draft(said, is_html=is_html)
        assert ask(draft, keeping(memory), monkeypatch) == ask(draft, nullcontext(), monkeypatch)
