"""Where does a text name a statutory, national or legal duty, and where does it chase one?

Finds the named duties of ``duties.py``, the cue words of law ("required by law", "under section 12 of the …
Act"), and sentences in which the language model hears a law without any of them (``unnamed.py``). A duty
that only names a job, a team, a course or a newsletter is none.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app import linear
from app.checks.duties.duty import Duty
from app.checks.duties.named import DUTIES
from app.checks.duties.unnamed import sentences_of_law, sentences_of_law_passed_on
from app.checks.words import any_of, first_found, whole, whole_any
from app.domain.reading import PassedOn, Reading, Sentence

_MOST = 200
_LONGEST = 600
_LEGAL = whole_any(r"""
    statutory (?:data )?(?:deadlines?|returns?|dut(?:y|ies)|requirements?|dates?|timescales?|timetables?|time ?limits?|collections?)
    statutory (?:submissions?|responsibilit(?:y|ies)|obligations?|consultations?|information|surveys?|reporting|periods?|targets?)
    statutory (?:[\w'&-]+ ){1,6}(?:returns?|headcounts?|census|submissions?|collections?|deadlines?|notifications?|declarations?|audits?)
    statutory (?:headcount|census|audit|return)s?
    (?:is|are|it's) statutory
    (?:the )?law (?:does not|doesn't|won't|will not|gives|allows|says|requires)
    statutorily (?:required|obliged)
    (?:legal|national) (?:deadlines?|requirements?|dut(?:y|ies)|obligations?|returns?|data collections?|closing dates?|submission dates?)
    legally (?:required|obliged|bound|binding)
    required (?:by|in|under) (?:law|statute|the regulations|legislation)
    (?:must|have to|has to|need to|needs to) by law
    (?:must|have to|has to|need to|needs to) (?:[\w'-]+ ){1,6}by law
    (?:that|this|it) is the law|that's the law|legal (?:time )?limits?|without delay,? (?:that is|by) law
    by law,? (?:we|you|schools|councils|all|every|each|the|this)
    under (?:section|s\.?|sections|schedule|regulations?|article|part) \d+[a-z]?(?:\(\w+\))* (?:of|and)
    under the [^.\n]{3,60} (?:Act|Regulations|Order) (?:19|20)\d\d
    (?:Act|Regulations|Order)(?: (?:19|20)\d\d)? (?:requires?|place[sd]? a duty|sets?|obliges?)
    (?:regulations?|(?-i:Regulations?|Code|Act|Order)) (?:require|state that|say that|says that|makes (?:us|you)|gives (?:us|you))
    (?:section|s\.?|regulation|schedule|article) \d+[a-z]?(?:\(\w+\))*,? (?:says|requires|makes|obliges|gives|lets|allows|tells)
    (?:has|have|is|are|carries|carry) (?:the|a|an) (?:duty|obligation) under
    secretary of state (?:requires?|has directed|directs)
    (?:(?-i:DfE|ESFA|STA|HMRC|JCQ|HSE|ICO)|department for education|ofsted|government|ministerial)(?:'s)? (?:deadlines?|returns?|data collections?)
    enforcement notice
    improvement notice
    prohibition notice
""")  # noqa: E501 - one phrase a line
_LEGAL_DUTY = Duty("statutory or legal duty", "")
_NAMED = whole("(?:" + "|".join(f"({any_of(duty.phrases)})" for duty in DUTIES) + ")")
_NO_DUTY_AFTER = linear.compile(
    r"(?i)^(?:'s|\))?\s+(?:and \w+ )?(?:team|officers?|managers?|lead|advis[eo]rs?|assistants?"
    r"|co-?ordinators?|clerks?"
    r"|training|workshops?|webinars?|courses?|briefings?|sessions?|drop-?in|support|guidance|help ?desk"
    r"|service|services"
    r"|newsletter|meetings?|conference|network|policy|policies|module|software|clinic|surger(?:y|ies)"
    r"|e-learning"
    r"|specialist|consultant|role|post|vacancy|department|unit|panel member|partnership)\b"
)
_NO_DUTY_BEFORE = linear.compile(
    r"(?i)(?:\b(?:non|not)[ -]|\b(?:training|workshops?|webinars?|courses?|briefings?|sessions?"
    r"|drop-?ins?|support|clinics?|guidance)"
    r" (?:\w+ )?(?:on|for|about|in|with) (?:the |your |our )?(?:new |next |autumn |spring |summer )?"
    r"|\b(?:course|training|workshop|webinar|session)s?: (?:\w+ ){0,3}"
    r"|\b(?:officer|manager|lead|assistant|clerk|advis[eo]r|co-?ordinator|head|director"
    r"|analyst)s?\s*[(,:-]\s*)$"
)
_NOT_LAW = linear.compile(
    r"(?i)\b(?:no|not|non|never|without|neither|nor|isn't|aren't|than)"
    r"(?: (?:an?|any|the|yet|strictly|really|actually|currently|longer|just))?[ -]$"
)
_CHASING = whole_any(r"""
    reminder
    (?:i am|we are|i'm|we're|just) reminding
    final (?:request|call|notice|chance)
    second request
    (?:not|never) (?:yet )?(?:been |had )?(?:received|submitted|returned|completed|sent|provided|responded)
    (?:(?:have|has|had) (?:still )?not|haven't|hasn't|hadn't) (?:yet )?(?:been )?(?:received|had|got|seen|submitted|returned|completed|sent|heard|provided|responded|replied)
    (?:schools|of you) (?:still )?(?:haven't|have not)
    not (?:yet )?(?:in|with us|here)
    no (?:return|response|reply|submission) (?:from|has|so far|yet)
    (?:nothing|none|no word) (?:\w+ )?from (?:you|your|the following|these|those|\w+ (?:schools|of you))
    (?:from|for) (?:\w+ ){1,2}(?:schools|of you|heads),? (?:(?:i|we) (?:have|have had|had|hold) )?(?:\w+ ){0,2}(?:nothing|a blank|only a blank|none)
    (?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|some|several|a few|half) (?:of you |schools |heads )?(?:haven't|have not|hadn't|had not)
    (?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:schools |of you )?(?:(?:are )?still )?(?:to (?:come|go)|outstanding)
    overdue
    past (?:the|its) deadline
    (?:deadline|date|day) (?:has|is) (?:now |long )?(?:gone|passed|past)
    (?:yours|your \w+) (?:is|are)(?:n't| not) (?:\w+ ){0,3}?(?:here|in|desk|pile|inbox|portal)
    (?:still )?(?:awaiting|waiting (?:for|on)|await|missing)|still waiting
    (?:nothing|none) from (?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|some|several|many)
    still (?:need|require|outstanding|due|to come|owe)
    chas(?:e|ing|er)
    (?:yet|have yet|has yet|are yet) to (?:submit|return|send|complete|respond|receive|reply|provide|confirm)
    (?:remains?|is|are|still|currently|now) outstanding
    outstanding (?:returns?|forms?|responses?|submissions?|data|information|census|paperwork|items?|audits?|entries)
    late (?:returns?|submissions?)
    (?:was|were) due
    missed (?:the|this|your) (?:deadline|submission)
""")  # noqa: E501 - one phrase a line
_ONLY_REMINDS = linear.compile(r"(?i)^(?:reminder|.*reminding|final (?:call|notice|chance))$")
_EARLIER_YEAR = whole_any(r"""
    (?:last|previous|past|earlier|prior) (?:years?|times?|rounds?|autumn|spring|summer|winter)
    the year before
    in (?:previous|past|earlier) years
""")
_NONE_IS = linear.compile(
    r"(?i)\b(?:(?:no|nothing|none|nobody|no one|no longer|not one)(?: (?:of \w+|is|are|was|were|now))*"
    r"|before (?:it|they)) $"
)
_ALL_DID = linear.compile(
    r"(?i)\b(?:every|all)(?: (?:of )?(?:the |our |you)?\w+){0,2} (?:(?:have|has|had) )?(?:now )?"
    r"(?:sent|submitted|returned|approved|completed|uploaded|met|made)\b"
)
_TOLD_AS_DUE = linear.compile(r"(?i)^(?:was|were)\s+due$")
_OVERDUE = linear.compile(
    r"(?i)overdue|past (?:its|the) (?:date|deadline)"
    r"|(?:deadline|date|day) (?:has|is) (?:now |long )?(?:passed|gone|past)"
    r"|(?:was|were) due (?:last (?:week|month|\w+day)|yesterday|in (?:last|by))"
)
_GRADED = linear.compile(r"(?i)\b(?:graded|rated|judged|ofsted|inspect\w*|quality|teaching)\b")


@dataclass(frozen=True, slots=True)
class NamedDuty:
    """A duty where the text names it. `is_named` tells a row of the list from a legal cue word.

    Where only the language model hears a law, it is the whole sentence.
    """

    start: int
    end: int
    duty: Duty
    is_named: bool


def find_duties(text: str) -> tuple[NamedDuty, ...]:
    """The duties in `text`, in order; the first 200."""
    found = sorted((*_named(text), *_legal(text)), key=lambda d: (d.start, not d.is_named))
    return tuple(found[:_MOST])


def duties_of(reading: Reading) -> tuple[NamedDuty, ...]:
    """Those of the author's own text, in order, and each sentence in which only the model hears a law."""
    found = find_duties(reading.own)
    only_heard = (
        NamedDuty(s.start, s.end, _LEGAL_DUTY, is_named=False)
        for s in sentences_of_law(reading)
        if not any(s.start <= duty.start < s.end for duty in found)
    )
    return tuple(sorted((*found, *only_heard), key=lambda d: d.start))


def duties_passed_on(part: PassedOn) -> tuple[NamedDuty, ...]:
    """Those of what others wrote and a forward carries along, the named and worded ones first."""
    heard = tuple(
        NamedDuty(s.start, s.end, _LEGAL_DUTY, is_named=False) for s in sentences_of_law_passed_on(part)
    )
    return (*find_duties(part.text), *heard)


def _named(text: str) -> Iterator[NamedDuty]:
    for tried, match in enumerate(_NAMED.finditer(text)):
        if tried >= _MOST:
            return
        if _is_duty(text, *match.span()):
            row = next(n for n in range(1, len(DUTIES) + 1) if match.group(n) is not None)
            yield NamedDuty(match.start(), match.end(), DUTIES[row - 1], is_named=True)


def _legal(text: str) -> Iterator[NamedDuty]:
    for tried, match in enumerate(_LEGAL.finditer(text)):
        if tried >= _MOST:
            return
        is_denied = _NOT_LAW.search(text[max(0, match.start() - 30) : match.start()])
        if not is_denied and _is_duty(text, *match.span()):
            yield NamedDuty(match.start(), match.end(), _LEGAL_DUTY, is_named=False)


def _is_duty(text: str, start: int, end: int) -> bool:
    return not (
        _NO_DUTY_AFTER.search(text[end : end + 40])
        or _NO_DUTY_BEFORE.search(text[max(0, start - 60) : start])
    )


def find_chasing(sentence: str) -> tuple[int, int] | None:
    """Where a sentence reminds or says that something has not come."""
    found = first_found(_CHASING, sentence, _MOST)
    match = next((m for m in found if not _NONE_IS.search(sentence[: m.start()])), None)
    if match is None or ("outstanding" in match.group().lower() and _GRADED.search(sentence)):
        return None
    if _TOLD_AS_DUE.search(match.group()) and (_EARLIER_YEAR.search(sentence) or _ALL_DID.search(sentence)):
        return None
    return match.start(), match.end()


def is_overdue(sentence: str) -> bool:
    """Whether a sentence that reminds says that the day has passed."""
    return _OVERDUE.search(sentence) is not None


def has_not_come(sentence: str) -> bool:
    """Whether it says that something has not come, and does not only remind."""
    return any(not _ONLY_REMINDS.search(m.group()) for m in _CHASING.finditer(sentence[:_LONGEST]))


class Sentences:
    """Which sentence a place of the text is in."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        """Remember where each one starts."""
        self._starts = [s.start for s in sentences]

    def of(self, place: int) -> int:
        """The number of the sentence that holds `place`; -1 before the first."""
        return bisect_right(self._starts, place) - 1
