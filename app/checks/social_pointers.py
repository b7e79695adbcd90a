"""Does this mail send people to social media for what belongs elsewhere?

What it sees: sentences of the author's own text that ask readers to join a group there, or to post, write or
answer there; the same about absence and about safeguarding; and details that are to be found on social media
and nowhere else.

What it does not see: posts made on the sites themselves; a school's page that people may follow; talk about
social media (lessons, incidents, policies) and words against using it.
"""

from collections.abc import Iterator

from app.checks.check import Check
from app.checks.pointing import in_body
from app.checks.sites.known import SOCIAL, is_of
from app.checks.sites.social_words import SOCIAL as NETWORK
from app.checks.sites.social_words import find_pointer, is_against, is_talk, is_to_group, names_social
from app.checks.words import whole, whole_any
from app.domain.finding import Confidence, Fact, Finding
from app.domain.reading import Reading

_ID = "social-pointers"
_ABSENCE = whole_any(r"""
    absen(?:t|ce|ces|tee|teeism)|off (?:sick|ill|school|work)|sickness|sick|unwell|poorly|not well|ill
    (?:not|n't|unable to|cannot) (?:be )?(?:com(?:e|ing) in|be in|attend(?:ing)?|make it in|in school)
    (?:not|n't) (?:at school|in today)|calls? in sick|running late|will be late|lateness|not in
""")
_SAFEGUARDING = whole_any(r"""
    safeguarding|child protection|dsl|ddsl|designated safeguarding \w+|disclosures?|neglect(?:ed)?
    child abuse
    (?:welfare|protection) concerns?
    concern(?:s|ed)? (?:about|for) (?:a |any |the |your |another |their )?(?:child|children|pupils?|students?|young \w+)
    worr(?:y|ies|ied) about (?:a|any|the|another|your) (?:child|pupil|student|young person|friend)
    (?:child|pupil|student|someone|anyone) (?:is |may be |might be )?(?:at risk|in danger|being (?:hurt|harmed|abused))|lado|cpoms
""")  # noqa: E501 - one phrase a line
_TO_THE_RIGHT_PLACE = whole_any(r"""
    to (?:the|your|our|a|any) (?:\w+ )?(?:dsl|ddsl|lado|designated|safeguarding|head ?teacher|head|police|office|class teacher|member of staff|school)
    to (?:ceop|the police|us in (?:school|person)|childline)
""")  # noqa: E501 - one phrase a line
_DETAILS = whole_any(r"""
    details?|information|info|updates?|dates?|times?|timings|programme|news|more|everything|instructions
    arrangements
    announcements?|timetable|how to \w+|(?:sign|book|register) (?:up|in|on|for)?|find out
""")
_ELSEWHERE = whole_any(r"""
    attached|attachment|below|website|web site|letter|newsletter|bulletin|parentmail|app|ring|call|telephone
    phone|e-?mail|reply|office|reception|notice ?board|leaflet|intranet|also
""")

_ARE_THERE = whole(
    r"(?:is|are|will be|be found|be seen|find|found|see|look|posted|put|check|visit|go to|available)\s+"
    rf"(?:\S+\s+){{0,6}}?(?:on|at|our|the)\s+(?:\S+\s+){{0,3}}?{NETWORK}"
)


def _look(reading: Reading) -> Iterator[Finding]:
    seen: dict[str, list[tuple[int, int]]] = {}
    is_group = False
    question = ""
    for sentence in reading.sentences:
        words = reading.own[sentence.start : sentence.end]
        kind = _kind_of(words, question) if names_social(words) else None
        question = words if words.rstrip().endswith("?") else ""
        place = find_pointer(words) if kind else None
        if kind and place:
            seen.setdefault(kind, []).append((sentence.start + place[0], sentence.start + place[1]))
            is_group = is_group or is_to_group(words)
    for kind, places in seen.items():
        spans = tuple(in_body(reading, start, end) for start, end in places)
        facts: dict[str, Fact] = {"places": len(spans), "group": is_group}
        yield Finding(_ID, kind, Confidence.HIGH, spans, facts)
    yield from _only_there(reading)


def _kind_of(words: str, question: str) -> str | None:
    """What the sentence would send people there for; None when it only talks of it, or warns.

    `question` is the one it answers: "Got a worry? Message us."
    """
    if is_against(words):
        return None
    topic = f"{question} {words}"
    if _SAFEGUARDING.search(topic):
        return None if is_talk(words) or _TO_THE_RIGHT_PLACE.search(words) else "safeguarding-by-social"
    if is_talk(words):
        return None
    return "absence-by-social" if _ABSENCE.search(topic) else "social-for-work"


def _only_there(reading: Reading) -> Iterator[Finding]:
    """Details that stand on social media and nowhere else."""
    is_elsewhere = any(not a.inline for a in reading.draft.attachments) or _ELSEWHERE.search(reading.own)
    if is_elsewhere or not all(is_of(link, SOCIAL) for link in reading.links):
        return
    for sentence in reading.sentences:
        words = reading.own[sentence.start : sentence.end]
        links = [link for link in reading.links if sentence.start <= link.start < sentence.end]
        if not (links or names_social(words)) or is_against(words) or is_talk(words):
            continue
        there = _ARE_THERE.search(words)
        if _DETAILS.search(words) and (links or there):
            first, last = (links[0].start, links[0].end) if links else _moved(there.span(), sentence.start)
            yield Finding(_ID, "social-only", Confidence.MEDIUM, (in_body(reading, first, last),))
            return


def _moved(place: tuple[int, int], by: int) -> tuple[int, int]:
    return place[0] + by, place[1] + by


CHECK = Check(
    _ID,
    _look,
    {
        "social-for-work": "People are sent to social media for work",
        "absence-by-social": "Absence is to be reported on social media",
        "safeguarding-by-social": "Safeguarding is to be reported or discussed on social media",
        "social-only": "The details stand on social media and nowhere else",
    },
)
