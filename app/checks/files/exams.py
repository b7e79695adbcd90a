"""Is this an examination board's restricted material?

A board together with a paper, mark scheme or set task that is not public: live, secure, unseen, or of the
last twelve months; and words that hand it over or give away what is in it. Specimens and older papers are
public, and dates, entries, results and training are no material.
"""

from dataclasses import dataclass
from datetime import date

from app import linear
from app.checks.words import any_of, first_found, whole_any
from app.kept import kept

_FREE_AFTER_MONTHS = 12
_BOARD = any_of(r"""
    aqa|ocr|edexcel|pearson|wjec|eduqas|ccea|cie|caie
    cambridge (?:international|assessment|nationals?|technicals?)
    ncfe|city (?:&|and) guilds|sqa|ib|international baccalaureate|btec|jcq|sta|standards and testing agency
    exam(?:ination)? boards?|awarding (?:body|bodies|organisations?)|gcse|a[- ]?level|as[- ]level
    t[- ]levels?
    key stage (?:1|2|one|two)|ks[12]|sats?
""")
_PAPER = any_of(r"""
    (?:question|exam|examination|test|live|unseen|reading|maths|arithmetic|spelling) ?papers?
    papers? (?:1|2|3|one|two|three)
    mark(?:ing)? schemes?|pre-?release(?: material)?s?|set (?:tasks?|assignments?)
    live (?:tasks?|assessments?|materials?)
    nea (?:tasks?|briefs?|questions?|materials?)
    non[- ]exam(?:ined)? assessment (?:tasks?|briefs?|questions?)
    controlled assessment (?:tasks?|questions?)|secure (?:assessments?|materials?|papers?|files?|downloads?)
    confidential (?:assessment )?materials?|assessment materials?|listening (?:tracks?|files?|test)
    test materials?
    candidate scripts?|seeded scripts?|standardisation (?:scripts?|materials?)|papers?
""")
_RESTRICTED = whole_any(r"""
    live|secure|unseen|unreleased|unpublished|embargoed|confidential|restricted|locked
    not (?:yet )?(?:been )?(?:public|published|released)
    this (?:year|summer|series|term|june|november|january)'?s?|today's|yesterday's|tomorrow's|next week's
    leaked|sealed
    pre-?release|nea|non[- ]exam(?:ined)? assessment|set assignments?|set tasks?|controlled assessment
    seeded scripts?
    standardisation (?:scripts?|materials?)
""")
_PUBLIC = whole_any(r"""
    past papers?|past exam papers?|specimen|sample|exemplar|practice papers?|practise papers?
    publicly available|public|mocks?
    published|on the (?:\S+ )?website|revision|old papers?|previous years'?|older
""")
_NOT_MATERIAL = whole_any(r"""
    deadlines?|entries|entry|timetables?|invigilat\w+|results?|certificates?|training|webinar|course
    access arrangements
    storage|stored?|safe|security|keep(?:ing)?|kept|lock(?:ed)? (?:away|up|in)|arriv\w+|deliver\w+
    collect\w*|courier|couriers|count(?:ed)?
    inspection|inspector|polic(?:y|ies)|declarations?|moderat\w+|fee|fees|remark|appeals?|return(?:ed)?
    do not|don't|never|must not|may not
""")
_GIVES = whole_any(r"""
    attach(?:ed|ing)?|enclos(?:ed|ing)|here (?:is|are|'s)|here's|send(?:ing)?|sent|share(?:d|s)?|sharing
    forward(?:ed|ing)?|pass(?:ed|ing)? on
    link|upload(?:ed)?|download(?:ed)?|came up|comes up|is on|are on|question (?:\d+|one|two|three)|q\d+
    photos? of|screenshots?|copy of|scan of
    have a look|take a look|see below|below
""")
_MATERIAL = linear.compile(
    rf"(?i)\b{_BOARD}\b(?:\W+\w+){{0,8}}?\W+{_PAPER}\b|\b{_PAPER}\b(?:\W+\w+){{0,8}}?\W+{_BOARD}\b"
)
_SERIES = linear.compile(
    r"(?i)(?:^|[^a-z0-9])(?:(jan|mar|apr|may|jun|oct|nov|summer|autumn|winter|spring)[a-z]*[\s_-]*)?"
    r"(20\d\d)(?:$|[^0-9])"
)
_MONTH_OF = {
    "jan": 1,
    "mar": 3,
    "apr": 4,
    "may": 5,
    "jun": 6,
    "oct": 10,
    "nov": 11,
    "sum": 6,
    "aut": 11,
    "win": 1,
    "spr": 3,
}


@dataclass(frozen=True, slots=True)
class Material:
    """Where it is spoken of, and whether the words are plain that it is not public."""

    start: int
    end: int
    is_plain: bool


@kept
def find_material(words: str, today: date, *, is_file: bool = False) -> Material | None:
    """Restricted material in a sentence or in the name of a file; None when it may be public."""
    for match in first_found(_MATERIAL, words.replace("_", " "), 3):
        is_plain = _RESTRICTED.search(words) is not None
        is_recent = _is_recent(words, today)
        if is_recent is False or (_is_public(words) and not is_recent) or not (is_plain or is_recent):
            continue
        if is_file or (_GIVES.search(words) and not _NOT_MATERIAL.search(words)):
            return Material(match.start(), match.end(), is_plain)
    return None


def _is_public(words: str) -> bool:
    """Whether it is said to be public; "not yet published" says the reverse."""
    return _PUBLIC.search(_RESTRICTED.sub(" ", words)) is not None


def _is_recent(words: str, today: date) -> bool | None:
    """Whether the series named is of the last twelve months or yet to come; None when none is named."""
    found = [
        (int(match[2]), _MONTH_OF[(match[1] or "jun")[:3].lower()])
        for match in first_found(_SERIES, words, 10)
    ]
    if not found:
        return None
    year, month = max(found)
    return (today.year - year) * 12 + today.month - month < _FREE_AFTER_MONTHS
