"""Is one child, and nobody else, named in full in a mail?

Not a colleague, an author or a contact: words for a pupil or for a home stand in the sentence that names the
child, or anywhere in a mail that is headed by the name alone. News for many is none of it.
"""

from collections.abc import Iterator

from app import linear
from app.checks.stories.persons import Named, third_parties
from app.checks.tone.tones import MENTION
from app.checks.words import any_of, whole_any
from app.domain.draft import Field
from app.domain.people import Person
from app.domain.reading import Act, Reading, Sentence

CHILD = any_of("""
    (?:pupil|student|child|boy|girl|young person|learner|looked[- ]after child|LAC|CLA|pupil's name|child's name|name of (?:pupil|child|student))
""")  # noqa: E501 - one phrase a line
PUPIL = whole_any(rf"""
    {CHILD}s?
    (?:year|yr|y) ?(?:[1-9]|1[0-3]|r)
    dob|d\.o\.b|date of birth|upn|reception class
    (?:his|her|their) (?:mum|mother|father|dad|parents?|carers?|sen|needs|attendance|behaviour|start date|place|school|class|teacher|records?|files?)
    (?:he|she) (?:is|was|has|will|would|lives|moved|joins|joined|attends|starts|started)
    managed moves?|off-site direction|fair access|by the panel|(?:his|her|their|the) parents|parents will
    ehcp?|cin|taf|lac|sen support
""")  # noqa: E501 - one phrase a line
HOME = whole_any("""
    mum|mam|dad|nan|gran|foster\\w*|carers?|birth (?:mother|father|parents?)
""")
_NO_CHILD = whole_any(r"""
    training|course|workshop|conference programme|annual conference|conference on|webinar|inset|cpd|seminar|keynote|speaker|author|book|trust|charity|foundation
    award|prize|cup|centre|building|hall|road|street|lecture|poet|poetry|trainer|facilitator|consultant|led by|run by|with guest
""")  # noqa: E501 - one phrase a line
_STAFF = linear.compile(
    r"(?i)\b(?:mr|mrs|ms|miss|mx|dr|cllr|head ?teacher|head|senco|sendco|dsl|teacher|officer"
    r"|social worker|manager|lead|governor"
    r"|inspector|contact|from|by|regards|thanks|dear|hi|hello|with|call|e-?mail|ring|ask|to)\s*[,:]?\s*$"
)
_GOES_ON = linear.compile(r"(?i)^\W*(?:he|she)(?:['\x{2019}]s)?\b")
_BESIDE = 40
_ONE_MORE = 1


def one_child_named(reading: Reading) -> Named | None:
    """The child; None where several people are named in full, or where nothing tells that it is a pupil."""
    people = [p for p in third_parties(reading) if p.is_full and not p.has_title]
    if len(people) != 1:
        return None
    child = people[0]
    if _is_headed_by(reading, child):
        return child if _speaks_of_child(reading.own) else None
    is_told = any(_tells_of_pupil(reading, s) for s in _of_child(reading, child))
    return child if is_told and all(_may_be_child(reading, m) for m in child.mentions) else None


def _of_child(reading: Reading, child: Named) -> Iterator[Sentence]:
    """The sentences that name the child, and those that go on with "he" or "she" just after."""
    is_before = False
    for sentence in reading.sentences:
        is_here = child.is_in(sentence)
        if is_here or (is_before and _GOES_ON.search(reading.own[sentence.start : sentence.end])):
            yield sentence
        is_before = is_here


def _tells_of_pupil(reading: Reading, sentence: Sentence) -> bool:
    is_news = sentence.act.get(Act.ANNOUNCEMENT, 0.0) >= MENTION
    return not is_news and _speaks_of_child(reading.own[sentence.start : sentence.end])


def _speaks_of_child(words: str) -> bool:
    return PUPIL.search(words) is not None or HOME.search(words) is not None


def _is_headed_by(reading: Reading, child: Named) -> bool:
    """Whether the subject is the name and next to nothing else."""
    return bool(child.in_subject) and len(reading.subject.clean.split()) <= len(child.words) + _ONE_MORE


def _may_be_child(reading: Reading, mention: Person) -> bool:
    text = reading.subject.clean if mention.field is Field.SUBJECT else reading.own
    return is_child(text, mention.start, mention.end)


def is_child(text: str, start: int, end: int) -> bool:
    """Whether nothing beside a name says that it is a member of staff, an author or a place."""
    before, after = text[max(0, start - _BESIDE) : start], text[end : end + _BESIDE]
    line_before, line_after = before.rpartition("\n")[2], after.partition("\n")[0]
    return not (_STAFF.search(line_before) or _NO_CHILD.search(line_after) or _NO_CHILD.search(line_before))
