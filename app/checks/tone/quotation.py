"""Are these somebody else's words, or told about somebody else?

Two ways in which strong words are not the author's own: they stand in quotation marks, or the
sentence (or the whole mail) reports what was said or alleged. Both matter for safeguarding,
disciplinary and complaint papers, which must be able to say what happened. A quoted line ("> ...") is
somebody else's as well; a lone one may stand in the author's own text.
"""

from bisect import bisect_right

from app import linear
from app.checks.once import once_a_reading
from app.checks.words import any_of, whole_any, word_set
from app.domain.reading import Reading
from app.kept import kept

_LONGEST = 600
_INK = linear.compile(r"\S")
_QUOTED = linear.compile(
    r"\"[^\"\n]+\"|\x{201c}[^\x{201d}\n]+\x{201d}"
    r"|\x{2018}[^\x{2018}\n]+?\x{2019}(?:[\s,.;:!?)]|$)|(?:^|[\s(])'[^'\n]+'(?:[\s,.;:!?)]|$)"
)
_OF_OTHERS = linear.compile(
    r"(?m)^[ \t]*>+[ \t]*[^\d\s>\x{a3}$][^\n]*"
    r"|(?:^|[\s(\[>:,-])\"[^\s\"](?:[^\"\n]*(?:\n[^\"\n]+){0,5}[^\s\"])?\""
    r"|\x{201c}[^\x{201c}\x{201d}\n]+(?:\n[^\x{201c}\x{201d}\n]+){0,5}\x{201d}"
    r"|\x{ab}[^\x{ab}\x{bb}\n]+(?:\n[^\x{ab}\x{bb}\n]+){0,5}\x{bb}"
    r"|\x{2018}(?:[^\x{2018}\x{2019}\n]|\x{2019}\pL)+\x{2019}|(?:^|[\s(\[:,-])'(?:[^\s']|'\pL)(?:[^'\n]|'\pL)*'"
)
_SOMEBODY = any_of("""
    he|she|they|who|pupils?|students?|child|children|boys?|girls?|parents?|mother|father|mum|dad|carer
    teacher|staff|colleague|neighbour|caller|resident|tenant|customer|visitor|driver
    schools?|nursery|social worker|police|gp|health visitor|ex[- ]partner|partner
""")
_SAID = any_of("""
    said|says?|called|shouted|told|wrote|texted|posted|used|swore|screamed|yelled|threatened|stated
    reported|repeated|replied|muttered|sent|described?|describes|referred to|admitted|kept calling
    was calling|thinks?|feels?|believes?|claims?|claimed|mentions?|mentioned
    has called
""")
_SAYING = any_of("call|calling|say|saying|shout|shouting|swear|swearing|threaten|threatening|using")
_BAD = "(?:racist|homophobic|sexist|transphobic|abusive|offensive|threatening|derogatory|foul|bad)"
_WORDS = any_of("""
    language|words?|terms?|comments?|remarks?|abuse|messages?|phrases?|behaviour|incidents?|slurs?|insults?
""")
_TELLING = whole_any(rf"""
    alleg(?:ed|es|edly|ation|ations)|accus(?:ed|es|ation)|disclos(?:ed|es|ure)|incidents?|witness(?:ed|es)?
    {_SOMEBODY} (?:\w+ ){{0,3}}{_SAID}
    (?:was|were|been|being) (?:called|told|sent|threatened|subjected|sworn at|verbally abused)
    (?:calling|called) (?:him|her|them|me|us|another|an?|each|the|staff|pupils?)
    (?:hear|heard|overheard|hearing|saw|seen|witness(?:ed)?) (?:\w+ ){{1,3}}{_SAYING}
    report(?:s|ed)? (?:that|of|by|to)|according to|complain(?:s|ed|t) (?:that|about|of|from|by)
    (?:the|these|those|following) {_WORDS}|{_BAD} {_WORDS}
    {_WORDS} (?:such as|like|including|used|were|was)|meaning of|use of the|swear ?words?
""")
_NAMES = any_of("an?|names?|stupid|useless|lazy|thick|fat|dumb|hopeless|liars?|idiots?|racists?|rude")
_PUT_TO_YOU = whole_any(rf"""
    (?:when|whenever|if|where|anyone who|people who) (?:\w+ ){{1,4}}(?:calls?|called) you {_NAMES}
    (?:when|whenever|if|where|anyone who|people who) (?:\w+ ){{1,4}}(?:shouts?|swears?|screams?) at you
    (?:not|never|nobody|no one|n't) (?:\w+ ){{0,5}}(?:be|being) (?:called|sworn at|spoken to|abused|told)
    (?:not|never|nobody|no one|n't) (?:\w+ ){{0,6}}(?:call|calls|called|calling) you {_NAMES}
""")
_THOUGHT = whole_any("sent|thinks?|feels?|believes?|mentions?|admitted")
_NAMED_TELLER = linear.compile(rf"\b(\p{{Lu}}\pL+)\s+(?:\w+\s+){{0,2}}?(?i:{_SAID})\b")
_NOT_A_NAME = word_set(
    "You We They Nobody Everyone Please And But So If When As The This That It What Why How"
)
_REPORT = whole_any("""
    incident (?:report|log|form|record)|(?:witness|written) statement|statement of|allegations?
    disciplinary|investigat(?:ion|ory|ing)|safeguarding (?:concern|referral|report|log|incident)
    cause for concern|cpoms|myconcern|mash referral|lado|bullying (?:log|report|incident|concern)
    hate (?:crime|incident)|(?:racist|racial|homophobic) incidents?|prejudice-related incidents?|chronology
    (?:supervision|case|meeting|visit|contact|interview) notes|notes from (?:the|our|today)
    complaint (?:investigation|response|report|summary)|notes? of (?:(?:the|our) )?(?:meeting|interview|call)
    (?:meeting|draft|agreed) minutes|minutes of|transcript|behaviour (?:log|incident|report)
    exclusion report|police report
""")
_OPENING = 400


class Quotations:
    """The quoted stretches of a text; `holds` answers whether a place is inside one."""

    def __init__(self, text: str) -> None:
        """Find them in one pass."""
        found = (match.span() for match in _QUOTED.finditer(text))
        spans = [(start, end) for start, end in found if end - start <= _LONGEST]
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def holds(self, place: int) -> bool:
        """Whether `place` is inside a quotation."""
        at = bisect_right(self._starts, place) - 1
        return at >= 0 and place < self._ends[at]


def without_quotations(text: str) -> str:
    """The text with each quotation replaced by a space."""
    return str(_QUOTED.sub(" ", text))


def without_others(text: str) -> str:
    """The text with quotations (over a few lines at most) and quoted lines blanked by spaces; places stay."""
    pieces, at = [], 0
    for match in _OF_OTHERS.finditer(text):
        if match.end() - match.start() <= _LONGEST or match.group().lstrip().startswith(">"):
            pieces += [text[at : match.start()], _INK.sub(" ", match.group())]
            at = match.end()
    return "".join((*pieces, text[at:]))


@once_a_reading
def in_own_words(reading: Reading) -> str:
    """The author's own text without what it quotes of others; places stay."""
    return without_others(reading.own)


@kept
def tells_of_others(sentence: str) -> bool:
    """Whether a sentence reports what somebody else said, did or is alleged to have done."""
    if _TELLING.search(sentence):
        return True
    return any(match[1] not in _NOT_A_NAME for match in _NAMED_TELLER.finditer(sentence))


def tells_what_was_said(sentence: str) -> bool:
    """Whether a sentence tells what somebody said: who sent something, or thinks something, said no slur."""
    return tells_of_others(_THOUGHT.sub(" ", sentence))


def is_put_to_reader(sentence: str) -> bool:
    """Whether the sentence stands up for readers whom others insult: "when callers call you stupid"."""
    return _PUT_TO_YOU.search(sentence) is not None


@once_a_reading
def is_report(reading: Reading) -> bool:
    """Whether the mail as a whole is a report: its subject or its opening says so."""
    opening = reading.own.lstrip()[:_OPENING]
    return _REPORT.search(reading.subject.clean) is not None or _REPORT.search(opening) is not None
