"""What, beside the findings, does the policy judge by?

Circumstances are the plain facts of one draft at one moment: who reads it, how it came about, when it
goes, the bulletin's next issue. They hold no text, so a feature record can keep them, and a changed
pack can be tried on the past.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from app.domain.draft import Importance, Medium, Moment, ReplyKind
from app.domain.reading import Reading, Tone
from app.domain.verdict import NextIssue

_MERRY = 0.5
_NOBODY: Mapping[str, int | bool] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Occasion:
    """When a draft is judged: the moment, and the bulletin's next issue as seen then."""

    moment: Moment
    issue: NextIssue | None = None
    issue_is_delayed: bool = False


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Everything that a judgement rests on beside findings and packs.

    `counts` is the audience in numbers; `merry` the share of the text that greets for a feast, 0 to 1;
    `is_from_officer` that the sender is the one local officer of these schools.
    """

    occasion: Occasion
    today: date
    reply: ReplyKind = ReplyKind.NEW
    importance: Importance = Importance.NORMAL
    attachments: int = 0
    medium: Medium = Medium.EMAIL
    is_working: bool = True
    counts: Mapping[str, int | bool] = field(default_factory=lambda: _NOBODY)
    leaving: int = 0
    is_clustered: bool = True
    is_from_school: bool = False
    is_from_officer: bool = False
    merry: float = 0.0
    officers: tuple[str, ...] = ()
    """Whom to turn to; never kept in a record."""

    def count(self, name: str) -> int:
        """One number of the audience; 0 when there is none of that name."""
        return int(self.counts.get(name, 0))


def circumstances_of(reading: Reading, occasion: Occasion) -> Circumstances:
    """The circumstances of a draft that was read."""
    draft, audience = reading.draft, reading.audience
    sender = draft.sender.address.lower() if draft.sender else ""
    return Circumstances(
        occasion=occasion,
        today=draft.sending_at.date(),
        reply=draft.reply,
        importance=draft.importance,
        attachments=len(draft.attachments),
        medium=draft.medium,
        is_working=reading.hours.is_working,
        counts=audience.counts,
        leaving=audience.leaving,
        is_clustered=audience.unclustered == 0,
        is_from_school=audience.is_from_school,
        is_from_officer={o.lower() for o in audience.officers} == {sender},
        merry=_merry(reading),
        officers=audience.officers,
    )


def _merry(reading: Reading) -> float:
    merry = sum(s.end - s.start for s in reading.sentences if s.tone.get(Tone.FESTIVE, 0.0) >= _MERRY)
    told = sum(s.end - s.start for s in reading.sentences)
    return merry / told if told else 0.0


def as_record(known: Circumstances) -> dict[str, Any]:
    """What a feature record keeps: numbers, kinds and days."""
    occasion, issue = known.occasion, known.occasion.issue
    return {
        "moment": occasion.moment.value,
        "issue": [issue.number, issue.goes_out.isoformat(), issue.cut_off.isoformat()] if issue else None,
        "issue_is_delayed": occasion.issue_is_delayed,
        "today": known.today.isoformat(),
        "reply": known.reply.value,
        "importance": known.importance.value,
        "attachments": known.attachments,
        "medium": known.medium.value,
        "is_working": known.is_working,
        "counts": dict(known.counts),
        "leaving": known.leaving,
        "is_clustered": known.is_clustered,
        "is_from_school": known.is_from_school,
        "is_from_officer": known.is_from_officer,
        "merry": round(known.merry, 2),
    }


def from_record(kept: Mapping[str, Any]) -> Circumstances:
    """The circumstances that a record kept.

    Raises:
        KeyError, ValueError, TypeError: the record is of an older kind.
    """
    issue = kept["issue"]
    next_issue = (
        NextIssue(issue[0], date.fromisoformat(issue[1]), datetime.fromisoformat(issue[2])) if issue else None
    )
    plain = ("attachments", "is_working", "counts", "leaving", "is_clustered", "is_from_school")
    return Circumstances(
        occasion=Occasion(Moment(kept["moment"]), next_issue, kept["issue_is_delayed"]),
        today=date.fromisoformat(kept["today"]),
        reply=ReplyKind(kept["reply"]),
        importance=Importance(kept["importance"]),
        medium=Medium(kept.get("medium", Medium.EMAIL)),
        **{name: kept[name] for name in (*plain, "is_from_officer", "merry")},
    )
