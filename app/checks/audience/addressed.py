"""Which schools, or which people in them, does a text say it is for?

Finds phrases such as "all schools", "all primary headteachers", "Dear SENCOs" or "chairs of
governors" where they address readers, and leaves those that only mention them ("all schools have
now replied", "sent to all schools last week", "all schools in the cluster").
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from app import linear
from app.checks.audience.school_people import HEADS, PHASE_NOUNS, PHASE_WORDS, ROLES
from app.checks.wording.greeting import greeting_of
from app.checks.words import any_of, as_pattern, first_found, joined, whole
from app.domain.draft import Field
from app.domain.reading import Reading
from app.domain.school import Phase


class Width(StrEnum):
    """What an addressing phrase takes in."""

    SCHOOLS = "schools"
    PHASE = "phase"
    ROLE = "role"


@dataclass(frozen=True, slots=True)
class Address:
    """One phrase that says whom the text is for.

    `is_plain` is true when it says all or every; false for a plural greeting ("Dear Headteachers").
    """

    width: Width
    phases: frozenset[Phase]
    field: Field
    start: int
    end: int
    is_plain: bool


_PHASE = joined(PHASE_WORDS.values())
_PHASES = rf"{_PHASE}(?:\s*(?:,|/|&|\band\b|\bor\b)\s*(?:and\s+)?{_PHASE})*"
_OF_A_SCHOOL = as_pattern("(?:schools?'? )?")
_WHOM = (
    rf"(?:(?P<phases>{_PHASES})\s+)?(?:{_OF_A_SCHOOL}(?:(?P<role>{ROLES})|(?P<heads>{HEADS}))"
    rf"|(?P<schools>schools|academies|school)|(?P<nouns>{PHASE_NOUNS}))"
)
_EVERY = as_pattern(
    "(?:all|every|each)(?: (?:of )?(?:the|our|your|other|local|maintained|authority|county|council|area))*"
)
_PLACE = r"(?:(?-i:\p{Lu}\p{Ll}+)\s+){0,2}?"  # all Kent schools
_PLAIN = whole(rf"{_EVERY}\s+{_PLACE}{_WHOM}")
_FOR = whole(rf"(?:for|to|fao|attention\s+of)\s*:?\s+(?:the\s+)?(?P<whom>{_WHOM})")
_PLURAL = linear.compile(rf"(?i)^(?:all\s+)?(?:colleagues?\s+and\s+)?{_WHOM}\b")
_WIDE = whole(
    rf"(?:(?P<role>{ROLES})|(?P<heads>{HEADS}))\s+(?:in|of|from|at|across)\s+(?:all|every|each)\s+"
    rf"(?:(?P<phases>{_PHASES})\s+)?(?:our\s+)?schools?"
)
_ONE_OF_EACH = whole("(?:every|each)")
_SINGULAR = linear.compile(r"(?i)\b(?:school|head ?-?teacher|head of school|sen(?:d)?co)$")

_MENTION = any_of("""
    not|nearly|almost|virtually|than|of|from|by|in|at|visit(?:ed|ing|s)?|across|between|behalf of|with
    among(?:st)?|like|as|know|means?|that|whether|if|because|when|until|once|after|what|how
    (?:sent|went|gone|e-?mailed|circulated|issued|distributed|written|wrote|given|delivered) (?:out )?to
    (?:applies|apply|applied|applicable|common|belongs?|similar|replied|spoken|spoke) (?:to|for)
""")
_MENTIONED_BEFORE = linear.compile(rf"(?i)\b{_MENTION}\s*$")
_CALL = any_of("""
    dear|to|for|fao|attention(?: of)?|hello|hi|hey|welcome|welcoming|please
    ask(?:s|ing|ed)?|remind(?:s|ing|er(?: to| for)?)?|inform(?:ing)?|invit(?:e|es|ing)|advis(?:e|ing)
    request(?:ing|s)?|requir(?:e|es|ing)|encourag(?:e|ing)|urg(?:e|ing)|thank(?:ing)?|alert(?:ing)?
    can|could|would|may|will|need|want|expect|expecting|let|tell|telling
""")
_CALLED_BEFORE = linear.compile(rf"(?i)(?:[\n:;.!?\x{{2013}}\x{{2014}}(-]|\b{_CALL})\s*$")
_ASKED = any_of(r"""
    please|must|should|need to|needs to|will need|have to|has to|can now|may now
    (?:are|is) (?:all )?(?:asked|required|requested|reminded|invited|advised|encouraged|expected|urged)
    (?:are|is) (?:welcome|to)
    [:\x{2013}\x{2014}-]
""")
_ASKED_AFTER = linear.compile(rf"(?i)^\s*(?:,\s*)?{_ASKED}")
_LOCAL = any_of("""
    clusters?|localit(?:y|ies)|partnerships?|pyramids?|hubs?|trust|mat|federation|collaborat(?:ion|ive)
    consorti(?:um|a)|famil(?:y|ies) of schools|group|district|neighbourhood|patch|network|pilot|project
    programme|scheme|town|village
""")
_LOCAL_AFTER = linear.compile(
    rf"(?i)^\s*(?:in|within|across|of|from|inside)\s+(?:[\w'\x{{2019}}&-]+\s+){{0,4}}?{_LOCAL}\b"
)
_REPORTED_AFTER = linear.compile(r"(?i)^\s*(?:have|has|had|were|was|did|now|that|which|who)\b")
_WINDOW = 60
_PHASE_PATTERNS = tuple((phase, whole(words)) for phase, words in PHASE_WORDS.items())


def addresses_in(reading: Reading) -> Iterator[Address]:
    """Every phrase that addresses schools or roles: the subject first, then the author's own text."""
    yield from _in_text(reading.subject.clean, Field.SUBJECT)
    for match in first_found(_FOR, reading.subject.clean):
        width, phases = _width(match.groupdict())
        if _is_many(match["whom"]) and width is not Width.PHASE:  # a phase after "for" may be the topic
            start, end = match.span(1)
            yield Address(width, phases, Field.SUBJECT, start, end, is_plain=False)
    greeting = greeting_of(reading)
    if greeting is not None:
        match = _PLURAL.match(greeting.whom)
        if match is not None and _is_many(match.group()):
            at = greeting.end - len(greeting.whom)
            yield Address(*_width(match.groupdict()), Field.BODY, at, at + match.end(), is_plain=False)
    yield from _in_text(reading.own, Field.BODY)


def _in_text(text: str, field: Field) -> Iterator[Address]:
    for pattern in (_PLAIN, _WIDE):
        for match in first_found(pattern, text):
            before = text[max(0, match.start() - _WINDOW) : match.start()]
            after = text[match.end() : match.end() + 2 * _WINDOW]
            if _is_many(match.group()) and _is_addressing(before, after, field):
                yield Address(*_width(match.groupdict()), field, match.start(), match.end(), is_plain=True)


def _is_addressing(before: str, after: str, field: Field) -> bool:
    if _MENTIONED_BEFORE.search(before) or _LOCAL_AFTER.search(after):
        return False
    if not before.strip() or before.rstrip(" \t")[-1] in "\n.!?":
        if field is Field.SUBJECT:
            return _REPORTED_AFTER.search(after) is None
        return _ASKED_AFTER.search(after) is not None or after.lstrip(" \t")[:1] in {"", "\n", "\r", ","}
    return _CALLED_BEFORE.search(before) is not None or _ASKED_AFTER.search(after) is not None


def _is_many(words: str) -> bool:
    """False for "all school" or "Dear headteacher": one of a kind is many only after every or each."""
    return _SINGULAR.search(words) is None or _ONE_OF_EACH.search(words) is not None


def _width(named: Mapping[str, str | None]) -> tuple[Width, frozenset[Phase]]:
    words = f"{named.get('phases') or ''} {named.get('nouns') or ''}"
    phases = frozenset(phase for phase, pattern in _PHASE_PATTERNS if pattern.search(words))
    if named.get("role"):
        return Width.ROLE, phases
    return (Width.PHASE if len(phases) == 1 else Width.SCHOOLS), phases
