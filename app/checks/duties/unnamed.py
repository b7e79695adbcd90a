"""In which sentences does a law stand behind something, though no phrase of ours says so?

The language model hears it for certain; or half hears it, in a sentence that says by when and beside the name
of somebody who makes laws, collects returns or fines. A quiz that closes on Friday sounds much the same, so
what is about leisure is none.
"""

from app.checks.heard_acts import sentences_heard
from app.checks.words import whole_any
from app.domain.reading import Act, DateRole, Reading, Sentence

_HALF_HEARD, _FOR_CERTAIN = 0.25, 0.8
_BY_WHEN = 0.5
_BESIDE = 160
_AUTHORITY = whole_any(r"""
    (?-i:DfE|ESFA|STA|HMRC|ICO|HSE|JCQ|TRA|DBS|COLLECT|SWC|CFR|AAR|SFVS|VAT|RTI|CTF|UPNs?)|ofsted|ofqual|the department|department for education|the ministry
    the regulator|regulations?|statut\w+|legal\w*|by law|the law|lawful\w*|unlawful\w*|the (?:\w+ )?(?:act|code|order|directive)
    courts?|tribunals?|judge|coroner|ombudsman|magistrates?|solicitors?|commissioner|returning officer|electoral|elections?
    companies house|charity commission|teachers' pensions|pensions? regulator|standards and testing agency|land registry|secretary of state
    (?:working|school|calendar) days|fines?|fined|penalt(?:y|ies)|an offence|prosecut\w+|enforcement|freedom of information|foi|subject access
    census|statutory return|data collection
""")  # noqa: E501 - one phrase a line
_LEISURE = whole_any("""
    quiz|competition|choir|raffle|photographs?|hampers?|stalls?|party|tickets?|celebrations?|concerts?|awards?|nominations?|tournament|gala|festival|menus?|meals? choice
    survey|questionnaire|poll|newsletter|lunch|dinner|coffee|leaving do|rsvp|funds?|bids?|bidding|prizes?|webinar|workshop|conference|sports day|football|netball
""")  # noqa: E501 - one phrase a line


def sentences_of_law(reading: Reading) -> list[Sentence]:
    """The first of them, in order."""
    heard = sentences_heard(reading, Act.LAW, _HALF_HEARD)
    return [s for s in heard if _is_of_law(reading, s)]


def _is_of_law(reading: Reading, sentence: Sentence) -> bool:
    words, subject = reading.own[sentence.start : sentence.end], reading.subject.clean
    if _LEISURE.search(f"{words} {subject}"):
        return False
    if sentence.act[Act.LAW] >= _FOR_CERTAIN:
        return True
    around = reading.own[max(0, sentence.start - _BESIDE) : sentence.end + _BESIDE]
    return _says_by_when(reading, sentence) and _AUTHORITY.search(f"{subject} {around}") is not None


def _says_by_when(reading: Reading, sentence: Sentence) -> bool:
    is_due = any(
        d.role is DateRole.DEADLINE for d in reading.dates if sentence.start <= d.start < sentence.end
    )
    return is_due or sentence.act.get(Act.DEADLINE, 0.0) >= _BY_WHEN
