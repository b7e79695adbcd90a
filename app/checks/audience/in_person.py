"""Does a mail to a few schools speak to its readers in person, as a conversation and not as news?

Each is greeted by name ("Dear Hester and Imran"), the group is counted ("Dear both", "all three of
you"), it is said in confidence, or the writer and the readers arrange to meet. News for schools in
general does none of these.
"""

from app import linear
from app.checks.wording.greeting import find_greeting
from app.checks.words import any_of, whole_any
from app.domain.reading import Reading

FEW = 4
_TWO, _THREE = 2, 3
_COUNTS = {"both": _TWO, "two": _TWO, "three": _THREE, "four": FEW}
_OPENER = linear.compile(
    r"(?i)^\s*(?:(?:dear|hi|hello|hey|morning|afternoon|good (?:morning|afternoon|evening))\b[ ,]*)?"
)
_PERSON = linear.compile(
    r"^(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Rev|Sir|Dame|Cllr|Fr|Canon)\.? )?"
    r"\p{Lu}[^\s,;:/&!?.]*(?: \p{Lu}[^\s,;:/&!?.]*){0,2}"
)
_JOIN = linear.compile(r"^(?:,? (and|&) |, ?| ?/ ?)")
_CLOSES = linear.compile(r"^\s*[,:.!\x{2013}\x{2014}-]?\s*$")
_OF_MANY = whole_any("""
    all|every ?(?:one|body)|teams?|colleagues?|friends?|members?|parents?|carers?|governors?|trustees?
    heads?|head ?teachers?|principals?|leaders?|managers?|leads?|staff|schools?|partners?|sirs?|madams?
    senco?s?|sendcos?|dsls?|chairs?|clerks?|bursars?|teachers?|officers?|administrators?|secretar(?:y|ies)
""")
_COUNTED = linear.compile(
    r"(?i)^\s*(?:(?:dear|hi|hello|hey|morning|afternoon|good (?:morning|afternoon|evening)|to)\s+)?"
    r"(?:you\s+)?(?:all\s+)?(both|two|three|four)(?:\s+of\s+you)?\s*(?:[,:.!\x{2013}\x{2014}-]|$)"
)
_OF_US = linear.compile(r"(?i)\b(both|two|three|four) of (?:us|you)\b")
_IN_CONFIDENCE = linear.compile(
    r"(?im)(?:^|[.!?:]\s)\s*(?:strictly |this (?:mail |e-?mail |message )?is "
    r"|please (?:keep|treat) this (?:as )?)?"
    r"(?:in (?:strict(?:est)? )?confidence|confidential(?:ly)?)\b(?:\s*(?:[,.:!)\x{2013}\x{2014}-]|$)"
    r"|\s+(?:until|please|for now|and|between|at this stage|to you|budget|draft|options))"
)
_BETWEEN_US = whole_any("""
    (?:keep|stays?|staying|is) (?:it |this |that |strictly )*(?:just )?between (?:us|ourselves|the (?:two|three|four) of us)
    just between (?:us|ourselves)
    (?:do not|don't|please don't) (?:share|pass (?:it|this) on|forward)(?: (?:it|this|these))? (?:yet|any further|wider|beyond)
""")  # noqa: E501 - one phrase a line
_MEETING = any_of("""
    (?:shall|should|could|can) (?:the (?:two|three|four) of )?(?:we|us) (?:all |both )?(?:meet|talk|speak|share|swap|catch up|get together|sit down|settle|compare)
    (?:are|would|will) you (?:both|two|three|four|all (?:two|three|four)) (?:be )?(?:free|able|around|available)
    (?:could|can|would) you (?:both|two|three|all (?:three|four)) (?:make|do|manage|meet|come)
""")  # noqa: E501 - one phrase a line
_ARRANGES = linear.compile(rf"(?i)\b{_MEETING}\b")


def speaks_in_person(reading: Reading) -> bool:
    """Whether a mail to two to four schools is a word between a few people.

    "Dear both" to three schools is a slip, not a conversation.
    """
    subject, own, schools = reading.subject.clean, reading.own, reading.audience.schools
    if not _TWO <= schools <= FEW:
        return False
    opening = _opening(own)
    if _is_named(opening, schools) or _is_counted(opening, schools):
        return True
    if any(map(_IN_CONFIDENCE.search, (subject, own))) or _BETWEEN_US.search(own):
        return True
    if _OF_MANY.search(opening):
        return False
    of_us = _OF_US.search(own)
    return (of_us is not None and _COUNTS[of_us[1].lower()] >= schools) or _ARRANGES.search(own) is not None


def _opening(own: str) -> str:
    """The line of the greeting, or the first line that holds words."""
    greeting = find_greeting(own)
    at = greeting.start if greeting else len(own) - len(own.lstrip())
    return own[at : at + 200].partition("\n")[0]


def _is_named(opening: str, schools: int) -> bool:
    return _OF_MANY.search(opening) is None and _people_named(opening) >= schools


def _people_named(opening: str) -> int:
    """How many are greeted by name: "Hester, Imran and Farah", then whatever follows, or the line ends."""
    rest = opening[_OPENER.match(opening).end() :]  # type: ignore[union-attr]  # may be empty, so it is there
    people = named = 0
    is_last = False
    while people < FEW and (person := _PERSON.match(rest)):
        people += 1
        rest = rest[person.end() :]
        join = _JOIN.match(rest)
        if is_last or _CLOSES.match(rest):
            named = people
        if join is None:
            break
        is_last = join[1] is not None
        rest = rest[join.end() :]
    return named


def _is_counted(opening: str, schools: int) -> bool:
    match = _COUNTED.search(opening)
    return match is not None and _COUNTS[match[1].lower()] >= schools
