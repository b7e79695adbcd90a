"""Which lines of a list tell something private of the people in it?

"Epilepsy: Jo Mensah", "Jo Mensah - wheelchair", "Jo (seizure on Saturday)", "jo has asthma", a heading "In
care" with names under it, names with "All are in care" after them, or two names and one such word in a
sentence: too short for a model that hears sentences, and worse than a sentence, as it tells of several at
once. A word for what is private must stand there; the names of those who teach, lead or train are none.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from app import linear
from app.checks.words import Screen, whole_any
from app.domain.people import Person
from app.domain.reading import Matter, Reading, Sentence
from app.kept import kept

_ONE, _SEVERAL = 0.65, 0.75
_FEW_SHAPED = 1
_TOGETHER = 2
_NAME_LINE, _LEAD_LINE = 60, 200
_NOTE = 6
_TERMS = (
    (
        Matter.SAFEGUARDING,
        whole_any(r"""
            cp plans?|child protection|cin(?: plans?)?|child(?:ren)? in need|forced marriage|neglect(?:ed)?|fgm|early help|at risk of (?:harm|abuse|neglect|exploitation|a? ?forced marriage)
        """),  # noqa: E501 - one phrase a line
    ),
    (
        Matter.HEALTH,
        whole_any(r"""
            epilep(?:sy|tic)|seizures?|diabet(?:es|ic)|asthma(?:tic)?|allerg(?:y|ic|ies)|anaphyla\w+|incontinen(?:t|ce)|toileting|colostomy|catheter
            tube[- ]fed|wheelchairs?|eating disorders?|anorexi[ac]|bulimi[ac]|depress(?:ion|ed)|anxiety|self[- ]harm(?:s|ing|ed)?|rescue medicine|hearing aids?
            visually impaired|pregnan(?:t|cy)|cancer|leukaemia|hiv|sickle cell|cystic fibrosis|heart condition|head lice
        """),  # noqa: E501 - one phrase a line
    ),
    (
        Matter.SEND,
        whole_any(r"""
            autis(?:m|tic)|adhd|dyslexi[ac]|dyspraxi[ac]|ehcps?|sen support|selective(?:ly)? mut(?:e|ism)|non-?verbal|speech delay
            learning (?:difficult(?:y|ies)|disabilit(?:y|ies))|(?:may|will|can|might) run off|runs off|down'?s syndrome
        """),  # noqa: E501 - one phrase a line
    ),
    (
        Matter.FAMILY,
        whole_any(r"""
            in care|looked[- ]after|lac|cla|free (?:school )?meals|fsm|pupil premium|foster(?:ed| child| care| carers?| placement)?|adopted|young carers?
            in (?:a )?refuge|in prison|asylum seekers?|food ?bank|no recourse|bereaved|universal credit
        """),  # noqa: E501 - one phrase a line
    ),
    (
        Matter.CONDUCT,
        whole_any(r"""
            exclu(?:ded|sions?)|suspen(?:ded|sions?)|detentions?|truant(?:s|ed|ing)?|truancy|persistent(?:ly)? absen(?:t|ce|tees?)|on report|final warning
        """),  # noqa: E501 - one phrase a line
    ),
    (
        Matter.PERSONNEL,
        whole_any("capability|long[- ]term sick|off sick|redundan(?:t|cy)|failed probation|disciplinary"),
    ),
)
_MAY_STAND = Screen(pattern for _, pattern in _TERMS)
_OF_OFFICE = whole_any(r"""
    leads?|leaders?|officers?|teachers?|tas?|trainers?|training|course|workshop|webinar|talk|nurses?|first aiders?|contacts?|coordinators?|governors?|champions?|policy
    leaflets?|posters?|research|awareness|fundraising|sessions?|meetings?|manager|adviser|advisor|advice|team|consultant|therapist|psychologist|sen[cd]*o|sendco|cover(?:ed|ing)? by|tutors?|mentors?|head|deputy
    written by|chair(?:ed)?|presented by|speakers?|panel|report(?:ed)? (?:by|to)|run by|led by|trustees?|reps?|author|clerk|social workers?
""")  # noqa: E501 - one phrase a line
_IS = linear.compile(r"(?i)^ (?:has|have|is|was|had) ")
_IN_BRACKETS = linear.compile(r"^\s?\(")
_BEFORE_NOTE = linear.compile(r"^\s{0,3}(?:[:|\x{2013}\x{2014}\t]|- |, )")
_AFTER_LABEL = linear.compile(r"(?::|\x{2013}|\x{2014}| -|\|)\s*$")
_OF_THOSE = linear.compile(r"(?i)^\W*(?:all|both|these|they|each|every one|everyone)\b")
_HEADING = linear.compile(r":\s*$")
_MARKS = " \t|*\u2022-\u2013>"


def listed_story(reading: Reading, people: Sequence[Person]) -> list[Sentence]:
    """The sentences of the body, those that list somebody's private matter with scores that say so.

    `people` are third parties named in the body, in order.
    """
    raised = dict(_raised(reading, people)) if people else {}
    return [raised.get(at, sentence) for at, sentence in enumerate(reading.sentences)]


def _raised(reading: Reading, people: Sequence[Person]) -> Iterator[tuple[int, Sentence]]:
    starts = [person.start for person in people]
    heading: Matter | None = None
    names: tuple[int, int] = (-1, 0)
    shaped: list[tuple[int, Matter]] = []
    for at, sentence in enumerate(reading.sentences):
        words = reading.own[sentence.start : sentence.end]
        inside = people[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        term = _term(words)
        if not inside:
            heading = term if _is_heading(words) else None
            if term is not None and names[0] == at - 1 and names[1] > _TOGETHER and _OF_THOSE.search(words):
                shaped += [(names[0], term)] * names[1]
        elif term is not None and (len(inside) >= _TOGETHER or _is_entry(reading.own, sentence, inside[0])):
            shaped += [(at, term)] * len(inside)
        elif heading is not None and _is_name_line(reading.own, sentence, inside[0]):
            shaped += [(at, heading)] * len(inside)
        else:
            heading = None
        names = (at, len(inside))
    story = _ONE if len(shaped) <= _FEW_SHAPED else _SEVERAL
    for at, matter in shaped:
        sentence = reading.sentences[at]
        heard = max(story, sentence.matter.get(matter, 0.0))
        yield (
            at,
            replace(sentence, story=max(story, sentence.story), matter={**sentence.matter, matter: heard}),
        )


@kept
def _term(words: str) -> Matter | None:
    """The gravest private matter that a word here stands for, where no office or course is named with it."""
    passed = (_TERMS[at] for at in _MAY_STAND.passed(words))
    term = next((matter for matter, pattern in passed if pattern.search(words)), None)
    return None if term is None or _OF_OFFICE.search(words) else term


def _is_heading(words: str) -> bool:
    is_led = len(words) < _LEAD_LINE and _HEADING.search(words) is not None
    return is_led or (len(words) < _NAME_LINE and words[-1:].isalnum())


def _is_entry(own: str, sentence: Sentence, person: Person) -> bool:
    """Whether it is "label: name" or "name - note"."""
    lead = own[sentence.start : person.start]
    after = own[person.end : min(sentence.end, person.end + _NOTE)]
    if _AFTER_LABEL.search(lead) or _IN_BRACKETS.search(after):
        return True
    if lead.strip(_MARKS):
        return False
    is_short = sentence.end - sentence.start < _NAME_LINE
    return _BEFORE_NOTE.search(after) is not None or (is_short and _IS.search(after) is not None)


def _is_name_line(own: str, sentence: Sentence, person: Person) -> bool:
    """Whether a line begins with a name and is short."""
    lead = own[sentence.start : person.start].strip(_MARKS)
    return not lead.strip("0123456789.)") and sentence.end - sentence.start < _NAME_LINE
