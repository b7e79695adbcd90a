"""Is this the employer's own procedure, praise, or an answer to somebody about their own pay or leave?

A formal letter about work (a hearing, a grievance, a capability meeting, occupational health) and mail to
or from the people whose job it is (HR, payroll, occupational health, the local authority designated
officer) must be able to say what it is about.
"""

from app import linear
from app.checks.words import first_found, whole_any
from app.domain.draft import Mailbox
from app.domain.reading import Reading

_SIGNATURE = 800
_MARKS = 2
_FORMAL = whole_any(r"""
    (?:disciplinary|capability|grievance|absence|sickness|probation(?:ary)?|redundancy|appeal|dismissal|investigation|formal|informal stage|stage (?:1|2|3|one|two|three)) (?:hearing|meeting|procedure|policy|process|review|interview|outcome|letter|investigation|stage|warning)
    (?:right to|may|can|entitled to|wish to) be (?:accompanied|represented)
    bring (?:an?|your) (?:trade union|union|colleague|work colleague|companion|representative)
    (?:trade )?union (?:representative|rep)|(?:written|final|verbal) warning|gross misconduct|letter of concern
    investigating officer|investigation report|hearing (?:officer|pack|panel)|statement of case|suspended on full pay
    occupational health|fit note|return[- ]to[- ]work (?:meeting|interview|form|plan)|phased return|reasonable adjustments
    outcome of (?:your|the|this)|your (?:grievance|appeal|complaint|disciplinary|probation)|uphold|upheld|not upheld
    (?:strictly )?private and confidential|strictly private|contract of employment|notice period|settlement agreement
""")  # noqa: E501 - one phrase a line
_TITLE = whole_any(r"""
    (?:disciplinary|capability|grievance|occupational health|fit note|sickness absence|probation(?:ary)?|redundancy|return to work)(?: \w+)?
    (?:invitation to|outcome of|notice of) .{0,30}(?:hearing|meeting|review|grievance|appeal|investigation)
    oh (?:report|referral|appointment)|fit notes?|doctor's note|low[- ]level concern|suspension from (?:work|duty)|allegation against (?:a )?(?:member of staff|colleague|teacher)
""")  # noqa: E501 - one phrase a line
_OFFICE = linear.compile(
    r"(?i)(?:^|[^a-z])(?:hr|human[ ._-]?resources|people[ ._-](?:services|team|advice|operations|partner)"
    r"|hradvice|hr-?(?:team|advice|support)|payroll|occupational[ ._-]?health|employee[ ._-]relations"
    r"|personnel|lado|whistleblowing|workforce)(?:[^a-z]|$)"
)
_PRAISE = whole_any("""
    nominat(?:e|ed|ing|ion)|congratulat(?:e|ions)|well done|proud of|credit to|thank you for|thanks to|delighted (?:with|by)
    (?:brilliant|wonderful|fantastic|superb|outstanding|excellent|amazing|lovely|terrific|great)(?:ly)? (?:\\w+ )?(?:work|job|effort|term|week|progress|lesson|result|results|start|year|teacher|colleague|shift)
    (?:did|do|does|doing|done) (?:really |very |so |brilliantly )*(?:well|brilliantly|beautifully|superbly)|star of the|award|so pleased|really pleased
    (?:is|was|were|been|are) (?:so |really |just |simply |absolutely |always )?(?:brilliant|wonderful|fantastic|superb|outstanding|excellent|terrific|a star|a credit|well liked|a pleasure)
    (?:did not|didn't|never) (?:miss|missed) a (?:word|beat|note|step|single \\w+)|(?:has|have|had|'s) (?:just )?won|won (?:the|a|an|first|second|third|our) (?:\\w+ )?(?:prize|class|competition|award|cup|medal|race|final|place)
    full marks|good going|beyond the call|went (?:above|the extra)|life-?saver|godsend|without you(?:r help)?|saved my (?:life|bacon|skin|day)
""")  # noqa: E501 - one phrase a line
_OWN_PAY = whole_any(r"""
    your (?:\w+ ){0,2}(?:overtime|pay|payslips?|salary|wages|leave|holidays?|expenses|mileage|time ?sheets?|pension|hours|rota|shifts?|increment|back pay|claim|tax code|dbs(?: check| certificate)?|start date|p45|p60|toil|entitlement|salary|appraisal|probation|induction|phased return|return|job title|contract|resignation|notice|deductions|cycle scheme)
    (?:(?:two|three|four|five|\d+|half|your) (?:\w+ )?days? in (?:\w+) (?:is|are) (?:agreed|approved)|you (?:will|'ll) (?:start|begin|return|come back|move) (?:with|on|to|at)|(?:move|moved|go up) to (?:point|grade|spine|scale)|point \d+ of the scale)
""")  # noqa: E501 - one phrase a line
_GRAVE_AT_WORK = whole_any(r"""
    sick(?:ness)?|stress|medical|disciplinary|warnings?|capability|grievance|dismiss\w*|suspen\w+|redundan\w+|gardening|compassionate|bereavement|fraud\w*|investigat\w+|allegations?|failed|concerns?|overpa\w+|not (?:good|met|passed)|poor
    not (?:be |being )?(?:renewed|extended)|(?:contract|post|job) (?:ends|will end|comes to an end)|comes out of your|repa(?:y|id)|recover(?:ed)?|owed?|extend\w* your probation
""")  # noqa: E501 - one phrase a line
THIRD_PERSON = whole_any("he|she|him|her|his|hers|they|them|their|he's|she's|they're")


def is_own_pay(words: str) -> bool:
    """Whether somebody is written to about their own pay, hours, leave or post, and nothing graver."""
    return _OWN_PAY.search(words) is not None and not is_grave_at_work(words)


def is_grave_at_work(words: str) -> bool:
    """Whether words tell of sickness, a warning, a complaint or money owed at work."""
    return _GRAVE_AT_WORK.search(words) is not None


def is_process(reading: Reading) -> bool:
    """Whether the mail belongs to a procedure about work, by its words or by who writes or reads it."""
    boxes = [recipient.mailbox for recipient in reading.draft.recipients]
    if any(map(_is_office, [*boxes, *([reading.draft.sender] if reading.draft.sender else [])])):
        return True
    if _OFFICE.search(reading.signature.strip()[:_SIGNATURE]):
        return True
    marks = {match[0].lower() for match in first_found(_FORMAL, reading.own)}
    return len(marks) >= _MARKS or (bool(marks) and _TITLE.search(reading.subject.clean) is not None)


def is_praise(words: str) -> bool:
    """Whether words praise."""
    return _PRAISE.search(words) is not None


def _is_office(box: Mailbox) -> bool:
    return any(_OFFICE.search(text) is not None for text in (box.name, box.address.partition("@")[0]))


_EVERYDAY = whole_any(r"""
    off (?:sick|ill)|(?:is|was|be|been) (?:poorly|unwell|ill|sick)|not (?:very )?well|under the weather|(?:throat|chest|ear|sinus|tummy) infection|tonsillitis|laryngitis|(?:a|the|with|has|got) (?:\w+ )?(?:cold|flu|migraine|headache|tummy bug|sickness bug|sore throat)
    (?:broke|broken|sprained|twisted) (?:his|her|their) (?:leg|arm|wrist|ankle|foot|toe|finger)|(?:doctor|dentist|hospital|gp|optician)(?:'s)? appointment|wheelchair|(?:bad|sore) (?:back|knee|neck|shoulder)|gone home (?:ill|sick|poorly)
    (?:maternity|paternity|annual|parental) leave
""")  # noqa: E501 - one phrase a line
_AT_SCHOOL = whole_any(
    r"pupils?|child(?:ren)?|students?|year (?:\d+|r)|y\d|his (?:mum|dad)|her (?:mum|dad)|class"
)


def is_everyday(words: str) -> bool:
    """Whether a sentence only says why a colleague is away or how to make room: a cold, a broken arm."""
    return _EVERYDAY.search(words) is not None and not _AT_SCHOOL.search(words)
