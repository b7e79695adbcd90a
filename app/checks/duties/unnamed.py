"""In which sentences does a law stand behind something, though no phrase of ours says so?

The language model hears it for certain; or half hears it, in a sentence that says by when and beside the name
of somebody who makes laws, collects returns or fines. A quiz that closes on Friday sounds much the same, so
what is about leisure is none.
"""

from app.checks.duties.ends import ends_on
from app.checks.heard_acts import sentences_heard
from app.checks.wording.said import sentences_in, words_of
from app.checks.words import whole_any
from app.domain.reading import Act, DateRole, PassedOn, Reading, Sentence

_HALF_HEARD, _FOR_CERTAIN = 0.25, 0.8
_BY_WHEN = 0.5
_FAINTLY = 0.3
_BESIDE, _BRIEF = 160, 40
_AUTHORITY = whole_any(r"""
    (?-i:DfE|UKHSA|CQC|FSA|EHRC|ESFA|STA|HMRC|ICO|HSE|JCQ|TRA|DBS|COLLECT|SWC|CFR|AAR|SFVS|VAT|RTI|CTF|UPNs?)|ofsted|ofqual|the department|department for education|the ministry
    the regulator|regulations?|statut\w+|legal\w*|by law|the law|lawful\w*|unlawful\w*|the (?:\w+ )?(?:act|code|order|directive)
    courts?|tribunals?|judge|coroner|ombudsman|magistrates?|solicitors?|commissioner|returning officer|electoral|elections?
    section \d+|s\.? ?\d{2,3}\b|joint council|exam(?:ination)? boards?|ukvi|home office|environment agency|health protection|proper officer|competent authority
    companies house|charity commission|teachers' pensions|pensions? regulator|standards and testing agency|land registry|secretary of state
    (?:working|school|calendar) days|fines?|fined|penalt(?:y|ies)|an offence|prosecut\w+|enforcement|freedom of information|foi|(?:subject )?access requests?
    census|statutory return|data collection
""")  # noqa: E501 - one phrase a line
_POWER = whole_any(r"""
    (?-i:HHJ)|(?:has|have|was|were) ordered|order for
    courts?|judge|coroner|tribunal|ombudsman|magistrates?|commissioner|the regulator|enforcement
    secretary of state|(?:under|by|has|have|with) (?:its|their|his|her|the) (?:legal )?powers?|oblig(?:es|ed)
    (?:by|in|the|under) law|unlawful\w*|lawfully|an offence|prosecut\w+|fines?|fined|penalt(?:y|ies)
    the (?:\w+ )?(?:act|order|regulations|code|directive)|(?:has|have) the duty|duty (?:under|to)
""")
_DENIES = whole_any(r"""
    (?:no|not|isn't|never|without|neither|nor) (?:(?:an?|any|the|strictly|actually|really) )*(?:(?:legal|statutory) (?:\w+ )?(?:consultation|requirement|duty|deadline|date|obligation|matter|reason|force|return)|statutory|law|compulsory|legally (?:required|binding))
    (?:is|it's|that's|are|entirely|quite|purely|wholly|all) voluntary|(?:is|it's|are) open to (?:anyone|anybody|everyone|all)
""")  # noqa: E501 - one phrase a line
_LEISURE = whole_any("""
    quiz|competition|choir|raffle|photographs?|hampers?|stalls?|party|tickets?|celebrations?|concerts?|awards?|nominations?|tournament|gala|festival|menus?|meals? choice
    call for evidence|survey|questionnaire|poll|newsletter|lunch|dinner|coffee|leaving do|rsvp|funds?|bids?|bidding|prizes?|webinar|workshop|conference|sports day|football|netball
""")  # noqa: E501 - one phrase a line


def sentences_of_law(reading: Reading) -> list[Sentence]:
    """The first of them, in order."""
    heard = sentences_heard(reading, Act.LAW, _HALF_HEARD)
    return [s for s in heard if _is_of_law(reading, s)]


def sentences_of_law_passed_on(part: PassedOn) -> list[Sentence]:
    """The same of what a forward carries along, where a law is surely heard."""
    return [s for s in part.sentences if s.act.get(Act.LAW, 0.0) >= _FOR_CERTAIN]


def faint_sentences_of_law(reading: Reading) -> list[Sentence]:
    """Those in which a law may be meant.

    Half heard; or one that names a law, a court or a fine; or one that says by when beside the name of
    somebody who makes laws or collects returns. None where the mail itself says that no law is meant: its
    writer has answered already.
    """
    if denies_law(reading.own) or denies_law(reading.subject.clean):
        return []
    is_brief = len(reading.own.split()) <= _BRIEF
    return [s for s in sentences_in(reading) if _is_faintly_of_law(reading, s, is_brief=is_brief)]


def denies_law(words: str) -> bool:
    """Whether words say that no law asks for it: "it isn't statutory", "there is no legal duty"."""
    return _DENIES.search(words) is not None


def has_power(reading: Reading, sentence: Sentence) -> bool:
    """Whether a court, a minister, a fine or the law itself stands in a sentence, leisure apart."""
    words = words_of(reading.own, sentence)
    return _POWER.search(words) is not None and not _LEISURE.search(words)


def _is_faintly_of_law(reading: Reading, sentence: Sentence, *, is_brief: bool) -> bool:
    words, subject = words_of(reading.own, sentence), reading.subject.clean
    near = f"{subject} {reading.own}" if is_brief else words
    if has_power(reading, sentence):
        return True
    if _LEISURE.search(f"{words} {subject}"):
        return False
    if sentence.act.get(Act.LAW, 0.0) >= _FAINTLY:
        return True
    is_named = _AUTHORITY.search(near) or _POWER.search(subject)
    days = (d for d in reading.dates if sentence.start <= d.start < sentence.end)
    return is_named is not None and (
        _says_by_when(reading, sentence) or any(ends_on(reading.own, day) for day in days)
    )


def _is_of_law(reading: Reading, sentence: Sentence) -> bool:
    words, subject = reading.own[sentence.start : sentence.end], reading.subject.clean
    if denies_law(reading.own):
        return False
    if _LEISURE.search(f"{words} {subject}") and not _AUTHORITY.search(words):
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
