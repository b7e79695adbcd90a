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
"""From so many places on it is about several people; so many readers are more than the one it was meant for."""
GRAVE = frozenset({"threat", "humiliation", "slur", "remark", "explicit", "indecent-image"})
"""What is passed on however it was meant; an insult only where it was said coldly."""
STORIES = frozenset({"confidential-story", "parent-topics"})
_ITS_OWNERS = frozenset({Sign.SENDERS_OWN, Sign.READERS_OWN})
_ELSEWHERE = frozenset({Sign.OTHERS_WORDS, Sign.FROM_ELSEWHERE})
_OF_ONE_PERSON = frozenset(
    {"upn", "nhs-number", "uln", "utr", "national-insurance-number", "passport", "driving-licence"}
)
"""Numbers with which nobody is hurt by whom they belong to; an account can be the wrong one to pay into."""
_AGAINST = frozenset({Sign.COVERS, Sign.LEAVES, Sign.GAIN, Sign.HARM, Sign.QUIET})
"""What speaks against taking home even what is one's own."""
_GROUND = frozenset({Sign.PUBLIC_BODY, Sign.BASIS})
_WEIGHTS: Mapping[Sign, int] = {
    Sign.NOT_QUITE_WORK: 2,
    Sign.UNLIKE_WORK: 5,
    Sign.FAR_FROM_WORK: 7,
    Sign.LEAVES: 4,
    Sign.GAIN: 3,
    Sign.COVERS: 3,
    Sign.ILL_WILL: 2,
    Sign.HARM: 1,
    Sign.QUIET: 1,
    Sign.PRIVATE: 1,
    Sign.BASIS: -2,
    Sign.PAPERS: -2,
    Sign.UNCALLED: -2,
    Sign.PASSED_ON: -1,
    Sign.SENDERS_OWN: -1,
    Sign.READERS_OWN: -1,
    Sign.MADE_UP: -1,
    Sign.PUBLIC_BODY: -1,
}
"""What each sign weighs against a send, and below zero for it."""
_SAID: Mapping[ChoiceReason, int] = {
    ChoiceReason.AGREED: -2,
    ChoiceReason.DOES_NOT_FIT: -2,
    ChoiceReason.NO_OTHER_WAY: -1,
}
ENOUGH = 5
"""From this weight on somebody's data went, or was to go, with ill will; no one sign but the surest reaches it."""
_MEANT = frozenset({Sign.GAIN, Sign.HARM, Sign.ILL_WILL, Sign.COVERS})
"""With one of these coarse words are no slip."""
_SOMEBODYS = frozenset({"identifiers", "own-details", "credentials", "school-address-lists"})
_NO_PERSONS = frozenset({Sign.MADE_UP, Sign.OTHERWISE, Sign.UNCALLED})


def ruling_for(flagged: Flagged) -> Ruling:
    """The end of the case: by the first of its subjects that the table knows, of what was seen surely before what was not.

    Where somebody's data was seen it is weighed first whether it was meant.
    """
    sure = {_subject(one.finding) for one in flagged.evidence if one.confidence is Confidence.HIGH}
    subjects = sure & _BY_SUBJECT.keys() or _subjects(flagged)
    subject = next((one for one in _BY_SUBJECT if one in subjects), "")
    if subject in _SOMEBODYS and weight_of(flagged) >= ENOUGH:
        return Ruling.ESCALATE
    return _BY_SUBJECT.get(subject, _by_answer)(flagged)


def weight_of(flagged: Flagged) -> int:
    """How much speaks for ill will with somebody's data: what was heard, who reads it, what the sender answered."""
    told = sum(_WEIGHTS.get(sign, 0) for sign in flagged.signs) + _SAID.get(flagged.reason, 0)
    if flagged.outcome is Outcome.CALLED_WRONG:
        told -= 2
    if "own-details" in _subjects(flagged):
        told -= 1
    if 0 < flagged.leaves == flagged.audience.get("webmail", 0):
        told += 1
    return told - (flagged.leaves == 0 or flagged.leaves >= MANY)


def _by_answer(flagged: Flagged) -> Ruling:
    """By the answer that was chosen, which is believed."""
    if flagged.outcome is Outcome.CALLED_WRONG:
        return Ruling.WRONG_WARNING
    if flagged.reason is ChoiceReason.AGREED:
        return Ruling.FINE
    return _unanswered(flagged) if flagged.reason is ChoiceReason.NONE else Ruling.COACH


def _unanswered(flagged: Flagged) -> Ruling:
    """Nothing was said for it, so the mail has to speak for itself."""
    signs = set(flagged.signs)
    if _NO_PERSONS & signs:
        return Ruling.WRONG_WARNING
    return Ruling.FINE if Sign.ASKED in signs or _has_ground(flagged) else Ruling.COACH


def _tone(flagged: Flagged) -> Ruling:
    """Who hurts is spoken to by a senior person, who was only angry by a colleague; quoting is neither."""
    kinds, excused = _kinds(flagged), _excused(flagged)
    is_hot = Sign.HEAT in flagged.signs
    grave = (kinds & GRAVE) - excused
    is_insult = bool(kinds & {"abuse", "humiliation", *excused}) and not grave
    is_lewd = "obscenity" in kinds and Sign.SEXUAL in flagged.signs and not _ELSEWHERE & set(flagged.signs)
    if is_insult and (_is_banter(flagged) or (Sign.APOLOGY in flagged.signs and not is_hot)):
        return Ruling.FINE
    is_backed = is_insult and (Sign.HARM in flagged.signs or "harm" in kinds) and _is_outright(flagged)
    is_cold = is_insult and not is_hot and not kinds & excused
    is_advance = "suggestive" in kinds and Sign.SOUNDS_MEANT in flagged.signs
    hurts = bool(grave) or is_lewd or is_backed or is_cold or is_advance
    if flagged.outcome is Outcome.CALLED_WRONG:
        is_said = (hurts or is_insult) and _is_outright(flagged)
        if flagged.reason is not ChoiceReason.OTHER and not is_said:
            return Ruling.WRONG_WARNING
        return Ruling.ESCALATE if hurts else Ruling.COACH
    if hurts:
        return Ruling.ESCALATE
    if is_insult:
        return Ruling.COACH
    return Ruling.ESCALATE if _MEANT & set(flagged.signs) else _by_answer(flagged)


def _excused(flagged: Flagged) -> frozenset[str]:
    """What is a talk by the sound of the whole mail: hard words in anger, a careless remark about people."""
    signs = set(flagged.signs)
    hot = {"humiliation"} | ({"threat"} - ({"threat"} if Sign.SOUNDS_MEANT in signs else set()))
    return frozenset(
        (hot if Sign.HEAT in signs else set()) | ({"remark"} if Sign.SOUNDS_CARELESS in signs else set())
    )


def _whole(flagged: Flagged) -> Ruling:
    """What the whole mail seems to mean is put before a senior person, unless the sender says why it is in order."""
    if flagged.reason in {ChoiceReason.AGREED, ChoiceReason.NOT_THERE, ChoiceReason.DOES_NOT_FIT}:
        return _by_answer(flagged)
    return Ruling.ESCALATE


def _is_banter(flagged: Flagged) -> bool:
    return flagged.outcome is Outcome.CALLED_WRONG and Sign.FRIENDLY in flagged.signs


def _is_outright(flagged: Flagged) -> bool:
    surely = any(one.confidence is Confidence.HIGH for one in flagged.evidence)
    return surely and Sign.TO_READER in flagged.signs and not _ELSEWHERE & set(flagged.signs)


def _own_account(flagged: Flagged) -> Ruling:
    """What is one's own may go home; who leaves takes nothing along; another of that name is no own account."""
    if flagged.outcome is Outcome.CALLED_WRONG and flagged.reason is ChoiceReason.DOES_NOT_FIT:
        return Ruling.FINE
    signs = set(flagged.signs)
    is_own = Sign.PAPERS in signs or Sign.SENDERS_OWN in signs
    return Ruling.FINE if is_own and not _AGAINST & signs else _by_answer(flagged)


def _secrets(flagged: Flagged) -> Ruling:
    """A log-in is one person's: nobody can agree that a colleague has it."""
    if _is_at_home(flagged) or _opens_nothing(flagged):
        return Ruling.FINE
    if "login" not in _kinds(flagged):
        return _by_answer(flagged)
    if flagged.outcome is Outcome.CALLED_WRONG:
        return Ruling.FINE if flagged.reason is ChoiceReason.DOES_NOT_FIT else _by_answer(flagged)
    return Ruling.FINE if flagged.reason is ChoiceReason.AGREED and flagged.leaves else Ruling.COACH


def _opens_nothing(flagged: Flagged) -> bool:
    """It is there, yet the sender says that it does not fit: a code that is spent, a password nobody has of their own."""
    if flagged.outcome is not Outcome.CALLED_WRONG or flagged.reason is not ChoiceReason.DOES_NOT_FIT:
        return False
    signs = set(flagged.signs)
    is_asked = any(one.finding == "credentials/asks-for-password" for one in flagged.evidence)
    return Sign.SPENT in signs or (is_asked and not {Sign.READERS_OWN, *_ELSEWHERE} & signs)


def _numbers(flagged: Flagged) -> Ruling:
    """One number that was stopped is a slip that was caught; several people's, or a tale with it, are a talk."""
    if _is_at_home(flagged) or _is_asked_for(flagged):
        return Ruling.FINE
    if flagged.outcome is not Outcome.STOPPED:
        return _by_answer(flagged)
    if _NO_PERSONS & set(flagged.signs):
        return Ruling.WRONG_WARNING
    is_of_many = "class-list" in _kinds(flagged) or any(one.places >= MANY for one in flagged.evidence)
    is_read_by_many = flagged.leaves >= MANY
    is_tale = Sign.TALE in flagged.signs and Sign.ASKED not in flagged.signs
    is_told = (is_tale or bool(STORIES & _subjects(flagged))) and not _is_for_one_family(flagged)
    is_carried = {Sign.PASSED_ON, Sign.OTHERS_WORDS} <= set(flagged.signs)
    is_a_talk = is_of_many or is_read_by_many or is_told or is_carried
    return Ruling.COACH if is_a_talk and not _has_ground(flagged) else Ruling.FINE


def _lists(flagged: Flagged) -> Ruling:
    """A list that stayed inside is caught; one on its way out is a talk."""
    if flagged.outcome is not Outcome.STOPPED:
        return _by_answer(flagged)
    if Sign.PUBLIC in flagged.signs:
        return Ruling.WRONG_WARNING
    return Ruling.COACH if flagged.leaves and not _has_ground(flagged) else Ruling.FINE


def _is_at_home(flagged: Flagged) -> bool:
    """The warning was right, yet it is the data of who sends or who reads it, and the sender says so."""
    is_said = flagged.outcome is Outcome.CALLED_WRONG and flagged.reason is not ChoiceReason.NOT_THERE
    is_asked = any(one.finding == "credentials/asks-for-password" for one in flagged.evidence)
    is_own = not is_asked and Sign.OTHERS_WORDS not in flagged.signs
    return is_said and is_own and bool(_ITS_OWNERS & set(flagged.signs))


def _is_asked_for(flagged: Flagged) -> bool:
    """The warning was right, and nothing follows: the reader asked for it, and the sender says so."""
    is_said = flagged.outcome is Outcome.CALLED_WRONG and flagged.reason is ChoiceReason.DOES_NOT_FIT
    return is_said and Sign.ASKED in flagged.signs


def _has_ground(flagged: Flagged) -> bool:
    """It went the wrong way to the right place: a public body, or under a law, a contract or a consent."""
    return bool(_GROUND & set(flagged.signs))


def _is_for_one_family(flagged: Flagged) -> bool:
    """One private reader and nobody else away: mostly the child's own."""
    return flagged.leaves == 1 and bool(flagged.audience.get("webmail"))


def _kinds(flagged: Flagged) -> frozenset[str]:
    return frozenset(one.finding.partition("/")[2] for one in flagged.evidence)


def _subjects(flagged: Flagged) -> frozenset[str]:
    return frozenset(_subject(one.finding) for one in flagged.evidence)


def _subject(finding: str) -> str:
    """The check, but where a whole mail is meant that finding itself."""
    return finding if finding in _BY_SUBJECT else finding.partition("/")[0]


_BY_SUBJECT: Mapping[str, Callable[[Flagged], Ruling]] = {
    "hostile-tone": _tone,
    "discrimination": _tone,
    "sexual-and-indecent": _tone,
    "hostile-tone/harm": _whole,
    "own-details": _own_account,
    "credentials": _secrets,
    "school-address-lists": _lists,
    "identifiers": _numbers,
}
