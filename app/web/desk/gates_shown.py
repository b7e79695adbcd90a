"""How are the cards that the checks give on an item shown at the desk?"""

from collections.abc import Mapping

from app.bulletin.gates import is_stop
from app.domain.verdict import Advice, Severity, Verdict
from app.web.desk.room import Gate, Gates

_SAID: Mapping[Severity, tuple[str, str]] = {
    Severity.INFO: ("Note", "info"),
    Severity.WARN: ("Look", "warn"),
    Severity.JUSTIFY: ("Needs a reason", "justify"),
    Severity.BLOCK: ("Must go", "block"),
}


def gates_of(verdict: Verdict) -> Gates:
    """The loudest first."""
    cards = sorted(verdict.advice, key=lambda advice: advice.severity, reverse=True)
    return Gates(tuple(map(_gate, cards)), tuple(one.check for one in verdict.not_checked))


def _gate(advice: Advice) -> Gate:
    said, badge = _SAID[advice.severity]
    return Gate(
        title=advice.title,
        message=advice.message,
        said=said,
        badge=badge,
        clause=f"{advice.clause.section}: “{advice.clause.quote}”",
        is_stop=is_stop(advice),
        asks_why=advice.severity is Severity.JUSTIFY,
    )
