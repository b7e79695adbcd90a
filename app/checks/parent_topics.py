"""Does this mail open a hard subject with a parent, where a call would be kinder?

What it sees: a new mail (no answer) to one family that tells of their child's absence, progress, behaviour
or of a safeguarding, special needs or family matter. The kind is the topic that the surest sentence tells.
And, in any mail to one family, medicine, an injury or the collecting of a child that cannot wait until
tomorrow.

What it does not see: whether somebody has rung already, unless the mail says so; answers to what the parent
asked; good news and praise; another family's child (see `other-pupils`: a call would tell as much); health
(see `confidential-story`); newsletters, reports sent as a file, standard letters, and arrangements that tell
nothing.
"""

from collections.abc import Iterator

from app.checks.channels.roads import is_standard_letter
from app.checks.check import Check
from app.checks.pointing import in_body, in_subject
from app.checks.stories.children import children_named, is_of_other, others_named
from app.checks.stories.family import is_raised, is_to_family
from app.checks.stories.staffing import is_praise
from app.checks.stories.strangers import is_of_stranger
from app.checks.stories.telling import find_story
from app.checks.tone.tones import MENTION
from app.checks.words import whole_any
from app.domain.finding import Confidence, Finding
from app.domain.reading import Matter, Reading, Sentence

_ID = "parent-topics"
_ABSENCE = whole_any(r"""
    absen(?:t|ce|ces|ted)|attendance|attend(?:ed|ing)?|punctual(?:ity)?|late(?:ness)?|truan(?:t|cy|ting)|sessions missed
    missed|missing (?:school|lessons|from)|not (?:been )?in school|off school|in on time
""")  # noqa: E501 - one phrase a line
_PROGRESS = whole_any(r"""
    progress|behind|results?|grades?|scores?|marks?|levels?|predicted|working (?:towards|below|at)|assessments?|exam(?:s|ination)?
    tests?|homework|coursework|reading age|maths|spellings?|targets?|expected standard|catch(?:ing)? up
""")  # noqa: E501 - one phrase a line
_VITAL = whole_any("""
    medicines?|medication|inhalers?|epi-?pens?|insulin|antibiotics|tablets?|dose|(?:be )?(?:collected?|picked up)|needs? (?:collecting|picking up|fetching)|pick (?:him|her|them|\\w+) up
    collect (?:him|her|them|\\w+)|come (?:in )?(?:and|to) (?:get|fetch)|(?:him|her|them) home|hospital|ambulance|dentist|doctor|needs? to be seen|bumped? (?:his|her|their) head
""")  # noqa: E501 - one phrase a line
_NOW = whole_any("""
    today|this (?:morning|afternoon|lunchtime)|now|right away|straight ?away|immediately|urgently|asap|as soon as (?:you can|possible)
    (?:within|in) (?:the|an) (?:next )?hour|by (?:noon|lunchtime|\\d{1,2}(?:[.:]\\d\\d)? ?(?:am|pm)?)|before (?:the end of|home time)
""")  # noqa: E501 - one phrase a line
_SENSITIVE = (Matter.SAFEGUARDING, Matter.FAMILY, Matter.SEND)


def _look(reading: Reading) -> Iterator[Finding]:
    if not is_to_family(reading):
        return
    yield from _vital(reading)
    if is_raised(reading):
        yield from _raised(reading)


def _vital(reading: Reading) -> Iterator[Finding]:
    told = [
        s
        for s in reading.sentences
        if _VITAL.search(reading.own[s.start : s.end]) and _NOW.search(reading.own[s.start : s.end])
    ]
    if told:
        spans = tuple(in_body(reading, s.start, s.end) for s in told)
        yield Finding(_ID, "vital", Confidence.MEDIUM, spans, {"sentences": len(spans)})


def _raised(reading: Reading) -> Iterator[Finding]:
    story = find_story(reading)
    if story is None or is_of_stranger(reading, story) or is_standard_letter(reading):
        return
    children = children_named(reading)
    others = others_named(reading, children)
    told = [
        (s, kind)
        for s in story.sentences
        if not is_of_other(reading, s, others, children) and (kind := _topic(reading.own[s.start : s.end], s))
    ]
    titles = [
        (s, kind) for s in story.in_subject if (kind := _topic(reading.subject.clean[s.start : s.end], s))
    ]
    if not told and not titles:
        return
    kind = (told or titles)[0][1]
    spans = [in_body(reading, s.start, s.end) for s, of in told if of == kind]
    spans += [in_subject(reading, s.start, s.end) for s, of in titles if of == kind]
    yield Finding(_ID, kind, story.sure, tuple(spans), {"sentences": len(spans)})


def _topic(words: str, sentence: Sentence) -> str:
    """The topic of a sentence; empty when it is none, or praise."""
    if is_praise(words):
        return ""
    heard = {matter for matter, score in sentence.matter.items() if score >= MENTION}
    if heard & {Matter.CONDUCT, Matter.PERFORMANCE}:
        if _ABSENCE.search(words) and Matter.CONDUCT in heard:
            return "absence"
        is_progress = Matter.CONDUCT not in heard or (Matter.PERFORMANCE in heard and _PROGRESS.search(words))
        return "progress" if is_progress else "behaviour"
    return "sensitive" if heard & set(_SENSITIVE) else ""


CHECK = Check(
    _ID,
    _look,
    {
        "absence": "A child's absence or lateness, raised with a parent in a new mail",
        "progress": "A child's progress or results, raised with a parent in a new mail",
        "behaviour": "A child's behaviour, raised with a parent in a new mail",
        "sensitive": "A safeguarding, special needs or family matter, raised with a parent in a new mail",
        "vital": "Something that a family must know today, such as medicine or collecting a child",
    },
)
