"""Does a share of a group say how many it was counted of?"""

from dataclasses import dataclass
from pathlib import Path
from typing import cast

import pytest

from app.adapters.nlp.reader import SpacyReader
from nlp_models.mail.scripts.measure import groups
from nlp_models.mail.scripts.measure.groups import alarms
from nlp_models.mail.scripts.measure.parts import Case, ReadDraft
from nlp_models.mail.scripts.measure.stories import by_genre


def test_each_of_the_highest_groups_is_counted() -> None:
    found = alarms({"all": [0.9, 0.1, 0.1], "Sikhs": [0.9, 0.1], "women": [0.1]})["0.8"]

    assert [(word, of["count"], of["of"]) for word, of in found["counted"].items()] == [
        ("Sikhs", 1, 2),
        ("women", 0, 1),
    ]


def test_groups_that_are_flagged_alike_stand_in_one_order_whenever_they_are_measured(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    named = ["african", "asian", "blind", "chinese", "deaf", "gay", "indian", "jewish", "muslim"]
    text = {"label": "0", "text": " ".join(reversed(named))}
    monkeypatch.setattr(groups, "rows", lambda _: [text])
    monkeypatch.setattr(groups, "read_text", lambda *_: dict.fromkeys(groups.HOSTILE, 0.0))

    assert list(groups.madlibs(cast("SpacyReader", None), Path(), 1)["0.8"]["worst"]) == named


@dataclass
class Read:
    """A draft that was read."""

    genre: str
    whole: Case


def draft(genre: str, score: float, *, told: bool) -> ReadDraft:
    return cast("ReadDraft", Read(genre, Case("", {"story": told}, {"story": score})))


def test_stories_are_counted_by_who_writes_to_whom() -> None:
    found = by_genre([
        draft("school to parent", 0.7, told=True),
        draft("school to parent", 0.1, told=True),
        draft("school to parent", 0.6, told=False),
        draft("staff to staff", 0.9, told=True),
    ])  # fmt: skip

    assert list(found) == ["school to parent", "staff to staff"]
    parents = found["school to parent"]
    assert [parents[kind]["0.5"]["count"] for kind in ("found", "flagged")] == [1, 1]
    assert [parents[kind]["0.8"]["of"] for kind in ("found", "flagged")] == [2, 1]
    assert parents["found"]["0.8"]["count"] == 0
