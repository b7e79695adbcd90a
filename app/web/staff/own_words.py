"""In which words does somebody read what is held about their checks and their answers?

Records hold ids, which mean nothing to whoever they are about: each is said as the pane says it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.choice import ChoiceReason, Chosen
from app.domain.draft import Moment
from app.domain.verdict import Severity
from app.staff.own_record import NOT_SHOWN, OwnRecord
from app.staff.what_is_kept import KEPT
from app.web.review.room import ReviewRoom
from app.web.review.rooms import WORDS, title_of

TOLD: Mapping[str, str] = {
    Moment.COMPOSE: "while you wrote",
    Moment.SEND: "at Send",
    Severity.CLEAR: "no rule applied",
    Severity.INFO: "a note",
    Severity.WARN: "a warning",
    Severity.JUSTIFY: "you were asked for a reason",
    Severity.BLOCK: "it was stopped",
    Chosen.FOLLOWED: "you did what it said",
    Chosen.OVERRODE: "you went on all the same",
    Chosen.WRONG_WARNING: "you called it wrong",
    Chosen.TOOK_BACK: "you took your answer back",
    **{reason: WORDS[reason] for reason in ChoiceReason if reason},
}

_TITLES: Mapping[str, str] = {kept.table: kept.title for kept in KEPT}


@dataclass(frozen=True, slots=True)
class NotShown:
    """A kind of data whose lines are not told one by one: how many are theirs, why not, and how long."""

    many: int
    reason: str
    how_long: str


def not_shown(own: OwnRecord) -> Mapping[str, Mapping[str, NotShown]]:
    """By their titles: in `some` there are lines about the person, in `none` there are none to be found."""
    rest = own.rest
    told = {
        _TITLES.get(table, table): NotShown(rest.get(table, 0), reason, own.how_long[table])
        for table, reason in NOT_SHOWN.items()
        if table in own.how_long
    }
    return {
        "some": {title: one for title, one in told.items() if one.many},
        "none": {title: one for title, one in told.items() if not one.many},
    }


def titles(room: ReviewRoom, own: OwnRecord) -> Mapping[str, str]:
    """What each rule says of which something is held; the id of one that is gone."""
    known = {*own.rules, *(c.rule for c in own.choices), *(c.case.flagged.rule for c in own.cases)}
    return {rule: title_of(room, rule) for rule in known}
