"""How are the cards that the checks give on an item shown at the desk?"""

from collections.abc import Mapping

from app.bulletin.gates import Gated, is_stop
from app.checks import CHECKS, FAILED
from app.domain.finding import Unchecked
from app.domain.verdict import Advice, Severity
from app.web.desk.history import LABELS
from app.web.desk.room import Gate, Gates, Shown

_SAID: Mapping[Severity, tuple[str, str]] = {
    Severity.INFO: ("Note", "info"),
    Severity.WARN: ("Look", "warn"),
    Severity.JUSTIFY: ("Needs a reason", "justify"),
    Severity.BLOCK: ("Must go", "block"),
}
_LABELS = {**LABELS, "introduction": "Opening words"}
_KINDS: Mapping[str, str] = {
    f"{check.id}/{kind}": words for check in CHECKS for kind, words in check.kinds.items()
}
_ASKS: Mapping[str, str] = {check.id: check.question for check in CHECKS}
_PARTS_MAX = 8


def gates_of(gated: Gated) -> Gates:
    """The loudest first."""
    verdict = gated.verdict
    cards = sorted(verdict.advice, key=lambda advice: advice.severity, reverse=True)
    found = tuple(_gate(advice, gated) for advice in cards)
    return Gates(found, tuple(dict.fromkeys(map(_unread, verdict.not_checked))))


def _unread(one: Unchecked) -> str:
    """In a sentence; which check it was, where the reason does not tell what was looked for."""
    return f"{_ASKS[one.check]} {one.reason}" if one.reason == FAILED else one.reason


def _gate(advice: Advice, gated: Gated) -> Gate:
    said, badge = _SAID[advice.severity]
    places = gated.places(advice)
    beside = [(_KINDS[finding.id], place) for finding, found in gated.beside(advice) for place in found]
    return Gate(
        title=advice.title,
        message=advice.message,
        said=said,
        badge=badge,
        clause=f"{advice.clause.section}: “{advice.clause.quote}”",
        is_stop=is_stop(advice),
        asks_why=advice.severity is Severity.JUSTIFY,
        parts=tuple(Shown(one.field, _LABELS[one.field], one.words) for one in places[:_PARTS_MAX]),
        more=max(0, len(places) - _PARTS_MAX),
        beside=tuple(
            Shown(one.field, _LABELS[one.field], one.words, kind) for kind, one in beside[:_PARTS_MAX]
        ),
    )
