"""How does a subject line read when nobody shouts or hurries in it?

Its form is put right as a sentence's is; of several marks of urgency one stays, and a "NOW" goes.
"""

from collections.abc import Collection

from app import linear
from app.compose.rewording.kept import keeps_facts
from app.compose.rewording.reword import Heard, reword
from app.compose.rewording.shouting import capitalised

_MARK = (
    r"(?:(?:very|extremely|most|super|really)\s+)*"
    r"(?:urgent(?:ly)?|important|asap|a\.s\.a\.p\.?|immediate(?:ly)?)"
)
_MARKS = linear.compile(
    r"(?i)^((?:(?:re|fwd?)\s*:\s*)*)"
    rf"[\W_]*{_MARK}\b(?:[\s!*:,.\x{{2013}}\x{{2014}}#\[\]()-]+{_MARK}\b)+[\s!*:,.\x{{2013}}\x{{2014}}#\])-]*"
)
_NOW = linear.compile(
    r"(?:[\s,\x{2013}\x{2014}-]+(?:(?i:right )?NOW|(?i:a\.?s\.?a\.?p\.?))"
    r"|(?i:(\b(?:needed|required|wanted|due|overdue|outstanding)))\s+(?i:(?:right )?now|immediately"
    r"|at once))[\s!.]*$"
)


def reword_subject(subject: str, names: Collection[str]) -> str | None:
    """A calmer subject, or None."""
    calm = _unhurried(subject)
    said = reword(calm, Heard(tone=False, names=names)) or calm
    return said if said != subject and keeps_facts(subject, said) else None


def _unhurried(subject: str) -> str:
    """With one mark of urgency and no "NOW"; as it stands where little else is said."""
    marks = _MARKS.match(subject)
    rest = subject[marks.end() :] if marks else subject
    rest = _NOW.sub(r"\1", rest).rstrip()
    if not rest.strip(" !?.-"):
        return subject
    return f"{marks[1]}Urgent: {rest}" if marks else capitalised(rest) if rest != subject else subject
