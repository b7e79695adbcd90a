"""Is the mail to somebody whose work it is to hear of wrong, or does it use that road?

The law protects whoever tells a head, a governor in the chair, the designated officer, auditors, a regulator,
a union or a lawyer of a wrong. Told by the recipients' names and addresses, the greeting, and by words such
as "protected disclosure" or "grievance"; nothing is held against such a mail.
"""

from app import linear
from app.checks.tone.quotation import is_report
from app.checks.wording.greeting import greeting_of
from app.checks.words import any_of, whole_any
from app.domain.address import is_within, normal_address
from app.domain.reading import Reading

HEARERS = (
    "ofsted.gov.uk",
    "education.gov.uk",
    "hse.gov.uk",
    "cqc.org.uk",
    "lgo.org.uk",
    "ico.org.uk",
    "parliament.uk",
    "police.uk",
    "nspcc.org.uk",
    "protect-advice.org.uk",
    "acas.org.uk",
    "neu.org.uk",
    "nasuwt.org.uk",
    "naht.org.uk",
    "ascl.org.uk",
    "unison.org.uk",
    "gmb.org.uk",
    "unitetheunion.org",
    "communityunion.org",
)
"""Regulators, Parliament, the police, advice for whistleblowers and the unions of those who work there."""
_POSTS = any_of(r"""
    head|heads?[ ._-]?(?:teacher|master|mistress)|principal|executive|ceo|hr|human[ ._-]resources|personnel|lado|dsl|ddsl
    safeguarding|child[ ._-]?protection|mash|front[ ._-]?door|prevent|caldicott|whistle[ ._-]?blow(?:ing|er)|chair(?:[ ._-]of[ ._-].*)?|clerk
    (?:internal[ ._-])?audit(?:or)?|(?:counter[ ._-])?fraud|monitoring[ ._-]?officer|legal|solicitors?|lawyers?|police|ofsted|union|ethics
    complaints?|ombudsman|employee[ ._-]relations|occupational[ ._-]health
""")  # noqa: E501 - one phrase a line
_POST = linear.compile(rf"(?i)(?:^|[^a-z]){_POSTS}(?:[^a-z]|$)")
_ROAD = whole_any("""
    whistle-?blow\\w*|protected disclosure|public interest disclosure|safeguarding (?:concern|referral|report|lead)|lado
    (?:formal|stage \\w+) (?:grievance|complaint|concern)|my grievance|raise (?:a|my|this) (?:\\w+ )?(?:concern|grievance)
    child protection|section 47|strategy meeting|designated officer|cause for concern|cpoms|myconcern
""")  # noqa: E501 - one phrase a line


def is_for_such_ears(reading: Reading) -> bool:
    """Whether nothing that this mail claims may be held against its author."""
    if reading.is_confidential or is_report(reading):
        return True
    if _ROAD.search(reading.subject.clean) or _ROAD.search(reading.own):
        return True
    greeting = greeting_of(reading)
    if greeting is not None and _POST.search(greeting.whom):
        return True
    return any(_is_such(r.mailbox.address, r.mailbox.name) for r in reading.draft.recipients)


def _is_such(address: str, name: str) -> bool:
    local, _, domain = normal_address(address).rpartition("@")
    return _POST.search(local) is not None or _POST.search(name) is not None or is_within(domain, HEARERS)
