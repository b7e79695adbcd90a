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
_FOR = frozenset(
    {
        *_GROUND,
        *_ITS_OWNERS,
        *_ELSEWHERE,
        Sign.ASKED,
        Sign.PUBLIC,
        Sign.SPENT,
        Sign.PAPERS,
        Sign.ORGANISATIONS,
    }
)
"""With one of these the way in which a mail is written says nothing more."""
_SAID_FOR = frozenset({ChoiceReason.AGREED, ChoiceReason.DOES_NOT_FIT, ChoiceReason.NOT_THERE})
_NO_PERSONS = frozenset({Sign.MADE_UP, Sign.OTHERWISE, Sign.UNCALLED})


def ruling_for(flagged: Flagged) -> Ruling:
    """The end of the case: by the first of its subjects that the table knows, of what was seen surely before what was not."""
    sure = {one.finding.partition("/")[0] for one in flagged.evidence if one.confidence is Confidence.HIGH}
    subjects = sure & _BY_SUBJECT.keys() or _subjects(flagged)
    decide = next((by for subject, by in _BY_SUBJECT.items() if subject in subjects), _by_answer)
    return decide(flagged)


def _by_answer(flagged: Flagged) -> Ruling:
    """By the answer that was chosen, which is believed; what was meant is no slip, and nobody can agree to it."""
    if flagged.outcome is Outcome.CALLED_WRONG:
        return Ruling.ESCALATE if _is_lame(flagged) else Ruling.WRONG_WARNING
    if _is_meant(flagged):
        return Ruling.ESCALATE
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
    kinds = _kinds(flagged)
    is_hot = Sign.HEAT in flagged.signs
    grave = kinds & GRAVE - ({"humiliation"} if is_hot else frozenset())
    is_insult = bool(kinds & {"abuse", "humiliation"}) and not grave
    is_lewd = "obscenity" in kinds and Sign.SEXUAL in flagged.signs and not _ELSEWHERE & set(flagged.signs)
    if is_insult and (_is_banter(flagged) or (Sign.APOLOGY in flagged.signs and not is_hot)):
        return Ruling.FINE
    is_backed = is_insult and Sign.HARM in flagged.signs and _is_outright(flagged)
    hurts = bool(grave) or is_lewd or is_backed or (is_insult and not is_hot)
    if flagged.outcome is Outcome.CALLED_WRONG:
        is_said = (hurts or is_insult) and _is_outright(flagged)
        if flagged.reason is not ChoiceReason.OTHER and not is_said:
            return Ruling.WRONG_WARNING
        return Ruling.ESCALATE if hurts else Ruling.COACH
    if hurts:
        return Ruling.ESCALATE
    return Ruling.COACH if is_insult else _by_answer(flagged)


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
    is_own = Sign.PAPERS in signs or (Sign.SENDERS_OWN in signs and Sign.ILL_WILL not in signs)
    if is_own and not _AGAINST & signs:
        return Ruling.FINE
    ends = _by_answer(flagged)
    return Ruling.ESCALATE if ends is Ruling.COACH and Sign.LEAVES in flagged.signs else ends


def _secrets(flagged: Flagged) -> Ruling:
    """A log-in is one person's: nobody can agree that a colleague has it."""
    if _is_at_home(flagged) or _opens_nothing(flagged):
        return Ruling.FINE
    if "login" not in _kinds(flagged):
        return _by_answer(flagged)
    if flagged.outcome is Outcome.CALLED_WRONG:
        return Ruling.FINE if flagged.reason is ChoiceReason.DOES_NOT_FIT else _by_answer(flagged)
    if _is_meant(flagged) or Sign.LEAVES in flagged.signs:
        return Ruling.ESCALATE
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
    if _is_meant(flagged):
        return Ruling.ESCALATE
    is_of_many = "class-list" in _kinds(flagged) or any(one.places >= MANY for one in flagged.evidence)
    is_read_by_many = flagged.leaves >= MANY
    is_tale = Sign.TALE in flagged.signs and Sign.ASKED not in flagged.signs
    is_told = (is_tale or bool(STORIES & _subjects(flagged))) and not _is_for_one_family(flagged)
    is_carried = {Sign.PASSED_ON, Sign.OTHERS_WORDS} <= set(flagged.signs)
    is_a_talk = is_of_many or is_read_by_many or is_told or is_carried
    return Ruling.COACH if is_a_talk and not _has_ground(flagged) else Ruling.FINE


def _lists(flagged: Flagged) -> Ruling:
    """A list that stayed inside is caught; one on its way out is a talk, and who leaves, or has it at home, takes it along."""
    if flagged.outcome is not Outcome.STOPPED:
        return _by_answer(flagged)
    if flagged.leaves and (_is_meant(flagged) or {Sign.LEAVES, Sign.PRIVATE} & set(flagged.signs)):
        return Ruling.ESCALATE
    if Sign.PUBLIC in flagged.signs:
        return Ruling.WRONG_WARNING
    return Ruling.COACH if flagged.leaves and not _has_ground(flagged) else Ruling.FINE


def _is_at_home(flagged: Flagged) -> bool:
    """The warning was right, yet it is the data of who sends or who reads it, and the sender says so."""
    is_said = flagged.outcome is Outcome.CALLED_WRONG and flagged.reason is not ChoiceReason.NOT_THERE
    is_asked = any(one.finding == "credentials/asks-for-password" for one in flagged.evidence)
    is_own = not is_asked and Sign.OTHERS_WORDS not in flagged.signs
    return is_said and is_own and not _is_lame(flagged) and bool(_ITS_OWNERS & set(flagged.signs))


def _is_asked_for(flagged: Flagged) -> bool:
    """The warning was right, and nothing follows: the reader asked for it, and the sender says so."""
    is_said = flagged.outcome is Outcome.CALLED_WRONG and flagged.reason is ChoiceReason.DOES_NOT_FIT
    return is_said and Sign.ASKED in flagged.signs


def _is_lame(flagged: Flagged) -> bool:
    """Called wrong for no reason that could be looked at, where something speaks against the send."""
    is_said = flagged.outcome is Outcome.CALLED_WRONG and flagged.reason is ChoiceReason.OTHER
    return is_said and _is_meant(flagged)


def _is_meant(flagged: Flagged) -> bool:
    """No slip: for gain, to hurt, or behind the back of who should know; stopped or not."""
    signs = set(flagged.signs)
    if Sign.SENDERS_OWN in signs and _kinds(flagged) <= _OF_ONE_PERSON:
        signs.discard(Sign.ILL_WILL)
    if Sign.SENDERS_OWN in signs and flagged.reason is ChoiceReason.AGREED:
        signs.discard(Sign.GAIN)
    if _is_private_talk(flagged) or _is_let_out(flagged):
        return True
    if {Sign.GAIN, Sign.HARM, Sign.ILL_WILL} & signs or (
        Sign.QUIET in signs and {Sign.ANOTHERS, Sign.PRIVATE} & signs
    ):
        return True
    is_anothers_secret = "credentials" in _subjects(flagged) and Sign.SENDERS_OWN not in signs
    return Sign.COVERS in signs and (bool(flagged.leaves) or is_anothers_secret)


def _is_private_talk(flagged: Flagged) -> bool:
    """Somebody's data in what sounds like no mail for work, with nothing that explains either."""
    signs = set(flagged.signs)
    return Sign.UNLIKE_WORK in signs and not signs & _FOR and flagged.reason not in _SAID_FOR


def _is_let_out(flagged: Flagged) -> bool:
    """A key or somebody's number goes to private addresses alone, and neither the mail nor the sender says why."""
    is_private = 0 < flagged.leaves == flagged.audience.get("webmail", 0)
    is_of_one = all(one.places < MANY for one in flagged.evidence)
    if not is_private or not is_of_one or _FOR & set(flagged.signs):
        return False
    if flagged.outcome is Outcome.STOPPED:
        return "upn" in _kinds(flagged)  # it tells to which school a child goes
    is_said = flagged.outcome is Outcome.CALLED_WRONG or flagged.reason is ChoiceReason.AGREED
    return bool({"credentials", "identifiers"} & _subjects(flagged)) and not is_said


def _has_ground(flagged: Flagged) -> bool:
    """It went the wrong way to the right place: a public body, or under a law, a contract or a consent."""
    return bool(_GROUND & set(flagged.signs))


def _is_for_one_family(flagged: Flagged) -> bool:
    """One private reader and nobody else away: mostly the child's own."""
    return flagged.leaves == 1 and bool(flagged.audience.get("webmail"))


def _kinds(flagged: Flagged) -> frozenset[str]:
    return frozenset(one.finding.partition("/")[2] for one in flagged.evidence)


def _subjects(flagged: Flagged) -> frozenset[str]:
    return frozenset(one.finding.partition("/")[0] for one in flagged.evidence)


_BY_SUBJECT: Mapping[str, Callable[[Flagged], Ruling]] = {
    "hostile-tone": _tone,
    "discrimination": _tone,
    "sexual-and-indecent": _tone,
    "own-details": _own_account,
    "credentials": _secrets,
    "school-address-lists": _lists,
    "identifiers": _numbers,
}
