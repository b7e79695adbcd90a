"""Whom does a mail greet, and how does it close?

Finds the salutation on the first lines of the author's own text ("Dear Mrs Shah and Tom,", "Hi
all") and tells whether it greets many or named people; and finds a closing line ("Kind regards",
"Many thanks"). Only the first few lines that hold words are looked at, so a "Dear" further down is
never a greeting.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from app import linear
from app.checks.once import once_a_reading
from app.checks.words import any_of, whole_any
from app.domain.reading import NameKind, Reading

_LINES_LOOKED_AT = 3
_LONGEST_GREETING = 90
_LONGEST_LINE = 400
_LAST_CHARACTERS = 600

_OPENER = any_of("""
    dear
    hi+ya
    hi+
    hello+
    hey+
    good (?:morning|afternoon|evening)
    morning
    afternoon
    evening
    greetings
    to
    fao
    attn
    for the attention of
""")
_OPENING = linear.compile(rf"(?i)^[ \t]*(?:{_OPENER}\b[ \t]*:?[ \t]*)+([^\n]*)")
_TO = linear.compile(r"(?i)^[ \t]*to[ \t]+([\pL'-]+)")
_BEFORE_MANY = frozenset({"all", "the", "our", "my", "your", "any", "each", "every", "both"})
_BARE_NAME = linear.compile(
    r"^[ \t]*([A-Z][\pL'\x{2019}-]+(?: (?:and|&) [A-Z][\pL'\x{2019}-]+)?)[ \t]*[,:\x{2013}\x{2014}-][ \t]*$"
)
_END_OF_GREETING = linear.compile(
    "[,:;.!?\u2013\u2014\\n]| - "
    r"|(?i:\b(?:i|we|please|thanks?|just|hope|can|could|following|further|as|the|this|a)\b)"
)
_MANY = whole_any("""
    all|both|everyone|every ?body|teams?|folks|guys|colleagues?|friends|members
    parents?|carers?|families|governors|trustees|heads|head ?teachers|principals|leaders|managers|leads
    staff|schools?|partners|residents|students|ladies|gentlemen|sirs?|madams?|whom|councillors
    applicants|customers?|suppliers?|providers|volunteers|senco?s|sendcos|dsls|chairs?|clerks?|bursars
    head ?teacher|principal|sir/madam|teachers|coordinators|administrators|officers|editors?
""")
_TITLE = linear.compile(
    r"(?i)\b(?:mr|mrs|ms|miss|mx|dr|prof(?:essor)?|rev(?:erend)?|sir|dame|cllr|lord|lady|fr|canon"
    r"|councillor|doctor|nurse|father|pastor|vicar|mayor|minister|officer|coach)\b\.?"
)
_KIN = whole_any("""
    mum|mummy|mam|mom|mother|dad|daddy|parents?|nan|nana|gran|granny|grandma|grandad|grandpa|auntie|uncle
""")
_NAME = linear.compile("\\p{Lu}[\\pL'\u2019-]+")
_CLOSING_WORDS = any_of(r"""
    (?:(?:with|very|my|our|many|kind(?:est)?|warm(?:est)?|best) )*(?:regards|wishes)
    (?:with )?(?:(?:many|very|much|kind) )?(?:thanks|thank you|ta)(?: (?:again|so much|very much|all|both))?
    (?:thanks|thank you) in (?:advance|anticipation)
    (?:thanks|thank you) for (?:your|the|all|letting|getting|coming|this|that)\b.*
    yours(?: (?:sincerely|faithfully|truly|ever))?
    sincerely
    cheers
    all the best
    best
    kr
    br
    take care
    speak soon
    see you (?:then|there|soon|later|tomorrow|on \w+)
""")
_CLOSING = linear.compile(rf"(?im)^[ \t]*{_CLOSING_WORDS}[ \t]*[,.!]?[ \t]*(?:\n|\r|$)")


@dataclass(frozen=True, slots=True)
class Greeting:
    """A salutation: where its words lie and whom it names.

    `whom` ends at `end`. `names` holds names as written, without titles, and is empty when many are
    greeted, or somebody's family without their names. `is_bare` where a word alone shows that it is one.
    """

    start: int
    end: int
    whom: str
    names: tuple[str, ...]
    is_to_many: bool
    is_bare: bool = False


def find_greeting(own: str) -> Greeting | None:
    """The salutation that opens the author's own text, if there is one."""
    for start, line in _first_lines(own):
        opening = _OPENING.match(line)
        match = opening or _BARE_NAME.match(line)
        if match is None or _is_a_purpose(line):
            continue
        whom_at = match.start(1)
        stop = _END_OF_GREETING.search(line[whom_at:])
        whom = (line[whom_at : whom_at + stop.start()] if stop else line[whom_at:]).rstrip()
        if len(whom) > _LONGEST_GREETING:
            continue
        is_to_many = _MANY.search(whom) is not None
        is_unnamed = is_to_many or _KIN.search(whom) is not None  # "Mum and Dad", "Maisie's mum"
        names = () if is_unnamed else tuple(_NAME.findall(_TITLE.sub(" ", whom)))
        lead = len(line) - len(line.lstrip())
        end = start + whom_at + len(whom)
        return Greeting(start + lead, end, whom, names, is_to_many, is_bare=opening is None)
    return None


def _is_a_purpose(line: str) -> bool:
    """Whether it begins "To reserve a place ...": a verb in small letters, and nobody who is greeted."""
    match = _TO.match(line)
    word = match[1] if match else ""
    return word.islower() and word not in _BEFORE_MANY and not _MANY.search(word)


@once_a_reading
def greeting_of(reading: Reading) -> Greeting | None:
    """The salutation that opens the author's own text of a draft; "Agenda:" is none, and "Karen:" is one."""
    greeting = find_greeting(reading.own)
    if greeting is None or not greeting.is_bare or greeting.is_to_many:
        return greeting
    names = (name for sentence in reading.sentences for name in sentence.names)
    people = (name for name in names if name.kind is NameKind.PERSON)
    return greeting if any(n.start < greeting.end and n.end > greeting.start for n in people) else None


def has_closing(own: str) -> bool:
    """Whether the author's own text ends with thanks or a closing line."""
    return _CLOSING.search(own.rstrip()[-_LAST_CHARACTERS:]) is not None


def _first_lines(own: str) -> Iterator[tuple[int, str]]:
    """The first lines that hold words, each with its place; blank stretches cost nothing."""
    at = 0
    for _ in range(_LINES_LOOKED_AT):
        rest = own[at:]
        words = rest.lstrip()
        if not words:
            return
        lead = len(rest) - len(words)
        begins = rest.rfind("\n", 0, lead) + 1
        ends = rest.find("\n", lead)
        ends = len(rest) if ends < 0 else ends
        yield at + begins, rest[begins : min(ends, begins + _LONGEST_LINE)].rstrip()
        at += ends + 1
