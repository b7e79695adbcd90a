"""Whose matter does a passage speak of: the organisation's pupils, families and staff, or the writer's own?

Words of schools, social care and employment near a story make it the organisation's to protect; the writer's
own family ("my dad", "our youngest daughter") is the writer's to tell.
"""

from app.checks.words import whole_any
from app.domain.reading import Sentence

_NEAR = 200
_WORK = whole_any(r"""
    pupils?|students?|child(?:ren)?|nursery|(?:year|yr|y) ?(?:[1-9]|1[0-3]|r)|class|teachers?|supply|lessons?|schools?|head ?teacher|pta|ta|tlr
    senco|sendco|send|sen|ehcp?|autis(?:m|tic)|adhd|dyslexi[ac]|wheelchair|camhs|paediatric(?:ian|s)?|gp|nurse|diagnosis|free school meals
    social (?:worker|care)|safeguarding|dsl|lado|mash|icpc|cin|cp plan|lac|pep|looked after|in care|foster(?:ed|ing| carers?)?|sgo|early help
    family support|referral|attendance|suspen(?:ded|sions?)|exclu(?:ded|sions?)|mum|carers?|parents|governors?|council|tenan(?:ts?|cy)
    disclos(?:ed|es|ures?)|cpoms|myconcern|child protection|self[- ]harm(?:ed|ing)?|neglect|domestic (?:abuse|violence)|stepdad|stepmum|refuge
    tribunal|grievance|disciplinary|capability|occupational health|sick(?:ness)?(?: pay| leave)?|signed off|off (?:again )?with|supervisor|line manager|probation|phased return|staffroom
""")  # noqa: E501 - one phrase a line
_OWN_KIN = whole_any(r"""
    (?:my|our) (?:\w+ ){0,2}?(?:mum|mom|mother|dad|father|parents|sons?|daughters?|kids|wife|husband|sister|brother|baby|nan|gran\w*|family)
""")  # noqa: E501 - one phrase a line


def is_of_work(text: str, sentence: Sentence) -> bool:
    """Whether words of the organisation's work stand in or near a sentence of a text."""
    return _WORK.search(text[max(0, sentence.start - _NEAR) : sentence.end + _NEAR]) is not None


def speaks_of_work(text: str) -> bool:
    """Whether they stand anywhere in a text."""
    return _WORK.search(text) is not None


def is_of_own_family(words: str) -> bool:
    """Whether a sentence tells of the writer's own family."""
    return _OWN_KIN.search(words) is not None
