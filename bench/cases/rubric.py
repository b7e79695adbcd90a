"""How would a careful reviewer end a case, from what the page of the case shows and nothing else?

What it sees: the kinds of things that were seen, how surely, in how many places; the readers in numbers; what
became of the mail; the answer that the sender chose. What it does not see: a word of the mail, the rule's name or
who wrote it. It believes a sender's answer unless what was seen speaks against it.
"""

from collections.abc import Callable, Mapping

from app.domain.case_notes import Ruling
from app.domain.choice import ChoiceReason
from app.domain.flagged import Flagged, Outcome

MANY = 3
"""From so many places on it is about several people."""
HURTS = frozenset({"threat", "abuse", "humiliation", "slur", "remark", "explicit", "indecent-image"})


def ruling_for(flagged: Flagged) -> Ruling:
    """The end of the case."""
    subject = flagged.evidence[0].finding.partition("/")[0]
    return _BY_SUBJECT.get(subject, _by_answer)(flagged)


def _by_answer(flagged: Flagged) -> Ruling:
    """What was sent all the same, by the answer that was chosen."""
    if flagged.outcome is Outcome.CALLED_WRONG:
        return Ruling.WRONG_WARNING
    return Ruling.FINE if flagged.reason is ChoiceReason.AGREED else Ruling.COACH


def _tone(flagged: Flagged) -> Ruling:
    """Who hurts is spoken to by a senior person; who quotes says so, and no reason is none."""
    if flagged.outcome is Outcome.CALLED_WRONG:
        if flagged.reason is not ChoiceReason.OTHER:
            return Ruling.WRONG_WARNING
        return Ruling.ESCALATE if _kinds(flagged) & HURTS else Ruling.COACH
    return Ruling.ESCALATE if _kinds(flagged) & HURTS else _by_answer(flagged)


def _own_account(flagged: Flagged) -> Ruling:
    """What is one's own may go home; another person of that name is no own account."""
    if flagged.outcome is Outcome.CALLED_WRONG and flagged.reason is ChoiceReason.DOES_NOT_FIT:
        return Ruling.FINE
    return _by_answer(flagged)


def _secrets(flagged: Flagged) -> Ruling:
    """A log-in is one person's: nobody can agree that a colleague has it; to a private address it is grave."""
    if "login" not in _kinds(flagged) or flagged.outcome is Outcome.CALLED_WRONG:
        return _by_answer(flagged)
    if flagged.reason is ChoiceReason.AGREED:
        return Ruling.FINE if flagged.leaves else Ruling.COACH
    return Ruling.ESCALATE if flagged.audience.get("webmail") else Ruling.COACH


def _numbers(flagged: Flagged) -> Ruling:
    """One number that was stopped is a slip that was caught; those of several people are a talk."""
    if flagged.outcome is not Outcome.STOPPED:
        return _by_answer(flagged)
    is_of_many = "class-list" in _kinds(flagged) or any(one.places >= MANY for one in flagged.evidence)
    return Ruling.COACH if is_of_many else Ruling.FINE


def _lists(flagged: Flagged) -> Ruling:
    """A list that stayed inside is caught; one that was on its way out is a talk."""
    if flagged.outcome is not Outcome.STOPPED:
        return _by_answer(flagged)
    return Ruling.COACH if flagged.leaves else Ruling.FINE


def _kinds(flagged: Flagged) -> frozenset[str]:
    return frozenset(one.finding.partition("/")[2] for one in flagged.evidence)


_BY_SUBJECT: Mapping[str, Callable[[Flagged], Ruling]] = {
    "hostile-tone": _tone,
    "discrimination": _tone,
    "sexual-and-indecent": _tone,
    "own-details": _own_account,
    "credentials": _secrets,
    "identifiers": _numbers,
    "school-address-lists": _lists,
}
