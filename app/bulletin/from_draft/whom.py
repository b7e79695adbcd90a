"""Which schools does a draft say it is for?

The words first: all schools, a phase, a type ("maintained schools only"), a role, a cluster by name, or
year groups of one phase alone. Where they are silent, the schools it is addressed to tell: one phase, or
one or two clusters.
"""

from collections.abc import Collection, Iterator, Sequence

import re2

from app.bulletin.from_draft.local import clusters_in
from app.bulletin.from_draft.matter import phases_of_matter
from app.bulletin.from_draft.of_type import types_in
from app.bulletin.from_draft.spoken_to import holders_in, is_for_whoever, spoken_to_readers
from app.checks.audience.addressed import Address, Width, addresses_in
from app.checks.wording.greeting import find_greeting
from app.domain.draft import Field
from app.domain.for_whom import EVERYBODY, ForWhom, Role
from app.domain.reading import Reading
from app.domain.school import Phase

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
    Role.BUSINESS: r"(?:school )?business managers?|sbms?|bursars?|finance (?:officers?|managers?|teams?)"
    r"|^finance",
    Role.GOVERNORS: r"governors?|governing (?:bod(?:y|ies)|boards?)|chairs and vice chairs|clerks?"
    r"|^chairs?(?: of governors|,|:| and| or| has| knows| sees| -|$)",
    Role.ADMISSIONS: r"admissions (?:officers?|staff|leads?)",
    Role.EARLY_YEARS: r"(?:eyfs|early years) (?:leads?|teachers|practitioners|providers|managers)",
    Role.HEAD: r"head ?-?teachers?|heads|principals",
    Role.OFFICE: r"office (?:managers?|staff|administrators?)|administrators|secretaries",
}
_ROLE = {role: re2.compile(rf"(?im)\b(?:{words})\b") for role, words in _ROLES.items()}
_TO_WHOM = re2.compile(r"(?i)(?:^|\n)(?:urgent(?:ly)?[,:] |so[,:] )?(?:for|to):? (?:the |all |our )?")
_TOLD = re2.compile(
    r"(?i)(?:^|\n|[.!?] )(?:so,? |and )?([\w ,&-]{3,40}?)(?:, (?:the|this|your|please)\b| must\b| need to\b"
    r"| please\b| will need to\b)"
)
_HEADS_OF = re2.compile(
    r"(?i)\bheads? of (?:\w+ )?(?:departments?|facult(?:y|ies)|years?|subjects?|sixth[- ]forms?|houses?"
    r"|key stages?)\b"
)
_INVITES = re2.compile(
    r"(?i)\b(?:please (?:pass|forward|share) (?:this )?(?:on )?(?:to|with) (?:your )?|(?:f\.?a\.?o\.?|attn"
    r"|for the attention of|(?:aimed|targeted) at|(?:intended|meant|designed) for)[: ]+(?:the |all |your )?"
    r"|(?:network|forum"
    r"|training|briefing|meeting|clinic|programme|conference|session|course)s? for (?:new )?"
    r"|(?:make sure|ensure|see to it)(?: that)? (?:your|their) "
    r"|colleagues (?:in|from) )"
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
    rf"|\((?:and |or |also )?({_SEVERAL})(?: (?:schools?|settings|academies|providers))?(?: only)?\)"
)
_MENTIONED = re2.compile(
    rf"\b(?:{_ANY_PHASE})[ -](?:schools|pupils|children|aged|heads|headteachers|teachers|classes"
    rf"|settings|placements)\b"
    r"|\b(?:primaries|secondaries|nurseries|childminders|sixth[- ]forms|colleges|PRUs|pupil referral units)\b"
)
_ROW_OF_ALL = re2.compile(
    r"(?i)\bmaintained nursery, primary, secondary and special\b"
    r"|\bmaintained schools(?:,| and)(?: maintained)? nurser(?:y schools|ies)\b"
)
_SOME = re2.compile(
    rf"(?i)\b(?:one|two|three|four|five|several|some|a few|another)(?: \w+)? (?:{_ANY_PHASE}) schools?\b"
)
_ONLY_THEY = re2.compile(r"(?im)(?:^|[.!?] )([\w ,&/-]{2,40}) only[.!]?$")


def whom_of(reading: Reading, clusters: Collection[str] = ()) -> ForWhom:
    """Whom the draft is for; `clusters` are the names that the directory knows."""
    text = f"{reading.subject.clean}\n{reading.own[:_MOST_READ]}"
    addressed = list(addresses_in(reading))
    spoken = spoken_to_readers(text)
    phases = frozenset(_phases(spoken)) or frozenset(_held(spoken))
    if not phases:
        phases = frozenset({p for a in addressed for p in a.phases})
    says_all = any(_is_to_all(reading, a) for a in addressed)
    if is_for_whoever(text) and not _ONLY.search(spoken):
        phases, says_all = frozenset(), True
    if not phases and not says_all:
        held = " ; ".join(holders_in(spoken))
        phases = frozenset(
            phases_of_matter(spoken)
            or phases_of_matter(held)
            or _by_mention(_SOME.sub("", spoken[:_OPENING]))
        )
    types = frozenset(types_in(text, spoken))
    if types and _ROW_OF_ALL.search(text):
        phases = frozenset()
    named = frozenset(clusters_in(clusters, text))
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


def _held(text: str) -> set[Phase]:
    """The phase of whatever those who are addressed have: "those of you with a nursery"."""
    held = " ; ".join(holders_in(text))
    return {phase for phase, pattern in _PHASE_WORDS.items() if pattern.search(held)}


def _roles(reading: Reading, addressed: Sequence[Address], text: str) -> Iterator[Role]:
    """The roles that it greets, or that an event is for."""
    greeting = find_greeting(reading.own)
    greeted = [_words_of(reading, one.field, one.start, one.end) for one in addressed]
    invited = [text[m.end() : m.end() + _REACH] for way in (_INVITES, _TO_WHOM) for m in way.finditer(text)]
    invited += [match[1] for way in (_INVITED, _ONLY_THEY) for match in way.finditer(text)]
    invited += [match[1] for match in _TOLD.finditer(text[:_OPENING]) if not _is_wide(addressed)]
    where = _HEADS_OF.sub("", "\n".join([*greeted, greeting.whom if greeting else "", *invited]))
    for role, pattern in _ROLE.items():
        is_topic = role in _BY_TOPIC and pattern.search(reading.subject.clean) is not None
        if is_topic or pattern.search(where):
            yield role


def _is_wide(addressed: Sequence[Address]) -> bool:
    return any(one.width is not Width.ROLE for one in addressed)


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
