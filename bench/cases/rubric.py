"""How would a careful reviewer end a case, from what the page of the case shows and nothing else?

What it sees: the kinds of things that were seen, how surely, in how many places, and the signs around them; the
readers in numbers; what became of the mail; the answer that the sender chose. What it does not see: a word of the
mail, the rule's name or who wrote it. It believes a sender's answer unless what was seen speaks against it.
"""

from collections.abc import Callable, Mapping

from app.domain.case_notes import Ruling
from app.domain.choice import ChoiceReason
from app.domain.finding import Confidence
from app.domain.flagged import Flagged, Outcome, Sign

MANY = 3
"""From so many places on it is about several people."""
HURTS = frozenset({"threat", "abuse", "humiliation", "slur", "remark", "explicit", "indecent-image"})
_ITS_OWNERS = frozenset({Sign.SENDERS_OWN, Sign.READERS_OWN})
_ELSEWHERE = frozenset({Sign.OTHERS_WORDS, Sign.FROM_ELSEWHERE})


def ruling_for(flagged: Flagged) -> Ruling:
    """The end of the case."""
    subject = flagged.evidence[0].finding.partition("/")[0]
    return _BY_SUBJECT.get(subject, _by_answer)(flagged)


def _by_answer(flagged: Flagged) -> Ruling:
    """What was sent all the same, by the answer that was chosen; what nobody is to know of is no slip."""
    if flagged.outcome is Outcome.CALLED_WRONG:
        return Ruling.WRONG_WARNING
    if flagged.reason is ChoiceReason.AGREED:
        return Ruling.FINE
    return Ruling.ESCALATE if _is_meant(flagged) and _went(flagged) else Ruling.COACH


def _tone(flagged: Flagged) -> Ruling:
    """Who hurts is spoken to by a senior person. Who quotes says so, unless it is said outright to the reader."""
    hurts = bool(_kinds(flagged) & HURTS)
    if flagged.outcome is Outcome.CALLED_WRONG:
        if flagged.reason is not ChoiceReason.OTHER and not (hurts and _is_outright(flagged)):
            return Ruling.WRONG_WARNING
        return Ruling.ESCALATE if hurts else Ruling.COACH
    return Ruling.ESCALATE if hurts else _by_answer(flagged)


def _is_outright(flagged: Flagged) -> bool:
    surely = any(one.confidence is Confidence.HIGH for one in flagged.evidence)
    return surely and Sign.TO_READER in flagged.signs and not _ELSEWHERE & set(flagged.signs)


def _own_account(flagged: Flagged) -> Ruling:
    """What is one's own may go home; another person of that name is no own account; who leaves takes nothing."""
    if flagged.outcome is Outcome.CALLED_WRONG and flagged.reason is ChoiceReason.DOES_NOT_FIT:
        return Ruling.FINE
    takes_along = {Sign.LEAVES, Sign.MANY_FILES} <= set(
        flagged.signs
    ) and flagged.reason is not ChoiceReason.AGREED
    return Ruling.ESCALATE if takes_along and _went(flagged) else _by_answer(flagged)


def _secrets(flagged: Flagged) -> Ruling:
    """A log-in is one person's: nobody can agree that a colleague has it; to a private address it is grave."""
    if _is_at_home(flagged):
        return Ruling.FINE
    if "login" not in _kinds(flagged) or flagged.outcome is Outcome.CALLED_WRONG:
        return _by_answer(flagged)
    if flagged.reason is ChoiceReason.AGREED:
        return Ruling.FINE if flagged.leaves else Ruling.COACH
    return Ruling.ESCALATE if flagged.audience.get("webmail") else Ruling.COACH


def _numbers(flagged: Flagged) -> Ruling:
    """One number that was stopped is a slip that was caught; those of several people are a talk."""
    if _is_at_home(flagged):
        return Ruling.FINE
    if flagged.outcome is Outcome.STOPPED and Sign.MADE_UP in flagged.signs:
        return Ruling.WRONG_WARNING
    if flagged.outcome is not Outcome.STOPPED:
        return _by_answer(flagged)
    is_of_many = "class-list" in _kinds(flagged) or any(one.places >= MANY for one in flagged.evidence)
    return Ruling.COACH if is_of_many and not _has_ground(flagged) else Ruling.FINE


def _lists(flagged: Flagged) -> Ruling:
    """A list that stayed inside is caught; one that was on its way out is a talk."""
    if flagged.outcome is not Outcome.STOPPED:
        return _by_answer(flagged)
    return Ruling.COACH if flagged.leaves and not _has_ground(flagged) else Ruling.FINE


def _is_at_home(flagged: Flagged) -> bool:
    """The warning was right, yet it is the data of who sends or who reads it, and the sender says so."""
    is_said = flagged.outcome is Outcome.CALLED_WRONG and flagged.reason is ChoiceReason.DOES_NOT_FIT
    is_asked = any(one.finding == "credentials/asks-for-password" for one in flagged.evidence)
    return is_said and not is_asked and bool(_ITS_OWNERS & set(flagged.signs))


def _is_meant(flagged: Flagged) -> bool:
    """No slip: for gain, to hurt, or somebody else's data that nobody is to know of."""
    return bool({Sign.GAIN, Sign.HARM} & set(flagged.signs)) or {Sign.QUIET, Sign.ANOTHERS} <= set(
        flagged.signs
    )


def _has_ground(flagged: Flagged) -> bool:
    """It went the wrong way to the right place: a public body, or under a law, a contract or a consent."""
    return bool({Sign.PUBLIC_BODY, Sign.BASIS} & set(flagged.signs))


def _went(flagged: Flagged) -> bool:
    return flagged.outcome is not Outcome.STOPPED


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
