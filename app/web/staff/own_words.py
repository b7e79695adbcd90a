"""In which words does somebody read what is held about their checks and their answers?

Records hold ids, which mean nothing to whoever they are about: each is said as the pane says it.
"""

from collections.abc import Mapping

from app.domain.choice import ChoiceReason, Chosen
from app.domain.draft import Moment
from app.domain.verdict import Severity
from app.staff.own_record import OwnRecord
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


def titles(room: ReviewRoom, own: OwnRecord) -> Mapping[str, str]:
    """What each rule says of which something is held; the id of one that is gone."""
    known = {*own.rules, *(c.rule for c in own.choices), *(c.case.flagged.rule for c in own.cases)}
    return {rule: title_of(room, rule) for rule in known}
