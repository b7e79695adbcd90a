"""Does a mail to one family name another family's child, or a subject a child?

What it sees: in a mail to one family, a child who is not theirs, named as the other party ("hit by Amir",
"sits next to Amir") or in a sentence about behaviour, health, needs, family or safeguarding; and, in any
mail of staff, the name of a child in the subject, where the mail tells a story about a child or says that
it is one.

What it does not see: who belongs to which family: the family's own children are told by the surname of a
reader, by "your son Amir", by the subject, and else by being named first. Brothers and sisters ("both",
"twins", one surname) are the family's own. People with a title or a role (Mrs Shah, our TA Becca) are not
pupils.
"""

from collections.abc import Iterator, Sequence

import re2

from app.checks.check import Check
from app.checks.stories.family import family_words, is_to_family
from app.checks.stories.persons import Named, point_at, third_parties
from app.checks.stories.staffing import is_process
from app.checks.stories.telling import find_story
from app.checks.tone.tones import MENTION
from app.checks.words import any_of, whole_any
from app.domain.draft import Field
from app.domain.finding import Confidence, Finding
from app.domain.people import Person
from app.domain.reading import Matter, Reading, Sentence

_ID = "other-pupils"
_NEAR = 60
_PRIVATE = (
    Matter.SAFEGUARDING,
    Matter.HEALTH,
    Matter.SEND,
    Matter.FAMILY,
    Matter.CONDUCT,
    Matter.PERFORMANCE,
)
_LEADS_TO_OWN = re2.compile(
    r"(?i)\byour\s+(?:\w+\s+){0,2}?(?:sons?|daughters?|child|children|twins|boys?|girls?|little one|step-?son"
    r"|step-?daughter|grand(?:son|daughter|child))\s*,?\s*(?:\p{Lu}[\w'\x{2019}-]+\s+and\s+)?$"
)
_UNNAMED = whole_any("your (?:\\w+ )?(?:son|daughter|child|boy|girl|little one)")
_SIBLING = any_of("""
    brothers?|sisters?|siblings?|twins?|cousins?|step-?(?:brother|sister)|half-(?:brother|sister)|both (?:of )?(?:your|children|boys|girls)
""")  # noqa: E501 - one phrase a line
_LEADS_TO_SIBLING = re2.compile(rf"(?i)\b{_SIBLING}\s*,?\s*$")
_AFTER_SIBLING = re2.compile(
    rf"(?i)^,?\s*\(?(?:(?:his|her|their|the|is|who is|as)\s+)*(?:\w+\s+){{0,2}}?{_SIBLING}\b"
)
_BOTH = whole_any(
    "both|twins|siblings|your children|your boys|your girls|your sons|your daughters|the children"
)
_STAFF_WORDS = any_of("""
    teachers?|tas?|teaching assistant|tutor|head(?: ?teacher| of \\w+)?|deputy|senco|sendco|coach|nurse|officer|worker|lead|manager
    mentor|office|reception|receptionist|counsellor|therapist|psychologist|governor|assistant|secretary|caretaker|doctor|gp|dsl
    consultant|practitioner|coordinator|instructor|driver|librarian|chaplain|colleague|team
""")  # noqa: E501 - one phrase a line
_LEADS_TO_STAFF = re2.compile(
    rf"(?i)(?:\b{_STAFF_WORDS},?\s*|\b(?:speak|talk|spoke|spoken|see|sees|seeing|works?|working|sessions?|contact|ring|call|e-?mail|ask|write|reply)(?:\s+(?:to|with))?\s+|"
    r"\b(?:regards|thanks|love|from|meet(?:ing)? with|copied in|cc)\s*,?\s*)$"
)
_AFTER_STAFF = re2.compile(
    r"(?i)^\s*[,(\x{2013}-]\s*(?:(?:our|the|his|her|my|is|who is|a|an)\s+)*(?:\w+\s+){0,3}?"
    rf"{_STAFF_WORDS}\b"
)
_OWNS = re2.compile(r"(?:\x27|\x{2019})s\b")
_HARM = any_of("""
    by|hit|hits|hitting|pushed|kicked|punched|bit|slapped|hurt|called|bullied|teased|upset|against|towards?|blamed?|accused?|involving
    (?:fight|fought|fell out|falling out|argument|argued|row|fallout|incident) (?:\\w+ )?(?:with|between)
""")
_AGAINST = re2.compile(rf"(?i)\b{_HARM}\s+(?:\w+\s+)?$")
_OTHER_PARTY = re2.compile(
    rf"(?i)\b(?:{_HARM}|with|and|from|between|at|next to|beside|near|alongside|like|than|friend|classmate"
    r"|named)\s+(?:\w+\s+)?$"
)
_PUPIL = whole_any(r"""
    pupils?|child(?:ren)?|students?|(?:year|yr|y) ?(?:[1-9]|1[0-3]|r)|reception|dob|upn|ehcp?|cin|cp|lac|pep|taf|send|sen|icpc
    attendance|behaviour|exclusion|suspension|detention|safeguarding|managed move|admission|transport|transfer|referral|tribunal
    annual review|(?:parents?|mum|dad|mother|father|carers?|parents') (?:evening|meeting)|one[- ]page profile|absence
""")  # noqa: E501 - one phrase a line
_OF_STAFF = whole_any("""
    adjustments|return to work|phased return|sick(?:ness)?|cover|interviews?|shortlist|references?|grievance|appraisal|supervision
    probation|contract|salary|payroll|pay|leave|leaving|retire(?:s|ment)|maternity|vacancy|induction|dbs|grade \\d+|star of
""")  # noqa: E501 - one phrase a line


def _look(reading: Reading) -> Iterator[Finding]:
    people = third_parties(reading)
    children = [person for person in people if not person.has_title and not _is_staff(reading, person)]
    if not children:
        return
    if is_to_family(reading):
        yield from _others(reading, children)
    yield from _named_in_subject(reading, children)


def _others(reading: Reading, children: Sequence[Named]) -> Iterator[Finding]:
    others = _not_theirs(reading, children)
    inside = [(child, s) for child in others for s in reading.sentences if child.is_in(s)]
    told = [(child, s) for child, s in inside if _is_private(s)]
    named = [
        child for child, _ in inside if any(_OTHER_PARTY.search(lead) for lead in _leads(reading, child))
    ]
    against = [child for child in named if any(_AGAINST.search(lead) for lead in _leads(reading, child))]
    if not told and not named:
        return
    is_matter = any(_is_matter_of(child, s, children) for child, s in told)
    who = {id(child): child for child in (*(child for child, _ in told), *named)}.values()
    spans = tuple(point_at(reading, mention) for child in who for mention in child.mentions)
    sure = Confidence.LOW
    if told or against:
        is_sure = told and (named or _UNNAMED.search(reading.own))
        sure = Confidence.HIGH if is_sure else Confidence.MEDIUM
    kind = "matter-of-another-child" if is_matter else "another-child"
    yield Finding(_ID, kind, sure, spans, {"children": len(who)})


def _not_theirs(reading: Reading, children: Sequence[Named]) -> list[Named]:
    """The children who do not belong to the family that gets the mail."""
    own = _theirs(reading, children)
    shared = frozenset[str]().union(*(child.words for child in own))
    return [
        child
        for child in children
        if child not in own
        and not child.words & shared
        and not any(_is_sibling(reading, m) for m in child.mentions)
        and not any(child.is_in(s) and _joins(reading, s, own) for s in reading.sentences)
    ]


def _theirs(reading: Reading, children: Sequence[Named]) -> list[Named]:
    """The family's own: by surname, by "your son", by the subject; else whoever is named first."""
    surnames = family_words(reading)
    own = [
        c for c in children if c.words & surnames or any(_is_called_theirs(reading, m) for m in c.mentions)
    ]
    own = own or [c for c in children if c.in_subject]
    if own or _UNNAMED.search(reading.own):
        return own
    return sorted(children, key=lambda c: min(m.start for m in c.mentions))[:1]


def _around(reading: Reading, mention: Person) -> tuple[str, str]:
    text = reading.subject.clean if mention.field is Field.SUBJECT else reading.own
    return text[max(0, mention.start - _NEAR) : mention.start], text[mention.end : mention.end + _NEAR]


def _is_called_theirs(reading: Reading, mention: Person) -> bool:
    return _LEADS_TO_OWN.search(_around(reading, mention)[0]) is not None


def _is_sibling(reading: Reading, mention: Person) -> bool:
    before, after = _around(reading, mention)
    return _LEADS_TO_SIBLING.search(before) is not None or _AFTER_SIBLING.search(after) is not None


def _joins(reading: Reading, sentence: Sentence, own: Sequence[Named]) -> bool:
    """Whether a sentence speaks of the family's own child and others as one family ("both", "the twins")."""
    has_own = any(child.is_in(sentence) for child in own)
    return has_own and _BOTH.search(reading.own[sentence.start : sentence.end]) is not None


def _is_staff(reading: Reading, person: Named) -> bool:
    around = [_around(reading, mention) for mention in person.mentions]
    return any(
        _AFTER_STAFF.search(after) or (_LEADS_TO_STAFF.search(before) and not _OWNS.match(after))
        for before, after in around
    )


def _leads(reading: Reading, child: Named) -> list[str]:
    """The words before each mention in the body."""
    return [_around(reading, m)[0] for m in child.mentions if m.field is Field.BODY]


def _is_private(sentence: Sentence) -> bool:
    matter = max((sentence.matter.get(matter, 0.0) for matter in _PRIVATE), default=0.0)
    return max(matter, sentence.story) >= MENTION


def _is_matter_of(child: Named, sentence: Sentence, children: Sequence[Named]) -> bool:
    """Whether the sentence is about this child: it names nobody else, or this child first."""
    first = min(
        (m.start for c in children for m in c.mentions if sentence.start <= m.start < sentence.end),
        default=-1,
    )
    return any(m.start == first and m.field is Field.BODY for m in child.mentions)


def _named_in_subject(reading: Reading, children: Sequence[Named]) -> Iterator[Finding]:
    named = [child for child in children if any(_is_written(reading, m) for m in child.in_subject)]
    if not named or _OF_STAFF.search(reading.subject.clean) or is_process(reading):
        return
    if not (_PUPIL.search(reading.subject.clean) or _tells_of_child(reading)):
        return
    spans = tuple(point_at(reading, mention) for child in named for mention in child.in_subject)
    is_full = any(_is_full(reading, m) for child in named for m in child.in_subject)
    sure = Confidence.HIGH if is_full else Confidence.MEDIUM
    yield Finding(_ID, "name-in-subject", sure, spans, {"full": is_full})


def _is_written(reading: Reading, mention: Person) -> bool:
    """Whether it is written as a name, not as an abbreviation or initials."""
    return not reading.subject.clean[mention.start : mention.end].replace(".", "").isupper()


def _is_full(reading: Reading, mention: Person) -> bool:
    return len(reading.subject.clean[mention.start : mention.end].split()) > 1


def _tells_of_child(reading: Reading) -> bool:
    story = find_story(reading)
    return story is not None and Matter.PERSONNEL not in story.matters


CHECK = Check(
    _ID,
    _look,
    {
        "another-child": "Another family's child is named in a mail to a parent",
        "matter-of-another-child": "Something private about another family's child in a mail to a parent",
        "name-in-subject": "A child's name in the subject",
    },
)
