"""Which schools does a draft say it is for?

The words first: all schools, a phase, a type ("maintained schools only"), a role, a cluster by name, or
year groups of one phase alone. Where they are silent, the schools it is addressed to tell: one phase, or
one or two clusters.
"""

from collections.abc import Collection, Iterator, Sequence

import re2

from app.bulletin.from_draft.matter import phases_of_matter
from app.checks.audience.addressed import Address, Width, addresses_in
from app.checks.wording.greeting import find_greeting
from app.domain.draft import Field
from app.domain.for_whom import EVERYBODY, ForWhom, Role
from app.domain.reading import Reading
from app.domain.school import Phase

_MAINTAINED, _ACADEMIES = "Local authority maintained schools", "Academies"
_FREE = "Free Schools"
_MANY_CLUSTERS = 2
_REACH = 40
_OF_SCHOOLS = re2.compile(r"(?i)\s+(?:sixth[- ]forms?|nurser(?:y|ies))\b")
_TOGETHER = (
    {Phase.SPECIAL, Phase.ALTERNATIVE},
    {Phase.NURSERY, Phase.PRIMARY},
    {Phase.SECONDARY, Phase.SIXTEEN_PLUS},
)
_OPENING = 700
_BY_TOPIC = frozenset({Role.SENCO, Role.GOVERNORS, Role.SAFEGUARDING})
_MOST_READ = 6_000

_ROLES = {
    Role.SENCO: r"sen(?:d)?cos?|inclusion managers",
    Role.SAFEGUARDING: r"(?:designated )?safeguarding (?:leads?|officers?)|designated leads?|d?dsls?",
    Role.BUSINESS: r"(?:school )?business managers?|sbms?|bursars?|finance (?:officers?|managers?)",
    Role.GOVERNORS: r"governors?|governing (?:bod(?:y|ies)|boards?)|chairs and vice chairs|clerks?",
    Role.ADMISSIONS: r"admissions (?:officers?|staff|leads?)",
    Role.EARLY_YEARS: r"(?:eyfs|early years) (?:leads?|teachers|practitioners|providers|managers)",
    Role.HEAD: r"head ?-?teachers?|heads|principals",
    Role.OFFICE: r"office (?:managers?|staff|administrators?)|administrators|secretaries",
}
_ROLE = {role: re2.compile(rf"(?i)\b(?:{words})\b") for role, words in _ROLES.items()}
_HEADS_OF = re2.compile(
    r"(?i)\bheads? of (?:\w+ )?(?:departments?|facult(?:y|ies)|years?|subjects?|sixth[- ]forms?|houses?"
    r"|key stages?)\b"
)
_INVITES = re2.compile(
    r"(?i)\b(?:please (?:pass|forward|share) (?:this )?(?:on )?(?:to|with) (?:your )?|(?:f\.?a\.?o\.?|attn"
    r"|for the attention of|(?:aimed|targeted) at|(?:intended|meant|designed) for)[: ]+(?:the |all |your )?"
    r"|(?:network|forum"
    r"|training|briefing|meeting|clinic|programme|conference|session|course)s? for (?:new )?)"
)
_INVITED = re2.compile(
    r"(?i)(?:^|[.!?:]\s|\n)\s*([\w ,&-]{3,60}?) (?:(?:are|is) (?:warmly |all )?(?:invited|welcome)"
    r"|(?:can|may|should) (?:come"
    r"|join|hear|attend|take part|drop in|apply))\b"
)

_PHASE = {
    Phase.PRIMARY: r"primar(?:y|ies)|infants?(?: and juniors?)?|juniors?",
    Phase.SECONDARY: r"secondar(?:y|ies)",
    Phase.SPECIAL: r"special",
    Phase.NURSERY: r"nurser(?:y|ies)|early years (?:providers|settings)|pre-?schools?|childminders",
    Phase.SIXTEEN_PLUS: r"sixth[- ]forms?(?: colleges?)?|colleges|post-16 providers",
    Phase.ALTERNATIVE: r"prus?|pupil referral units?|alternative provisions?",
}
_ANY_PHASE = "|".join(f"(?:{words})" for words in _PHASE.values())
_SEVERAL = rf"(?:{_ANY_PHASE})(?:(?: schools?)?(?:,| and| or| &|/) ?(?:{_ANY_PHASE}))*"
_ONLY = re2.compile(
    rf"(?i)\b({_SEVERAL})(?: schools?)?(?: and academies)? only\b|\bonly (?:for )?({_SEVERAL}) schools\b"
)
_CALLED = re2.compile(
    rf"(?i)(?:\b(?:dear|all|every|each|for|to|any|your|our|more|the|open to|invite|inviting|ten|\d+)(?: our"
    rf"| the| of our)?) ({_SEVERAL})"
    r"(?:[- ](?:schools?|heads?|settings|providers|sites?|head ?teachers|classes|teachers|colleagues"
    r"|aged|pupils"
    r"|children|students))\b"
    rf"|\b(?:leads?|co-?ordinators?|teachers|staff|colleagues|governors) (?:in|at|of) (?:the "
    rf"|our )?({_SEVERAL})"
    r" (?:schools|settings|academies)\b"
    rf"|(?:^|\n|[.!?:] )({_SEVERAL})(?: (?:schools?|heads|settings|providers))?(?: of \w+)? ?(?:,|:"
    rf"|who\b|that\b|can\b"
    rf"|may\b|must\b|should\b|are\b|please\b|need\b)"
    rf"|\(({_SEVERAL})(?: (?:schools?|settings|academies|providers))?(?: only)?\)"
)
_MENTIONED = re2.compile(
    rf"\b(?:{_ANY_PHASE})[ -](?:schools|pupils|children|aged|heads|headteachers|teachers|classes|settings)\b"
    r"|\b(?:primaries|secondaries|nurseries|childminders|sixth[- ]forms|colleges|PRUs|pupil referral units)\b"
)
_ACADEMY = re2.compile(r"(?i)\bacadem(?:y|ies)\b")
_OF_THE_COUNTY = re2.compile(
    r"(?i)\b(?:local authority|la|county|council)?[ -]?maintained (?:\w+ )?(?:schools?|governors|governing"
    r"|nurser|sector|settings?)\b|\bschools (?:that are )?maintained by\b"
    r"|\bcommunity (?:schools )?and voluntary[ -]controlled\b"
)
_MAINTAINED_ONLY = re2.compile(
    r"(?i)\b(?:(?:local authority )?maintained (?:schools|governors|governing bodies)(?: and (?:nurseries"
    r"|prus))? ?(?:only|must|have to|has to|need|are|using|should|to\b|with\b|that\b)"
    r"|(?:all|for|to|every|each|applies to|our|the county's)(?: local authority)? maintained schools?"
    r"|only (?:for |to )?maintained schools"
    r"|for maintained schools|academies (?:do not|don't|are not|need not|can ignore|should ignore"
    r"|(?:have|make|arrange|use|follow|run|buy|set|keep|hold|do) (?:\w+ )?(?:their|its) own"
    r"|should (?:ask|contact|check|speak to) their (?:own|trust)))\b"
    r"|\bmaintained schools only\b|(?:^|\n|[.!?] )(?:all )?maintained schools ?[:,]"
    r"|\bdear maintained schools\b"
)
_ACADEMIES_ONLY = re2.compile(
    r"(?i)\b(?:(?:academies|(?:academy )?trusts) (?:only|must|have to)"
    r"|(?:all|for|our|dear) (?:\w+ )?academies|(?:all|for|our|dear) academy trusts|of (?:the"
    r"|our) \w+ academies|(?:all|our"
    r"|the) trust(?:'s)? schools)\b"
)
_BOTH = re2.compile(
    r"(?i)\b(?:academies (?:too|as well|also|and (?:free|maintained|faith))|(?:and|or) academies"
    r"|whatever type|all state schools)\b"
)


def whom_of(reading: Reading, clusters: Collection[str] = ()) -> ForWhom:
    """Whom the draft is for; `clusters` are the names that the directory knows."""
    text = f"{reading.subject.clean}\n{reading.own[:_MOST_READ]}"
    addressed = list(addresses_in(reading))
    phases = frozenset(_phases(text))
    if not phases:
        stated = {p for a in addressed for p in a.phases}
        phases = frozenset(stated)
    says_all = any(_is_to_all(reading, a) for a in addressed)
    if not phases and not says_all:
        phases = frozenset(phases_of_matter(text) or _by_mention(text[:_OPENING]))
    types = frozenset(_types(text))
    named = frozenset(_clusters(clusters, text))
    roles = frozenset(_roles(reading, addressed, text))
    if not (phases or types or named) and not says_all:
        phases, named = _by_readers(reading)
    if not (phases or types or named or roles):
        return EVERYBODY
    return ForWhom(phases=phases, types=types, clusters=named, roles=roles)


def _is_to_all(reading: Reading, one: Address) -> bool:
    """Whether it is to schools of any phase; "each school sixth form" is not."""
    text = reading.subject.clean if one.field is Field.SUBJECT else reading.own
    is_wide = one.width is Width.SCHOOLS and one.is_plain and not one.phases
    return is_wide and not _OF_SCHOOLS.match(text[one.end : one.end + _REACH])


def _phases(text: str) -> Iterator[Phase]:
    """Phases that the text speaks to, "only" before all others."""
    only = list(_ONLY.finditer(text))
    for match in only or _CALLED.finditer(text):
        words = next(group for group in match.groups() if group)
        yield from (phase for phase, pattern in _PHASE_WORDS.items() if pattern.search(words))


_PHASE_WORDS = {phase: re2.compile(rf"(?i)\b(?:{words})\b") for phase, words in _PHASE.items()}


def _by_mention(opening: str) -> set[Phase]:
    """The only phase, or two that go together, of whose schools it speaks; a capital makes it a name."""
    words = " ".join(match[0] for match in _MENTIONED.finditer(opening))
    found = {phase for phase, pattern in _PHASE_WORDS.items() if pattern.search(words)}
    return found if len(found) == 1 or found in _TOGETHER else set()


def _types(text: str) -> Iterator[str]:
    if _BOTH.search(text):
        return
    if _MAINTAINED_ONLY.search(text):
        yield _MAINTAINED
    elif _ACADEMIES_ONLY.search(text):
        yield from (_ACADEMIES, _FREE)
    elif _OF_THE_COUNTY.search(text[:_OPENING]) and not _ACADEMY.search(text):
        yield _MAINTAINED


def _clusters(clusters: Collection[str], text: str) -> Iterator[str]:
    """Clusters that the text speaks to: "Upper Denholt" is not "Denholt", and "Denholt School" is one."""
    found = {name: [match.span() for match in _cluster(name).finditer(text)] for name in clusters}
    for name, places in found.items():
        longer = [span for other, spans in found.items() if name in other and name != other for span in spans]
        if any(not any(a <= start and end <= b for a, b in longer) for start, end in places):
            yield name


def _cluster(name: str) -> re2._Regexp:
    words = r"\s+".join(map(re2.escape, name.removesuffix(" cluster").removesuffix(" Cluster").split()))
    return re2.compile(
        rf"(?i)\b(?:{words} (?:cluster|district|area|schools|heads|head ?teachers|partnership|primaries"
        rf"|secondaries"
        rf"|infants|juniors|nurseries|senco?s)|cluster:? {words}"
        rf"|(?:schools|heads|head ?teachers|principals|primaries|secondaries) (?:in|of) (?:\pL+(?:, "
        rf"| and )){{0,3}}"
        rf"(?:{words}))\b"
    )


def _roles(reading: Reading, addressed: Sequence[Address], text: str) -> Iterator[Role]:
    """The roles that it greets, or that an event is for."""
    greeting = find_greeting(reading.own)
    greeted = [_words_of(reading, one.field, one.start, one.end) for one in addressed]
    invited = [text[m.end() : m.end() + _REACH] for m in _INVITES.finditer(text)]
    invited += [match[1] for match in _INVITED.finditer(text)]
    where = _HEADS_OF.sub("", "\n".join([*greeted, greeting.whom if greeting else "", *invited]))
    for role, pattern in _ROLE.items():
        is_topic = role in _BY_TOPIC and pattern.search(reading.subject.clean) is not None
        if is_topic or pattern.search(where):
            yield role


def _words_of(reading: Reading, field: Field, start: int, end: int) -> str:
    text = reading.subject.clean if field is Field.SUBJECT else reading.own
    return text[start:end]


def _by_readers(reading: Reading) -> tuple[frozenset[Phase], frozenset[str]]:
    """One phase, or one or two clusters, when all the schools it goes to are of it."""
    audience = reading.audience
    if audience.schools < 2 or audience.share >= 0.8:  # noqa: PLR2004 - one school is no audience; most are all
        return frozenset(), frozenset()
    phases = frozenset(audience.phases) if len(audience.phases) == 1 else frozenset()
    is_local = 0 < len(audience.clusters) <= _MANY_CLUSTERS and not audience.unclustered
    return phases, frozenset(audience.clusters) if is_local else frozenset()
