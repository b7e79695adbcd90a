"""Is this word a secret, or only said about one?

Shapes of passwords, codes and keys, and the words that prose puts where a secret would stand.
"""

from dataclasses import dataclass

from app import linear
from app.checks.patterns.passages import Passage
from app.checks.patterns.sightings import SECRET
from app.checks.pointing import excerpt_of
from app.checks.words import word_set
from app.domain.finding import Confidence, Span

_STRONG = linear.compile(
    r"[A-Za-z].*\d|\d.*[A-Za-z]|[A-Za-z0-9][!$%^&*+=#@~_?][A-Za-z0-9]|[a-z][A-Z]"
    r"|[A-Za-z0-9]{3,}[!$%^&*+#@~]+$"
)
_HYPHENATED = linear.compile(r"[A-Za-z0-9]{3,}[-.][A-Za-z0-9]{2,}(?:[-.][A-Za-z0-9]{1,}){1,}")
_DATE_OR_TIME = linear.compile(
    r"\d{1,4}[/.:-]\d{1,2}(?:[/.:-]\d{2,4})?(?:am|pm)?|\d{1,2}(?:am|pm|st|nd|rd"
    r"|th)|\d{1,3}%?"
)
_PLACEHOLDER = linear.compile(
    r"(?i)[x*•.#_?-]{3,}|[<\[{(].*[>\]})]|your[_-]?password|password|tbc|tba|n/?a|none|hidden|redacted"
    r"|blank|null|https?:.*|www\..*|.*@.*\..*"
)
_SAID_OF = word_set(
    """
    a above again all already also always an and another any are as ask at attached available based
    be because been before below being between by call called can case-sensitive case changed
    changing checked clear compromised confidential contact correct created default different each
    easy either email emailed encrypted enough entered essential exactly expired expires expiring
    exposed extremely failing fine following for forgotten from generated given going good guessed
    guidance hard has have having held here i if important in incorrect insecure instead invalid is
    issued it its just kept known leaked letter locked long longer lost made mandatory may memorable
    minimum mine missing more must needed never new no not now of ok okay old on one only optional
    or our out please policy possible preset private protected provided random recorded refused
    rejected required reset safe same secret secure secured see sent set shared short shown similar
    simple so something staff stored strong stronger such sufficient supplied temporary that the
    their them there these they this through to too top typed unchanged unclear under unique unknown
    up updated used user using usual valid via visible vital vulnerable we weak what when where
    which who will with working would written wrong yes you your managers manager length complexity
    expiry strength team portal reset/change hint characters separately phone telephone text post
    follow available: below: whatever chosen broken stolen given down yours mine theirs hers ours generator
    protection hygiene change changes administrator
    admin everyone somebody someone nobody people passphrase three words digits letters numbers
    """
)
_SAID_ENDINGS = (
    "ing",
    "able",
    "ible",
    "ous",
    "ful",
    "ive",
    "less",
    "ly",
    "ed",
    "ptic",
    "atic",
    "ent",
    "dden",
)
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Secret:
    """A place in a passage: code points, end excluded.

    `across` says that it takes two sentences to know it, so that reading either alone proves nothing.
    """

    kind: str
    passage: Passage
    start: int
    end: int
    confidence: Confidence = Confidence.HIGH
    across: bool = False

    def span(self) -> Span:
        """Nothing of a secret is shown; a request for one is."""
        words = self.passage.text[self.start : self.end]
        shown = excerpt_of(words) if self.kind == "asks-for-password" else SECRET
        return self.passage.span(self.start, self.end, shown)


def place_of(text: str, start: int, end: int) -> tuple[int, int]:
    """The secret itself, without the marks that end a sentence or the quotation around it."""
    while start < end and text[start] in " \t\"'“\u2018(":
        start += 1
    while start < end and text[end - 1] in " \t\"'”\u2019.,;:)?":
        end -= 1
    return start, end


def is_strong(word: str) -> bool:
    """Whether a word looks like nothing but a secret: digits in letters, marks inside, capitals inside."""
    if len(word) < _SHORTEST or is_placeholder(word) or _DATE_OR_TIME.fullmatch(word):
        return False
    return _STRONG.search(word) is not None or _HYPHENATED.fullmatch(word) is not None


def is_plausible(word: str) -> bool:
    """Whether a word could be a secret where nothing else can stand."""
    bare = word.strip(".,;:").lower()
    if len(bare) < _SHORTEST or is_placeholder(word) or _DATE_OR_TIME.fullmatch(bare):
        return False
    return bare not in _SAID_OF and not bare.endswith(_SAID_ENDINGS)


def is_placeholder(word: str) -> bool:
    """Whether the word only holds a secret's place."""
    return _PLACEHOLDER.fullmatch(word.strip(".,;:\"'")) is not None


def is_code(word: str) -> bool:
    """A PIN or door code: three to eight digits, perhaps with a letter or a star."""
    return _CODE.fullmatch(word) is not None and sum(c.isdigit() for c in word) >= 3  # noqa: PLR2004 - the shortest


_CODE = linear.compile(
    r"[#*]?[A-Za-z]{0,2}\d{2,8}[A-Za-z]{0,2}\d{0,4}[#*]?|\d(?:[ -]\d){3,7}|\d{3}[ -]\d{3}"
    r"|\d{1,2}(?:-\d{1,2}){2,3}"
)
