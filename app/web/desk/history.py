"""What was done with an item, and what changed in its words?

For the page: each step with the fields that it changed, running text word by word.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from app.bulletin.printed.said_for_whom import ListNames, said
from app.bulletin.track_changes import Change, Step, Words, word_changes
from app.domain.item import Move
from app.domain.item_text import ItemText
from app.web.desk.rooms import WORDS
from app.web.pages import counted, in_days

LABELS: Mapping[str, str] = {
    "headline": "Headline",
    "summary": "Summary",
    "body": "The rest",
    "for_whom": "For whom",
    "closes": "Closing date",
    "contact": "Whom to ask",
    "links": "Links",
    "documents": "Documents",
    "consent": "Pictures and facts",
}


@dataclass(frozen=True, slots=True)
class ChangedField:
    """A field and how its words became others."""

    label: str
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class ToldStep:
    """A step as the history tells it."""

    move: Move
    fields: tuple[ChangedField, ...] = ()


@dataclass(frozen=True, slots=True)
class TwoTexts:
    """A field as it is, and as somebody would have it."""

    label: str
    theirs: str
    mine: str


def told(steps: Sequence[Step], lists: ListNames) -> list[ToldStep]:
    """Newest first. The first text of all is not told again: it stands on the page, or is changed below."""
    return [
        ToldStep(step.move, _changed(step.before, step.after, lists) if step.before and step.after else ())
        for step in reversed(steps)
    ]


def apart(theirs: ItemText, mine: ItemText, lists: ListNames, of: Collection[str]) -> list[TwoTexts]:
    """What two texts say in some fields, in words."""
    one, other = _in_words(theirs, lists), _in_words(mine, lists)
    return [TwoTexts(label, one[f], other[f]) for f, label in LABELS.items() if f in of]


def _changed(before: ItemText, after: ItemText, lists: ListNames) -> tuple[ChangedField, ...]:
    old, new = _in_words(before, lists), _in_words(after, lists)
    return tuple(
        ChangedField(label, _words(f, old[f], new[f])) for f, label in LABELS.items() if old[f] != new[f]
    )


def _words(field: str, old: str, new: str) -> tuple[Words, ...]:
    if field in {"headline", "summary", "body", "contact"}:
        return word_changes(old, new)
    whole = Words(Change.REMOVED, old), Words(Change.SAME, " "), Words(Change.ADDED, new)
    return tuple(run for run in whole if run.text)


def _in_words(text: ItemText, lists: ListNames) -> dict[str, str]:
    return {
        "headline": text.headline,
        "summary": text.summary,
        "body": text.body,
        "for_whom": said(text.for_whom, lists),
        "closes": in_days(text.closes) if text.closes else "",
        "contact": text.contact,
        "links": "\n".join(text.links),
        "documents": counted(len(text.documents), "document") if text.documents else "",
        "consent": WORDS[text.consent],
    }
