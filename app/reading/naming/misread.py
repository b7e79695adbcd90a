"""Which of the places and bodies that the network names are people after all?

A name it has seldom seen it takes for a body or a place, and is sure of it; most where the name is made of
English words or is a place's as well (``Everton``, ``Lennox Bolt``). Such a one is a person where only a
person stands: after ``his brother``, before ``, aged 6`` or ``'s mum``, where ``he`` or ``her`` takes it
up, where a relative is named in the mail, and where the network itself is in doubt.
"""

from collections.abc import Iterable, Iterator, Sequence

from app import linear
from app.domain.reading import Name, NameKind
from app.reading.naming.repeats import Known
from app.reading.naming.things import HEADS, SOFT_HEADS
from app.reading.naming.word_lists import NO_SURNAMES, PARTICLES, PEOPLE, word_set
from app.reading.naming.writing import Found, folded, is_foreign, is_never_name, without_possessive

_BEFORE = linear.compile(
    rf"(?i)\b(?:{PEOPLE},?|exclud(?:e|ed|ing)|suspend(?:ed|ing)|punch(?:ed|ing)|kick(?:ed|ing)|slap(?:ped|ping)"
    r"|sw(?:ear(?:ing)?|ore) at|spat at) $"
)
_CLOSES = linear.compile(
    r"^(?:['\x{2019}\"\x{201D}]|[,.;:)!?\n]|$| (?:and|has|had|is|was|will|who|from|in|on|at|to|for|with)\b)"
)
_APPOSED = linear.compile(
    r"^(?:, ?(?:who|whose|aged|(?:in )?Y(?:ear)? ?(?:1[0-3]|[1-9R]))\b"
    r"| ?\((?:(?:Y(?:ea)?r? ?)(?:1[0-3]|[1-9R])|aged? ?\d{1,2})\b"
    rf"|, (?:an?|the|our|my|his|her|your|their) (?:[a-z-]+ ){{0,3}}{PEOPLE}\b)"
)
_OWNS_OR_DOES = linear.compile(
    r"^(?:['\x{2019}]s (?:(?:own|older|younger|new|step|foster)[ -]?)?(?:mum|mummy|mam|mother|dad|daddy"
    r"|father|nan|gran\w*|auntie|aunt|uncle|brother|sister|cousin|wife|husband|carers?"
    r"|(?:social|key|support) worker"
    r"|class teacher|form tutor|reading age|(?:heart )?condition"
    r"|(?:hearing aid|coat|inhaler|lunch ?box|book bag|birthday|homework|medication|diagnosis|seizures?)s?"
    r"|annual review (?:is on|is at|on \d|meeting))\b"
    r"| (?:wears|cried|kicked|punched|bit|sits|swore|has (?:autism|asthma|epilepsy|ADHD|a hearing aid"
    r"|diabetes|been late)|is (?:autistic|diabetic|epileptic|off (?:ill|sick|poorly)|in (?:Year|Y|Reception)"
    r"|pregnant)|was born|lives with (?:his|her|their)|needs (?:his|her)|keeps (?:his|her)"
    r"|(?:rang|phoned|texted) me\b[^.\n]{0,30}; (?:he|she|his|her))\b)"
)
"""What stands after a name that belongs to nobody but a person."""
_NAMED_IN_FULL = linear.compile(r"^['\x{2019}]s (?:class|attendance|behaviour|absences?|parents?|teacher)\b")
"""A school in one word has these too (``Oakapple's attendance``)."""
_TAKEN_UP = linear.compile(
    r"^ (?:is|was|has|had|needs|wants|keeps|loves|likes|lost|left|brought|forgot|will|can|to|says|said|thinks"
    r"|feels|knows|asked|asks|told)((?: [a-z]+){0,3}) (?:his|her|he|she|him|himself|herself)\b"
)
_SOMEBODY_ELSE = word_set(
    """
    a an the all every each any its their our my your his her this that head headteacher parent parents mum
    dad staff pupils children you us them me
    """
)
_WITH_SURNAME, _DOUBTED = 0.6, 0.5
_DOUBT, _DOUBT_OF_TWO = 0.1, 0.005
_BEFORE_PLACES = ("in ", "at ", "near ", "In ", "At ", "Near ")
_PLACING = (*_BEFORE_PLACES, "from ", "to ", "of ", "the ", "The ", "Ysgol ")
_REACH, _BEHIND = 120, 80
_MOST_PARTS = 3


def misread_names(text: str, names: Sequence[Name]) -> Iterator[Found]:
    """What the network takes for a place or a body, where only a person stands, or where it doubts."""
    for start, end in _taken_for_others(text, names):
        if _is_somebody(text, start, end):
            yield Found(start, end, _WITH_SURNAME, is_sure=True)


def doubted_names(text: str, names: Sequence[Name]) -> Iterator[Found]:
    """What the network takes for a place or a body, where it tells a person too, or accents do."""
    doubts = {name.start: name.confidence for name in names if name.kind is NameKind.PERSON}
    for start, end in _taken_for_others(text, names):
        parts = text[start:end].split()
        if folded(parts[-1]) in SOFT_HEADS or text.endswith(_BEFORE_PLACES, 0, start):
            continue
        least = _DOUBT_OF_TWO if len(parts) > 1 else _DOUBT
        is_accented_name = any(map(is_foreign, parts)) and not text.endswith(_PLACING, 0, start)
        if is_accented_name or doubts.get(start, 0.0) >= least:
            yield Found(start, end, _DOUBTED, is_sure=True)


def relatives(text: str, names: Sequence[Name], known: Known) -> Iterator[Found]:
    """A place or body of two words or more, the first or the last of which is somebody's in this mail."""
    for start, end in _taken_for_others(text, names):
        parts = text[start:end].split()
        if len(parts) > 1 and (known.is_surname(folded(parts[-1])) or known.is_first(folded(parts[0]))):
            yield Found(start, end, _WITH_SURNAME, is_sure=True)


def ends_a_body(word: str) -> bool:
    """Whether the word ends names of bodies and places rather than of people: ``Ltd``, ``Centre``."""
    bare = folded(word)
    return bare in HEADS or bare in NO_SURNAMES


def _taken_for_others(text: str, names: Iterable[Name]) -> Iterator[tuple[int, int]]:
    """Places and bodies that are written as people are: up to three words, no word that is never a name."""
    for name in names:
        if name.kind is NameKind.PERSON or name.end > len(text):
            continue
        word = without_possessive(text[name.start : name.end])
        parts = word.split()
        if (
            0 < len(parts) <= _MOST_PARTS
            and all(part in PARTICLES or _is_part(part) for part in parts)
            and parts[0] not in PARTICLES
            and not ends_a_body(parts[-1])
        ):
            yield name.start, name.start + len(word)


def _is_part(part: str) -> bool:
    return part[0].isupper() and part[-1].islower() and not is_never_name(part)


def _is_somebody(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - _BEHIND) : start], text[end : end + _REACH]
    if _OWNS_OR_DOES.match(after) or _APPOSED.match(after):
        return True
    if " " in text[start:end] and _NAMED_IN_FULL.match(after):
        return True
    if _BEFORE.search(before) and _CLOSES.match(after):
        return True
    taken = _TAKEN_UP.match(after)
    return taken is not None and _SOMEBODY_ELSE.isdisjoint(taken[1].split())
