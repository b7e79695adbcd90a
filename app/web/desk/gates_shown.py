"""How are the cards that the checks give on an item shown at the desk?"""

from collections.abc import Mapping

from app.bulletin.gates import Gated, is_stop
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
_PARTS_MAX = 8


def gates_of(gated: Gated) -> Gates:
    """The loudest first."""
    verdict = gated.verdict
    cards = sorted(verdict.advice, key=lambda advice: advice.severity, reverse=True)
    found = tuple(_gate(advice, gated) for advice in cards)
    return Gates(found, tuple(one.check for one in verdict.not_checked))


def _gate(advice: Advice, gated: Gated) -> Gate:
    said, badge = _SAID[advice.severity]
    places = gated.places(advice)
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
    )
