"""Is this mail to a few schools casework about one child, and so not bulk mail?

What it sees: two to four schools, one child who is named or initialled beside words for a pupil, and a
case: a transfer, a managed move, an in-year admission, a meeting under child protection, a review of a
plan, an exclusion, a reintegration. Where no such cue stands, a private story about one family that the
model hears more surely than any news beside it: of one who is named, or, heard for certain, of one "he" or
"she". Or one child, alone named in full, who is spoken of as a pupil.

What it does not see: a child whose name neither the cues nor the model find. A course or a policy named
after a person is no casework, and neither is a mail about several children or pupils in general.
"""

from collections import Counter
from collections.abc import Iterator

from app import linear
from app.checks.check import Check
from app.checks.pointing import in_body, in_subject
from app.checks.pupils.one_child import CHILD, PUPIL, is_child, one_child_named
from app.checks.stories.of_one import is_of_one
from app.checks.stories.persons import point_at
from app.checks.stories.telling import find_story
from app.checks.tone.tones import MENTION
from app.checks.words import whole_any, word_set
from app.domain.finding import Confidence, Finding, Span
from app.domain.reading import Act, Matter, Reading

_ID = "casework-guard"
_FEWEST, _MOST = 2, 4
_MOST_TRIED = 100
_NEAR = 250
_FAMILY = 3
_NAME = (
    r"(?:\p{Lu}\p{Ll}+(?:['\x{2019}-]\p{Lu}?\p{Ll}+)*(?:[ ]\p{Lu}(?:[\p{L}'\x{2019}-]+|\.|\b)){0,2}"
    r"|\p{Lu}\.[ ]?\p{Lu}\.?(?:[ ]?\p{Lu}\.)?|\p{Lu}{2,3}|\p{Lu}\.?[ ]\p{Lu}[\p{Ll}'\x{2019}-]+)"
)
_YEAR = r"(?:(?:in )?(?:Year|Yr|Y) ?(?:[1-9]|1[0-3]|R)\b|(?:in )?Reception\b|aged? (?:[3-9]|1[0-9])\b)"
_BIRTH = r"(?:DOB|D\.O\.B\.?|d\.o\.b\.?|[Dd]ate of birth|born(?: on)?|UPN)"
_CASE_LEAD = (
    r"(?:[Mm]anaged move|[Tt]ransfer|[Rr]e-?integration|[Ii]n-year (?:admission|transfer|application)"
    r"|(?:EHCP?|[Aa]nnual) [Rr]eview"
    r"|(?:CIN|TAF|TAC|CP|LAC|PEP|MASH|EHCP?) (?:meeting|review|plan|conference)|[Ee]xclusion"
    r"|[Cc]hild [Pp]rotection (?:meeting|review|plan|conference)"
    r"|[Ss]uspension|[Aa]dmission|[Oo]ff-site direction"
    r"|(?:[Cc]hild protection|CP|[Ss]afeguarding|[Pp]upil) file"
    r"|[Tt]ransition meeting|[Hh]andover|[Pp]lacement|[Cc]onsultation|[Rr]eferral)"
)
_NAMED = tuple(
    linear.compile(expression)
    for expression in (
        (
            rf"\b(?i:our |a |the |this |one |new |your |former )?(?i:{CHILD})(?i:,| called| named| is|:| -"
            rf"| \x{{2013}}| \(| known as)?[ ]?\(?({_NAME})"
        ),
        rf"\b({_NAME})(?:'s|\x{{2019}}s)?,? ?(?:\(|, |who is |is |a )?(?:a |our |the )?{_YEAR}",
        rf"\b({_NAME}),? ?[(\[]?(?:, )?{_BIRTH}",
        rf"\b{_YEAR}(?i: (?:pupil|student|child|boy|girl),?|,? initials:?) ({_NAME})",
        (
            rf"\b{_CASE_LEAD}(?: request| meeting| review| panel| form)?(?: (?:for|of|re|regarding|about|:"
            rf"|-|\x{{2013}})|:| -| \x{{2013}}) (?:our (?:pupil|student|child) |the "
            rf"(?:pupil|child) )?({_NAME})"
        ),
        rf"\b(?i:meeting|conversation|discussion|call|update|catch-up) (?:about|regarding|re) ({_NAME})",
        (
            rf"\b({_NAME})(?:'s|\x{{2019}}s) (?:{_CASE_LEAD}|mum|dad|mother|father|parents|carers?"
            r"|log|file|placement|timetable|risk assessment"
            r"|social worker"
            r"|EHCP|EHC plan|CP plan|CIN plan|PEP|start date|behaviour)\b"
        ),
    )
)
_CASE = whole_any(r"""
    managed moves?|off-site directions?
    (?:in-year|mid-year) (?:admissions?|transfers?|applications?|moves?)
    transfer(?:s|red|ring)?
    (?:cin|cp|taf|tac|tas|lac|pep|mash|marac|camhs|core group|child protection|child in need|team around the (?:child|family)) (?:meetings?|reviews?|plans?|conferences?|panel|referrals?)
    core group
    (?:ehcp?|education,? health and care)(?: plan)? (?:annual )?(?:reviews?|consultations?|meetings?|assessments?)
    annual reviews?
    transition (?:meetings?|plans?|visits?)
    (?:permanent |fixed[- ]term )?(?:exclusions?|suspensions?|excluded|suspended)
    re-?integrat(?:ion|ing|e|ed)(?: plan| meeting)?
    (?:attendance|safeguarding|welfare|behaviour) concerns?
    handover|early help|placements?
    (?:strategy|multi-agency|professionals'?) (?:meetings?|discussions?)
    fair access (?:panel|protocol|meeting|referral)
    off[- ]roll(?:ing|ed)?|taken off roll|on roll
    (?:moving|moved|moves|move) (?:to|from|between) (?:your|our|us|the|a|another|\w+ (?:primary|academy|school))
    (?:moving|moved|moves|move) (?:from \w+ to|between \w+ and) \w+
    (?:offer(?:ed)? a|school) place|start(?:ing)? date|dual[- ]registered|part-time timetable
    (?:file|records?|ctf|cp file|pupil file) (?:transfer|has been sent|to be transferred)|transfer of (?:records|files?)
""")  # noqa: E501 - one phrase a line
_PLACES = word_set("""
    School Schools Primary Academy College Infant Infants Junior Juniors Secondary Grammar Nursery Council
    Road Street House Trust Centre Unit Team Hub Hall Federation
""")
_NOT_NAMES = word_set("""
    Year Yr Reception School Schools Primary Academy Council Trust The This That These Those Please Dear
    We You Your Our It In On At For From To Send Sen Senco Sendco Ehcp Ehc Cin Taf Lac Pep Cp Dsl Ks Ks1
    Ks2 Pe Ofsted Dfe Data Review Plan Plans Premium Voice Monday Tuesday Wednesday Thursday Friday
    Saturday Sunday January February March April May June July August September October November
    December Autumn Spring Summer Christmas Easter Admissions Admission Exclusion Exclusions Transfer
    Transfers Meeting Support Team Service Services Form Forms Policy Progress Referral Unit Deadline
    Panel Numbers Census English Maths Science SEN SEND SENCO EHCP EHC CIN TAF TAC LAC CLA PEP CP DSL KS
    PE DFE DOB UPN MASH LADO PRU CME FAP ICT IT HR UK PA PP FSM EAL EYFS SATs GCSE NHS ID CTF CPOMS PM
    AM LA AP OK FYI GDPR TBC ECT NQT INSET CAMHS SALT EP EWO AHT DHT HT TA TAs RE PSHE Regards Thanks
    Kind Many Best Hi Hello All Also And But If When Where Who What As Any There They He She His Her
    Their No Not Yes Is Are Was Were Will Would Could Can Should Has Have Had Following Further Re Fw
    Attendance Welfare Behaviour Safeguarding
""")


def _look(reading: Reading) -> Iterator[Finding]:
    if not _FEWEST <= reading.audience.schools <= _MOST:
        return
    subject, own = reading.subject.clean, reading.own
    in_own = [(start, end) for start, end in _children(own) if _is_case_near(own, start, end)]
    titles = [(start, end) for start, end in _children(subject) if _CASE.search(subject) or _CASE.search(own)]
    names = Counter([_key(own[s:e]) for s, e in in_own] + [_key(subject[s:e]) for s, e in titles])
    child = _one_child(names)
    if child is None:
        yield from list(_told(reading)) or _named(reading)
        return
    in_own = [(start, end) for start, end in in_own if _key(own[start:end]) == child]
    titles = [(start, end) for start, end in titles if _key(subject[start:end]) == child]
    spans: list[Span] = [in_subject(reading, *place) for place in titles]
    spans += [in_body(reading, *place) for place in in_own]
    case = _CASE.search(own) or _CASE.search(subject)
    sure = Confidence.HIGH if case and len(spans) > 1 else Confidence.MEDIUM
    yield Finding(_ID, "casework", sure, tuple(spans), {"schools": reading.audience.schools})


def _told(reading: Reading) -> Iterator[Finding]:
    """A case that no cue gives away: the story of a child or a family, which outweighs the news beside it."""
    story = find_story(reading)
    if story is None or story.gravest is Matter.PERSONNEL or not is_of_one(reading, story):
        return
    children = [person for person in story.people if not person.has_title]
    is_of_unnamed = not story.people and story.sure is Confidence.HIGH
    if not (1 <= len(children) <= _FAMILY or is_of_unnamed):
        return
    spans = tuple(point_at(reading, mention) for child in children for mention in child.mentions)
    spans = spans or tuple(in_body(reading, s.start, s.end) for s in story.sentences)
    yield Finding(_ID, "casework", Confidence.MEDIUM, spans, {"schools": reading.audience.schools})


def _named(reading: Reading) -> Iterator[Finding]:
    """One child named in full and spoken of as a pupil, where nothing else tells what it is about."""
    child = one_child_named(reading)
    spans = tuple(point_at(reading, mention) for mention in child.mentions) if child else _cued(reading)
    if spans:
        yield Finding(_ID, "casework", Confidence.MEDIUM, spans, {"schools": reading.audience.schools})


def _cued(reading: Reading) -> tuple[Span, ...]:
    """The only full name that stands beside a year or a birth, where the model hears none: "Poppy Lane"."""
    places = [
        (sentence.start + start, sentence.start + end)
        for sentence in reading.sentences
        if sentence.act.get(Act.ANNOUNCEMENT, 0.0) < MENTION
        for start, end in _children(reading.own[sentence.start : sentence.end])
    ]
    names = {reading.own[start:end] for start, end in places}
    is_one = len(names) == 1 and " " in min(names)
    return tuple(in_body(reading, *place) for place in places) if is_one else ()


def _children(text: str) -> list[tuple[int, int]]:
    """Where a child is named, each place once, in order."""
    found: set[tuple[int, int]] = set()
    for pattern in _NAMED:
        for tried, match in enumerate(pattern.finditer(text)):
            if tried >= _MOST_TRIED:
                break
            place = _trimmed(text, *match.span(1))
            if place and is_child(text, *place):
                found.add(place)
    return _without_overlaps(sorted(found))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The name without ordinary words at either end; None when nothing of it is a name."""
    words = text[start:end].split(" ")
    if any(
        word.rstrip(".,") in _PLACES for word in (*words, text[end + 1 : end + 12].split(" ", maxsplit=1)[0])
    ):
        return None
    while words and words[0].rstrip(".,") in _NOT_NAMES:
        start += len(words.pop(0)) + 1
    while words and words[-1].rstrip(".,") in _NOT_NAMES:
        end -= len(words.pop()) + 1
    if not words:
        return None
    name = text[start:end]
    for ending in ("'s", "\u2019s"):
        end -= len(ending) if name.endswith(ending) else 0
    return start, end


def _without_overlaps(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for start, end in places:
        if kept and start < kept[-1][1]:
            continue
        kept.append((start, end))
    return kept


def _is_case_near(text: str, start: int, end: int) -> bool:
    around = text[max(0, start - _NEAR) : end + _NEAR]
    return _CASE.search(around) is not None and PUPIL.search(around) is not None


def _one_child(names: Counter[str]) -> str | None:
    """The child that the mail is about: the only one, or the one that is named most."""
    ranked = names.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def _key(name: str) -> str:
    """Names of one child agree in their first letters: "Jamie Dodd", "Jamie", "J.D."."""
    return name.strip()[:1].casefold()


CHECK = Check(
    _ID,
    _look,
    {"casework": "One named child and a case, for two to four schools"},
)
