"""What is known of a send that a rule flagged?

The rule, its clause, the outcome, the readers in numbers, what kinds of things were seen, and the reason that
was chosen; never a word of the mail.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import blake2b
from types import MappingProxyType

from app.domain.choice import ChoiceReason
from app.domain.draft import Field
from app.domain.finding import Confidence
from app.domain.ranked import Ranked
from app.domain.verdict import Clause, Severity

_NOBODY: Mapping[str, int | bool] = MappingProxyType({})
_AWAY = ("outside", "webmail", "unknown")
"""Readers beyond the organisation and its schools, as an audience counts them."""


class Outcome(StrEnum):
    """What happened at Send, as far as it is known."""

    STOPPED = "stopped"
    """A block was met; the mail did not go like this."""
    OVERRIDDEN = "overridden"
    """The sender read the warning, and pressed Send again."""
    CALLED_WRONG = "called-wrong"
    """The same, and the sender says that the warning is wrong."""


class Risk(Ranked):
    """How soon somebody should look."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Sign(StrEnum):
    """What stood around the things that were seen. A closed set: no word of the mail comes along."""

    OTHERS_WORDS = "others-words"
    """They are quoted, or told of somebody else."""
    FROM_ELSEWHERE = "from-elsewhere"
    """The mail speaks of a text, a lesson, a log or a message in which such words may stand."""
    TO_READER = "to-reader"
    """They are the sender's own, and speak to whoever reads them."""
    HEAT = "heat"
    """They were written in anger, by the sound of them."""
    APOLOGY = "apology"
    """The sender says sorry for words of their own."""
    FRIENDLY = "friendly"
    """Friendly words stand beside them, as in banter."""
    SEXUAL = "sexual"
    """Coarse words among which something sounds sexual."""
    SENDERS_OWN = "senders-own"
    """The data is the sender's own; likewise the next three."""
    READERS_OWN = "readers-own"
    ORGANISATIONS = "organisations"
    ANOTHERS = "anothers"
    MADE_UP = "made-up"
    """The mail says that something in it is no real data."""
    OTHERWISE = "otherwise"
    """The words beside a number call it an order, a serial, an asset, and nobody's."""
    UNCALLED = "uncalled"
    """A number was known by its shape alone: nothing beside it names it, and nobody is spoken of there."""
    PUBLIC = "public"
    """The mail says that it is public already."""
    SPENT = "spent"
    """The mail says that it opens nothing any more."""
    PAPERS = "papers"
    """By its subject, its words and its files it is a paper of private life: a ticket, a payslip."""
    TALE = "tale"
    """A private matter about one person or family is told, by the sound of it."""
    QUIET = "quiet"
    """Somebody is to keep it to themselves."""
    COVERS = "covers"
    """Who is concerned, or who checks, is not to find out; or traces are to go."""
    LEAVES = "leaves"
    """Somebody is about to leave, or had to."""
    PRIVATE = "private"
    """The sender's friends, family or home come into it."""
    GAIN = "gain"
    """Something is given in return."""
    HARM = "harm"
    """Somebody is to be hurt, or got back at."""
    ILL_WILL = "ill-will"
    """A sentence of the sender's sounds as if they knew that they did wrong, in whatever words."""
    NOT_QUITE_WORK = "not-quite-work"
    """As a whole it sounds a little like sends that had to be passed on; of these three at most one."""
    UNLIKE_WORK = "unlike-work"
    FAR_FROM_WORK = "far-from-work"
    SOUNDS_MEANT = "sounds-meant"
    """As a whole it sounds more as if meant than what a talk settled; of these two at most one."""
    SOUNDS_CARELESS = "sounds-careless"
    BASIS = "basis"
    """The mail speaks of a law, a contract or a consent."""
    ASKED = "asked"
    """The mail says that it was asked for, or that a form needs it."""
    PUBLIC_BODY = "public-body"
    """All readers away are at schools, councils, the health service or the police, by the look of it."""
    MANY_FILES = "many-files"
    PASSED_ON = "passed-on"
    """It is a forward."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """That a kind of thing was seen, how surely, where, in how many places: never what it said."""

    finding: str
    confidence: Confidence
    field: Field | None = None
    places: int = 1


@dataclass(frozen=True, slots=True)
class Flagged:
    """What is known of the send. `audience` is the readers in numbers; `policy` the version that judged.

    `evidence` comes in the order in which it stood in the draft, `signs` in that of their names above.
    """

    rule: str
    clause: Clause
    severity: Severity
    outcome: Outcome
    audience: Mapping[str, int | bool] = field(default_factory=lambda: _NOBODY)
    evidence: tuple[Evidence, ...] = ()
    reason: ChoiceReason = ChoiceReason.NONE
    policy: str = ""
    signs: tuple[Sign, ...] = ()

    @property
    def leaves(self) -> int:
        """Readers beyond the organisation and its schools."""
        return sum(int(self.audience.get(name, 0)) for name in _AWAY)

    @property
    def reach(self) -> tuple[str, ...]:
        """The kinds of readers there are, by the names that an audience counts them under."""
        return tuple(name for name in ("inside", "schools", *_AWAY) if self.audience.get(name))

    @property
    def risk(self) -> Risk:
        """What left for readers outside weighs most, what was stopped least of its rank."""
        surely = any(one.confidence is Confidence.HIGH for one in self.evidence)
        went = self.outcome is not Outcome.STOPPED
        if went and self.leaves and (surely or self.severity >= Severity.JUSTIFY):
            return Risk.HIGH
        return Risk.MEDIUM if self.severity >= Severity.JUSTIFY or (went and surely) else Risk.LOW

    @property
    def fingerprint(self) -> str:
        """The same for cases alike: one rule, the same kinds of things, the same kinds of readers."""
        alike = (self.rule, *sorted({one.finding for one in self.evidence}), "", *self.reach)
        return blake2b("\0".join(alike).encode(), digest_size=16).hexdigest()
