"""What does the policy make of a draft?

A Verdict is pieces of Advice, each citing its Clause, and a Route. Its severity is the strongest
that applies at this moment.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.domain.finding import Finding, Span, Unchecked
from app.domain.ranked import Ranked


class Severity(Ranked):
    """How bad; `clear` only ever describes a whole verdict."""

    CLEAR = "clear"
    INFO = "info"
    WARN = "warn"
    JUSTIFY = "justify"
    BLOCK = "block"


class Mode(StrEnum):
    """How loudly a rule may speak: recorded only, shown, or able to hold a send."""

    TRIAL = "trial"
    WARN = "warn"
    ENFORCE = "enforce"


class Channel(StrEnum):
    """Where a draft should go."""

    SEND = "send"
    BULLETIN = "bulletin"
    COMMUNICATIONS_TEAM = "communications-team"
    LOCAL_OFFICER = "local-officer"
    SECURE_CHANNEL = "secure-channel"
    TELEPHONE = "telephone"
    UNKNOWN_AUDIENCE = "unknown-audience"


@dataclass(frozen=True, slots=True)
class Clause:
    """The organisation's own words: pack id and title, section heading, quotation of at most 15 words."""

    source: str
    section: str
    quote: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Action:
    """Something the sender can do about a piece of advice.

    `by_hand` where no program is to do it, whatever its kind: "Do not send it" removes nothing.
    """

    kind: str
    label: str
    href: str = ""
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """A further rule that speaks about the same thing."""

    rule: str
    clause: Clause


@dataclass(frozen=True, slots=True)
class Advice:
    """One card: what was seen, why it matters, what to do.

    `also` names other rules that say the same, and `joined` holds what else was seen of the same cause, so
    that one cause gives one card. `answer` is what a client hands back to say that the sender has answered
    it; empty where that is not taken.
    """

    rule: str
    finding: Finding
    severity: Severity
    mode: Mode
    title: str
    message: str
    clause: Clause
    actions: tuple[Action, ...] = ()
    also: tuple[Citation, ...] = ()
    joined: tuple[Finding, ...] = ()
    answer: str = ""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that was seen of its cause; what the card is about comes first."""
        return (self.finding, *self.joined)

    @property
    def spans(self) -> tuple[Span, ...]:
        """Every place that the card points at: its own, and those of what joined that lie outside them."""
        found = list(self.finding.spans)
        for finding in self.joined:
            found += [span for span in finding.spans if not any(_lies_in(span, other) for other in found)]
        return tuple(found)


def _lies_in(span: Span, other: Span) -> bool:
    return span.field is other.field and other.start <= span.start and span.end <= other.end


class Why(StrEnum):
    """Why a card does not ask: the sender answered it, graver ones ask first, or enough was asked today."""

    ANSWERED = "answered"
    FOLDED = "folded"
    SPENT = "spent"


@dataclass(frozen=True, slots=True)
class SetAside:
    """A card that a rule gives and that does not ask this time."""

    advice: Advice
    why: Why


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a route was chosen; the clause is missing only where no policy speaks."""

    message: str
    clause: Clause | None = None


@dataclass(frozen=True, slots=True)
class NextIssue:
    """An issue of the bulletin as the calendar knows it. `cut_off` is in Europe/London."""

    number: int
    goes_out: date
    cut_off: datetime


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another channel that may be right, and when."""

    channel: Channel
    message: str


class Doubt(StrEnum):
    """What a draft leaves open, and only its sender knows.

    Whether a law stands behind a day that is near, or whether it is meant for just these schools.
    """

    LAW = "law"
    CHOSEN = "chosen"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to a question, in a few words, and the channel that is right if it is given.

    `when` says the same so that it reads on after "if", wherever the question is not at hand.
    """

    channel: Channel
    label: str
    when: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """What the sender is asked before the route is sure: one question, with its answers."""

    doubt: Doubt
    asks: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Route:
    """The right channel for a draft, and why.

    With a `question` the channel is what holds until it is answered; one of the answers is right.
    """

    channel: Channel
    reasons: tuple[Reason, ...] = ()
    issue: NextIssue | None = None
    alternatives: tuple[Alternative, ...] = ()
    officers: tuple[str, ...] = ()
    question: Question | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """Everything the policy has to say about one draft at one moment.

    `trial` holds advice of rules on trial: recorded, never shown. `set_aside` holds cards that do not ask
    this time; they do not count in the severity.
    """

    severity: Severity
    advice: tuple[Advice, ...]
    route: Route
    not_checked: tuple[Unchecked, ...] = ()
    trial: tuple[Advice, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
