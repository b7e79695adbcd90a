"""Is the person of a story a pupil, or a colleague?

A model that hears one sentence cannot tell a pupil's suspension from a teacher's. The words around can: a
year group or a detention belongs to a child, a contract or a sick note to somebody at work. Where words of
both kinds stand, or only a mother is spoken of, this file does not decide.
"""

from collections.abc import Iterable
from enum import StrEnum

from app import linear
from app.checks.stories.family import is_to_family
from app.checks.words import whole_any
from app.domain.reading import Reading

_NEAR = 250
_CODE = linear.compile(r"\b(?:[Yy](?:ea)?r? ?)?(?:[1-9]|1[0-3])[A-Z]{1,2}\b|\b[Yy][1-9]\b")  # 9D, Y4, 10B
_OF_SCHOOL = whole_any(r"""
    (?:year|yr) (?:[1-9]|1[0-3]|r|one|two|three|four|five|six|seven|eight|nine|ten|eleven)|reception class|tutor group|class \d|key stage \w+|ks[1-4]
    pupil|new child
    ehcp?|eh?c (?:plan|needs assessment|request)|annual review|one[- ]page profile|reading age|phonics|gcses?|homework
    managed move|reintegration|exclu(?:ded|sions?)|detentions?|truant(?:ing|ed)?|truancy|home time|playtime|school nurse|upn
    suspen(?:ded|sion) (?:for|of) (?:\w+|a half|half a) (?:school )?days?|days? of suspension|(?:from|after) (?:\w+ )?suspension
    looked[- ]after|in care|foster(?:ed|ing| carers?| child| placement)?|cp plan|child protection|child in need|cin plan|camhs|icpc|early help
""")  # noqa: E501 - one phrase a line
_OF_HOME = whole_any(r"""
    mum(?:my|'s)?|mam|mom|dad(?:dy|'s)?|step-?(?:mum|dad|mother|father)|(?:his|her|their) (?:parents?|mother|father|auntie?|aunty|uncle|gran|nan|carers?|guardian)
    (?:the|this|that|our|another|little|young) (?:\w+ )?(?:boy|girl|child|student|toddler|lad|lass)
    parents|carers?|birth (?:mother|father|parents?)|siblings?|nappy|nursery
""")  # noqa: E501 - one phrase a line
_OF_WORK = whole_any(r"""
    (?:a|an|my|your|our|his|her|their|another|old) colleague|line manag(?:er|ed|ing)|probation(?:ary)?|capability|appraisal|performance management|in supervision|caseload|casework|(?:his|her|their) cases
    sick(?:ness)? (?:leave|pay|note|absence)|off sick|signed off|fit note|gone off with|off (?:again )?with (?:stress|anxiety|depression|a bad back)|return(?:ing)? to work|phased return
    occupational health|(?:annual|maternity|paternity|compassionate|gardening|unpaid|garden) leave|on leave|(?:his|her|their|'s) dbs|barred list|grievance|disciplinary|gross misconduct
    payroll|pay (?:rise|grade|scale|award|claim)|salary|on £\d+k|same job|up to the job|in the (?:new )?job|(?:new|his|her|their) job|(?:'s|his|her|their) post|redundan(?:t|cy)
    (?:his|her|their|fixed[- ]term|temporary) contract|notice period|resign(?:ed|ation|s)?|rota|overtime|timesheets?|expenses|workload|restructure
    shortlist(?:ed|ing)?|at interview|(?:job|second|his|her) reference|sacked|dismissed|suspended (?:pending|on full pay)|(?:his|her) team|covered for (?:him|her)
    (?:starts?|joins?|started|joined) (?:with )?(?:us|on monday|as an?)|new starter|trainee|deadlines?|supply teacher|lesson observation|missed (?:every|the|\w+) deadlines?|(?:marked|marking) (?:a )?books?
""")  # noqa: E501 - one phrase a line
_OF_OTHERS = whole_any("""
    your (?:\\w+ )?(?:drivers?|fitters?|engineers?|operatives?|contractors?|technicians?|installers?|electricians?|plumbers?|crew|delivery (?:man|woman|person))
    under caution|prosecut(?:e|ed|ion|ing)|fly-?tipp(?:ed|er|ing)|blue badge|evict(?:ed|ion)|penalty notice|rent arrears|claimants?|tenancy|your client|letter before (?:claim|action)|(?:rent|lease) (?:and|or) service charge|issue proceedings
""")  # noqa: E501 - one phrase a line


class Standing(StrEnum):
    """What the person of a story is to the organisation, as far as words tell."""

    PUPIL = "pupil"
    COLLEAGUE = "colleague"
    OUTSIDER = "outsider"
    """Somebody whom the organisation takes to court or lets a home to, or who works for a firm written to."""

    UNKNOWN = "unknown"


def standing_of(reading: Reading, places: Iterable[tuple[int, int]]) -> Standing:
    """What words around these stretches of the body, and the subject, tell of the person spoken about."""
    near = [reading.own[max(0, start - _NEAR) : end + _NEAR] for start, end in places]
    words = "\n".join((reading.subject.clean, *near))
    is_of_work = _OF_WORK.search(words) is not None
    is_of_school = any(pattern.search(words) for pattern in (_OF_SCHOOL, _CODE))
    if is_of_school or _OF_HOME.search(words):
        return Standing.PUPIL if is_of_school and not is_of_work else Standing.UNKNOWN
    if is_of_work:
        return Standing.COLLEAGUE
    return Standing.OUTSIDER if _OF_OTHERS.search(words) else Standing.UNKNOWN


def is_child_told(words: str) -> bool:
    """Whether words tell that a child is spoken of."""
    return any(pattern.search(words) for pattern in (_OF_SCHOOL, _OF_HOME, _CODE))


def is_of_children(reading: Reading) -> bool:
    """Whether the mail is about a child: it goes to a family, or its words tell so."""
    return is_to_family(reading) or is_child_told(reading.subject.clean) or is_child_told(reading.own)
