"""Does a mail to one family name another family's child, or a subject a child?

What it sees: in a mail to one family, a child who is not theirs, named as the other party ("hit by Amir",
"sits next to Amir"), ranked with theirs ("Amir was third") or in a sentence about behaviour, health, needs,
family or safeguarding; and, in any mail of staff, the name of a child in the subject, where the mail tells a
story about a child or says that it is one.

What it does not see: who belongs to which family: the family's own children are told by the surname of a
reader, by "your son Amir", by the subject, and else by being named first. Brothers and sisters ("both",
"twins", one surname) are the family's own. People with a title or a role (Mrs Shah, our TA Becca), and the
makers and the people of books, are not pupils.
"""

from collections.abc import Iterator, Sequence

from app import linear
from app.checks.check import Check
from app.checks.stories.children import (
    children_named,
    is_called_other,
    is_of_other,
    is_own_unnamed,
    listed_with,
    others_named,
    words_after,
    words_before,
)
from app.checks.stories.family import is_to_family
from app.checks.stories.persons import Named, point_at
from app.checks.stories.staffing import is_process
from app.checks.stories.standing import Standing, is_child_told, is_of_children
from app.checks.stories.story import GRAVEST, NEEDS_MATTER
from app.checks.stories.telling import find_story
from app.checks.tone.tones import MENTION
from app.checks.words import any_of, whole_any
from app.domain.finding import Confidence, Finding
from app.domain.people import Person
from app.domain.reading import Reading, Sentence

_ID = "other-pupils"
_HARM = any_of("""
    by|hit|hits|hitting|pushed|kicked|punched|bit|slapped|hurt|called|bullied|teased|upset|against|towards?|blamed?|accused?|involving
    (?:fight|fought|fell out|falling out|argument|argued|row|fallout|incident|caught|vaping|smoking) (?:\\w+ )?(?:with|between)
""")  # noqa: E501 - one phrase a line
_AGAINST = linear.compile(rf"(?i)\b{_HARM}\s+(?:\w+\s+)?$")
_OTHER_PARTY = linear.compile(
    rf"(?i)\b(?:{_HARM}|with|and|from|between|at|next to|beside|near|alongside|like|than|even"
    r"|friend|classmate|named|ahead of|behind|below|above|it was(?: mostly| only)?|instead of|rather than"
    r"|(?:second|third|last|runner-up|place|lost|losing|lose)(?:\s+\w+){0,5}?\s+to|beat|beaten by)"
    r"\s+(?:\w+\s+)?$"
)
_RANKED = linear.compile(
    r"(?i)^\s+(?:scored\b|(?:was|came|is|finished|got)\s+(?:first|second|third|fourth|last|top|bottom)\b"
    r"|(?:was|were|has been|is|got)\s+(?:chosen|picked|selected|given|voted)\b"
    r"|(?:has|got|had|won)\s+the\s+(?:lead|main|part|place|role|vote)\b"
    r"|is\s+on\s+the\s+(?:top|bottom|other|next)\s+table)"
)
_PUPIL = whole_any(r"""
    pupils?|child(?:ren)?|students?|(?:year|yr|y) ?(?:[1-9]|1[0-3]|r)|reception|dob|upn|ehcp?|cin|cp|lac|pep|taf|icpc|(?-i:SEND|SEN)|send (?:review|panel|case|request|support|referral)
    attendance|behaviour|exclusion|suspension|detention|safeguarding|managed move|admission|transport|transfer|referral|tribunal
    annual review|(?:parents?|mum|dad|mother|father|carers?|parents') (?:evening|meeting)|one[- ]page profile|absence
""")  # noqa: E501 - one phrase a line
_OF_STAFF = whole_any("""
    adjustments|return to work|phased return|sick(?:ness)?|cover|interviews?|shortlist|references?|grievance|appraisal|supervision
    probation|contract|salary|payroll|pay|leave|leaving|retire(?:s|ment)|maternity|vacancy|induction|dbs|grade \\d+|star of
""")  # noqa: E501 - one phrase a line
_IN_MEMORY = whole_any("""
    obituary|in memoriam|in (?:loving )?memory of|celebration of (?:\\w+ ){0,3}life
    memorial (?:service|bench|fund)
""")


def _look(reading: Reading) -> Iterator[Finding]:
    children = children_named(reading)
    if not children:
        return
    if is_to_family(reading):
        yield from _others(reading, children)
    yield from _named_in_subject(reading, children)


def _others(reading: Reading, children: Sequence[Named]) -> Iterator[Finding]:
    others = others_named(reading, children)
    inside = [(child, s) for child in others for s in reading.sentences if child.is_in(s)]
    told = [(child, s) for child, s in inside if _is_private(s)]
    told = told or _told_apart(reading, others)
    named = [
        child
        for child, _ in inside
        if any(
            _OTHER_PARTY.search(lead) or is_called_other(lead, follow) or _RANKED.search(follow)
            for lead, follow in zip(words_before(reading, child), words_after(reading, child), strict=True)
        )
    ]
    named = listed_with(reading, named, others)
    against = [
        child for child in named if any(_AGAINST.search(lead) for lead in words_before(reading, child))
    ]
    if not told and not named:
        return
    is_matter = any(is_of_other(reading, s, [child], children) for child, s in told)
    who = {id(child): child for child in (*(child for child, _ in told), *named)}.values()
    spans = tuple(point_at(reading, mention) for child in who for mention in child.mentions)
    sure = Confidence.LOW
    if told or against:
        is_grave = any(max(s.matter.values(), default=0.0) >= NEEDS_MATTER for _, s in told)
        is_sure = is_grave and (named or is_own_unnamed(reading))
        sure = Confidence.HIGH if is_sure else Confidence.MEDIUM
    kind = "matter-of-another-child" if is_matter else "another-child"
    yield Finding(_ID, kind, sure, spans, {"children": len(who)})


def _told_apart(reading: Reading, others: Sequence[Named]) -> list[tuple[Named, Sentence]]:
    """The others whom a story is about though its sentences only say "she"."""
    story = find_story(reading) if others else None
    if story is None or not story.sentences:
        return []
    return [(child, story.sentences[0]) for child in others if child in story.people]


def _is_private(sentence: Sentence) -> bool:
    matter = max((sentence.matter.get(matter, 0.0) for matter in GRAVEST), default=0.0)
    return max(matter, sentence.story) >= MENTION


def _named_in_subject(reading: Reading, children: Sequence[Named]) -> Iterator[Finding]:
    named = [child for child in children if any(_is_written(reading, m) for m in child.in_subject)]
    title = reading.subject.clean
    if not named or _OF_STAFF.search(title) or _IN_MEMORY.search(title) or is_process(reading):
        return
    is_full = any(_is_full(reading, m) for child in named for m in child.in_subject)
    if not (_PUPIL.search(title) or is_child_told(title) or _tells_of_child(reading, is_full=is_full)):
        return
    spans = tuple(point_at(reading, mention) for child in named for mention in child.in_subject)
    sure = Confidence.HIGH if is_full else Confidence.MEDIUM
    yield Finding(_ID, "name-in-subject", sure, spans, {"full": is_full})


def _is_written(reading: Reading, mention: Person) -> bool:
    """Whether it is written as a name, not as an abbreviation or initials."""
    return not reading.subject.clean[mention.start : mention.end].replace(".", "").isupper()


def _is_full(reading: Reading, mention: Person) -> bool:
    return len(reading.subject.clean[mention.start : mention.end].split()) > 1


def _tells_of_child(reading: Reading, *, is_full: bool) -> bool:
    """Whether the mail tells a story, and of a child; a full name is shown to all, whoever bears it."""
    story = find_story(reading)
    if story is None or story.standing is Standing.COLLEAGUE or any(map(story.is_of_work, story.all)):
        return False
    return is_full or story.standing is Standing.PUPIL or is_of_children(reading)


CHECK = Check(
    _ID,
    _look,
    {
        "another-child": "Another family's child is named in a mail to a parent",
        "matter-of-another-child": "Something private about another family's child in a mail to a parent",
        "name-in-subject": "The name of a child, or of somebody whose matter is told, in the subject",
    },
)
